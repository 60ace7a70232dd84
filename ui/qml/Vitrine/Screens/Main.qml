pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Window
import Vitrine.Models
import Vitrine.Theme

// The window: one screen for each phase of a visit.
Window {
    id: window

    required property Kiosk kiosk
    // Pictures and tests hold still.
    property bool still: false
    readonly property QtObject theme: Theme
    readonly property bool inVisit: kiosk.session.phase === "active" || kiosk.session.phase === "warning"

    color: Theme.paper
    title: "Vitrine"
    onWidthChanged: kiosk.screen.resize(width, height)
    onHeightChanged: kiosk.screen.resize(width, height)

    Binding {
        target: Theme
        property: "unit"
        value: window.kiosk.screen.unit
    }

    Binding {
        target: Theme
        property: "highContrast"
        value: window.kiosk.screen.highContrast
    }

    Binding {
        target: Theme
        property: "largerType"
        value: window.kiosk.screen.largerType
    }

    Binding {
        target: Theme
        property: "language"
        value: window.kiosk.language.current
    }

    Binding {
        target: Theme
        property: "still"
        value: window.still
    }

    Item {
        id: stage

        anchors.fill: parent
        LayoutMirroring.enabled: window.kiosk.language.rightToLeft
        LayoutMirroring.childrenInherit: true

        Loader {
            anchors.fill: parent
            active: window.kiosk.session.phase === "attract"
            sourceComponent: AttractScreen {
                kiosk: window.kiosk
            }
        }

        Loader {
            anchors.fill: parent
            active: window.inVisit
            sourceComponent: MirrorScreen {
                kiosk: window.kiosk
            }
        }

        Loader {
            anchors.fill: parent
            active: window.kiosk.session.phase === "goodbye"
            sourceComponent: GoodbyeScreen {
                kiosk: window.kiosk
            }
        }
    }
}
