pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Vitrine.Controls
import Vitrine.Models
import Vitrine.Theme

// One suggestion, and why; it is in nobody's way and goes for good when it is waved away.
Rectangle {
    id: card

    required property Offer offer

    implicitHeight: row.implicitHeight + 4 * Theme.unit
    radius: Theme.radiusSmall
    color: Theme.well
    border.color: Theme.line
    border.width: Theme.highContrast ? Theme.hairline : 0

    Accessible.role: Accessible.Notification
    Accessible.name: card.offer.title

    RowLayout {
        id: row

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.gap
        anchors.rightMargin: Theme.gapTiny
        spacing: Theme.gap

        Icon {
            name: "spark"
            color: Theme.accent
            side: 8.5 * Theme.unit
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            SansText {
                Layout.fillWidth: true
                font.pixelSize: Theme.textLabel
                font.weight: Font.Medium
                leading: 1.1
                text: card.offer.article === "" ? card.offer.title : card.offer.title + " · " + card.offer.article
            }

            SansText {
                Layout.fillWidth: true
                color: Theme.inkSoft
                font.pixelSize: Theme.textCaption
                leading: 1.1
                //: Why an offer is suggested. %1 is a sentence
                text: qsTr("Why this? %1").arg(card.offer.reason)
            }
        }

        ActionButton {
            size: Theme.textLabel
            text: card.offer.adds ? qsTr("Add it") : qsTr("Use it")
            onClicked: card.offer.accept()
        }

        RoundButton {
            iconName: "close"
            text: qsTr("Not interested")
            onClicked: card.offer.dismiss()
        }
    }
}
