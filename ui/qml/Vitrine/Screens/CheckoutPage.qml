pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Vitrine.Controls
import Vitrine.Models
import Vitrine.Theme

// The way out: to the till, to a store that lays it ready, or home by way of the phone.
Page {
    id: page

    required property Kiosk kiosk
    readonly property Checkout checkout: kiosk.checkout
    readonly property bool ordered: checkout.step === "till" || checkout.step === "collect"
    readonly property bool refused: checkout.step === "refused"

    signal open(page: string)
    signal done

    Component.onCompleted: checkout.begin()
    Component.onDestruction: checkout.letGo()

    title: {
        switch (checkout.step) {
        case "stores":
            return qsTr("Where would you like to fetch it?");
        case "placing":
            return qsTr("One moment");
        case "till":
            return qsTr("Show this at the till");
        case "collect":
            return qsTr("It will be waiting for you");
        case "refused":
            return qsTr("That did not work");
        }
        return qsTr("How would you like to get it?");
    }
    actions: [
        ActionButton {
            text: page.checkout.step === "choose" ? qsTr("Back to the cart") : page.refused ? qsTr("Try again") : qsTr("Back")
            Layout.fillWidth: page.refused
            primary: page.refused
            visible: !page.ordered
            enabled: page.checkout.step !== "placing"
            onClicked: page.checkout.step === "choose" ? page.open("cart") : page.checkout.begin()
        },
        ActionButton {
            Layout.fillWidth: true
            iconName: "receipt"
            text: qsTr("Receipt on my phone")
            visible: page.ordered && page.checkout.pageSide === 0
            onClicked: page.checkout.askPage()
        },
        ActionButton {
            Layout.fillWidth: true
            // The ways to pay are what matters before.
            primary: page.ordered
            text: page.ordered ? qsTr("Done") : qsTr("Keep trying")
            onClicked: page.done()
        }
    ]

    ColumnLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.gap
        visible: page.checkout.step === "choose"

        Way {
            iconName: "receipt"
            text: qsTr("Pay at the till")
            detail: qsTr("Take everything with you. You get a code to show there.")
            onClicked: page.checkout.payAtTill()
        }

        Way {
            iconName: "shop"
            text: qsTr("Fetch it later")
            detail: qsTr("Here or in another of our shops. You pay when you fetch it.")
            onClicked: page.checkout.chooseStore()
        }

        Way {
            iconName: "truck"
            text: qsTr("Have it sent home")
            detail: qsTr("Type your address on your phone, never here.")
            onClicked: page.open("shipping")
        }
    }

    ListView {
        anchors.fill: parent
        clip: true
        model: page.checkout.places
        spacing: Theme.gap
        visible: page.checkout.step === "stores"
        T.ScrollBar.vertical: ScrollBar {}

        Accessible.role: Accessible.List
        Accessible.name: page.title

        delegate: Way {
            required property string storeId
            required property string name
            required property string address
            required property string ready
            required property int missing
            required property bool here

            width: ListView.view.width - 3 * Theme.unit
            iconName: here ? "place" : "shop"
            text: here ? qsTr("%1, where you are", "store").arg(name) : name
            detail: {
                if (missing > 0)
                    return qsTr("%1\nNot everything is there just now", "address").arg(address);
                return ready === "" ? address : qsTr("%1\nReady %2", "address, day and time").arg(address).arg(ready);
            }
            enabled: missing === 0
            onClicked: page.checkout.collectAt(storeId)
        }
    }

    SansText {
        anchors.left: parent.left
        anchors.right: parent.right
        text: qsTr("Your order is being written down.")
        visible: page.checkout.step === "placing"

        Accessible.role: Accessible.AlertMessage
    }

    ColumnLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.gap
        visible: page.refused

        SansText {
            Layout.fillWidth: true
            text: page.checkout.reason === "" ? qsTr("Your cart is being paid at another device just now. Wait a moment, or go on there.") : qsTr("Your cart is as it was. Try again, or ask one of us.")

            Accessible.role: Accessible.AlertMessage
        }

        SansText {
            Layout.fillWidth: true
            color: Theme.inkSoft
            font.pixelSize: Theme.textCaption
            leading: 1.1
            text: qsTr("For the team: %1").arg(page.checkout.reason)
            visible: page.checkout.reason !== ""
        }
    }

    RowLayout {
        id: ticket

        anchors.fill: parent
        spacing: Theme.gapWide
        visible: page.ordered

        ColumnLayout {
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            spacing: Theme.gap

            SerifText {
                Layout.fillWidth: true
                color: Theme.accent
                family: "Inter"
                fontSizeMode: Text.HorizontalFit
                font.weight: Font.DemiBold
                minimumPixelSize: Theme.textHeading
                size: Theme.textTitle * 1.2
                text: page.checkout.code
                wrapMode: Text.NoWrap

                Accessible.name: qsTr("Your code: %1").arg(page.checkout.code.split("").join(" "))
            }

            SansText {
                Layout.fillWidth: true
                font.weight: Font.Medium
                text: page.checkout.paid ? qsTr("Paid: %1. Thank you!").arg(page.checkout.total) : qsTr("To pay: %1").arg(page.checkout.total)
            }

            SansText {
                Layout.fillWidth: true
                leading: 1.2
                text: {
                    if (page.checkout.step === "till")
                        return qsTr("The till scans this code or types it. Your things stay with you until then.");
                    if (page.checkout.ready !== "")
                        return qsTr("%1, from %2. You pay there; the code is all you need.", "store, day and time").arg(page.checkout.place).arg(page.checkout.ready);
                    return qsTr("%1. You pay there; the code is all you need.", "store").arg(page.checkout.place);
                }
            }

            SansText {
                Layout.fillWidth: true
                color: Theme.inkSoft
                font.pixelSize: Theme.textLabel
                leading: 1.15
                text: page.checkout.confirmed ? qsTr("The shop has your order.") : page.checkout.step === "till" ? qsTr("Written down here. The shop hears of it when the network is back; you need not wait.") : qsTr("Written down here. The shop confirms it when the network is back; ask one of us if you cannot wait.")

                Accessible.role: Accessible.AlertMessage
            }

            SansText {
                Layout.fillWidth: true
                color: Theme.inkSoft
                font.pixelSize: Theme.textCaption
                leading: 1.1
                text: qsTr("For the team: %1").arg(page.checkout.reason)
                visible: page.checkout.reason !== ""
            }
        }

        ColumnLayout {
            Layout.alignment: Qt.AlignTop
            spacing: Theme.gapTiny

            Loader {
                active: page.ordered
                sourceComponent: QrCode {
                    side: page.checkout.pageSide > 0 ? page.checkout.pageSide : page.checkout.codeSide
                    path: page.checkout.pageSide > 0 ? page.checkout.pagePath : page.checkout.codePath
                    room: Math.min(ticket.height - 2 * Theme.textLabel, 90 * Theme.unit)
                }
            }

            SansText {
                Layout.alignment: Qt.AlignHCenter
                color: Theme.inkSoft
                font.pixelSize: Theme.textLabel
                leading: 1
                text: page.checkout.pageSide > 0 ? qsTr("For your phone") : qsTr("For the till")
            }
        }
    }

    component Way: T.Button {
        id: way

        required property string iconName
        required property string detail

        Layout.fillWidth: true
        implicitHeight: Math.max(Theme.finger * 1.3, words.implicitHeight + 2 * Theme.gap)
        leftPadding: Theme.gapWide
        rightPadding: Theme.gapWide
        focusPolicy: Qt.StrongFocus

        Accessible.name: text
        Accessible.description: detail

        background: Rectangle {
            radius: Theme.radiusSmall
            color: way.down || !way.enabled ? Theme.well : "transparent"
            border.color: Theme.line
            border.width: Theme.hairline * 1.5

            FocusRing {
                target: way
            }
        }

        contentItem: RowLayout {
            spacing: Theme.gapWide

            Icon {
                name: way.iconName
                color: way.enabled ? Theme.accent : Theme.inkSoft
                side: 11 * Theme.unit
            }

            ColumnLayout {
                id: words

                Layout.fillWidth: true
                spacing: 0

                SansText {
                    Layout.fillWidth: true
                    font.weight: Font.Medium
                    leading: 1.15
                    text: way.text
                    Accessible.ignored: true
                }

                SansText {
                    Layout.fillWidth: true
                    color: Theme.inkSoft
                    font.pixelSize: Theme.textLabel
                    leading: 1.15
                    text: way.detail
                    Accessible.ignored: true
                }
            }
        }
    }
}
