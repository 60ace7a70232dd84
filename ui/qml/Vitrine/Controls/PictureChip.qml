pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Vitrine.Theme

// A pill that lies on the live picture, and is read whatever is behind it.
T.Button {
    id: chip

    property string iconName: ""
    readonly property color front: highlighted ? Theme.ink : Theme.veilInk

    implicitWidth: Math.max(Theme.finger, leftPadding + content.implicitWidth + rightPadding)
    implicitHeight: Math.max(Theme.finger, content.implicitHeight + 4 * Theme.unit)
    leftPadding: 8 * Theme.unit
    rightPadding: 8 * Theme.unit
    focusPolicy: Qt.StrongFocus

    Accessible.name: text

    background: Rectangle {
        radius: height / 2
        color: chip.highlighted ? Theme.sheet : Theme.veil
        opacity: chip.highlighted ? 1 : chip.down ? 1 : 0.82

        FocusRing {
            target: chip
        }
    }

    contentItem: Item {
        implicitWidth: content.implicitWidth
        implicitHeight: content.implicitHeight

        Row {
            id: content

            anchors.centerIn: parent
            spacing: 3 * Theme.unit

            Icon {
                name: chip.iconName
                visible: chip.iconName !== ""
                color: chip.front
                side: 8.5 * Theme.unit
                anchors.verticalCenter: parent.verticalCenter
            }

            SansText {
                anchors.verticalCenter: parent.verticalCenter
                text: chip.text
                color: chip.front
                font.weight: Font.Medium
                leading: 1
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }
    }
}
