pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Vitrine.Controls
import Vitrine.Models
import Vitrine.Theme

// Where an order stands, by its code alone: nothing about who bought it.
Page {
    id: page

    required property Kiosk kiosk
    readonly property OrderTracker orders: kiosk.orders
    readonly property bool found: orders.state === "found"
    // No room for a step and its time in one line, beside the code.
    readonly property bool narrow: width < 250 * Theme.unit * Theme.typeScale
    readonly property bool missing: orders.state === "unknown"

    signal another
    signal done

    function step(key: string): string {
        switch (key) {
        case "placed":
            return qsTr("Ordered");
        case "awaiting_payment":
            return qsTr("Waiting to be paid");
        case "paid":
            return qsTr("Paid");
        case "preparing":
            return qsTr("Being made ready");
        case "ready":
            return qsTr("Ready to be fetched");
        case "shipped":
            return qsTr("On its way");
        case "collected":
            return qsTr("Fetched");
        case "delivered":
            return qsTr("Delivered");
        case "cancelled":
            return qsTr("Cancelled");
        case "return_started":
            return qsTr("Coming back to us");
        case "returned":
            return qsTr("Returned");
        }
        return key;
    }

    Component.onDestruction: orders.letGo()

    title: found ? qsTr("Order %1").arg(orders.code) : qsTr("Where is my order?")
    actions: [
        ActionButton {
            Layout.fillWidth: page.missing
            primary: page.missing
            text: qsTr("Another code")
            onClicked: page.another()
        },
        ActionButton {
            Layout.fillWidth: true
            primary: !page.missing
            text: qsTr("Back to the mirror")
            onClicked: page.done()
        }
    ]

    ColumnLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.gap
        visible: !page.found

        SansText {
            Layout.fillWidth: true
            text: {
                switch (page.orders.state) {
                case "asking":
                    return qsTr("Looking for it…");
                case "unknown":
                    return qsTr("No order has this code. Check it once more: it has ten letters and digits.");
                case "failed":
                    return qsTr("There is no way to the shop’s network just now. Ask one of us, or open the order on your phone.");
                }
                return "";
            }

            Accessible.role: Accessible.AlertMessage
        }

        SansText {
            Layout.fillWidth: true
            color: Theme.inkSoft
            font.pixelSize: Theme.textCaption
            leading: 1.1
            text: qsTr("For the team: %1").arg(page.orders.reason)
            visible: page.orders.state === "failed"
        }
    }

    RowLayout {
        id: body

        anchors.fill: parent
        spacing: Theme.gapWide
        visible: page.found

        Flickable {
            Layout.fillWidth: true
            Layout.fillHeight: true
            contentHeight: words.implicitHeight
            clip: true
            T.ScrollBar.vertical: ScrollBar {}

            ColumnLayout {
                id: words

                width: parent.width
                spacing: Theme.gapTiny

                Repeater {
                    model: page.orders.steps
                    delegate: GridLayout {
                        id: row

                        required property string step
                        required property string at

                        Layout.fillWidth: true
                        columns: page.narrow ? 2 : 3
                        columnSpacing: Theme.gap
                        rowSpacing: 0

                        Icon {
                            name: "check"
                            color: Theme.accent
                            side: 8.5 * Theme.unit
                        }

                        SansText {
                            Layout.fillWidth: true
                            font.weight: Font.Medium
                            leading: 1.15
                            text: page.step(row.step)
                        }

                        SansText {
                            Layout.column: page.narrow ? 1 : 2
                            Layout.row: page.narrow ? 1 : 0
                            color: Theme.inkSoft
                            font.pixelSize: Theme.textLabel
                            leading: 1.15
                            text: row.at
                            wrapMode: Text.NoWrap
                        }
                    }
                }

                SansText {
                    Layout.fillWidth: true
                    Layout.topMargin: Theme.gapTiny
                    leading: 1.2
                    text: page.orders.ready === "" ? qsTr("In all: %1").arg(page.orders.total) : qsTr("In all: %1. Ready from %2", "amount, day and time").arg(page.orders.total).arg(page.orders.ready)
                }
            }
        }

        ColumnLayout {
            Layout.alignment: Qt.AlignTop
            Layout.maximumWidth: 90 * Theme.unit
            spacing: Theme.gapTiny

            Loader {
                active: page.orders.pageSide > 0
                sourceComponent: QrCode {
                    side: page.orders.pageSide
                    path: page.orders.pagePath
                    room: Math.min(body.height - 4 * Theme.textLabel, 76 * Theme.unit)
                }
            }

            SansText {
                Layout.fillWidth: true
                color: Theme.inkSoft
                font.pixelSize: Theme.textLabel
                leading: 1.15
                text: page.orders.returnable ? qsTr("Follow it on your phone, or bring something back: point its camera here.") : qsTr("Follow it on your phone: point its camera here.")
            }
        }
    }
}
