pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes

// A QR code, as large as there is room for whole pixels a module, with the quiet zone that scanners ask for.
Rectangle {
    id: code

    // In modules, without the quiet zone.
    required property int side
    // The dark modules as an SVG path, a module being one unit.
    required property string path
    required property real room
    readonly property int quiet: 4
    readonly property int module: Math.max(1, Math.floor(room / (side + 2 * quiet)))

    implicitWidth: module * (side + 2 * quiet)
    implicitHeight: implicitWidth
    color: "#ffffff"

    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("A code for your phone’s camera")

    Shape {
        x: code.module * code.quiet
        y: code.module * code.quiet
        width: code.side
        height: code.side
        scale: code.module
        transformOrigin: Item.TopLeft

        ShapePath {
            fillColor: "#000000"
            strokeWidth: -1

            PathSvg {
                path: code.path
            }
        }
    }
}
