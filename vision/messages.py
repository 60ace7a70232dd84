"""What the screen's process and the vision worker say to each other; plain values that pickle."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vision.looks import Look


UNSURE: Final = 0
"""The number of a face while places alone cannot tell whose it is."""


class Guidance(StrEnum):
    """What keeps the mirror from working well, the most pressing thing only."""

    NONE = "none"
    NO_FACE = "no_face"
    TOO_FAR = "too_far"
    TOO_CLOSE = "too_close"
    TURNED_AWAY = "turned_away"
    TOO_DARK = "too_dark"


class MirrorState(StrEnum):
    """What the mirror can show.

    ``STARTING``: no picture yet. ``LIVE``: frames arrive. ``LOST``: there was no frame for a second; the supervisor is
    bringing the camera or the worker back.
    """

    STARTING = "starting"
    LIVE = "live"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class SetLooks:
    """Who wears what from the next frame on.

    Attributes:
        looks: by ``FaceSummary.id``; everybody else stays bare. The first is whom guidance and measuring are for.
    """

    looks: Mapping[int, Look]


@dataclass(frozen=True, slots=True)
class SetCompare:
    """Leave the picture bare on the screen's left of ``split`` (0..1 of the frame's width); None paints everywhere."""

    split: float | None


@dataclass(frozen=True, slots=True)
class SetRest:
    """While ``resting``, nobody sees the picture: two frames a second show that it is there, at a tenth of the cost."""

    resting: bool


@dataclass(frozen=True, slots=True)
class MeasureSkin:
    """Measure the skin of the first whose look is set, or else of the nearest.

    It is told of in every frame until something else is wanted.

    Attributes:
        request: told back with the answer; None wants nothing measured, and what was measured forgotten.
    """

    request: int | None


@dataclass(frozen=True, slots=True)
class ReadCodes:
    """Read the codes that are held before the camera, each anew, or (``reading`` false) read none."""

    reading: bool


@dataclass(frozen=True, slots=True)
class Stop:
    """End in good order."""


Wish = SetLooks | SetCompare | SetRest | MeasureSkin | ReadCodes
"""What the screen wants of the worker, and of every worker after it; a later one of the same type replaces it."""

Command = Wish | Stop


@dataclass(frozen=True, slots=True)
class FaceSummary:
    """As much of a face as the screen needs to place the picture: frame fractions 0..1, x to the right as shown.

    Attributes:
        id: stays with the person while they are in view; 0 while it cannot be told which of several they are. A new
            worker counts anew.
    """

    id: int
    left: float
    top: float
    right: float
    bottom: float


class SkinTrouble(StrEnum):
    """Why a skin's colour cannot be told."""

    NO_FACE = "no_face"
    OUT_OF_SIGHT = "out_of_sight"
    TOO_FAR = "too_far"
    TURNED_AWAY = "turned_away"
    EYES_HIDDEN = "eyes_hidden"
    TOO_DARK = "too_dark"
    TOO_BRIGHT = "too_bright"
    MIXED_LIGHT = "mixed_light"
    COLOURED_LIGHT = "coloured_light"


@dataclass(frozen=True, slots=True)
class SkinTone:
    """A skin's colour as it would look in neutral light.

    Attributes:
        request: the ``MeasureSkin`` that it answers.
        lightness, green_red, blue_yellow: CIELAB under D65.
        spread: how far parts of the face lie from it, CIELAB.
    """

    request: int
    lightness: float
    green_red: float
    blue_yellow: float
    spread: float


@dataclass(frozen=True, slots=True)
class SkinUntold:
    """A skin's colour that cannot be told; ``request`` is the ``MeasureSkin`` that this answers."""

    request: int
    trouble: SkinTrouble


@dataclass(frozen=True, slots=True)
class FrameReady:
    """A painted frame lies in the ring.

    Attributes:
        sequence: of the camera's frame.
        slot: the ring slot that holds it.
        width, height: of the picture as shown (rotated, mirrored), pixels.
        captured_at: seconds, monotonic clock (one clock for all processes of a machine).
        faces: nearest first.
        guidance: for the first whose look is set; for the nearest, while nobody's is.
        track_ms, paint_ms: what this frame cost.
        skin: the answer to the last ``MeasureSkin``, once there is one.
    """

    sequence: int
    slot: int
    width: int
    height: int
    captured_at: float
    faces: tuple[FaceSummary, ...]
    guidance: Guidance
    track_ms: float
    paint_ms: float
    skin: SkinTone | SkinUntold | None = None


class CodeFormat(StrEnum):
    """How a code is drawn. UPC-A is EAN-13 with a nought before it, and is told of as that."""

    EAN_13 = "ean13"
    EAN_8 = "ean8"
    UPC_E = "upce"
    CODE_128 = "code128"
    QR = "qr"
    DATA_MATRIX = "datamatrix"


@dataclass(frozen=True, slots=True)
class SeenCode:
    """A code that somebody holds up; told of once, until it was out of sight for a while.

    Attributes:
        format: how it is drawn.
        text: what it says, printable, 300 characters at most, and anybody may have printed it. EAN-13, UPC-A and UPC-E
            say 13 digits; codes of GS1 have their application identifiers in parentheses.
        left, top, right, bottom: where, frame fractions 0..1, x to the right as shown.
    """

    format: CodeFormat
    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class CodesSeen:
    """Codes came into view."""

    codes: tuple[SeenCode, ...]


@dataclass(frozen=True, slots=True)
class CameraTrouble:
    """The camera cannot be used now; ``reason`` is one sentence for staff and logs. The worker goes on trying."""

    reason: str


Message = FrameReady | CodesSeen | CameraTrouble
"""What the worker says."""
