pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Vitrine.Controls
import Vitrine.Models
import Vitrine.Theme

// Invites, says what the camera does, and begins with a touch anywhere.
FocusScope {
    id: screen

    required property Kiosk kiosk
    readonly property bool portrait: kiosk.screen.portrait

    focus: true
    Keys.onReturnPressed: kiosk.session.start()
    Keys.onSpacePressed: kiosk.session.start()

    MouseArea {
        anchors.fill: parent
        onClicked: screen.kiosk.session.start()

        Accessible.ignored: true
    }

    Item {
        id: art

        anchors.left: parent.left
        anchors.top: parent.top
        width: screen.portrait ? parent.width : parent.width * 0.5
        height: screen.portrait ? parent.height - words.implicitHeight - 2 * Theme.margin : parent.height

        StillLife {
            anchors.fill: parent
            looks: screen.kiosk.looks
            bleeds: screen.portrait
        }

        SerifText {
            LayoutMirroring.enabled: false
            anchors.left: parent.left
            anchors.top: parent.top
            anchors.margins: Theme.margin
            family: "Fraunces"
            size: 11 * Theme.unit
            text: "Vitrine"
        }
    }

    ColumnLayout {
        id: words

        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.margin * 1.2
        width: (screen.portrait ? parent.width : parent.width * 0.5) - 2.4 * Theme.margin
        spacing: Theme.gapWide

        SerifText {
            Layout.fillWidth: true
            size: Math.min(Theme.textDisplay, screen.height * 0.08)
            lineHeight: Theme.arabic ? 0.94 : 0.98
            text: qsTr("See it on you,\nbefore you decide.")

            Accessible.role: Accessible.Heading
        }

        SansText {
            Layout.fillWidth: true
            color: Theme.inkSoft
            font.pixelSize: Theme.textBody * 1.18
            text: qsTr("Step up and touch. Your picture stays in this mirror and is gone when you leave.")
        }

        ActionButton {
            primary: true
            Layout.preferredHeight: 28 * Theme.unit
            Layout.minimumWidth: 78 * Theme.unit
            text: qsTr("Start")
            size: Theme.textHeading
            onClicked: screen.kiosk.session.start()
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap

            Repeater {
                model: screen.kiosk.language.choices
                delegate: Chip {
                    required property string code
                    required property string name

                    text: name
                    highlighted: code === screen.kiosk.language.current
                    onClicked: screen.kiosk.language.choose(code)
                }
            }

            Item {
                Layout.fillWidth: true
            }
        }

        SansText {
            Layout.fillWidth: true
            color: Theme.inkSoft
            font.pixelSize: Theme.textCaption
            text: qsTr("The camera follows your face only to place the colour. Nobody is recognised, nothing is recorded.")
        }
    }
}
