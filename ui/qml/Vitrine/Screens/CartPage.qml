pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Vitrine.Controls
import Vitrine.Models
import Vitrine.Theme

// What is in the cart, what it comes to, and where it goes from here.
Page {
    id: page

    required property Kiosk kiosk
    readonly property Cart cart: kiosk.cart
    readonly property bool empty: cart.rows.count === 0
    readonly property bool narrow: width < 250 * Theme.unit * Theme.typeScale
    readonly property bool refused: kiosk.handoff.state === "refused"
    readonly property bool held: cart.payingAt !== ""

    signal open(page: string)
    signal done

    function couponState(code: string, state: string, missing: string): string {
        switch (state) {
        case "accepted":
            return qsTr("%1 is taken off", "coupon").arg(code);
        case "unknown":
            return qsTr("We do not know %1", "coupon").arg(code);
        case "expired":
            return qsTr("%1 is out of date", "coupon").arg(code);
        case "not_reached":
            if (missing !== "")
                //: A coupon that counts from some total on. %1 is the amount that is missing, %2 the coupon
                return qsTr("%1 more, and %2 counts").arg(missing).arg(code);
            return qsTr("%1 does not fit this cart yet", "coupon").arg(code);
        case "not_combinable":
            return qsTr("%1 does not go together with your other savings", "coupon").arg(code);
        }
        return code;
    }

    title: qsTr("Your cart")
    actions: [
        RoundButton {
            iconName: "mirror"
            text: qsTr("Back to the mirror")
            visible: !page.empty
            onClicked: page.done()
        },
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0
            visible: !page.empty

            SansText {
                Layout.fillWidth: true
                color: Theme.inkSoft
                font.pixelSize: Theme.textCaption
                leading: 1.1
                text: page.cart.savings === "" ? qsTr("All together, tax included") : qsTr("All together, %1 saved").arg(page.cart.savings)
            }

            SerifText {
                Layout.fillWidth: true
                family: Theme.greek || Theme.arabic ? Theme.sans : Theme.serif
                size: Theme.textHeading
                text: page.cart.total
            }
        },
        RoundButton {
            iconName: "phone"
            text: qsTr("To my phone")
            visible: !page.empty && page.narrow
            onClicked: page.open("handoff")
        },
        ActionButton {
            iconName: "phone"
            text: qsTr("To my phone")
            visible: !page.empty && !page.narrow
            onClicked: page.open("handoff")
        },
        ActionButton {
            Layout.fillWidth: page.empty
            primary: true
            text: page.empty ? qsTr("Keep trying") : qsTr("Check out")
            enabled: page.empty || !page.held
            onClicked: page.empty ? page.done() : page.open("checkout")
        }
    ]

    ListView {
        id: list

        anchors.fill: parent
        anchors.bottomMargin: word.visible ? word.height + Theme.gapTiny : 0
        clip: true
        cacheBuffer: 0
        model: page.cart.rows
        footer: page.empty ? nothing : below
        T.ScrollBar.vertical: ScrollBar {}

        Accessible.role: Accessible.List
        Accessible.name: page.title

        delegate: Item {
            id: row

            required property string sku
            required property string brand
            required property string name
            required property string shade
            required property string color
            required property int quantity
            required property string price
            required property string total
            required property string listTotal
            required property string priceBefore
            required property bool giftWrap
            required property bool gone

            width: ListView.view.width
            height: Math.max(Theme.finger, words.implicitHeight) + 4 * Theme.unit

            RowLayout {
                anchors.fill: parent
                anchors.rightMargin: 3 * Theme.unit
                spacing: Theme.gap

                Disc {
                    color: row.color === "" ? Theme.well : row.color
                    side: 12 * Theme.unit
                }

                ColumnLayout {
                    id: words

                    Layout.fillWidth: true
                    spacing: 0

                    SansText {
                        Layout.fillWidth: true
                        font.pixelSize: Theme.textLabel
                        font.weight: Font.Medium
                        leading: 1.1
                        text: row.gone ? qsTr("%1 is no longer sold here").arg(row.sku) : row.name
                    }

                    SansText {
                        Layout.fillWidth: true
                        color: Theme.inkSoft
                        font.pixelSize: Theme.textCaption
                        leading: 1.1
                        text: row.quantity > 1 ? qsTr("%1 · %2 each", "shade, price").arg(row.shade === "" ? row.brand : row.shade).arg(row.price) : row.shade === "" ? row.brand : row.shade
                        visible: !row.gone
                    }

                    SansText {
                        Layout.fillWidth: true
                        font.pixelSize: Theme.textCaption
                        font.weight: Font.Medium
                        leading: 1.1
                        text: qsTr("Was %1 when you added it, now %2").arg(row.priceBefore).arg(row.price)
                        visible: row.priceBefore !== ""
                    }
                }

                ToggleButton {
                    iconName: "gift"
                    text: qsTr("Wrap %1 as a gift").arg(row.name)
                    checked: row.giftWrap
                    enabled: !page.held
                    visible: !row.gone
                    onClicked: page.cart.wrap(row.sku, !row.giftWrap)
                }

                QuantityStepper {
                    quantity: row.quantity
                    most: 99
                    name: row.name === "" ? row.sku : row.name
                    enabled: !page.held
                    onMore: page.cart.more(row.sku)
                    onFewer: page.cart.fewer(row.sku)
                }

                ColumnLayout {
                    Layout.minimumWidth: 27 * Theme.unit * Theme.typeScale
                    spacing: 0

                    SansText {
                        Layout.alignment: Qt.AlignRight
                        font.weight: Font.Medium
                        leading: 1.1
                        text: row.total
                        wrapMode: Text.NoWrap
                    }

                    SansText {
                        Layout.alignment: Qt.AlignRight
                        color: Theme.inkSoft
                        font.pixelSize: Theme.textCaption
                        font.strikeout: true
                        leading: 1.1
                        text: row.listTotal
                        visible: text !== ""
                        wrapMode: Text.NoWrap

                        Accessible.name: qsTr("without offers %1").arg(row.listTotal)
                    }
                }
            }

            Rule {
                anchors.bottom: parent.bottom
                width: parent.width
            }
        }
    }

    Notice {
        id: word

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        iconName: page.held ? "lock" : page.refused || page.cart.trouble !== "" ? "help" : page.cart.removed !== "" ? "undo" : "phone"
        text: {
            if (page.held)
                return qsTr("Being paid at %1. Nothing can be changed until that is done.").arg(page.cart.payingAt);
            if (page.refused)
                return qsTr("That cart could not be brought here. Let the phone show a new code. For the team: %1").arg(page.kiosk.handoff.reason);
            if (page.cart.trouble !== "")
                return qsTr("That could not be kept, and nothing was changed. For the team: %1").arg(page.cart.trouble);
            if (page.cart.removed !== "")
                return qsTr("%1 is out of your cart.").arg(page.cart.removed);
            return qsTr("Just added from your other screen: %1").arg(page.cart.news);
        }
        action: page.held || page.cart.trouble !== "" && !page.refused ? "" : page.refused ? qsTr("OK") : page.cart.removed !== "" ? qsTr("Bring it back") : qsTr("OK")
        visible: page.held || page.refused || page.cart.trouble !== "" || page.cart.removed !== "" || page.cart.news !== ""
        onActed: {
            if (page.refused)
                page.kiosk.handoff.letGo();
            else if (page.cart.removed !== "")
                page.cart.undo();
            else
                page.cart.forgetNews();
        }
    }

    Component {
        id: nothing

        SansText {
            width: list.width
            color: Theme.inkSoft
            text: qsTr("Nothing here yet. Touch a shade, and add what suits you. A cart that you began on your phone comes here when you show its code to the mirror.")
        }
    }

    Component {
        id: below

        ColumnLayout {
            width: list.width - 3 * Theme.unit
            spacing: Theme.gapTiny

            Item {
                implicitHeight: Theme.gapTiny
            }

            Repeater {
                model: page.cart.offers
                delegate: RowLayout {
                    id: saving

                    required property string sentence

                    Layout.fillWidth: true
                    spacing: Theme.gap

                    Icon {
                        name: "spark"
                        color: Theme.accent
                        side: 9 * Theme.unit
                    }

                    SansText {
                        Layout.fillWidth: true
                        color: Theme.accent
                        font.pixelSize: Theme.textLabel
                        leading: 1.15
                        text: saving.sentence
                    }
                }
            }

            Repeater {
                model: page.cart.coupons
                delegate: RowLayout {
                    id: coupon

                    required property string code
                    required property string standing
                    required property string missing

                    Layout.fillWidth: true
                    spacing: Theme.gap

                    Icon {
                        name: "ticket"
                        color: coupon.standing === "accepted" ? Theme.accent : Theme.inkSoft
                        side: 9 * Theme.unit
                    }

                    SansText {
                        Layout.fillWidth: true
                        font.pixelSize: Theme.textLabel
                        leading: 1.15
                        text: page.couponState(coupon.code, coupon.standing, coupon.missing)
                    }

                    RoundButton {
                        iconName: "close"
                        text: qsTr("Take back coupon %1").arg(coupon.code)
                        enabled: !page.held
                        onClicked: page.cart.dropCoupon(coupon.code)
                    }
                }
            }

            SansText {
                Layout.fillWidth: true
                color: Theme.inkSoft
                font.pixelSize: Theme.textLabel
                leading: 1.15
                text: qsTr("For the shop: %1", "note").arg(page.cart.note)
                visible: page.cart.note !== ""
            }

            RowLayout {
                Layout.fillWidth: true
                Layout.topMargin: Theme.gapTiny
                spacing: Theme.gap

                ActionButton {
                    iconName: "ticket"
                    size: Theme.textLabel
                    text: qsTr("I have a coupon")
                    enabled: !page.held
                    onClicked: page.open("coupon")
                }

                ActionButton {
                    iconName: "note"
                    size: Theme.textLabel
                    text: page.cart.note === "" ? qsTr("Tell the shop something") : qsTr("Change what I said")
                    enabled: !page.held
                    onClicked: page.open("note")
                }
            }

            Sum {
                Layout.topMargin: Theme.gapTiny
                label: qsTr("Without offers")
                amount: page.cart.subtotal
                visible: page.cart.savings !== ""
            }

            Sum {
                label: qsTr("You save")
                amount: page.cart.savings
                color: Theme.accent
                visible: page.cart.savings !== ""
            }

            Repeater {
                model: page.cart.taxes
                delegate: Sum {
                    required property string rate

                    label: qsTr("Tax in it, %1").arg(rate)
                }
            }

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.gap
                visible: page.cart.waiting

                Icon {
                    name: "cloud"
                    color: Theme.inkSoft
                    side: 8.5 * Theme.unit
                }

                SansText {
                    Layout.fillWidth: true
                    color: Theme.inkSoft
                    font.pixelSize: Theme.textLabel
                    leading: 1.15
                    text: qsTr("Saved here. It goes to the shop by itself when the network is back.")
                }
            }
        }
    }

    component Sum: RowLayout {
        id: sum

        required property string label
        required property string amount
        property color color: Theme.inkSoft

        Layout.fillWidth: true
        spacing: Theme.gap

        SansText {
            Layout.fillWidth: true
            color: sum.color
            font.pixelSize: Theme.textLabel
            leading: 1.1
            text: sum.label
        }

        SansText {
            color: sum.color
            font.pixelSize: Theme.textLabel
            leading: 1.1
            text: sum.amount
            wrapMode: Text.NoWrap
        }
    }
}
