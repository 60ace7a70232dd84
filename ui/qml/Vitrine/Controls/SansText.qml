import QtQuick
import Vitrine.Theme

// Running text.
Text {
    color: Theme.ink
    font.family: Theme.sans
    font.pixelSize: Theme.textBody
    horizontalAlignment: Text.AlignLeft
    lineHeight: Theme.arabic ? 1.25 : 1.3
    textFormat: Text.PlainText
    wrapMode: Text.Wrap

    Accessible.ignored: text === ""
}
