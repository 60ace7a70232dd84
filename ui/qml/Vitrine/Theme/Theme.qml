pragma Singleton
pragma ComponentBehavior: Bound

import QtQuick

// Every token of the design. Lengths are in units: a unit is a millimetre of glass, or 1/300 of the display's short side
// where that is more, so that a large panel is filled and a finger's 20 units are never under 20 mm.
QtObject {
    id: theme

    // Set by the window.
    property real unit: 3.6
    property bool highContrast: false
    property bool largerType: false
    property string language: "en"
    property bool still: false

    // Colour: warm paper, ink, one deep accent.
    readonly property color paper: highContrast ? "#ffffff" : "#f4ede2"
    readonly property color sheet: highContrast ? "#ffffff" : "#fdfaf5"
    readonly property color well: highContrast ? "#ffffff" : "#f3ece1"
    readonly property color ink: highContrast ? "#000000" : "#221c19"
    readonly property color inkSoft: highContrast ? "#000000" : "#625850"
    readonly property color line: highContrast ? "#000000" : "#dfd5c6"
    readonly property color track: highContrast ? "#b0b0b0" : line
    readonly property color accent: highContrast ? "#6d0a26" : "#9b1f40"
    readonly property color accentPressed: highContrast ? "#000000" : "#7f1533"
    readonly property color accentInk: "#ffffff"
    readonly property color veil: highContrast ? "#000000" : "#2b2421"
    readonly property color veilInk: "#fffaf3"
    readonly property color focus: highContrast ? "#0039c6" : "#2f5d8a"

    // Space.
    readonly property real finger: 20 * unit
    readonly property real gapTiny: 2 * unit
    readonly property real gap: 4 * unit
    readonly property real gapWide: 7 * unit
    readonly property real margin: 11 * unit
    readonly property real radius: 12 * unit
    readonly property real radiusSmall: 7 * unit
    readonly property real hairline: Math.max(1, Math.round((highContrast ? 0.6 : 0.35) * unit))
    readonly property real stroke: Math.max(2, Math.round((highContrast ? 1.1 : 0.8) * unit))

    // Type.
    readonly property real typeScale: largerType ? 1.22 : 1
    readonly property bool arabic: language === "ar"
    readonly property bool greek: language === "el"
    readonly property string sans: arabic ? "Noto Sans Arabic" : "Inter"
    readonly property string serif: arabic ? "Noto Sans Arabic" : greek ? "Noto Serif" : "Fraunces"
    readonly property int serifWeight: arabic ? Font.DemiBold : greek ? Font.Medium : 460
    readonly property real serifFactor: greek ? 0.86 : arabic ? 0.88 : 1
    readonly property real textDisplay: 26 * unit * typeScale * serifFactor
    readonly property real textTitle: 14 * unit * typeScale * serifFactor
    readonly property real textHeading: 10.6 * unit * typeScale * serifFactor
    readonly property real textName: 7.8 * unit * typeScale * serifFactor
    readonly property real textBody: 7.3 * unit * typeScale
    readonly property real textLabel: 6.4 * unit * typeScale
    readonly property real textCaption: 5.6 * unit * typeScale

    // Motion: short, calm, and none at all for pictures and tests.
    readonly property int calm: still ? 0 : 260
}
