pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Vitrine.Theme

// A round button with an icon only; ``text`` is what it is called.
T.Button {
    id: button

    required property string iconName

    implicitWidth: Theme.finger
    implicitHeight: Theme.finger
    opacity: enabled ? 1 : 0.4
    focusPolicy: Qt.StrongFocus

    Accessible.name: text

    background: Rectangle {
        radius: height / 2
        color: button.down ? Theme.well : "transparent"
        border.color: Theme.line
        border.width: Theme.hairline * 1.5

        FocusRing {
            target: button
        }
    }

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            name: button.iconName
            side: 8.5 * Theme.unit
        }
    }
}
