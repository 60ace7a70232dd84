pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Vitrine.Controls
import Vitrine.Models
import Vitrine.Theme

// The shop under the face: shelves, products, shades, how much, and what to keep.
ColumnLayout {
    id: page

    required property Kiosk kiosk
    readonly property bool onLooks: kiosk.shelf.category === "looks"

    signal open(page: string)

    spacing: 0

    RowLayout {
        Layout.fillWidth: true
        Layout.topMargin: 2 * Theme.unit
        spacing: 0

        Repeater {
            model: page.kiosk.shelf.categories
            delegate: Tab {
                required property string category

                Layout.fillWidth: true
                text: Words.category(category)
                highlighted: category === page.kiosk.shelf.category
                onClicked: page.kiosk.shelf.openCategory(category)
            }
        }
    }

    Rule {
        Layout.fillWidth: true
        Layout.leftMargin: -Theme.margin
        Layout.rightMargin: -Theme.margin
    }

    Loader {
        Layout.fillWidth: true
        Layout.fillHeight: true
        sourceComponent: page.onLooks ? looks : products
    }

    RowLayout {
        Layout.fillWidth: true
        Layout.topMargin: 2 * Theme.unit
        spacing: Theme.gap

        RoundButton {
            text: qsTr("Undo")
            iconName: "undo"
            enabled: page.kiosk.wearing.canUndo
            onClicked: page.kiosk.wearing.undo()
        }

        RoundButton {
            text: qsTr("Take a picture")
            iconName: "camera"
            enabled: page.kiosk.mirror.view === "live"
            onClicked: page.kiosk.snapshot.begin()
        }

        ActionButton {
            //: Opens the list of products on the face. %n is how many there are.
            text: page.kiosk.wearing.count > 0 ? qsTr("On you: %1").arg(page.kiosk.wearing.count) : qsTr("On you")
            enabled: page.kiosk.wearing.count > 0
            onClicked: page.open("wearing")
        }

        ActionButton {
            Layout.fillWidth: true
            primary: !page.kiosk.product.picked
            iconName: page.kiosk.product.picked ? "check" : page.onLooks ? "" : "heart"
            text: page.onLooks ? qsTr("See what is in it") : page.kiosk.product.picked ? qsTr("In my picks") : qsTr("Add to my picks")
            enabled: page.onLooks ? page.kiosk.wearing.count > 0 : page.kiosk.product.worn
            onClicked: page.onLooks ? page.open("wearing") : page.kiosk.product.pick()
        }
    }

    RowLayout {
        Layout.fillWidth: true
        Layout.topMargin: 3 * Theme.unit
        Layout.bottomMargin: 3 * Theme.unit
        spacing: Theme.gapTiny
        uniformCellSizes: true

        Tool {
            Layout.fillWidth: true
            iconName: page.kiosk.picks.count > 0 ? "heart-full" : "heart"
            text: qsTr("My picks")
            count: page.kiosk.picks.count
            onClicked: page.open("picks")
        }

        Tool {
            Layout.fillWidth: true
            iconName: "help"
            text: qsTr("Help")
            onClicked: page.open("help")
        }

        Tool {
            Layout.fillWidth: true
            iconName: "globe"
            text: page.kiosk.language.name
            onClicked: page.open("language")
            Accessible.name: qsTr("Language: %1").arg(page.kiosk.language.name)
        }

        Tool {
            Layout.fillWidth: true
            iconName: "comfort"
            text: qsTr("Comfort")
            onClicked: page.open("comfort")
        }

        Tool {
            Layout.fillWidth: true
            iconName: "leave"
            text: qsTr("I’m done")
            onClicked: page.kiosk.session.end()
        }
    }

    Component {
        id: products

        ProductShelf {
            kiosk: page.kiosk
            onFindShade: page.open("shade")
        }
    }

    Component {
        id: looks

        LooksShelf {
            kiosk: page.kiosk
        }
    }
}
