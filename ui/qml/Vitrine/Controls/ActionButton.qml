pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Vitrine.Theme

// A pill with words, and an icon before them where it helps. One on a screen is primary.
T.Button {
    id: button

    property bool primary: false
    property string iconName: ""
    property real size: Theme.textBody
    readonly property bool filled: primary && enabled
    readonly property color front: filled ? Theme.accentInk : enabled ? Theme.ink : Theme.inkSoft

    implicitWidth: leftPadding + content.implicitWidth + rightPadding
    implicitHeight: Math.max(Theme.finger * 1.08, content.implicitHeight + 6 * Theme.unit)
    leftPadding: (primary ? 11 : 8) * Theme.unit
    rightPadding: leftPadding
    focusPolicy: Qt.StrongFocus

    Accessible.name: text

    background: Rectangle {
        radius: Math.min(height / 2, 13 * Theme.unit)
        color: button.filled ? (button.down ? Theme.accentPressed : Theme.accent) : button.down || !button.enabled ? Theme.well : "transparent"
        border.color: Theme.line
        border.width: button.filled ? 0 : Theme.hairline * 1.5

        FocusRing {
            target: button
        }
    }

    contentItem: Item {
        id: content

        implicitWidth: row.implicitWidth
        implicitHeight: row.implicitHeight

        RowLayout {
            id: row

            anchors.centerIn: parent
            width: Math.min(implicitWidth, parent.width)
            spacing: 3 * Theme.unit

            Icon {
                name: button.iconName
                visible: button.iconName !== ""
                color: button.front
                side: 8.5 * Theme.unit
            }

            SansText {
                Layout.fillWidth: true
                text: button.text
                color: button.front
                font.pixelSize: button.size
                font.weight: Font.DemiBold
                horizontalAlignment: Text.AlignHCenter
                leading: 1.08
                Accessible.ignored: true
            }
        }
    }
}
