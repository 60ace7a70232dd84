pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Vitrine.Theme

// Shows where the keyboard is.
Rectangle {
    required property T.Control target

    anchors.fill: parent
    anchors.margins: -1.4 * Theme.unit
    visible: target.visualFocus
    radius: Math.min(height, width) / 2
    color: "transparent"
    border.color: Theme.focus
    border.width: Theme.stroke * 1.4
}
