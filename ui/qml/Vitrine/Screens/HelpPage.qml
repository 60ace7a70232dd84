pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Vitrine.Controls
import Vitrine.Theme

// What can I do here, and whom do I ask.
Page {
    id: page

    signal open(page: string)
    signal done

    title: qsTr("What you can do here")
    actions: [
        ActionButton {
            iconName: "truck"
            text: qsTr("Where is my order?")
            onClicked: page.open("find")
        },
        ActionButton {
            Layout.fillWidth: true
            primary: true
            text: qsTr("Back to the mirror")
            onClicked: page.done()
        }
    ]

    Flickable {
        anchors.fill: parent
        contentHeight: tips.implicitHeight
        clip: true
        T.ScrollBar.vertical: ScrollBar {}

        ColumnLayout {
            id: tips

            width: parent.width - 4 * Theme.unit
            spacing: Theme.gap * 1.5

            Tip {
                iconName: "swatch"
                text: qsTr("Touch a shade and see it on you. Slide along the shades to compare them.")
            }

            Tip {
                iconName: "compare"
                text: qsTr("Slide the handle under your face to see before and now side by side.")
            }

            Tip {
                iconName: "undo"
                text: qsTr("Undo takes back one step. Nothing you touch here can go wrong.")
            }

            Tip {
                iconName: "heart"
                text: qsTr("Add what you want to your cart and pay at the till, or keep it on your wish list.")
            }

            Tip {
                iconName: "lock"
                text: qsTr("Your picture stays in this mirror unless you send one to your phone, and is gone when you leave.")
            }

            Tip {
                iconName: "hand"
                text: qsTr("Rather talk to a person? Wave to one of us, we know this mirror well.")
            }

            // The shop's people hold it down.
            SerifText {
                Layout.alignment: Qt.AlignHCenter
                Layout.minimumHeight: Theme.finger
                color: Theme.inkSoft
                family: "Fraunces"
                size: Theme.textHeading
                text: "Vitrine"
                verticalAlignment: Text.AlignVCenter
                wrapMode: Text.NoWrap

                TapHandler {
                    longPressThreshold: 2
                    onLongPressed: page.open("staff")
                }
            }
        }
    }

    component Tip: RowLayout {
        id: tip

        required property string iconName
        required property string text

        Layout.fillWidth: true
        spacing: Theme.gapWide

        Icon {
            name: tip.iconName
            color: Theme.accent
            side: 11 * Theme.unit
        }

        SansText {
            Layout.fillWidth: true
            leading: 1.15
            text: tip.text
        }
    }
}
