pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Vitrine.Controls
import Vitrine.Models
import Vitrine.Theme

// The cart on its way to a phone: a code for one phone, for a few minutes.
Page {
    id: page

    required property Kiosk kiosk
    // The phone is asked for the address to which everything is sent.
    property bool shipping: false
    readonly property Handoff handoff: kiosk.handoff
    readonly property bool shown: handoff.state === "shown"
    readonly property bool over: handoff.state === "expired" || handoff.state === "failed"

    signal back
    signal done

    function clock(seconds: int): string {
        return Math.floor(seconds / 60) + ":" + (seconds % 60).toString().padStart(2, "0");
    }

    Component.onCompleted: handoff.begin()
    Component.onDestruction: handoff.letGo()

    title: shipping ? qsTr("Sent to your home") : qsTr("Your cart on your phone")
    actions: [
        ActionButton {
            text: qsTr("Back to the cart")
            onClicked: page.back()
        },
        ActionButton {
            Layout.fillWidth: true
            primary: true
            text: page.over ? qsTr("Try again") : qsTr("Keep trying")
            onClicked: page.over ? page.handoff.begin() : page.done()
        }
    ]

    RowLayout {
        id: body

        anchors.fill: parent
        spacing: Theme.gapWide

        ColumnLayout {
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            spacing: Theme.gap

            SansText {
                Layout.fillWidth: true
                leading: 1.2
                text: {
                    switch (page.handoff.state) {
                    case "asking":
                        return qsTr("A code for your phone is being made ready.");
                    case "shown":
                        return page.shipping ? qsTr("Point your phone’s camera at the code and type your address there. It is never shown on this mirror.") : qsTr("Point your phone’s camera at the code. Go on there or here: both show the same cart.");
                    case "expired":
                        return qsTr("The code is too old now. Take a new one.");
                    case "failed":
                        return qsTr("There is no way to the shop’s network just now. Your cart is safe here, and paying at the till works.");
                    }
                    return "";
                }

                Accessible.role: Accessible.AlertMessage
            }

            SansText {
                Layout.fillWidth: true
                color: Theme.inkSoft
                font.pixelSize: Theme.textLabel
                leading: 1.15
                text: qsTr("It works once, for one phone, and for %1 more.").arg(page.clock(page.handoff.secondsLeft))
                visible: page.shown
            }

            SansText {
                Layout.fillWidth: true
                color: Theme.inkSoft
                font.pixelSize: Theme.textLabel
                leading: 1.15
                text: qsTr("To bring the cart back, show its code on the phone to this mirror.")
                visible: page.shown && !page.shipping
            }

            SansText {
                Layout.fillWidth: true
                color: Theme.inkSoft
                font.pixelSize: Theme.textCaption
                leading: 1.1
                text: qsTr("For the team: %1").arg(page.handoff.reason)
                visible: page.handoff.state === "failed"
            }
        }

        Loader {
            Layout.alignment: Qt.AlignTop
            active: page.shown
            visible: active
            sourceComponent: QrCode {
                side: page.handoff.codeSide
                path: page.handoff.codePath
                room: Math.min(body.height, 90 * Theme.unit)
            }
        }
    }
}
