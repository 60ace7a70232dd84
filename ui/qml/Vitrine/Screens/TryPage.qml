pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Vitrine.Controls
import Vitrine.Models
import Vitrine.Theme

// The shop under the face: shelves, products, shades, how much, and what to keep.
ColumnLayout {
    id: page

    required property Kiosk kiosk
    readonly property bool onLooks: kiosk.shelf.category === "looks"

    signal open(page: string)

    spacing: 0

    RowLayout {
        Layout.fillWidth: true
        Layout.topMargin: 2 * Theme.unit
        spacing: 0

        Repeater {
            model: page.kiosk.shelf.categories
            delegate: Tab {
                required property string category

                Layout.fillWidth: true
                text: Words.category(category)
                highlighted: category === page.kiosk.shelf.category
                onClicked: page.kiosk.shelf.openCategory(category)
            }
        }
    }

    Rule {
        Layout.fillWidth: true
        Layout.leftMargin: -Theme.margin
        Layout.rightMargin: -Theme.margin
    }

    Loader {
        Layout.fillWidth: true
        Layout.fillHeight: true
        sourceComponent: page.onLooks ? looks : products
    }

    Loader {
        Layout.fillWidth: true
        Layout.topMargin: 2 * Theme.unit
        active: page.kiosk.offer.shown
        visible: active
        sourceComponent: OfferCard {
            offer: page.kiosk.offer
        }
    }

    RowLayout {
        Layout.fillWidth: true
        Layout.topMargin: 2 * Theme.unit
        spacing: Theme.gap

        RoundButton {
            text: qsTr("Undo")
            iconName: "undo"
            enabled: page.kiosk.wearing.canUndo
            onClicked: page.kiosk.wearing.undo()
        }

        RoundButton {
            text: qsTr("Take a picture")
            iconName: "camera"
            enabled: page.kiosk.mirror.view === "live"
            onClicked: page.kiosk.snapshot.begin()
        }

        ActionButton {
            //: Opens the list of products on the face. %n is how many there are.
            text: page.kiosk.wearing.count > 0 ? qsTr("On you: %1").arg(page.kiosk.wearing.count) : qsTr("On you")
            enabled: page.kiosk.wearing.count > 0
            onClicked: page.open("wearing")
        }

        ToggleButton {
            iconName: "heart"
            checkedIconName: "heart-full"
            text: qsTr("On my wish list")
            checked: page.kiosk.product.picked
            enabled: page.kiosk.product.worn
            visible: !page.onLooks
            onClicked: page.kiosk.product.pick()
        }

        ActionButton {
            Layout.fillWidth: true
            primary: true
            iconName: page.onLooks ? "" : added.running ? "check" : "bag"
            text: {
                if (page.onLooks)
                    return qsTr("See what is in it");
                if (added.running)
                    return qsTr("In your cart");
                //: Puts the shade that is worn into the cart. %1 is what it costs
                return qsTr("Add to cart · %1").arg(page.kiosk.product.price);
            }
            enabled: page.onLooks ? page.kiosk.wearing.count > 0 : page.kiosk.product.worn
            onClicked: page.onLooks ? page.open("wearing") : page.kiosk.cart.add(page.kiosk.product.sku)
        }
    }

    // As many in a row as there is room for.
    GridLayout {
        Layout.fillWidth: true
        Layout.topMargin: 3 * Theme.unit
        Layout.bottomMargin: 3 * Theme.unit
        columns: page.width < 250 * Theme.unit * Theme.typeScale ? 4 : 7
        columnSpacing: Theme.gapTiny
        rowSpacing: 0
        uniformCellWidths: true

        Tool {
            Layout.fillWidth: true
            iconName: "search"
            text: qsTr("Shop")
            onClicked: page.open("shop")
        }

        Tool {
            Layout.fillWidth: true
            iconName: "bag"
            text: qsTr("Cart")
            count: page.kiosk.cart.count
            onClicked: page.open("cart")
        }

        Tool {
            Layout.fillWidth: true
            iconName: page.kiosk.picks.count > 0 ? "heart-full" : "heart"
            text: qsTr("Wish list")
            count: page.kiosk.picks.count
            onClicked: page.open("picks")
        }

        Tool {
            Layout.fillWidth: true
            iconName: "help"
            text: qsTr("Help")
            onClicked: page.open("help")
        }

        Tool {
            Layout.fillWidth: true
            iconName: "globe"
            text: page.kiosk.language.name
            onClicked: page.open("language")
            Accessible.name: qsTr("Language: %1").arg(page.kiosk.language.name)
        }

        Tool {
            Layout.fillWidth: true
            iconName: "comfort"
            text: qsTr("Comfort")
            onClicked: page.open("comfort")
        }

        Tool {
            Layout.fillWidth: true
            iconName: "leave"
            text: qsTr("I’m done")
            onClicked: page.kiosk.session.end()
        }
    }

    Timer {
        id: added

        interval: 1800
    }

    Connections {
        target: page.kiosk.cart

        function onAdded(): void {
            added.restart();
        }
    }

    Component {
        id: products

        ProductShelf {
            kiosk: page.kiosk
            onFindShade: page.open("shade")
        }
    }

    Component {
        id: looks

        LooksShelf {
            kiosk: page.kiosk
        }
    }
}
