pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Vitrine.Controls
import Vitrine.Models
import Vitrine.Theme

// Before beside now: the handle rests below the face, its line runs over the whole picture.
T.Slider {
    id: slider

    required property Mirror mirror

    // Left is before and right is now, in every language: it is about the picture, not the text.
    LayoutMirroring.enabled: false
    implicitHeight: Theme.finger
    height: implicitHeight
    leftPadding: 15 * Theme.unit
    rightPadding: 15 * Theme.unit
    focusPolicy: Qt.StrongFocus
    stepSize: 0.05
    snapMode: T.Slider.NoSnap
    value: mirror.compare > 0 ? (mirror.compare * width - leftPadding) / availableWidth : 0
    onMoved: mirror.leaveBare(position > 0.02 ? (leftPadding + position * availableWidth) / width : 0)

    Accessible.name: qsTr("Before and now")
    Accessible.role: Accessible.Slider

    background: Item {
        Rectangle {
            x: slider.handle.x + slider.handle.width / 2 - width / 2
            anchors.bottom: parent.bottom
            anchors.bottomMargin: parent.height / 2
            width: Math.max(2, 0.7 * Theme.unit)
            height: slider.y + slider.height / 2
            color: "#ffffff"
            visible: slider.mirror.compare > 0
        }

        Tag {
            x: slider.handle.x - width - 2.5 * Theme.unit
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("before")
            visible: slider.mirror.compare > 0 && x > 0
        }

        Tag {
            x: slider.handle.x + slider.handle.width + 2.5 * Theme.unit
            anchors.verticalCenter: parent.verticalCenter
            text: slider.mirror.compare > 0 ? qsTr("now") : qsTr("Slide to compare with before")
            visible: x + width < parent.width
        }
    }

    handle: Rectangle {
        x: slider.leftPadding + slider.visualPosition * slider.availableWidth - width / 2
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.finger
        height: width
        radius: width / 2
        color: slider.pressed ? Theme.well : Theme.sheet

        Icon {
            anchors.centerIn: parent
            name: "compare"
            side: 10 * Theme.unit
        }

        FocusRing {
            target: slider
        }
    }

    component Tag: Rectangle {
        property alias text: label.text

        width: label.implicitWidth + 9 * Theme.unit
        height: label.implicitHeight + 4 * Theme.unit
        radius: height / 2
        color: Theme.veil
        opacity: 0.82

        SansText {
            id: label

            anchors.centerIn: parent
            color: Theme.veilInk
            font.pixelSize: Theme.textLabel
            leading: 1
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
}
