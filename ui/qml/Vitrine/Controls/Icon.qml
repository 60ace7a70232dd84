pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Theme

// A stroke icon in any colour.
Image {
    id: icon

    required property string name
    property color color: Theme.ink
    property real side: 9 * Theme.unit

    width: side
    height: side
    source: icon.name === "" ? "" : "image://icons/" + icon.name + "/" + icon.color.toString().slice(-6)
    sourceSize.width: Math.round(side)

    Accessible.ignored: true
}
