pragma ComponentBehavior: Bound

import QtQuick
import Vitrine.Theme

// Names and promises.
Text {
    property string family: Theme.serif
    property real size: Theme.textTitle

    color: Theme.ink
    font.family: family
    font.pixelSize: size
    font.variableAxes: family === "Fraunces" ? {
        "wght": Theme.serifWeight,
        "opsz": Math.min(144, Math.max(9, size / Theme.unit * 3.2)),
        "SOFT": 40,
        "WONK": 0
    } : ({})
    font.weight: Theme.serifWeight
    horizontalAlignment: Text.AlignLeft
    textFormat: Text.PlainText
    wrapMode: Text.Wrap

    Accessible.ignored: text === ""
}
