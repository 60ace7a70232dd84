pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Vitrine.Controls
import Vitrine.Models
import Vitrine.Theme

// Find my shade: two seconds of looking, then the three that come nearest, or why it cannot be told.
Page {
    id: page

    required property Kiosk kiosk
    readonly property ShadeMatch match: kiosk.match
    readonly property bool measuring: match.state === "measuring"
    readonly property bool found: match.state === "found"
    readonly property string proposal: match.close ? qsTr("Touch one to see it on you.") : qsTr("None of its shades is close to your skin. Ask us for another foundation.")

    signal done

    title: measuring ? qsTr("Look straight at the mirror") : found ? qsTr("Nearest to your skin") : qsTr("I cannot tell in this light")
    actions: [
        ActionButton {
            text: page.found ? qsTr("Measure again") : qsTr("Try again")
            visible: !page.measuring
            onClicked: page.match.begin()
        },
        ActionButton {
            Layout.fillWidth: true
            primary: !page.measuring
            text: page.measuring ? qsTr("Not now") : qsTr("Keep trying")
            onClicked: page.done()
        }
    ]

    Component.onCompleted: match.begin()
    Component.onDestruction: match.letGo()

    Connections {
        target: page.match

        function onInterrupted() {
            page.done();
        }
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gapTiny

        SansText {
            Layout.fillWidth: true
            color: page.measuring || page.found ? Theme.inkSoft : Theme.ink
            font.pixelSize: page.measuring || page.found ? Theme.textLabel : Theme.textBody
            leading: 1.15
            text: page.measuring ? qsTr("The mirror reads the colour of your skin for two seconds. Nothing of it is kept.") : page.found ? page.proposal : Words.skinTrouble(page.match.trouble)

            Accessible.role: Accessible.AlertMessage
        }

        ListView {
            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            cacheBuffer: 0
            visible: page.found
            model: page.match.matches
            T.ScrollBar.vertical: ScrollBar {}

            Accessible.role: Accessible.List
            Accessible.name: page.title

            delegate: T.Button {
                id: row

                required property string sku
                required property string code
                required property string name
                required property string color
                required property string depth
                required property string warmth
                required property real difference
                required property bool worn

                width: ListView.view.width
                height: Math.max(Theme.finger, words.implicitHeight) + 4 * Theme.unit
                rightPadding: 3 * Theme.unit
                text: qsTr("%1 · %2", "shade code, shade name").arg(code).arg(name)
                highlighted: worn
                focusPolicy: Qt.StrongFocus
                onClicked: page.match.wear(sku)

                Accessible.name: qsTr("%1, %2", "shade, how it differs from the skin").arg(text).arg(Words.beside(depth, warmth))
                Accessible.role: Accessible.RadioButton
                Accessible.checkable: true
                Accessible.checked: worn

                background: Rectangle {
                    color: row.down || row.worn ? Theme.well : "transparent"
                    radius: Theme.radius / 2

                    FocusRing {
                        target: row
                    }

                    Rule {
                        anchors.bottom: parent.bottom
                        width: parent.width
                    }
                }

                contentItem: RowLayout {
                    spacing: Theme.gap

                    Disc {
                        Layout.leftMargin: 3 * Theme.unit
                        color: row.color
                        side: 14 * Theme.unit
                    }

                    ColumnLayout {
                        id: words

                        Layout.fillWidth: true
                        spacing: 0

                        SansText {
                            Layout.fillWidth: true
                            font.weight: Font.Medium
                            leading: 1.1
                            text: row.text
                            Accessible.ignored: true
                        }

                        SansText {
                            Layout.fillWidth: true
                            color: Theme.inkSoft
                            font.pixelSize: Theme.textCaption
                            leading: 1.1
                            text: row.worn ? qsTr("%1 · on you now", "how a shade differs").arg(Words.beside(row.depth, row.warmth)) : Words.beside(row.depth, row.warmth)
                            Accessible.ignored: true
                        }
                    }

                    SansText {
                        color: Theme.inkSoft
                        font.pixelSize: Theme.textLabel
                        leading: 1
                        //: The distance of two colours, CIEDE2000. Leave ΔE.
                        text: qsTr("ΔE %1").arg(row.difference.toFixed(1))
                        wrapMode: Text.NoWrap
                        Accessible.ignored: true
                    }
                }
            }
        }

        Item {
            Layout.fillHeight: true
            visible: !page.found
        }
    }
}
