pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Theme

// A round swatch.
Rectangle {
    property real side: 20 * Theme.unit

    width: side
    height: side
    radius: side / 2
    border.color: Qt.darker(color, 1.12)
    border.width: Theme.hairline

    Accessible.ignored: true
}
