pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Vitrine.Controls
import Vitrine.Models
import Vitrine.Theme

// The picture that is counted down to, and then stands still above: what is worn on it, and where it may go.
Page {
    id: page

    required property Kiosk kiosk
    readonly property Snapshot snapshot: kiosk.snapshot
    readonly property bool counting: snapshot.state === "counting"
    readonly property bool sent: snapshot.delivery === "sent"
    readonly property bool sending: snapshot.delivery === "sending"

    title: counting ? qsTr("Look into the mirror") : qsTr("Your picture")
    actions: [
        RoundButton {
            iconName: "camera"
            text: qsTr("Take another picture")
            enabled: !page.sending && page.kiosk.mirror.view === "live"
            visible: !page.counting
            onClicked: page.snapshot.begin()
        },
        ActionButton {
            Layout.fillWidth: page.counting || page.sent || page.snapshot.delivery === "none"
            primary: page.sent
            text: page.counting ? qsTr("Not now") : page.sent ? qsTr("Done") : qsTr("Let it go")
            onClicked: page.snapshot.letGo()
        },
        ActionButton {
            Layout.fillWidth: true
            primary: true
            iconName: "phone"
            text: page.sending ? qsTr("On its way…") : page.snapshot.delivery === "failed" ? qsTr("Try again") : qsTr("Send to my phone")
            enabled: !page.sending
            visible: !page.counting && !page.sent && page.snapshot.delivery !== "none"
            onClicked: page.snapshot.send()
        }
    ]

    SerifText {
        anchors.centerIn: parent
        color: Theme.accent
        family: "Fraunces"
        size: Math.min(parent.height * 0.8, Theme.textDisplay * 3)
        text: page.snapshot.secondsLeft.toString()
        visible: page.counting
        wrapMode: Text.NoWrap

        Accessible.role: Accessible.AlertMessage
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gap
        visible: !page.counting

        SansText {
            Layout.fillWidth: true
            color: Theme.inkSoft
            font.pixelSize: Theme.textLabel
            leading: 1.15
            text: {
                switch (page.snapshot.delivery) {
                case "offered":
                    return qsTr("It is in this mirror only, and gone when you let it go or leave.");
                case "sending":
                    return qsTr("A page for your phone is being made ready.");
                case "sent":
                    return qsTr("Point your phone’s camera at the code. Your picture waits there for ten minutes, then it is gone.");
                case "failed":
                    return qsTr("It could not be sent just now. It is still here.");
                }
                return qsTr("This mirror sends no pictures to phones: this one is for looking, and gone when you let it go or leave.");
            }

            Accessible.role: Accessible.AlertMessage
        }

        SansText {
            Layout.fillWidth: true
            color: Theme.inkSoft
            font.pixelSize: Theme.textCaption
            leading: 1.1
            text: qsTr("For the team: %1").arg(page.snapshot.reason)
            visible: page.snapshot.delivery === "failed"
        }

        RowLayout {
            id: below

            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: Theme.gapWide

            Flickable {
                id: rack

                Layout.fillWidth: true
                Layout.fillHeight: true
                contentHeight: worn.implicitHeight
                clip: true
                T.ScrollBar.vertical: ScrollBar {}

                Accessible.role: Accessible.List
                Accessible.name: qsTr("What you are wearing in it")

                GridLayout {
                    id: worn

                    width: rack.width - 3 * Theme.unit
                    columns: page.sent ? 1 : 2
                    columnSpacing: Theme.gap
                    rowSpacing: Theme.gap
                    uniformCellWidths: true

                    Repeater {
                        model: page.kiosk.wearing.worn
                        delegate: RowLayout {
                            id: row

                            required property string name
                            required property string shade
                            required property string color

                            Layout.fillWidth: true
                            Layout.alignment: Qt.AlignTop
                            spacing: Theme.gap

                            Disc {
                                color: row.color
                                side: 10 * Theme.unit
                            }

                            ColumnLayout {
                                Layout.fillWidth: true
                                spacing: 0

                                SansText {
                                    Layout.fillWidth: true
                                    font.pixelSize: Theme.textLabel
                                    font.weight: Font.Medium
                                    leading: 1.1
                                    text: row.name
                                }

                                SansText {
                                    Layout.fillWidth: true
                                    color: Theme.inkSoft
                                    font.pixelSize: Theme.textCaption
                                    leading: 1.1
                                    text: row.shade
                                }
                            }
                        }
                    }
                }
            }

            Loader {
                Layout.alignment: Qt.AlignTop
                active: page.sent
                visible: active
                sourceComponent: QrCode {
                    side: page.snapshot.codeSide
                    path: page.snapshot.codePath
                    room: Math.min(below.height, 84 * Theme.unit)
                }
            }
        }
    }
}
