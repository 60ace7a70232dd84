pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Controls
import Vitrine.Theme

// A still life of the shop's own colours: three strokes, a pan of powder, and what the look is called.
Item {
    id: still

    // Lips, cheeks, eyes, powder.
    required property list<string> colors
    required property string name
    // The strokes run off the right edge; else they end inside.
    property bool bleeds: true
    readonly property real span: Math.min(width * (bleeds ? 1 : 0.92), height * 0.94)

    clip: true
    // A picture, not text: it does not turn round with the script.
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    Stroke {
        x: -side * 0.16
        y: still.height * 0.02
        side: still.span * 1.06
        rotation: -13
        texture: "smear-2"
        color: still.colors[1]
    }

    Stroke {
        x: still.width - side * (still.bleeds ? 0.84 : 1.04)
        y: still.height * 0.03
        side: still.span * 0.46
        ratio: 1
        texture: "powder"
        color: still.colors[3]
    }

    Stroke {
        x: still.width - side * (still.bleeds ? 0.84 : 1.02)
        y: still.height * 0.3
        side: still.span * 1.12
        rotation: -9
        texture: "smear-1"
        color: still.colors[0]
    }

    Stroke {
        x: -side * 0.09
        y: still.height * 0.62
        side: still.span * 0.84
        rotation: -13
        texture: "smear-3"
        color: still.colors[2]
    }

    SerifText {
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin * 1.2
        y: still.height * 0.84
        width: still.width * 0.34
        color: Theme.inkSoft
        horizontalAlignment: Text.AlignRight
        LayoutMirroring.enabled: false
        size: Theme.textHeading
        text: still.name
    }

    component Stroke: Image {
        required property string texture
        required property string color
        required property real side
        property real ratio: 0.433

        width: side
        height: side * ratio
        antialiasing: true
        source: side < 1 ? "" : "image://icons/" + texture + "/" + color.slice(1)
        sourceSize.width: Math.round(side)

        Accessible.ignored: true
    }
}
