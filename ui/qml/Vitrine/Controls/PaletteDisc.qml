pragma ComponentBehavior: Bound

import QtQuick

// A round swatch of one to five colours, side by side.
Disc {
    id: disc

    required property list<string> colors

    // Where a band ends and the next begins: stops at one and the same place would have no order.
    function end(band: int): real {
        return Math.min(1, (band + 1) / colors.length - 0.002);
    }

    function begin(band: int): real {
        return Math.min(1, band / colors.length + 0.002);
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
            position: disc.end(0)
            color: disc.fill(0)
        }
        GradientStop {
            position: disc.begin(1)
            color: disc.fill(1)
        }
        GradientStop {
            position: disc.end(1)
            color: disc.fill(1)
        }
        GradientStop {
            position: disc.begin(2)
            color: disc.fill(2)
        }
        GradientStop {
            position: disc.end(2)
            color: disc.fill(2)
        }
        GradientStop {
            position: disc.begin(3)
            color: disc.fill(3)
        }
        GradientStop {
            position: disc.end(3)
            color: disc.fill(3)
        }
        GradientStop {
            position: disc.begin(4)
            color: disc.fill(4)
        }
        GradientStop {
            position: 1
            color: disc.fill(4)
        }
    }
}
