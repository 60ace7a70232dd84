pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Vitrine.Controls
import Vitrine.Models
import Vitrine.Theme

// Thanks, and nothing was kept.
Item {
    id: screen

    required property Kiosk kiosk
    readonly property bool portrait: kiosk.screen.portrait

    MouseArea {
        anchors.fill: parent
        onClicked: screen.kiosk.session.start()

        Accessible.ignored: true
    }

    Composition {
        anchors.left: parent.left
        anchors.top: parent.top
        width: screen.portrait ? parent.width : parent.width * 0.5
        height: screen.portrait ? parent.height - words.implicitHeight - 2 * Theme.margin : parent.height
        colors: ["#c98a80", "#b4606a", "#8f2140", "#e6c3ae"]
        name: ""
        bleeds: screen.portrait
    }

    ColumnLayout {
        id: words

        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.margin * 1.2
        width: (screen.portrait ? parent.width : parent.width * 0.5) - 2.4 * Theme.margin
        spacing: Theme.gapWide

        SerifText {
            Layout.fillWidth: true
            size: Math.min(Theme.textDisplay, screen.height * 0.08)
            lineHeight: Theme.arabic ? 0.94 : 0.98
            text: qsTr("See you soon.")

            Accessible.role: Accessible.Heading
        }

        SansText {
            Layout.fillWidth: true
            color: Theme.inkSoft
            font.pixelSize: Theme.textBody * 1.18
            text: screen.kiosk.snapshot.handedOver ? qsTr("Nothing was kept here. The picture for your phone waits ten minutes behind its code, then it is gone too.") : qsTr("Nothing was kept: not your picture, not what you tried, not your picks.")
        }

        ActionButton {
            text: qsTr("Start again")
            onClicked: screen.kiosk.session.start()
        }
    }
}
