pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Vitrine.Controls
import Vitrine.Models
import Vitrine.Theme

// One product: its shades or sizes, what it costs, what is in it, where there is some, and what goes with it.
ColumnLayout {
    id: page

    required property Kiosk kiosk
    readonly property ProductDetails details: kiosk.details

    signal back
    signal done
    signal tried

    spacing: Theme.gapTiny

    RowLayout {
        Layout.fillWidth: true
        Layout.topMargin: Theme.gapWide
        spacing: Theme.gap

        RoundButton {
            iconName: "back"
            text: qsTr("Back to the shop")
            rotation: Theme.arabic ? 180 : 0
            onClicked: page.back()
        }

        Item {
            Layout.fillWidth: true
        }

        RoundButton {
            iconName: "close"
            text: qsTr("Back to the mirror")
            onClicked: page.done()
        }
    }

    SansText {
        Layout.fillWidth: true
        text: page.details.trouble === "" ? qsTr("This is not sold any more.") : qsTr("The shop cannot be looked through just now. Ask one of us.")
        visible: page.details.gone || page.details.trouble !== ""
    }

    Flickable {
        id: view

        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.leftMargin: -Theme.margin
        Layout.rightMargin: -Theme.margin
        clip: true
        contentHeight: column.height
        visible: page.details.productId !== ""
        T.ScrollBar.vertical: ScrollBar {}

        ColumnLayout {
            id: column

            x: Theme.margin
            width: view.width - 2 * Theme.margin
            spacing: Theme.gapTiny

            SansText {
                Layout.fillWidth: true
                color: Theme.inkSoft
                font.capitalization: Theme.arabic ? Font.MixedCase : Font.AllUppercase
                font.letterSpacing: Theme.arabic ? 0 : 0.35 * Theme.unit
                font.pixelSize: Theme.textCaption
                leading: 1.05
                text: page.details.brand
            }

            SerifText {
                Layout.fillWidth: true
                size: Theme.textTitle
                text: page.details.name

                Accessible.role: Accessible.Heading
            }

            SansText {
                Layout.fillWidth: true
                color: Theme.inkSoft
                font.pixelSize: Theme.textLabel
                leading: 1.15
                text: page.details.description
            }

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.gap

                SansText {
                    font.pixelSize: Theme.textHeading
                    leading: 1
                    text: page.details.price
                    wrapMode: Text.NoWrap
                }

                SansText {
                    Layout.fillWidth: true
                    color: Theme.inkSoft
                    font.pixelSize: Theme.textLabel
                    leading: 1.1
                    text: {
                        const perUnit = Words.unitPrice(page.details.unitPrice, page.details.unit);
                        //: What is in a package, and what that comes to by the unit: "50 ml · €48 / 100 ml"
                        return perUnit === "" ? page.details.size : qsTr("%1 · %2").arg(page.details.size).arg(perUnit);
                    }
                }
            }

            Flow {
                Layout.fillWidth: true
                spacing: Theme.gapTiny

                Repeater {
                    model: page.details.tags
                    delegate: Rectangle {
                        required property string tag

                        width: word.implicitWidth + 6 * Theme.unit
                        height: word.implicitHeight + 3 * Theme.unit
                        radius: height / 2
                        color: Theme.well
                        border.color: Theme.line
                        border.width: Theme.highContrast ? Theme.hairline : 0

                        SansText {
                            id: word

                            anchors.centerIn: parent
                            font.pixelSize: Theme.textCaption
                            leading: 1
                            text: Words.tag(parent.tag)
                            wrapMode: Text.NoWrap
                        }
                    }
                }
            }

            Rule {
                Layout.fillWidth: true
                Layout.topMargin: Theme.gapTiny
            }

            SansText {
                Layout.fillWidth: true
                font.pixelSize: Theme.textLabel
                leading: 1.15
                text: {
                    if (!page.details.canTry)
                        return page.details.variantName;
                    return qsTr("%1, a %2", "shade name, colour in words").arg(page.details.variantName).arg(Words.tone(page.details.depth, page.details.temperature, page.details.hue));
                }
                visible: page.details.sizes.count > 1 || page.details.canTry
            }

            Flow {
                Layout.fillWidth: true
                spacing: Theme.gapTiny
                visible: page.details.sizes.count > 1 || page.details.canTry

                Repeater {
                    model: page.details.shades
                    delegate: T.Button {
                        id: swatch

                        required property int index
                        required property string code
                        required property string name
                        required property list<string> colors
                        required property bool inStock

                        width: Theme.finger
                        height: Theme.finger
                        opacity: inStock ? 1 : 0.45
                        highlighted: index === page.details.variantIndex
                        text: code + " " + name
                        focusPolicy: Qt.StrongFocus
                        onClicked: page.details.choose(index)

                        Accessible.name: inStock ? text : qsTr("%1, not here today").arg(text)
                        Accessible.role: Accessible.RadioButton
                        Accessible.checkable: true
                        Accessible.checked: highlighted

                        background: Rectangle {
                            radius: width / 2
                            color: "transparent"
                            border.color: Theme.accent
                            border.width: swatch.highlighted ? Theme.stroke : 0

                            FocusRing {
                                target: swatch
                            }
                        }

                        contentItem: Item {
                            PaletteDisc {
                                anchors.centerIn: parent
                                colors: swatch.colors
                                side: 15.5 * Theme.unit
                            }
                        }
                    }
                }

                Repeater {
                    model: page.details.sizes
                    delegate: Chip {
                        required property int index
                        required property string name
                        required property string price

                        //: A size and what it costs
                        text: qsTr("%1 · %2").arg(name).arg(price)
                        highlighted: index === page.details.variantIndex
                        onClicked: page.details.choose(index)
                    }
                }
            }

            SansText {
                Layout.fillWidth: true
                Layout.topMargin: Theme.gap
                font.weight: Font.DemiBold
                text: qsTr("Where to find it")

                Accessible.role: Accessible.Heading
            }

            Repeater {
                model: page.details.stores
                delegate: RowLayout {
                    id: store

                    required property string name
                    required property string city
                    required property bool isHere
                    required property string level
                    required property int quantity
                    required property int minutes

                    Layout.fillWidth: true
                    spacing: Theme.gap

                    SansText {
                        Layout.fillWidth: true
                        font.pixelSize: Theme.textLabel
                        font.weight: store.isHere ? Font.DemiBold : Font.Normal
                        leading: 1.15
                        text: store.isHere ? qsTr("Here, %1", "name of the shop").arg(store.name) : qsTr("%1, %2", "shop, city").arg(store.name).arg(store.city)
                    }

                    ColumnLayout {
                        spacing: 0

                        SansText {
                            Layout.alignment: Qt.AlignRight
                            font.pixelSize: Theme.textLabel
                            font.weight: store.level === "none" || store.level === "" ? Font.Normal : Font.DemiBold
                            leading: 1.1
                            text: Words.stock(store.level, store.quantity)
                            wrapMode: Text.NoWrap
                        }

                        SansText {
                            Layout.alignment: Qt.AlignRight
                            color: Theme.inkSoft
                            font.pixelSize: Theme.textCaption * 0.94
                            leading: 1.1
                            text: Words.age(store.minutes)
                            visible: store.level !== ""
                            wrapMode: Text.NoWrap
                        }
                    }
                }
            }

            SansText {
                Layout.fillWidth: true
                Layout.topMargin: Theme.gap
                font.weight: Font.DemiBold
                text: qsTr("Goes with")
                visible: page.details.companions.count > 0

                Accessible.role: Accessible.Heading
            }

            ListView {
                Layout.fillWidth: true
                Layout.leftMargin: -Theme.margin
                Layout.rightMargin: -Theme.margin
                Layout.preferredHeight: contentItem.childrenRect.height
                orientation: ListView.Horizontal
                spacing: Theme.gapTiny
                header: Spacer {}
                footer: Spacer {}
                model: page.details.companions
                visible: count > 0

                Accessible.role: Accessible.List
                Accessible.name: qsTr("Goes with")

                delegate: ProductCard {
                    required property string productId
                    required property string sku

                    width: 88 * Theme.unit * Theme.typeScale
                    onClicked: {
                        view.contentY = 0;
                        page.details.open(productId, sku);
                    }
                }
            }

            SansText {
                Layout.fillWidth: true
                Layout.topMargin: Theme.gap
                font.weight: Font.DemiBold
                text: qsTr("Ingredients")
                visible: page.details.ingredients !== ""

                Accessible.role: Accessible.Heading
            }

            SansText {
                Layout.fillWidth: true
                Layout.bottomMargin: Theme.gap
                color: Theme.inkSoft
                font.family: "Inter"
                font.pixelSize: Theme.textCaption
                // The list is the same in every language, in Latin letters.
                horizontalAlignment: Text.AlignLeft
                leading: 1.2
                text: page.details.ingredients
                visible: text !== ""
                LayoutMirroring.enabled: false
            }
        }
    }

    Item {
        Layout.fillHeight: true
        visible: !view.visible
    }

    RowLayout {
        Layout.fillWidth: true
        Layout.bottomMargin: Theme.gapWide
        spacing: Theme.gap
        visible: view.visible

        ActionButton {
            iconName: "face"
            text: qsTr("Try on")
            visible: page.details.canTry
            onClicked: {
                page.details.tryOn();
                page.tried();
            }
        }

        ToggleButton {
            iconName: "heart"
            checkedIconName: "heart-full"
            text: qsTr("On my wish list")
            checked: page.details.wished
            onClicked: page.details.wish()
        }

        ActionButton {
            Layout.fillWidth: true
            primary: true
            iconName: added.running ? "check" : "bag"
            text: added.running ? qsTr("In your cart") : qsTr("Add to cart · %1").arg(page.details.price)
            onClicked: page.kiosk.cart.add(page.details.sku)
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

    component Spacer: Item {
        implicitWidth: Theme.margin
        implicitHeight: 1
    }
}
