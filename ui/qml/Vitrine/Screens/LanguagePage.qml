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

    Flow {
        anchors.fill: parent
        spacing: Theme.gap

        Repeater {
            model: page.kiosk.language.choices
            delegate: Chip {
                required property string code
                required property string name

                text: name
                highlighted: code === page.kiosk.language.current
                onClicked: page.kiosk.language.choose(code)
            }
        }
    }
}
