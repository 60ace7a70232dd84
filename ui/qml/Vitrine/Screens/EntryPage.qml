pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Vitrine.Controls
import Vitrine.Models
import Vitrine.Theme

// One line to type, with a keyboard of its own.
Page {
    id: page

    required property Kiosk kiosk
    required property string hint
    property string text: ""
    property int longest: 40
    property string confirm: qsTr("Done")
    // A code has one spelling; a sentence has the shopper's.
    property bool isCode: true

    signal entered(text: string)
    signal done

    actions: [
        ActionButton {
            text: qsTr("Not now")
            onClicked: page.done()
        },
        ActionButton {
            Layout.fillWidth: true
            primary: true
            text: page.confirm
            enabled: field.text.trim() !== "" || !page.isCode
            onClicked: page.entered(field.text)
        }
    ]

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gap

        T.TextField {
            id: field

            Layout.fillWidth: true
            implicitHeight: Theme.finger
            leftPadding: Theme.gapWide
            rightPadding: Theme.gapWide
            color: Theme.ink
            font.capitalization: page.isCode ? Font.AllUppercase : Font.MixedCase
            font.family: Theme.sans
            font.pixelSize: Theme.textBody
            focus: true
            horizontalAlignment: TextInput.AlignLeft
            inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
            maximumLength: page.longest
            selectByMouse: false
            text: page.text
            verticalAlignment: TextInput.AlignVCenter
            onAccepted: page.entered(text)

            Accessible.name: page.hint
            Accessible.role: Accessible.EditableText

            background: Rectangle {
                radius: height / 2
                color: Theme.well
                border.color: Theme.ink
                border.width: Theme.stroke

                SansText {
                    anchors.fill: parent
                    anchors.leftMargin: field.leftPadding
                    anchors.rightMargin: field.rightPadding
                    color: Theme.inkSoft
                    elide: Text.ElideRight
                    leading: 1
                    text: page.hint
                    verticalAlignment: Text.AlignVCenter
                    visible: field.text === ""
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true
                }
            }
        }

        Item {
            Layout.fillHeight: true
        }

        Keyboard {
            Layout.fillWidth: true
            language: page.isCode ? "en" : page.kiosk.language.current
            onTyped: letter => field.insert(field.cursorPosition, letter)
            onErased: field.remove(field.cursorPosition - 1, field.cursorPosition)
            onEntered: page.entered(field.text)
        }
    }
}
