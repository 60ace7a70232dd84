import QtQuick
import Vitrine.Controls
import Vitrine.Theme

// A still life of the shop's own colours: three strokes and a pan of powder, each with its name.
Item {
    id: still

    // Three strokes, then the powder; names may be missing.
    required property list<string> colors
    property list<string> names: []
    // The strokes lie across a place of any shape: they grow with both of its sides.
    readonly property real span: Math.min(width * 1.02, height * 1.18)

    clip: true

    Stroke {
        x: -side * 0.14
        y: still.height * 0.04
        side: still.span * 0.98
        rotation: -13
        texture: "smear-2"
        color: still.colors[1] ?? ""
        name: still.names[1] ?? ""
    }

    Stroke {
        x: still.width - side * 0.86
        y: still.height * 0.02
        side: still.span * 0.44
        ratio: 1
        texture: "powder"
        color: still.colors[3] ?? ""
    }

    Stroke {
        x: still.width - side * 0.84
        y: still.height * 0.31
        side: still.span * 1.02
        rotation: -9
        texture: "smear-1"
        color: still.colors[0] ?? ""
        name: still.names[0] ?? ""
    }

    Stroke {
        x: -side * 0.07
        y: still.height * 0.58
        side: still.span * 0.86
        rotation: -15
        texture: "smear-3"
        color: still.colors[2] ?? ""
        name: still.names[2] ?? ""
    }

    component Stroke: Image {
        id: stroke

        required property string texture
        required property string color
        required property real side
        property real ratio: 0.433
        property string name: ""

        width: side
        height: side * ratio
        antialiasing: true
        mipmap: false
        source: color === "" || side < 1 ? "" : "image://icons/" + texture + "/" + color.slice(1)
        sourceSize.width: Math.round(side)

        Accessible.ignored: true

        SerifText {
            x: stroke.width * 0.56
            y: stroke.height * 0.93
            color: Theme.inkSoft
            size: Theme.textCaption * 1.1
            text: stroke.name
            wrapMode: Text.NoWrap
        }
    }
}
