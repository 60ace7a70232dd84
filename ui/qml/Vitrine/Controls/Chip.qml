pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Vitrine.Theme

// One of a few choices.
T.Button {
    id: chip

    property real size: Theme.textLabel

    implicitWidth: Math.max(Theme.finger, leftPadding + contentItem.implicitWidth + rightPadding)
    implicitHeight: Math.max(Theme.finger, contentItem.implicitHeight + 4 * Theme.unit)
    leftPadding: 7 * Theme.unit
    rightPadding: 7 * Theme.unit
    focusPolicy: Qt.StrongFocus

    Accessible.name: text
    Accessible.checkable: true
    Accessible.checked: highlighted
    Accessible.role: Accessible.RadioButton

    background: Item {
        Rectangle {
            anchors.fill: parent
            anchors.topMargin: 1.6 * Theme.unit
            anchors.bottomMargin: 1.6 * Theme.unit
            radius: height / 2
            color: chip.highlighted ? Theme.ink : (chip.down ? Theme.well : "transparent")
            border.color: chip.highlighted ? Theme.ink : Theme.line
            border.width: Theme.hairline * 1.5

            FocusRing {
                target: chip
            }
        }
    }

    contentItem: SansText {
        text: chip.text
        color: chip.highlighted ? Theme.sheet : Theme.ink
        font.pixelSize: chip.size
        font.weight: Font.Medium
        leading: 1
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
}
