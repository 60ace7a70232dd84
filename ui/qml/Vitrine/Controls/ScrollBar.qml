pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Vitrine.Theme

// Says that there is more; the list itself is what a finger moves.
T.ScrollBar {
    id: bar

    implicitWidth: 1.6 * Theme.unit
    interactive: false
    visible: size < 1

    Accessible.ignored: true

    contentItem: Rectangle {
        implicitWidth: 1.6 * Theme.unit
        radius: width / 2
        color: Theme.line
    }
}
