pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Vitrine.Controls
import Vitrine.Models
import Vitrine.Theme

// Whole faces to begin from.
Item {
    id: shelf

    required property Kiosk kiosk

    implicitHeight: 100 * Theme.unit

    SansText {
        id: hint

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.topMargin: Theme.gap
        color: Theme.inkSoft
        font.pixelSize: Theme.textLabel
        text: qsTr("Wear a whole look, then change any piece of it.")
    }

    GridView {
        id: grid

        readonly property int columns: Math.max(2, Math.floor(width / (82 * Theme.unit)))

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: hint.bottom
        anchors.topMargin: Theme.gapTiny
        anchors.bottom: parent.bottom
        cellWidth: width / columns
        cellHeight: 36 * Theme.unit
        clip: true
        cacheBuffer: 0
        model: shelf.kiosk.looks.rows
        T.ScrollBar.vertical: ScrollBar {}

        Accessible.role: Accessible.List
        Accessible.name: Words.category("looks")

        delegate: T.Button {
            id: card

            required property string lookId
            required property string name
            required property list<string> colors
            required property bool worn

            width: grid.cellWidth - 4 * Theme.unit
            height: grid.cellHeight - 4 * Theme.unit
            text: name
            highlighted: worn
            focusPolicy: Qt.StrongFocus
            onClicked: shelf.kiosk.looks.wear(lookId)

            Accessible.name: worn ? qsTr("%1, on you").arg(name) : name

            background: Rectangle {
                radius: Theme.radiusSmall
                color: card.highlighted || card.down ? Theme.well : "transparent"
                border.color: card.highlighted ? Theme.ink : Theme.line
                border.width: card.highlighted ? Theme.stroke : Theme.hairline * 1.5

                FocusRing {
                    target: card
                }
            }

            contentItem: Item {
                Row {
                    id: discs

                    anchors.horizontalCenter: parent.horizontalCenter
                    y: 4 * Theme.unit
                    spacing: -3.5 * Theme.unit

                    Repeater {
                        model: card.colors
                        delegate: Disc {
                            required property string modelData

                            color: modelData
                            side: 11 * Theme.unit
                            border.color: Theme.sheet
                            border.width: Theme.hairline * 1.5
                        }
                    }
                }

                SerifText {
                    anchors.left: parent.left
                    anchors.right: parent.right
                    anchors.top: discs.bottom
                    anchors.bottom: parent.bottom
                    size: Theme.textName
                    horizontalAlignment: Text.AlignHCenter
                    verticalAlignment: Text.AlignVCenter
                    text: card.name
                    Accessible.ignored: true
                }
            }
        }
    }
}
