pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Vitrine.Controls
import Vitrine.Models
import Vitrine.Theme

// What to choose by, group by group, each with how many products it leaves.
ColumnLayout {
    id: filters

    required property Browse browse

    signal done

    spacing: Theme.gapTiny

    Flickable {
        Layout.fillWidth: true
        Layout.fillHeight: true
        clip: true
        contentHeight: groups.height
        T.ScrollBar.vertical: ScrollBar {}

        Column {
            id: groups

            width: parent.width
            spacing: Theme.gap

            Repeater {
                model: ["hue", "finish", "tag", "brand"]
                delegate: Column {
                    id: section

                    required property string modelData

                    width: groups.width

                    SansText {
                        width: parent.width
                        color: Theme.inkSoft
                        font.pixelSize: Theme.textLabel
                        font.weight: Font.DemiBold
                        text: Words.choices(section.modelData)

                        Accessible.role: Accessible.Heading
                    }

                    Flow {
                        width: parent.width
                        spacing: Theme.gapTiny

                        Repeater {
                            model: filters.browse.choices
                            delegate: Chip {
                                required property string group
                                required property string key
                                required property int count
                                required property bool chosen
                                readonly property string word: Words.choice(group, key)

                                //: Something to filter by. %1 is a brand or a colour, %2 how many products it leaves
                                text: qsTr("%1 · %2").arg(word).arg(count)
                                highlighted: chosen
                                visible: group === section.modelData
                                onClicked: filters.browse.choose(group, key)

                                Accessible.role: Accessible.CheckBox
                            }
                        }
                    }
                }
            }
        }
    }

    RowLayout {
        Layout.fillWidth: true
        Layout.bottomMargin: Theme.gapWide
        spacing: Theme.gap

        ActionButton {
            text: qsTr("Clear")
            enabled: filters.browse.chosen > 0
            onClicked: filters.browse.clear()
        }

        ActionButton {
            Layout.fillWidth: true
            primary: true
            text: filters.browse.count === 1 ? qsTr("Show one product") : qsTr("Show %1 products").arg(filters.browse.count)
            onClicked: filters.done()
        }
    }
}
