pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Vitrine.Theme

// A product among others: its colours, whose it is, what it costs, and what that comes to by the unit.
T.Button {
    id: card

    required property string brand
    required property string name
    required property string shade
    required property string category
    required property list<string> colors
    required property string price
    required property bool hasPrices
    required property string unitPrice
    required property string unit
    required property string stock
    readonly property string told: hasPrices ? qsTr("from %1", "price").arg(price) : price
    readonly property string toldByUnit: Words.unitPrice(hasPrices && unitPrice !== "" ? qsTr("from %1", "price").arg(unitPrice) : unitPrice, unit)

    implicitHeight: words.implicitHeight + topPadding + bottomPadding
    topPadding: 3 * Theme.unit
    bottomPadding: 3 * Theme.unit
    leftPadding: 4 * Theme.unit
    rightPadding: 4 * Theme.unit
    text: name
    focusPolicy: Qt.StrongFocus

    Accessible.name: [brand, name, told, toldByUnit, Words.stockOfCard(stock)].filter(part => part !== "").join(", ")

    background: Rectangle {
        radius: Theme.radiusSmall
        color: card.down ? Theme.well : "transparent"
        border.color: Theme.line
        border.width: Theme.hairline * 1.5

        FocusRing {
            target: card
        }
    }

    contentItem: ColumnLayout {
        id: words

        spacing: 0.6 * Theme.unit

        Item {
            Layout.fillWidth: true
            Layout.preferredHeight: 12 * Theme.unit
            Layout.bottomMargin: Theme.unit

            Row {
                anchors.left: parent.left
                anchors.verticalCenter: parent.verticalCenter
                spacing: -4 * Theme.unit

                Repeater {
                    model: card.colors
                    delegate: Disc {
                        required property string modelData

                        color: modelData
                        side: 12 * Theme.unit
                        border.color: Theme.sheet
                        border.width: Theme.hairline * 1.5
                    }
                }
            }

            Icon {
                anchors.left: parent.left
                anchors.verticalCenter: parent.verticalCenter
                name: Words.categoryIcon(card.category)
                side: 12 * Theme.unit
                visible: card.colors.length === 0
            }
        }

        SansText {
            Layout.fillWidth: true
            color: Theme.inkSoft
            elide: Text.ElideRight
            font.pixelSize: Theme.textCaption * 0.94
            leading: 1.1
            text: card.brand
            wrapMode: Text.NoWrap

            Accessible.ignored: true
        }

        SerifText {
            Layout.fillWidth: true
            Layout.fillHeight: true
            elide: Text.ElideRight
            maximumLineCount: 2
            size: Theme.textName * 0.92
            text: card.name
            verticalAlignment: Text.AlignTop

            Accessible.ignored: true
        }

        SansText {
            Layout.fillWidth: true
            elide: Text.ElideRight
            font.pixelSize: Theme.textLabel
            font.weight: Font.DemiBold
            leading: 1.1
            text: card.told
            wrapMode: Text.NoWrap

            Accessible.ignored: true
        }

        SansText {
            Layout.fillWidth: true
            color: Theme.inkSoft
            elide: Text.ElideRight
            font.pixelSize: Theme.textCaption * 0.94
            leading: 1.1
            text: card.toldByUnit
            wrapMode: Text.NoWrap

            Accessible.ignored: true
        }

        SansText {
            Layout.fillWidth: true
            color: Theme.inkSoft
            elide: Text.ElideRight
            font.pixelSize: Theme.textCaption * 0.94
            leading: 1.1
            text: Words.stockOfCard(card.stock)
            wrapMode: Text.NoWrap

            Accessible.ignored: true
        }
    }
}
