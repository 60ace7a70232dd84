import QtQuick
import Vitrine.Controls
import Vitrine.Theme

// A still life of colour: three strokes and a pan of powder.
Item {
    id: still

    property list<string> colors: ["9b1f40", "c2706a", "5c2436", "dcae93"]

    Image {
        readonly property real side: still.width * 0.92

        x: -still.width * 0.1
        y: still.height * 0.07
        width: side
        height: side * 0.433
        rotation: -14
        source: "image://icons/smear-2/" + still.colors[1]
        sourceSize.width: Math.round(side)
    }

    Image {
        readonly property real side: Math.min(still.width * 0.42, still.height * 0.4)

        x: still.width * 0.63
        y: still.height * 0.04
        width: side
        height: side
        source: "image://icons/powder/" + still.colors[3]
        sourceSize.width: Math.round(side)
    }

    Image {
        readonly property real side: still.width * 0.98

        x: still.width * 0.16
        y: still.height * 0.3
        width: side
        height: side * 0.433
        rotation: -9
        source: "image://icons/smear-1/" + still.colors[0]
        sourceSize.width: Math.round(side)
    }

    Image {
        readonly property real side: still.width * 0.8

        x: -still.width * 0.06
        y: still.height * 0.6
        width: side
        height: side * 0.433
        rotation: -18
        source: "image://icons/smear-3/" + still.colors[2]
        sourceSize.width: Math.round(side)
    }
}
