pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Vitrine.Controls
import Vitrine.Models
import Vitrine.Theme

// The wish list: what to remember, to try again, to put into the cart or to show at the counter.
Page {
    id: page

    required property Kiosk kiosk
    readonly property bool empty: kiosk.picks.count === 0

    signal done
    signal opened(productId: string, sku: string)

    title: qsTr("Wish list")
    actions: [
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0
            visible: !page.empty

            SansText {
                Layout.fillWidth: true
                color: Theme.inkSoft
                font.pixelSize: Theme.textCaption
                leading: 1.1
                text: qsTr("All together, tax included")
            }

            SerifText {
                Layout.fillWidth: true
                family: Theme.greek || Theme.arabic ? Theme.sans : Theme.serif
                size: Theme.textHeading
                text: page.kiosk.picks.total
            }
        },
        ActionButton {
            Layout.fillWidth: page.empty
            primary: true
            text: qsTr("Keep trying")
            onClicked: page.done()
        }
    ]

    SansText {
        id: hint

        anchors.left: parent.left
        anchors.right: parent.right
        color: Theme.inkSoft
        font.pixelSize: Theme.textLabel
        leading: 1.15
        text: page.empty ? qsTr("Nothing here yet. Touch the heart of what you like, and find it again here.") : qsTr("Put what you want into your cart, or show this list to one of us. It goes when you leave.")
    }

    ListView {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: hint.bottom
        anchors.topMargin: Theme.gapTiny
        anchors.bottom: parent.bottom
        clip: true
        cacheBuffer: 0
        model: page.kiosk.picks.rows
        T.ScrollBar.vertical: ScrollBar {}

        Accessible.role: Accessible.List
        Accessible.name: page.title

        delegate: Item {
            id: row

            required property string productId
            required property string sku
            required property string brand
            required property string category
            required property string name
            required property string shade
            required property string color
            required property string price
            required property bool worn

            width: ListView.view.width
            height: Math.max(Theme.finger, words.implicitHeight) + 4 * Theme.unit

            RowLayout {
                anchors.fill: parent
                anchors.rightMargin: 3 * Theme.unit
                spacing: Theme.gap

                T.Button {
                    id: swatch

                    Layout.preferredWidth: Theme.finger
                    Layout.preferredHeight: Theme.finger
                    text: row.color === "" ? qsTr("About %1", "product").arg(row.name) : qsTr("Try on %1").arg(row.name)
                    focusPolicy: Qt.StrongFocus
                    onClicked: {
                        if (row.color === "")
                            page.opened(row.productId, row.sku);
                        else
                            page.kiosk.picks.tryOn(row.sku);
                    }

                    Accessible.name: text

                    contentItem: Item {
                        Disc {
                            anchors.fill: parent
                            color: row.color === "" ? Theme.well : row.color
                        }

                        Icon {
                            anchors.centerIn: parent
                            name: Words.categoryIcon(row.category)
                            visible: row.color === ""
                        }
                    }

                    FocusRing {
                        target: swatch
                    }
                }

                ColumnLayout {
                    id: words

                    Layout.fillWidth: true
                    spacing: 0

                    SansText {
                        Layout.fillWidth: true
                        font.weight: Font.Medium
                        leading: 1.1
                        text: row.name
                    }

                    SansText {
                        Layout.fillWidth: true
                        color: Theme.inkSoft
                        font.pixelSize: Theme.textCaption
                        leading: 1.1
                        text: row.worn ? qsTr("%1 · on you now", "shade").arg(row.shade) : row.shade
                    }
                }

                SansText {
                    leading: 1
                    text: row.price
                    wrapMode: Text.NoWrap
                }

                RoundButton {
                    iconName: "bag"
                    text: qsTr("Add %1 to the cart").arg(row.name)
                    onClicked: page.kiosk.cart.add(row.sku)
                }

                RoundButton {
                    iconName: "close"
                    text: qsTr("Remove %1").arg(row.name)
                    onClicked: page.kiosk.picks.remove(row.sku)
                }
            }

            Rule {
                anchors.bottom: parent.bottom
                width: parent.width
            }
        }
    }
}
