pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Vitrine.Controls
import Vitrine.Models
import Vitrine.Theme

// The visit went quiet: it ends by itself unless somebody touches the screen.
Page {
    id: page

    required property Kiosk kiosk

    title: qsTr("Still there?")
    actions: [
        ActionButton {
            text: qsTr("I’m done")
            onClicked: page.kiosk.session.end()
        },
        ActionButton {
            Layout.fillWidth: true
            primary: true
            text: qsTr("I’m still here")
            onClicked: page.kiosk.session.start()
        }
    ]

    RowLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.gapWide

        SerifText {
            Layout.minimumWidth: 42 * Theme.unit
            color: Theme.accent
            family: "Fraunces"
            size: Theme.textDisplay * 1.3
            horizontalAlignment: Text.AlignHCenter
            text: page.kiosk.session.secondsLeft.toString()
            wrapMode: Text.NoWrap

            Accessible.ignored: true
        }

        SansText {
            Layout.fillWidth: true
            font.pixelSize: Theme.textBody * 1.15
            text: qsTr("In a few seconds everything from this visit is cleared, so that the next person finds a fresh mirror.")

            Accessible.role: Accessible.AlertMessage
        }
    }
}
