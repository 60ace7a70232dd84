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
    readonly property real furthest: Math.max(0, view.contentWidth - view.width)

    signal began
    signal tried(index: int)
    signal ended

    function moveTo(x: real): void {
        view.contentX = Math.min(furthest, Math.max(0, x));
    }

    function show(): void {
        const swatch = swatches.itemAt(Math.max(0, shadeIndex));
        if (swatch && !finger.pressed)
            moveTo(swatch.x + swatch.width / 2 - view.width / 2);
    }

    implicitHeight: flow.height
    activeFocusOnTab: true
    onShadeIndexChanged: show()
    onFurthestChanged: placed.restart()
    Keys.onLeftPressed: tried(shadeIndex + (Theme.arabic ? 1 : -1))
    Keys.onRightPressed: tried(shadeIndex + (Theme.arabic ? -1 : 1))

    Accessible.role: Accessible.List
    Accessible.name: hint
    Accessible.focusable: true

    Flickable {
        id: view

        anchors.fill: parent
        contentWidth: flow.width
        contentHeight: flow.height
        interactive: false
        clip: true

        Flow {
            id: flow

            width: rail.wrapped ? view.width : Math.max(view.width, swatches.count * rail.pitch)
            onPositioningComplete: placed.restart()

            Repeater {
                id: swatches

                model: rail.shades
                delegate: Item {
                    id: swatch

                    required property int index
                    required property string code
                    required property string name
                    required property list<string> colors
                    readonly property bool chosen: index === rail.shadeIndex

                    width: rail.pitch
                    height: rail.side + (rail.wrapped ? 4.4 : 7) * Theme.unit

                    Accessible.role: Accessible.RadioButton
                    Accessible.name: code + " " + name
                    Accessible.checkable: true
                    Accessible.checked: chosen
                    Accessible.onPressAction: rail.tried(index)

                    PaletteDisc {
                        anchors.centerIn: parent
                        side: rail.side * (swatch.chosen ? 0.86 : 1)
                        colors: swatch.colors
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
        readonly property int direction: !pressed || rail.furthest === 0 ? 0 : mouseX < Theme.finger ? -1 : mouseX > width - Theme.finger ? 1 : 0

        function wear(): void {
            const point = finger.mapToItem(flow, mouseX, rail.wrapped ? mouseY : flow.height / 2);
            for (let index = 0; index < swatches.count; index++) {
                const swatch = swatches.itemAt(index);
                if (swatch?.contains(swatch.mapFromItem(flow, point)) && index !== rail.shadeIndex)
                    rail.tried(index);
            }
        }

        anchors.fill: parent
        preventStealing: true
        onPressed: {
            used = true;
            rail.forceActiveFocus();
            rail.began();
            wear();
        }
        onPositionChanged: wear()
        onReleased: rail.ended()
        onCanceled: rail.ended()
        onWheel: wheel => rail.moveTo(view.contentX - wheel.angleDelta.y)

        Accessible.ignored: true
    }

    // Once all swatches are in their places.
    Timer {
        id: placed

        interval: 0
        onTriggered: rail.show()
    }

    Timer {
        interval: 260
        repeat: true
        running: finger.direction !== 0
        onTriggered: {
            rail.moveTo(view.contentX + finger.direction * rail.pitch);
            finger.wear();
        }
    }
}
