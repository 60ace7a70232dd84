pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Controls
import Vitrine.Models
import Vitrine.Theme

// Who is being dressed, once there is a choice, and the offer to a friend who stands near.
Row {
    id: row

    required property People people

    spacing: Theme.gap

    Row {
        id: choice

        // From the left of the picture to its right, in every language: it is about the picture, not the text.
        LayoutMirroring.enabled: false
        spacing: Theme.gapTiny
        visible: row.people.rows.count > 1

        Accessible.role: Accessible.Grouping
        Accessible.name: qsTr("Who is being dressed")

        Repeater {
            model: row.people.rows
            delegate: PictureChip {
                required property int person
                required property int friend
                required property bool active

                //: A person before the mirror: the friend of who is using it
                readonly property string onlyFriend: qsTr("Friend")
                //: A person before the mirror: one of several friends. %1 is a number
                readonly property string oneOfFriends: qsTr("Friend %1")

                text: friend === 0 ? qsTr("You") : row.people.rows.count === 2 ? onlyFriend : oneOfFriends.arg(friend)
                highlighted: active
                onClicked: row.people.dress(person)

                Accessible.checkable: true
                Accessible.checked: active
                Accessible.role: Accessible.RadioButton
            }
        }
    }

    PictureChip {
        text: qsTr("Dress your friend too")
        iconName: "friend"
        visible: row.people.guest
        onClicked: row.people.welcome()
    }
}
