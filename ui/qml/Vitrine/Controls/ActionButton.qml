import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Vitrine.Theme

// A pill with words, and an icon before them where it helps. One on a screen is primary.
T.Button {
    id: button

    property bool primary: false
    property string iconName: ""
    readonly property color front: primary ? Theme.accentInk : Theme.ink

    implicitWidth: leftPadding + content.implicitWidth + rightPadding
    implicitHeight: Math.max(Theme.finger * 1.08, content.implicitHeight + 6 * Theme.unit)
    leftPadding: (primary ? 11 : 8) * Theme.unit
    rightPadding: leftPadding
    opacity: enabled ? 1 : 0.45
    focusPolicy: Qt.StrongFocus

    Accessible.name: text

    background: Rectangle {
        radius: Math.min(height / 2, 13 * Theme.unit)
        color: button.primary ? (button.down ? Theme.accentPressed : Theme.accent) : (button.down ? Theme.well : "transparent")
        border.color: button.primary ? "transparent" : Theme.line
        border.width: button.primary ? 0 : Theme.hairline * 1.5

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
                font.weight: Font.DemiBold
                horizontalAlignment: Text.AlignHCenter
                lineHeight: 1.08
                Accessible.ignored: true
            }
        }
    }
}
