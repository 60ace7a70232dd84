pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Vitrine.Controls
import Vitrine.Models
import Vitrine.Theme

// My picks: a plain list to show at the counter.
Page {
    id: page

    required property Kiosk kiosk
    readonly property bool empty: kiosk.picks.count === 0

    signal done

    title: qsTr("My picks")
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
        text: page.empty ? qsTr("Nothing here yet. When a shade suits you, add it to your picks and find it again here.") : qsTr("Show this list to one of us, and we bring everything. It goes when you leave.")
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

            required property string sku
            required property string brand
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
                    text: qsTr("Try on %1").arg(row.name)
                    focusPolicy: Qt.StrongFocus
                    onClicked: page.kiosk.picks.tryOn(row.sku)

                    Accessible.name: text

                    contentItem: Disc {
                        color: row.color
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
