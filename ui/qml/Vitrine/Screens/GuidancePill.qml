pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Controls
import Vitrine.Theme

// One short friendly line under the face.
Rectangle {
    id: pill

    required property string guidance
    readonly property string words: Words.guidance(guidance)

    width: row.width + 14 * Theme.unit
    height: Math.max(16 * Theme.unit, label.implicitHeight + 7 * Theme.unit)
    radius: height / 2
    color: Theme.veil
    visible: words !== ""

    Accessible.role: Accessible.AlertMessage
    Accessible.name: words

    Row {
        id: row

        anchors.centerIn: parent
        spacing: 3 * Theme.unit

        Icon {
            name: Words.guidanceIcon(pill.guidance)
            color: Theme.veilInk
            side: 9 * Theme.unit
            anchors.verticalCenter: parent.verticalCenter
        }

        SansText {
            id: label

            anchors.verticalCenter: parent.verticalCenter
            color: Theme.veilInk
            font.weight: Font.Medium
            leading: 1
            text: pill.words
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
}
