pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Models
import Vitrine.Theme

// One still life after the other, with a slow cover of paper between them; nothing moves in the meantime.
Item {
    id: life

    required property Looks looks
    property int turn: 0
    property bool bleeds: true

    Repeater {
        model: life.looks.palettes
        delegate: Composition {
            required property int index

            anchors.fill: life
            bleeds: life.bleeds
            visible: index === life.turn % Math.max(1, life.looks.palettes.count)
        }
    }

    Rectangle {
        id: cover

        anchors.fill: parent
        color: Theme.paper
        opacity: 0
        visible: opacity > 0
    }

    Timer {
        interval: 40000
        repeat: true
        running: !Theme.still
        onTriggered: change.start()
    }

    SequentialAnimation {
        id: change

        OpacityAnimator {
            target: cover
            from: 0
            to: 1
            duration: Theme.calm
        }

        ScriptAction {
            script: life.turn += 1
        }

        OpacityAnimator {
            target: cover
            from: 1
            to: 0
            duration: Theme.calm
        }
    }
}
