pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Vitrine.Theme

// Where one types what one looks for.
T.TextField {
    id: field

    signal cleared

    implicitHeight: Theme.finger
    leftPadding: 16 * Theme.unit
    rightPadding: 16 * Theme.unit
    color: Theme.ink
    font.family: Theme.sans
    font.pixelSize: Theme.textBody
    horizontalAlignment: TextInput.AlignLeft
    verticalAlignment: TextInput.AlignVCenter
    inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
    maximumLength: 80
    selectByMouse: false

    Accessible.name: placeholderText
    Accessible.role: Accessible.EditableText
    Accessible.searchEdit: true

    background: Rectangle {
        radius: height / 2
        color: Theme.well
        border.color: field.activeFocus ? Theme.ink : Theme.line
        border.width: field.activeFocus ? Theme.stroke : Theme.hairline * 1.5

        Icon {
            anchors.left: parent.left
            anchors.leftMargin: 5 * Theme.unit
            anchors.verticalCenter: parent.verticalCenter
            name: "search"
            side: 8.5 * Theme.unit
        }

        SansText {
            anchors.fill: parent
            anchors.leftMargin: field.leftPadding
            anchors.rightMargin: field.rightPadding
            color: Theme.inkSoft
            elide: Text.ElideRight
            leading: 1
            text: field.placeholderText
            verticalAlignment: Text.AlignVCenter
            visible: field.text === "" && field.preeditText === ""
            wrapMode: Text.NoWrap

            Accessible.ignored: true
        }
    }

    RoundButton {
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        iconName: "close"
        text: qsTr("Delete what was typed")
        visible: field.text !== ""
        background: null
        onClicked: field.cleared()
    }
}
