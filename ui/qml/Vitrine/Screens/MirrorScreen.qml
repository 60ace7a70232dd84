pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Vitrine.Controls
import Vitrine.Models
import Vitrine.Theme

// The picture, and the sheet with everything a hand does: below it on a display that stands, beside it on one that lies.
FocusScope {
    id: screen

    objectName: "mirrorScreen"

    required property Kiosk kiosk
    property string page: "try"
    readonly property bool held: kiosk.snapshot.state === "held"
    readonly property bool live: kiosk.mirror.view === "live" && !held
    readonly property bool trying: page === "try" && kiosk.snapshot.state === "off"
    readonly property bool portrait: kiosk.screen.portrait
    readonly property real lowered: kiosk.screen.reach && portrait ? height * 0.14 : 0
    readonly property real reachable: kiosk.screen.controlsTop > 0 ? height - kiosk.screen.controlsTop - compare.height - (people.visible ? people.height + Theme.gapTiny : 0) - Theme.gap : height
    // Pages that are read rather than looked into the mirror with.
    readonly property bool tall: ["cart", "coupon", "note", "find"].includes(page) && kiosk.snapshot.state === "off" && kiosk.session.phase === "active"
    // Pages that a shopper goes to for themselves, away from the mirror: they have all of the display.
    readonly property bool full: ["shop", "product"].includes(page) && kiosk.snapshot.state === "off" && kiosk.session.phase === "active"
    readonly property real sheetHeight: Math.min(reachable, portrait && !full ? Math.max(height * (tall ? 0.54 : 0.385), tryPage.implicitHeight) : height)
    readonly property real sheetWidth: portrait ? width : Math.max(width * 0.42, 205 * Theme.unit)

    focus: true

    Chime {
        kiosk: screen.kiosk
    }

    Connections {
        target: screen.kiosk.handoff

        function onAdopted(): void {
            screen.page = "cart";
        }
    }

    SerifText {
        anchors.horizontalCenter: parent.horizontalCenter
        y: (screen.lowered - height) / 2
        family: "Fraunces"
        size: 11 * Theme.unit
        text: "Vitrine"
        visible: screen.lowered > 0
        wrapMode: Text.NoWrap
    }

    Item {
        id: place

        visible: !screen.full || !screen.portrait
        anchors.left: parent.left
        y: screen.lowered
        width: screen.portrait ? parent.width : parent.width - screen.sheetWidth + Theme.radius
        height: (screen.portrait ? parent.height - screen.sheetHeight + Theme.radius : parent.height) - y

        Loader {
            anchors.fill: parent
            active: screen.live || screen.held
            sourceComponent: Picture {
                mirror: screen.kiosk.mirror
            }
        }

        Loader {
            anchors.fill: parent
            active: !screen.live && !screen.held
            sourceComponent: RestingPicture {
                kiosk: screen.kiosk
            }
        }

        CompareSlider {
            id: compare

            mirror: screen.kiosk.mirror
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            anchors.leftMargin: screen.portrait || !screen.kiosk.language.rightToLeft ? 0 : Theme.radius
            anchors.rightMargin: screen.portrait || screen.kiosk.language.rightToLeft ? 0 : Theme.radius
            anchors.bottomMargin: (screen.portrait ? Theme.radius : 0) + 3 * Theme.unit
            visible: screen.live && !screen.tall && !screen.full && screen.kiosk.snapshot.state === "off" && screen.kiosk.wearing.count > 0 && screen.kiosk.session.phase === "active" && !guidance.visible && !scans.visible
        }

        PeopleSwitch {
            id: people

            people: screen.kiosk.people
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.bottom: compare.top
            anchors.bottomMargin: Theme.gapTiny
            visible: screen.live && !screen.tall && !screen.full && screen.kiosk.snapshot.state === "off" && screen.kiosk.session.phase === "active" && (screen.kiosk.people.rows.count > 1 || screen.kiosk.people.guest) && !scans.visible
        }

        GuidancePill {
            id: guidance

            guidance: screen.live && !scans.visible ? screen.kiosk.mirror.guidance : "none"
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.bottom: parent.bottom
            anchors.bottomMargin: compare.anchors.bottomMargin + 3 * Theme.unit
        }
    }

    Item {
        id: sheet

        anchors.right: parent.right
        anchors.bottom: parent.bottom
        width: screen.sheetWidth
        height: screen.sheetHeight

        SheetSurface {
            anchors.fill: parent
            below: screen.portrait
        }

        // Touches between the controls do nothing.
        MouseArea {
            anchors.fill: parent
        }

        Flickable {
            anchors.fill: parent
            anchors.leftMargin: Theme.margin
            anchors.rightMargin: Theme.margin
            contentHeight: tryPage.height
            clip: contentHeight > height
            interactive: clip
            visible: screen.trying && screen.kiosk.session.phase === "active"
            T.ScrollBar.vertical: ScrollBar {}

            TryPage {
                id: tryPage

                kiosk: screen.kiosk
                width: parent.width
                height: Math.max(implicitHeight, sheet.height)
                onOpen: page => screen.page = page
            }
        }

        Loader {
            anchors.fill: parent
            anchors.leftMargin: Theme.margin
            anchors.rightMargin: Theme.margin
            sourceComponent: {
                if (screen.kiosk.session.phase === "warning")
                    return stillThere;
                if (screen.kiosk.snapshot.state !== "off")
                    return snapshot;
                switch (screen.page) {
                case "wearing":
                    return wearing;
                case "shade":
                    return shade;
                case "picks":
                    return picks;
                case "shop":
                    return shop;
                case "product":
                    return productPage;
                case "cart":
                    return cart;
                case "checkout":
                    return checkout;
                case "coupon":
                    return coupon;
                case "note":
                    return note;
                case "find":
                    return find;
                case "order":
                    return order;
                case "staff":
                    return staff;
                case "handoff":
                    return handoff;
                case "shipping":
                    return shipping;
                case "help":
                    return help;
                case "language":
                    return language;
                case "comfort":
                    return comfort;
                }
                return null;
            }
        }
    }

    ScanToast {
        id: scans

        readonly property real floor: (screen.portrait && !screen.full && !screen.kiosk.screen.reach ? sheet.y : screen.height) - Theme.gap

        scanner: screen.kiosk.scanner
        anchors.horizontalCenter: place.horizontalCenter
        y: floor - height
        width: Math.min(place.width - 2 * Theme.gapWide, 280 * Theme.unit)
        room: Math.min(120 * Theme.unit, floor - Math.max(Theme.gap, screen.kiosk.screen.controlsTop))
        visible: scanner.rows.count > 0 && screen.kiosk.session.phase === "active" && screen.kiosk.snapshot.state === "off"
        onHelpWanted: screen.page = "help"
    }

    Connections {
        target: screen.kiosk.scanner

        function onTried(): void {
            screen.page = "try";
        }

        function onCouponWanted(): void {
            screen.page = "cart";
        }

        function onOrderWanted(code: string): void {
            screen.kiosk.orders.track(code);
            screen.page = "order";
        }
    }

    Component {
        id: stillThere

        StillTherePage {
            kiosk: screen.kiosk
        }
    }

    Component {
        id: snapshot

        SnapshotPage {
            kiosk: screen.kiosk
        }
    }

    Component {
        id: wearing

        WearingPage {
            kiosk: screen.kiosk
            onDone: screen.page = "try"
        }
    }

    Component {
        id: shade

        ShadePage {
            kiosk: screen.kiosk
            onDone: screen.page = "try"
        }
    }

    Component {
        id: picks

        WishListPage {
            kiosk: screen.kiosk
            onDone: screen.page = "try"
            onOpened: (productId, sku) => {
                screen.kiosk.details.open(productId, sku);
                screen.page = "product";
            }
        }
    }

    Component {
        id: shop

        ShopPage {
            kiosk: screen.kiosk
            onDone: screen.page = "try"
            onOpened: (productId, sku) => {
                screen.kiosk.details.open(productId, sku);
                screen.page = "product";
            }
        }
    }

    Component {
        id: productPage

        ProductPage {
            kiosk: screen.kiosk
            onBack: screen.page = "shop"
            onDone: screen.page = "try"
            onTried: screen.page = "try"
        }
    }

    Component {
        id: cart

        CartPage {
            kiosk: screen.kiosk
            onOpen: page => screen.page = page
            onDone: screen.page = "try"
        }
    }

    Component {
        id: checkout

        CheckoutPage {
            kiosk: screen.kiosk
            onOpen: page => screen.page = page
            onDone: screen.page = "try"
        }
    }

    Component {
        id: coupon

        EntryPage {
            kiosk: screen.kiosk
            title: qsTr("Your coupon")
            hint: qsTr("The letters and digits on it")
            confirm: qsTr("Use it")
            onEntered: text => {
                screen.kiosk.cart.useCoupon(text);
                screen.page = "cart";
            }
            onDone: screen.page = "cart"
        }
    }

    Component {
        id: note

        EntryPage {
            kiosk: screen.kiosk
            title: qsTr("What should the shop know?")
            hint: qsTr("Such as a message for a gift")
            confirm: qsTr("Tell the shop")
            isCode: false
            longest: 200
            text: screen.kiosk.cart.note
            onEntered: text => {
                screen.kiosk.cart.writeNote(text);
                screen.page = "cart";
            }
            onDone: screen.page = "cart"
        }
    }

    Component {
        id: find

        EntryPage {
            kiosk: screen.kiosk
            title: qsTr("Where is my order?")
            hint: qsTr("The ten letters and digits of its code")
            confirm: qsTr("Find it")
            onEntered: text => {
                screen.kiosk.orders.track(text);
                screen.page = "order";
            }
            onDone: screen.page = "help"
        }
    }

    Component {
        id: order

        OrderPage {
            kiosk: screen.kiosk
            onAnother: screen.page = "find"
            onDone: screen.page = "try"
        }
    }

    Component {
        id: staff

        StaffPage {
            kiosk: screen.kiosk
            onDone: screen.page = "try"
        }
    }

    Component {
        id: handoff

        HandoffPage {
            kiosk: screen.kiosk
            onBack: screen.page = "cart"
            onDone: screen.page = "try"
        }
    }

    Component {
        id: shipping

        HandoffPage {
            kiosk: screen.kiosk
            shipping: true
            onBack: screen.page = "cart"
            onDone: screen.page = "try"
        }
    }

    Component {
        id: help

        HelpPage {
            onOpen: page => screen.page = page
            onDone: screen.page = "try"
        }
    }

    Component {
        id: language

        LanguagePage {
            kiosk: screen.kiosk
            onDone: screen.page = "try"
        }
    }

    Component {
        id: comfort

        ComfortPage {
            kiosk: screen.kiosk
            onDone: screen.page = "try"
        }
    }
}
