pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Vitrine.Controls
import Vitrine.Models
import Vitrine.Theme

// The whole shop, over the mirror for as long as the shopper wants to look around in it.
ColumnLayout {
    id: page

    objectName: "shopPage"

    required property Kiosk kiosk
    readonly property Browse browse: kiosk.browse
    property bool choosing: false

    signal done
    signal opened(productId: string, sku: string)

    spacing: Theme.gapTiny
    Component.onCompleted: browse.begin()

    RowLayout {
        Layout.fillWidth: true
        Layout.topMargin: Theme.gapWide
        spacing: Theme.gap

        SearchField {
            id: field

            objectName: "searchField"

            Layout.fillWidth: true
            placeholderText: qsTr("Search")
            text: page.browse.text
            onTextEdited: page.browse.search(text)
            onAccepted: focus = false
            onCleared: page.browse.search("")
            onActiveFocusChanged: {
                if (activeFocus)
                    page.choosing = false;
            }
        }

        RoundButton {
            iconName: "close"
            text: qsTr("Back to the mirror")
            onClicked: page.done()
        }
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.gapTiny

        Accessible.role: Accessible.List
        Accessible.name: qsTr("Shelves")

        Repeater {
            model: page.browse.categories
            delegate: Chip {
                required property string category
                required property bool open

                text: category === "" ? qsTr("Everything") : Words.category(category)
                highlighted: open
                onClicked: page.browse.openCategory(category)
            }
        }
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.gapTiny

        Chip {
            text: page.browse.chosen > 0 ? qsTr("Filters: %1", "number").arg(page.browse.chosen) : qsTr("Filters")
            highlighted: page.choosing
            onClicked: {
                field.focus = false;
                page.choosing = !page.choosing;
            }

            Accessible.role: Accessible.Button
        }

        Chip {
            text: qsTr("In stock here")
            highlighted: page.browse.inStockHere
            onClicked: page.browse.onlyInStock(!page.browse.inStockHere)

            Accessible.role: Accessible.CheckBox
        }

        Chip {
            text: Words.order("unit_price")
            highlighted: page.browse.order === "unit_price"
            visible: page.browse.text === ""
            onClicked: page.browse.sort(highlighted ? "shelf" : "unit_price")

            Accessible.role: Accessible.CheckBox
        }
    }

    SansText {
        Layout.fillWidth: true
        color: Theme.inkSoft
        font.pixelSize: Theme.textLabel
        leading: 1.1
        text: {
            if (page.browse.trouble !== "")
                return qsTr("The shop cannot be looked through just now. Ask one of us.");
            if (page.browse.count > 0)
                return page.browse.count === 1 ? qsTr("One product") : qsTr("%1 products", "number").arg(page.browse.count);
            if (!page.browse.answered)
                return "";
            return qsTr("Nothing fits. Try fewer letters or fewer filters, or ask one of us.");
        }

        Accessible.role: Accessible.StaticText
    }

    Item {
        Layout.fillWidth: true
        Layout.fillHeight: true

        GridView {
            id: grid

            readonly property int columns: Math.max(2, Math.floor(width / (84 * Theme.unit * Theme.typeScale)))

            anchors.fill: parent
            anchors.rightMargin: -Theme.gapTiny
            cellWidth: Math.floor(width / columns)
            cellHeight: measure.implicitHeight + Theme.gapTiny
            clip: true
            cacheBuffer: cellHeight
            reuseItems: true
            model: page.browse.products
            visible: !page.choosing
            onAtYEndChanged: {
                if (atYEnd)
                    page.browse.more();
            }
            T.ScrollBar.vertical: ScrollBar {}

            Accessible.role: Accessible.List
            Accessible.name: qsTr("Products")

            delegate: ProductCard {
                required property string productId
                required property string sku

                width: grid.cellWidth - Theme.gapTiny
                height: grid.cellHeight - Theme.gapTiny
                onClicked: page.opened(productId, sku)
            }

            Connections {
                target: page.browse

                function onRenewed(): void {
                    grid.positionViewAtBeginning();
                }
            }
        }

        // As tall as a card with two lines of a name.
        ProductCard {
            id: measure

            width: grid.cellWidth - Theme.gapTiny
            brand: "B"
            name: "N\nN"
            shade: ""
            category: ""
            colors: []
            price: "1"
            hasPrices: false
            unitPrice: "1"
            unit: "g"
            stock: "here"
            visible: false
        }

        Loader {
            anchors.fill: parent
            active: page.choosing
            sourceComponent: ShopFilters {
                browse: page.browse
                onDone: page.choosing = false
            }
        }
    }

    Loader {
        Layout.fillWidth: true
        Layout.bottomMargin: Theme.gapTiny
        active: field.activeFocus
        visible: active
        sourceComponent: Keyboard {
            language: page.kiosk.language.current
            onTyped: letter => {
                field.insert(field.cursorPosition, letter);
                page.browse.search(field.text);
            }
            onErased: {
                field.remove(field.cursorPosition - 1, field.cursorPosition);
                page.browse.search(field.text);
            }
            onEntered: field.focus = false
        }
    }
}
