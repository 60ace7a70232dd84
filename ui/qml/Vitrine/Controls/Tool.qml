pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Vitrine.Theme

// An icon over a word, for the row of things that are always at hand.
T.Button {
    id: tool

    required property string iconName
    property int count: 0

    implicitWidth: Math.max(Theme.finger, label.implicitWidth + 2 * Theme.unit)
    implicitHeight: Math.max(Theme.finger, 9 * Theme.unit + label.implicitHeight + 4 * Theme.unit)
    focusPolicy: Qt.StrongFocus

    Accessible.name: count > 0 ? text + ", " + count : text

    background: Rectangle {
        radius: Theme.radiusSmall
        color: tool.down || tool.highlighted ? Theme.well : "transparent"

        FocusRing {
            target: tool
        }
    }

    contentItem: Item {
        Icon {
            id: picture

            name: tool.iconName
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.bottom: label.top
            anchors.bottomMargin: 0.6 * Theme.unit
            side: 8.5 * Theme.unit
        }

        Rectangle {
            anchors.left: picture.right
            anchors.leftMargin: -2.2 * Theme.unit
            anchors.verticalCenter: picture.top
            anchors.verticalCenterOffset: 1.2 * Theme.unit
            width: Math.max(height, number.implicitWidth + 2.4 * Theme.unit)
            height: number.implicitHeight + 0.6 * Theme.unit
            radius: height / 2
            color: Theme.accent
            visible: tool.count > 0

            SansText {
                id: number

                anchors.centerIn: parent
                text: tool.count
                color: Theme.accentInk
                font.pixelSize: 4.4 * Theme.unit * Theme.typeScale
                font.weight: Font.DemiBold
                leading: 1
                Accessible.ignored: true
            }
        }

        SansText {
            id: label

            anchors.bottom: parent.bottom
            anchors.bottomMargin: 1.4 * Theme.unit
            anchors.horizontalCenter: parent.horizontalCenter
            text: tool.text
            color: Theme.inkSoft
            font.pixelSize: Theme.textCaption
            font.weight: Font.Medium
            horizontalAlignment: Text.AlignHCenter
            leading: 1.1
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
}
