pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Vitrine.Controls
import Vitrine.Models
import Vitrine.Theme

// For the shop's people: how the way to the hub is doing. Nothing here is about a shopper.
Page {
    id: page

    required property Kiosk kiosk
    readonly property Staff staff: kiosk.staff

    signal done

    function hub(key: string): string {
        switch (key) {
        case "untried":
            return qsTr("The hub was not asked yet");
        case "connected":
            return qsTr("Connected to the hub");
        case "offline":
            return qsTr("The hub does not answer; it is tried again by itself");
        case "refused":
            return qsTr("The hub does not let this kiosk in");
        case "local":
            return qsTr("The hub cannot be asked");
        }
        return qsTr("This kiosk has no hub");
    }

    Component.onCompleted: staff.look()

    title: qsTr("For the team")
    actions: [
        ActionButton {
            text: qsTr("Look again")
            onClicked: page.staff.look()
        },
        ActionButton {
            Layout.fillWidth: true
            primary: true
            text: qsTr("Back to the mirror")
            onClicked: page.done()
        }
    ]

    ListView {
        anchors.fill: parent
        clip: true
        model: page.staff.parked
        header: summary
        T.ScrollBar.vertical: ScrollBar {}

        Accessible.role: Accessible.List
        Accessible.name: qsTr("What the hub refused")

        delegate: Item {
            id: row

            required property int number
            required property string summary
            required property string reason
            required property bool mayRetry

            width: ListView.view.width
            height: Math.max(Theme.finger, words.implicitHeight) + 4 * Theme.unit

            RowLayout {
                anchors.fill: parent
                anchors.rightMargin: 3 * Theme.unit
                spacing: Theme.gap

                ColumnLayout {
                    id: words

                    Layout.fillWidth: true
                    spacing: 0

                    SansText {
                        Layout.fillWidth: true
                        font.pixelSize: Theme.textLabel
                        font.weight: Font.Medium
                        leading: 1.1
                        text: row.summary
                    }

                    SansText {
                        Layout.fillWidth: true
                        color: Theme.inkSoft
                        font.pixelSize: Theme.textCaption
                        leading: 1.1
                        text: row.reason
                    }
                }

                ActionButton {
                    size: Theme.textLabel
                    text: qsTr("Try again")
                    visible: row.mayRetry
                    onClicked: page.staff.tryAgain(row.number)
                }
            }

            Rule {
                anchors.bottom: parent.bottom
                width: parent.width
            }
        }
    }

    Component {
        id: summary

        ColumnLayout {
            width: ListView.view ? ListView.view.width - 3 * Theme.unit : 0
            spacing: Theme.gapTiny

            SansText {
                Layout.fillWidth: true
                font.weight: Font.Medium
                leading: 1.15
                text: page.hub(page.staff.hub)
            }

            SansText {
                Layout.fillWidth: true
                color: Theme.inkSoft
                font.pixelSize: Theme.textLabel
                leading: 1.15
                text: qsTr("It answered last %1 ago").arg(page.staff.contact)
                visible: page.staff.contact !== ""
            }

            SansText {
                Layout.fillWidth: true
                leading: 1.15
                text: page.staff.unsent === 0 ? qsTr("Nothing waits to be sent") : qsTr("%1 steps wait to be sent, the oldest for %2").arg(page.staff.unsent).arg(page.staff.oldest)
            }

            SansText {
                Layout.fillWidth: true
                color: Theme.inkSoft
                font.pixelSize: Theme.textLabel
                leading: 1.15
                text: page.staff.trouble
                visible: text !== ""
            }

            SansText {
                Layout.fillWidth: true
                Layout.topMargin: Theme.gapTiny
                leading: 1.15
                text: qsTr("The hub refused these for good: %1").arg(page.staff.parked.count)
                visible: page.staff.parked.count > 0
            }
        }
    }
}
