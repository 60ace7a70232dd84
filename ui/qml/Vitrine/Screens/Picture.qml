pragma ComponentBehavior: Bound

import QtQuick
import QtMultimedia
import Vitrine.Models

// The live picture, cropped so that the face stays in it. Never mirrored by the layout: it is a mirror already.
Item {
    id: picture

    required property Mirror mirror

    clip: true
    onWidthChanged: mirror.fill(width / Math.max(1, height))
    onHeightChanged: mirror.fill(width / Math.max(1, height))
    Component.onCompleted: mirror.showOn(output.videoSink)
    Component.onDestruction: mirror.showOn(null)

    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Your reflection")

    VideoOutput {
        id: output

        LayoutMirroring.enabled: false
        x: -picture.mirror.crop.x * width
        y: -picture.mirror.crop.y * height
        width: picture.width / picture.mirror.crop.width
        height: picture.height / picture.mirror.crop.height
        fillMode: VideoOutput.Stretch
    }

    // A touch on a face is a shorter way than the switch.
    MouseArea {
        anchors.fill: parent
        onClicked: mouse => picture.mirror.touchFace(mouse.x / width, mouse.y / height)
    }
}
