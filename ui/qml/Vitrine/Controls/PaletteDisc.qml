pragma ComponentBehavior: Bound

import QtQuick

// A round swatch of one to five colours, side by side.
Disc {
    id: disc

    required property list<string> colors

    function edge(band: int): real {
        return Math.min(1, band / colors.length);
    }

    function fill(band: int): color {
        return colors[Math.min(band, colors.length - 1)];
    }

    color: fill(0)
    gradient: colors.length > 1 ? bands : null

    Gradient {
        id: bands

        orientation: Gradient.Horizontal

        GradientStop {
            position: 0
            color: disc.fill(0)
        }
        GradientStop {
            position: disc.edge(1)
            color: disc.fill(0)
        }
        GradientStop {
            position: disc.edge(1)
            color: disc.fill(1)
        }
        GradientStop {
            position: disc.edge(2)
            color: disc.fill(1)
        }
        GradientStop {
            position: disc.edge(2)
            color: disc.fill(2)
        }
        GradientStop {
            position: disc.edge(3)
            color: disc.fill(2)
        }
        GradientStop {
            position: disc.edge(3)
            color: disc.fill(3)
        }
        GradientStop {
            position: disc.edge(4)
            color: disc.fill(3)
        }
        GradientStop {
            position: disc.edge(4)
            color: disc.fill(4)
        }
        GradientStop {
            position: 1
            color: disc.fill(4)
        }
    }
}
