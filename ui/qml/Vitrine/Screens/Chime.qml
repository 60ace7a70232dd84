pragma ComponentBehavior: Bound

import QtQuick
import QtMultimedia
import Vitrine.Models

// Says by ear what the screen says by sight: that a visit is about to end, that the picture went, how to stand, when a
// picture is taken, and that a code was read.
Item {
    id: chime

    required property Kiosk kiosk

    function ring(loudness: real): void {
        const sound = player.item as SoundEffect;
        if (sound && !sound.playing) {
            sound.volume = loudness;
            sound.play();
        }
    }

    function ringAnew(loudness: real): void {
        (player.item as SoundEffect)?.stop();
        ring(loudness);
    }

    Accessible.ignored: true

    MediaDevices {
        id: devices
    }

    // A kiosk without a loudspeaker stays quiet in its log, too.
    Loader {
        id: player

        active: devices.audioOutputs.length > 0
        sourceComponent: SoundEffect {
            source: Qt.resolvedUrl("../../../sounds/chime.wav")
        }
    }

    Connections {
        target: chime.kiosk.session

        function onPhaseChanged(): void {
            if (chime.kiosk.session.phase === "warning")
                chime.ring(0.5);
        }
    }

    Connections {
        target: chime.kiosk.mirror

        function onViewChanged(): void {
            if (chime.kiosk.mirror.view === "resting")
                chime.ring(0.3);
        }

        function onGuidanceChanged(): void {
            if (chime.kiosk.mirror.guidance !== "none")
                chime.ring(0.12);
        }
    }

    Connections {
        target: chime.kiosk.snapshot

        function onSecondsLeftChanged(): void {
            if (chime.kiosk.snapshot.secondsLeft > 0)
                chime.ringAnew(0.12);
        }

        function onStateChanged(): void {
            if (chime.kiosk.snapshot.state === "held")
                chime.ringAnew(0.4);
        }
    }

    Connections {
        target: chime.kiosk.scanner

        function onScanned(): void {
            chime.ringAnew(0.3);
        }
    }
}
