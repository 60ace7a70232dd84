pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Vitrine.Controls
import Vitrine.Models
import Vitrine.Theme

// How a shopper likes to see and to reach.
Page {
    id: page

    required property Kiosk kiosk

    signal done

    title: qsTr("Make yourself comfortable")
    actions: ActionButton {
        Layout.fillWidth: true
        primary: true
        text: qsTr("Back to the mirror")
        onClicked: page.done()
    }

    Flickable {
        anchors.fill: parent
        contentHeight: switches.implicitHeight
        clip: true
        T.ScrollBar.vertical: ScrollBar {}

        ColumnLayout {
            id: switches

            width: parent.width
            spacing: Theme.gapTiny

            Switch {
                iconName: "reach"
                text: qsTr("Everything within reach")
                detail: qsTr("Brings every control and the picture lower")
                checked: page.kiosk.screen.reach
                onToggled: page.kiosk.screen.reach = checked
            }

            Switch {
                iconName: "contrast"
                text: qsTr("High contrast")
                detail: qsTr("Black on white")
                checked: page.kiosk.screen.highContrast
                onToggled: page.kiosk.screen.highContrast = checked
            }

            Switch {
                iconName: "type"
                text: qsTr("Larger text")
                detail: qsTr("Easier to read from afar")
                checked: page.kiosk.screen.largerType
                onToggled: page.kiosk.screen.largerType = checked
            }
        }
    }

    component Switch: T.Switch {
        id: control

        required property string iconName
        required property string detail

        Layout.fillWidth: true
        implicitHeight: Math.max(Theme.finger, row.implicitHeight + 4 * Theme.unit)
        focusPolicy: Qt.StrongFocus

        Accessible.name: text
        Accessible.description: detail

        background: Rectangle {
            radius: Theme.radiusSmall
            color: control.down ? Theme.well : "transparent"

            FocusRing {
                target: control
                radius: Theme.radiusSmall
            }
        }

        contentItem: RowLayout {
            id: row

            spacing: Theme.gapWide

            Icon {
                name: control.iconName
                color: Theme.accent
                side: 11 * Theme.unit
            }

            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                SansText {
                    Layout.fillWidth: true
                    font.weight: Font.Medium
                    leading: 1.1
                    text: control.text
                    Accessible.ignored: true
                }

                SansText {
                    Layout.fillWidth: true
                    color: Theme.inkSoft
                    font.pixelSize: Theme.textLabel
                    leading: 1.1
                    text: control.detail
                    Accessible.ignored: true
                }
            }

            Rectangle {
                Layout.preferredWidth: 21 * Theme.unit
                Layout.preferredHeight: 12 * Theme.unit
                Layout.rightMargin: 2 * Theme.unit
                radius: height / 2
                color: control.checked ? Theme.accent : Theme.well
                border.color: control.checked ? Theme.accent : Theme.inkSoft
                border.width: Theme.hairline * 1.5

                Rectangle {
                    x: (control.checked !== control.mirrored) ? parent.width - width - 1.5 * Theme.unit : 1.5 * Theme.unit
                    anchors.verticalCenter: parent.verticalCenter
                    width: 9 * Theme.unit
                    height: width
                    radius: width / 2
                    color: control.checked ? Theme.accentInk : Theme.inkSoft
                }
            }
        }
    }
}
