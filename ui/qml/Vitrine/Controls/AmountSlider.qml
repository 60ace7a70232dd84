pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Vitrine.Theme

// How much of a product, in its own colour.
T.Slider {
    id: slider

    property color tint: Theme.accent
    property string name: ""

    signal began
    signal ended

    implicitWidth: 60 * Theme.unit
    implicitHeight: Theme.finger
    leftPadding: 5.5 * Theme.unit
    rightPadding: 5.5 * Theme.unit
    stepSize: 0.05
    snapMode: T.Slider.NoSnap
    focusPolicy: Qt.StrongFocus
    onPressedChanged: pressed ? began() : ended()

    Accessible.name: name
    Accessible.role: Accessible.Slider

    background: Item {
        Rectangle {
            x: slider.leftPadding
            width: slider.availableWidth
            anchors.verticalCenter: parent.verticalCenter
            height: 3 * Theme.unit
            radius: height / 2
            color: Theme.track

            Rectangle {
                x: slider.mirrored ? parent.width - width : 0
                width: slider.position * parent.width
                height: parent.height
                radius: height / 2
                color: slider.enabled ? slider.tint : Theme.track
            }
        }
    }

    handle: Rectangle {
        x: slider.leftPadding + slider.visualPosition * slider.availableWidth - width / 2
        anchors.verticalCenter: parent.verticalCenter
        width: (slider.pressed ? 12.5 : 11) * Theme.unit
        height: width
        radius: width / 2
        color: "#ffffff"
        border.color: slider.enabled ? Theme.ink : Theme.line
        border.width: Theme.hairline * 1.5

        FocusRing {
            target: slider
        }
    }
}
