pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Vitrine.Controls
import Vitrine.Models
import Vitrine.Theme

// In the picture's place while there is none: the shade itself, large, and a friendly word.
Rectangle {
    id: resting

    required property Kiosk kiosk
    readonly property bool waking: kiosk.mirror.view === "waking"
    readonly property OpenProduct product: kiosk.product

    color: Theme.well

    ColumnLayout {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.margin
        spacing: Theme.gapWide

        Image {
            Layout.alignment: Qt.AlignHCenter
            Layout.preferredWidth: Math.min(resting.width * 0.7, resting.height * 0.9)
            Layout.preferredHeight: Layout.preferredWidth * 0.44
            source: resting.product.worn ? "image://icons/smear-1/" + resting.product.shadeColor.slice(1) : ""
            sourceSize.width: 900
            visible: !resting.waking && resting.product.worn
            Accessible.ignored: true
        }

        Icon {
            Layout.alignment: Qt.AlignHCenter
            name: "mirror"
            color: Theme.inkSoft
            side: 26 * Theme.unit
            visible: resting.waking || !resting.product.worn
        }

        SerifText {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            text: resting.waking ? qsTr("One moment…") : qsTr("The mirror is taking a short rest")
        }

        SansText {
            Layout.fillWidth: true
            color: Theme.inkSoft
            horizontalAlignment: Text.AlignHCenter
            text: resting.waking ? qsTr("Your reflection is on its way.") : qsTr("Look through every shade meanwhile. Your reflection comes back by itself.")
        }

        SansText {
            Layout.fillWidth: true
            color: Theme.inkSoft
            font.pixelSize: Theme.textCaption
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("For the team: %1").arg(resting.kiosk.mirror.reason)
            visible: !resting.waking && resting.kiosk.mirror.reason !== ""
        }
    }
}
