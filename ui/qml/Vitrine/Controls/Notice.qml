pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Vitrine.Theme

// A calm sentence about what just happened, and where it helps, what to do about it.
Rectangle {
    id: notice

    required property string iconName
    required property string text
    property string action: ""

    signal acted

    implicitHeight: row.implicitHeight + 4 * Theme.unit
    radius: Theme.radiusSmall
    color: Theme.well
    border.color: Theme.line
    border.width: Theme.highContrast ? Theme.hairline : 0

    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    RowLayout {
        id: row

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.gap
        anchors.rightMargin: Theme.gapTiny
        spacing: Theme.gap

        Icon {
            name: notice.iconName
            color: Theme.inkSoft
            side: 8.5 * Theme.unit
        }

        SansText {
            Layout.fillWidth: true
            font.pixelSize: Theme.textLabel
            leading: 1.15
            text: notice.text
            Accessible.ignored: true
        }

        ActionButton {
            size: Theme.textLabel
            text: notice.action
            visible: text !== ""
            onClicked: notice.acted()
        }
    }
}
