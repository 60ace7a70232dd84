pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Vitrine.Theme

// A key of the keyboard on the screen: a letter, or an icon. Keys touch each other, so that no finger falls between.
T.Button {
    id: key

    property string iconName: ""

    implicitWidth: Theme.finger
    implicitHeight: Theme.finger
    focusPolicy: Qt.NoFocus

    Accessible.name: text

    background: Rectangle {
        color: "transparent"

        Rectangle {
            anchors.fill: parent
            anchors.margins: 0.8 * Theme.unit
            radius: 3 * Theme.unit
            color: key.down ? Theme.line : Theme.sheet
            border.color: Theme.line
            border.width: Theme.hairline
        }
    }

    contentItem: Item {
        SansText {
            anchors.centerIn: parent
            width: parent.width
            font.pixelSize: Theme.textBody
            horizontalAlignment: Text.AlignHCenter
            leading: 1
            text: key.iconName === "" ? key.text : ""
            elide: Text.ElideRight
            wrapMode: Text.NoWrap

            Accessible.ignored: true
        }

        Icon {
            anchors.centerIn: parent
            name: key.iconName
            visible: key.iconName !== ""
        }
    }
}
