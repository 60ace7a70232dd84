pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Vitrine.Theme

// A round button with an icon only that is on or off; ``text`` is what it is called.
T.Button {
    id: button

    required property string iconName
    // What the icon is while the button is on.
    property string checkedIconName: iconName

    implicitWidth: Theme.finger
    implicitHeight: Theme.finger
    opacity: enabled ? 1 : 0.4
    focusPolicy: Qt.StrongFocus

    Accessible.name: text
    Accessible.checkable: true
    Accessible.checked: checked
    Accessible.role: Accessible.CheckBox

    background: Rectangle {
        radius: height / 2
        color: button.checked ? Theme.ink : button.down ? Theme.well : "transparent"
        border.color: button.checked ? Theme.ink : Theme.line
        border.width: Theme.hairline * 1.5

        FocusRing {
            target: button
        }
    }

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            name: button.checked ? button.checkedIconName : button.iconName
            color: button.checked ? Theme.sheet : Theme.ink
            side: 8.5 * Theme.unit
        }
    }
}
