pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Vitrine.Theme

// How many of one thing; one fewer than one takes it away.
RowLayout {
    id: stepper

    required property int quantity
    required property int most
    // What there is so much of, for those who do not see it.
    required property string name

    signal more
    signal fewer

    spacing: 0

    RoundButton {
        iconName: stepper.quantity > 1 ? "minus" : "close"
        text: stepper.quantity > 1 ? qsTr("One fewer of %1").arg(stepper.name) : qsTr("Remove %1").arg(stepper.name)
        onClicked: stepper.fewer()
    }

    SansText {
        Layout.minimumWidth: 13 * Theme.unit
        font.weight: Font.DemiBold
        horizontalAlignment: Text.AlignHCenter
        leading: 1
        text: stepper.quantity
        wrapMode: Text.NoWrap

        Accessible.name: qsTr("%1 of %2", "quantity, product").arg(stepper.quantity).arg(stepper.name)
    }

    RoundButton {
        iconName: "plus"
        text: qsTr("One more of %1").arg(stepper.name)
        enabled: stepper.quantity < stepper.most
        onClicked: stepper.more()
    }
}
