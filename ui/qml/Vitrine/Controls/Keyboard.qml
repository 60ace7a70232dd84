pragma ComponentBehavior: Bound

import QtQuick

// A keyboard for a search: the letters of a language, without capitals and accents, which a search does not ask for.
Column {
    id: keyboard

    // Of the letters: en, el, fr or ar.
    property string language: "en"
    readonly property list<string> languages: ["en", "el", "fr", "ar"]
    readonly property var letters: ({
            "en": ["qwertyuiop", "asdfghjkl", "zxcvbnm"],
            "el": ["ερτυθιοπ", "ασδφγηξκλ", "ζχψωβνμ"],
            "fr": ["azertyuiop", "qsdfghjklm", "wxcvbn"],
            "ar": ["ضصثقفغعهخح", "شسيبلاتنمك", "جدذطرةوزظ"]
        })
    readonly property list<string> rows: ["1234567890", ...letters[language]]
    readonly property real keyWidth: width / 10

    signal typed(letter: string)
    signal erased
    signal entered

    // Letters lie as they do on the keyboards of their language, whichever way the screen is read.
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    Repeater {
        model: keyboard.rows
        delegate: Row {
            id: row

            required property int index
            required property string modelData

            anchors.horizontalCenter: parent.horizontalCenter

            Repeater {
                model: row.modelData.split("")
                delegate: Key {
                    required property string modelData

                    width: keyboard.keyWidth
                    text: modelData
                    onClicked: keyboard.typed(modelData)
                }
            }

            Key {
                width: keyboard.keyWidth
                iconName: "erase"
                text: qsTr("Delete the last letter")
                autoRepeat: true
                visible: row.index === keyboard.rows.length - 1
                onClicked: keyboard.erased()
            }
        }
    }

    Row {
        Key {
            width: keyboard.keyWidth * 2
            text: ["English", "Ελληνικά", "Français", "العربية"][(keyboard.languages.indexOf(keyboard.language) + 1) % 4]
            onClicked: keyboard.language = keyboard.languages[(keyboard.languages.indexOf(keyboard.language) + 1) % 4]

            Accessible.name: qsTr("Letters: %1").arg(text)
        }

        Key {
            width: keyboard.keyWidth * 5.5
            text: qsTr("Space")
            onClicked: keyboard.typed(" ")
        }

        Key {
            width: keyboard.keyWidth * 2.5
            text: qsTr("Done")
            onClicked: keyboard.entered()
        }
    }
}
