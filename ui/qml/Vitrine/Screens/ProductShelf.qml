pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Vitrine.Controls
import Vitrine.Models
import Vitrine.Theme

// The products of a shelf, and the shades of the one in hand.
ColumnLayout {
    id: shelf

    required property Kiosk kiosk
    readonly property OpenProduct product: kiosk.product
    readonly property bool roomy: height > 124 * Theme.unit * Theme.typeScale
    readonly property string what: qsTr("%1, %2", "kind, finish").arg(Words.kind(product.kind)).arg(Words.finish(product.finish))

    signal findShade

    spacing: 0

    ListView {
        id: rail

        Layout.fillWidth: true
        Layout.leftMargin: -Theme.margin
        Layout.rightMargin: -Theme.margin
        Layout.preferredHeight: Theme.finger + 4 * Theme.unit
        Layout.topMargin: 2 * Theme.unit
        orientation: ListView.Horizontal
        spacing: 3 * Theme.unit
        header: Spacer {}
        footer: Spacer {}
        clip: true
        cacheBuffer: 0
        model: shelf.kiosk.shelf.products
        currentIndex: shelf.kiosk.shelf.productIndex
        // The open product stays in sight and off the edge, also when the rail is laid out after it was chosen.
        highlightRangeMode: ListView.ApplyRange
        preferredHighlightBegin: Theme.margin
        preferredHighlightEnd: width - Theme.margin
        highlightMoveDuration: 0

        Accessible.role: Accessible.List
        Accessible.name: Words.category(shelf.kiosk.shelf.category)

        delegate: T.Button {
            id: card

            required property int index
            required property string productId
            required property string name
            required property list<string> colors
            required property bool worn

            width: leftPadding + fan.width + label.implicitWidth + 3 * Theme.unit + rightPadding
            height: rail.height
            topInset: 2 * Theme.unit
            bottomInset: 2 * Theme.unit
            leftPadding: 5 * Theme.unit
            rightPadding: 7 * Theme.unit
            text: name
            highlighted: index === shelf.kiosk.shelf.productIndex
            focusPolicy: Qt.StrongFocus
            onClicked: shelf.kiosk.shelf.openProduct(productId)

            Accessible.name: worn ? qsTr("%1, on you").arg(name) : name
            Accessible.role: Accessible.RadioButton
            Accessible.checkable: true
            Accessible.checked: highlighted

            background: Rectangle {
                radius: height / 2
                color: card.highlighted || card.down ? Theme.well : "transparent"
                border.color: card.highlighted ? Theme.ink : Theme.line
                border.width: card.highlighted ? Theme.stroke : Theme.hairline * 1.5

                FocusRing {
                    target: card
                }
            }

            contentItem: Item {
                Row {
                    id: fan

                    anchors.verticalCenter: parent.verticalCenter
                    anchors.left: parent.left
                    spacing: -3.4 * Theme.unit

                    Repeater {
                        model: card.colors
                        delegate: Disc {
                            required property string modelData

                            color: modelData
                            side: 8.5 * Theme.unit
                            border.color: Theme.sheet
                            border.width: Theme.hairline * 1.5
                        }
                    }
                }

                SerifText {
                    id: label

                    anchors.left: fan.right
                    anchors.leftMargin: 3 * Theme.unit
                    anchors.verticalCenter: parent.verticalCenter
                    size: Theme.textName * 0.92
                    text: card.name
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true
                }
            }
        }
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0.4 * Theme.unit

            SansText {
                Layout.fillWidth: true
                color: Theme.inkSoft
                font.capitalization: Theme.arabic ? Font.MixedCase : Font.AllUppercase
                font.letterSpacing: Theme.arabic ? 0 : 0.35 * Theme.unit
                font.pixelSize: Theme.textCaption * 0.94
                leading: 1.05
                text: shelf.product.brand
            }

            SerifText {
                Layout.fillWidth: true
                size: Theme.textHeading
                text: shelf.product.name

                Accessible.role: Accessible.Heading
            }
        }

        ColumnLayout {
            spacing: 0.4 * Theme.unit

            SansText {
                Layout.alignment: Qt.AlignRight
                font.pixelSize: Theme.textHeading * (Theme.greek || Theme.arabic ? 1 : 0.92)
                horizontalAlignment: Text.AlignRight
                leading: 1
                text: shelf.product.price
                wrapMode: Text.NoWrap
            }

            SansText {
                Layout.alignment: Qt.AlignRight
                color: Theme.inkSoft
                font.pixelSize: Theme.textCaption
                horizontalAlignment: Text.AlignRight
                leading: 1.05
                text: shelf.what
                wrapMode: Text.NoWrap
            }
        }
    }

    SansText {
        Layout.fillWidth: true
        Layout.topMargin: 1.5 * Theme.unit
        color: Theme.inkSoft
        font.pixelSize: Theme.textLabel
        leading: 1.15
        text: qsTr("%1 · %2", "description, size").arg(shelf.product.description).arg(shelf.product.size)
        visible: shelf.roomy
    }

    Item {
        id: room

        Layout.fillWidth: true
        Layout.fillHeight: true

        // Where there is room, the shade as a stroke on paper.
        Image {
            readonly property real side: Math.min(parent.width * 0.8, parent.height * 1.9)

            anchors.centerIn: parent
            width: side
            height: side * 0.433
            source: visible ? "image://icons/smear-1/" + shelf.product.shadeColor.slice(1) : ""
            sourceSize.width: Math.round(side)
            visible: shelf.product.worn && room.height > 30 * Theme.unit

            Accessible.ignored: true
        }
    }

    SwatchRail {
        id: swatches

        Layout.fillWidth: true
        Layout.leftMargin: -3 * Theme.unit
        Layout.rightMargin: -Theme.margin
        Layout.topMargin: Theme.unit
        hint: qsTr("Shades")
        wrapped: !shelf.kiosk.screen.portrait
        shades: shelf.product.shades
        shadeIndex: shelf.product.shadeIndex
        onBegan: shelf.product.beginGesture()
        onTried: index => shelf.product.tryShade(index)
        onEnded: shelf.product.endGesture()
    }

    SansText {
        Layout.fillWidth: true
        color: shelf.product.worn ? Theme.ink : Theme.inkSoft
        font.pixelSize: Theme.textLabel
        leading: 1.1
        text: shelf.product.worn ? qsTr("%1 · %2, a %3", "shade code, shade name, colour in words").arg(shelf.product.shadeCode).arg(shelf.product.shadeName).arg(Words.tone(shelf.product.depth, shelf.product.temperature, shelf.product.hue)) : qsTr("Touch a shade to see it on you, or slide along them")
    }

    RowLayout {
        Layout.fillWidth: true
        Layout.preferredHeight: Theme.finger
        spacing: 2.5 * Theme.unit

        Chip {
            text: qsTr("Find my shade")
            enabled: shelf.kiosk.mirror.view === "live"
            visible: shelf.kiosk.match.offered
            onClicked: shelf.findShade()

            Accessible.checkable: false
            Accessible.role: Accessible.Button
        }

        RowLayout {
            spacing: 2.5 * Theme.unit
            enabled: shelf.product.worn
            opacity: enabled ? 1 : 0.45

            // As many styles as have room beside the slider; the others are a swipe away.
            Flickable {
                id: styles

                function show(): void {
                    const furthest = Math.max(0, contentWidth - width);
                    for (let index = 0; index < row.count; index++) {
                        const chip = row.itemAt(index) as Chip;
                        if (chip?.highlighted)
                            contentX = Math.min(furthest, Math.max(0, chip.x + chip.width / 2 - width / 2));
                    }
                }

                Layout.preferredWidth: Math.min(chips.width, shelf.width * 0.6)
                Layout.preferredHeight: Theme.finger
                contentWidth: chips.width
                contentHeight: height
                flickableDirection: Flickable.HorizontalFlick
                boundsBehavior: Flickable.StopAtBounds
                clip: true
                visible: shelf.product.styles.count > 0
                onWidthChanged: show()

                Accessible.role: Accessible.List
                Accessible.name: qsTr("Styles")

                Row {
                    id: chips

                    spacing: 2.5 * Theme.unit
                    onPositioningComplete: styles.show()

                    Repeater {
                        id: row

                        model: shelf.product.styles
                        delegate: Chip {
                            required property string style

                            text: Words.style(shelf.product.kind, style)
                            highlighted: style === shelf.product.style
                            onClicked: shelf.product.wearStyle(style)
                            onHighlightedChanged: styles.show()
                        }
                    }
                }
            }

            SansText {
                Layout.leftMargin: styles.visible ? 3 * Theme.unit : 0
                color: Theme.inkSoft
                font.pixelSize: Theme.textLabel
                leading: 1
                text: qsTr("Light")
                wrapMode: Text.NoWrap
            }

            AmountSlider {
                Layout.fillWidth: true
                name: qsTr("How much")
                value: shelf.product.coverage
                onBegan: shelf.product.beginGesture()
                onMoved: shelf.product.wearAmount(value)
                onEnded: shelf.product.endGesture()
            }

            SansText {
                color: Theme.inkSoft
                font.pixelSize: Theme.textLabel
                leading: 1
                text: qsTr("Rich")
                wrapMode: Text.NoWrap
            }
        }
    }

    Item {
        Layout.fillHeight: true
        Layout.maximumHeight: 16 * Theme.unit
    }

    component Spacer: Item {
        implicitHeight: 1
        implicitWidth: Theme.margin
    }
}
