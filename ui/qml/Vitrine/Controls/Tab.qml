pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Vitrine.Theme

// One shelf of the shop.
T.Button {
    id: tab

    implicitWidth: Math.max(Theme.finger, label.implicitWidth + 2 * Theme.unit)
    implicitHeight: Math.max(Theme.finger, label.implicitHeight + 6 * Theme.unit)
    focusPolicy: Qt.StrongFocus

    Accessible.name: text
    Accessible.role: Accessible.PageTab
    Accessible.selected: highlighted

    background: Item {
        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.bottom: parent.bottom
            width: label.implicitWidth
            height: Theme.stroke * 1.3
            radius: height / 2
            color: Theme.accent
            visible: tab.highlighted
        }

        FocusRing {
            target: tab
        }
    }

    contentItem: SansText {
        id: label

        text: tab.text
        color: tab.highlighted ? Theme.ink : Theme.inkSoft
        font.weight: tab.highlighted ? Font.DemiBold : Font.Medium
        font.pixelSize: Theme.textBody
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
}
