pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Vitrine.Controls
import Vitrine.Models
import Vitrine.Theme

// What is on the face: how much of each, and off with any of them.
Page {
    id: page

    required property Kiosk kiosk

    signal done

    title: qsTr("On you now")
    actions: [
        RoundButton {
            text: qsTr("Back to the mirror")
            iconName: "mirror"
            onClicked: page.done()
        },
        RoundButton {
            text: qsTr("Undo")
            iconName: "undo"
            enabled: page.kiosk.wearing.canUndo
            onClicked: page.kiosk.wearing.undo()
        },
        ActionButton {
            text: qsTr("Take it all off")
            enabled: page.kiosk.wearing.count > 0
            onClicked: page.kiosk.wearing.clear()
        },
        ActionButton {
            Layout.fillWidth: true
            primary: true
            iconName: page.kiosk.cart.hasWorn ? "check" : "bag"
            text: page.kiosk.cart.hasWorn ? qsTr("All in your cart") : qsTr("Add all to cart")
            enabled: page.kiosk.wearing.count > 0 && !page.kiosk.cart.hasWorn
            onClicked: page.kiosk.cart.addWorn()
        }
    ]

    SansText {
        anchors.fill: parent
        color: Theme.inkSoft
        text: qsTr("Nothing yet. Touch a shade, and it is on you.")
        visible: page.kiosk.wearing.count === 0
    }

    ListView {
        anchors.fill: parent
        clip: true
        cacheBuffer: 0
        model: page.kiosk.wearing.worn
        T.ScrollBar.vertical: ScrollBar {}

        Accessible.role: Accessible.List
        Accessible.name: page.title

        delegate: Item {
            id: row

            required property string kind
            required property string productId
            required property string name
            required property string shade
            required property list<string> colors
            required property real coverage

            width: ListView.view.width
            height: Math.max(Theme.finger, words.implicitHeight) + 4 * Theme.unit

            RowLayout {
                anchors.fill: parent
                anchors.rightMargin: 3 * Theme.unit
                spacing: Theme.gap

                PaletteDisc {
                    colors: row.colors
                    side: 14 * Theme.unit
                }

                ColumnLayout {
                    id: words

                    Layout.fillWidth: true
                    Layout.preferredWidth: 90 * Theme.unit
                    spacing: 0

                    SansText {
                        Layout.fillWidth: true
                        font.pixelSize: Theme.textLabel
                        font.weight: Font.Medium
                        leading: 1.1
                        text: row.name
                    }

                    SansText {
                        Layout.fillWidth: true
                        color: Theme.inkSoft
                        font.pixelSize: Theme.textCaption
                        leading: 1.1
                        text: row.shade
                    }
                }

                AmountSlider {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 90 * Theme.unit
                    name: qsTr("How much of %1").arg(row.name)
                    value: row.coverage
                    onBegan: page.kiosk.wearing.beginGesture()
                    onMoved: page.kiosk.wearing.wearAmount(row.kind, value)
                    onEnded: page.kiosk.wearing.endGesture()
                }

                RoundButton {
                    iconName: "close"
                    text: qsTr("Take off %1").arg(row.name)
                    onClicked: page.kiosk.wearing.takeOff(row.kind)
                }
            }

            Rule {
                anchors.bottom: parent.bottom
                width: parent.width
            }
        }
    }
}
