pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Theme

// A hairline between things that are apart.
Rectangle {
    implicitHeight: Theme.hairline
    color: Theme.line

    Accessible.ignored: true
}
