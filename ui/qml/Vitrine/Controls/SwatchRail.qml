pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Theme

// The shades of a product, in a row or, where there is room, wrapped. A finger that goes down on one wears it, and sliding
// along wears each in turn; near an end the row moves on by itself.
FocusScope {
    id: rail

    required property var shades
    required property int shadeIndex
    property string hint: ""
    property bool wrapped: false
    readonly property real side: Theme.finger * 1.1
    readonly property real pitch: side + 4.4 * Theme.unit

    signal began
    signal tried(index: int)
    signal ended

    implicitHeight: wrapped ? Math.min(4, Math.ceil(list.count / Math.max(1, Math.floor(list.width / pitch)))) * list.cellHeight : list.cellHeight
    activeFocusOnTab: true

    Accessible.role: Accessible.List
    Accessible.name: hint
    Accessible.focusable: true

    function show(index: int): void {
        list.positionViewAtIndex(index, GridView.Center);
    }

    onShadeIndexChanged: if (shadeIndex >= 0 && !finger.pressed)
        show(shadeIndex)
    Keys.onLeftPressed: tried(shadeIndex + (Theme.arabic ? 1 : -1))
    Keys.onRightPressed: tried(shadeIndex + (Theme.arabic ? -1 : 1))

    GridView {
        id: list

        anchors.fill: parent
        cellWidth: rail.pitch
        cellHeight: rail.side + (rail.wrapped ? 4.4 : 7) * Theme.unit
        flow: rail.wrapped ? GridView.FlowLeftToRight : GridView.FlowTopToBottom
        interactive: false
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        leftMargin: 2.5 * Theme.unit
        rightMargin: 2.5 * Theme.unit
        cacheBuffer: 0
        model: rail.shades
        delegate: Item {
            id: swatch

            required property int index
            required property string code
            required property string name
            required property string color
            readonly property bool chosen: index === rail.shadeIndex

            width: rail.pitch
            height: list.cellHeight

            Accessible.role: Accessible.RadioButton
            Accessible.name: code + " " + name
            Accessible.checkable: true
            Accessible.checked: chosen
            Accessible.onPressAction: rail.tried(index)

            Disc {
                anchors.centerIn: parent
                side: rail.side * (swatch.chosen ? 0.86 : 1)
                color: swatch.color
            }

            Rectangle {
                anchors.centerIn: parent
                width: rail.side * 1.12
                height: width
                radius: width / 2
                color: "transparent"
                border.color: Theme.accent
                border.width: Theme.stroke
                visible: swatch.chosen
            }
        }
    }

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusSmall
        color: "transparent"
        border.color: Theme.focus
        border.width: Theme.stroke
        visible: rail.activeFocus && !finger.used
    }

    MouseArea {
        id: finger

        property bool used: false
        readonly property real edge: Theme.finger
        readonly property int direction: !pressed || rail.wrapped || list.contentWidth <= list.width ? 0 : mouseX < edge ? -1 : mouseX > width - edge ? 1 : 0

        function wear(x: real, y: real): void {
            const index = list.indexAt(x + list.contentX, rail.wrapped ? y + list.contentY : list.cellHeight / 2);
            if (index >= 0 && index !== rail.shadeIndex)
                rail.tried(index);
        }

        anchors.fill: parent
        preventStealing: true
        onPressed: mouse => {
            used = true;
            rail.forceActiveFocus();
            rail.began();
            wear(mouse.x, mouse.y);
        }
        onPositionChanged: mouse => wear(mouse.x, mouse.y)
        onReleased: rail.ended()
        onCanceled: rail.ended()
        onWheel: wheel => list.flick(rail.wrapped ? 0 : wheel.angleDelta.y * 8, rail.wrapped ? wheel.angleDelta.y * 8 : 0)

        Accessible.ignored: true
    }

    Timer {
        interval: 260
        repeat: true
        running: finger.direction !== 0
        onTriggered: {
            const first = list.originX - list.leftMargin;
            const last = Math.max(first, list.originX + list.contentWidth + list.rightMargin - list.width);
            list.contentX = Math.min(last, Math.max(first, list.contentX + finger.direction * rail.pitch));
            finger.wear(finger.mouseX, finger.mouseY);
        }
    }
}
