pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Theme

// Running text; ``leading`` is the distance of lines for Latin letters.
Text {
    property real leading: 1.3

    color: Theme.ink
    font.family: Theme.sans
    font.pixelSize: Theme.textBody
    horizontalAlignment: Text.AlignLeft
    // Arabic letters bring more room of their own.
    lineHeight: Theme.arabic ? Math.max(1, leading * 0.82) : leading
    textFormat: Text.PlainText
    wrapMode: Text.Wrap

    Accessible.ignored: text === ""
}
