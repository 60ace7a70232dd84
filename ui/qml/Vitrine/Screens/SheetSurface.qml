pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Theme

// The sheet's paper, its corners rounded on the side of the picture only. Most of it is a plain opaque rectangle: a rounded
// one is blended over its whole area, which costs a third of the frame where no graphics processor does it.
Item {
    id: surface

    // The picture is above; else it is to the left, or to the right in scripts that begin there.
    required property bool below
    readonly property real depth: 2 * Theme.radius

    Rectangle {
        anchors.left: parent.left
        anchors.top: parent.top
        width: surface.below ? parent.width : surface.depth
        height: surface.below ? surface.depth : parent.height
        radius: Theme.radius
        color: Theme.sheet
    }

    Rectangle {
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        width: parent.width - (surface.below ? 0 : Theme.radius)
        height: parent.height - (surface.below ? Theme.radius : 0)
        color: Theme.sheet
    }
}
