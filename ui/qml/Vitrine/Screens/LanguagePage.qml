pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Vitrine.Controls
import Vitrine.Models
import Vitrine.Theme

// Which language the mirror speaks.
Page {
    id: page

    required property Kiosk kiosk

    signal done

    title: qsTr("Which language do you like?")
    actions: ActionButton {
        Layout.fillWidth: true
        primary: true
        text: qsTr("Back to the mirror")
        onClicked: page.done()
    }

    GridLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        columns: 2
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap
        uniformCellWidths: true

        Repeater {
            model: page.kiosk.language.choices
            delegate: Chip {
                required property string code
                required property string name

                Layout.fillWidth: true
                implicitHeight: Theme.finger * 1.5
                size: Theme.textHeading * 0.9
                text: name
                highlighted: code === page.kiosk.language.current
                onClicked: page.kiosk.language.choose(code)
            }
        }
    }
}
