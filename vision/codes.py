"""Reading bar codes and matrix codes in a grey picture: by zxing-cpp, and what is too fine for it by ourselves.

A mirrored picture reads as well as a straight one: bars read from the right are bars, and the reader tries the squares
of a matrix both ways.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np
import zxingcpp

from vision.bar_profile import profile_of, turns
from vision.fine_print import find_fine_print
from vision.geometry import Rect
from vision.messages import CodeFormat
from vision.narrow_ean import MODULES, NarrowEanReader
from vision.sharpening import sharpened_bars, sharpened_squares

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

LONGEST_TEXT: Final = 300
"""Characters; the links and numbers of a shop are shorter, and whoever prints a longer one wants something else."""

MOST_CODES: Final = 12
"""Of one picture: more than two hands hold."""

_LINEAR: Final = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.EANUPC, zxingcpp.BarcodeFormat.Code128])
_MATRIX: Final = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode, zxingcpp.BarcodeFormat.DataMatrix])
_READ: Final = zxingcpp.BarcodeFormats([*_LINEAR, *_MATRIX])

_CLEAR: Final = 2.0
"""Pixels of a module above which single rows show it for certain."""

_LEAST_TURNS: Final = 11
"""Of a profile of bars: the folds of a sleeve and the stripes of a flag turn less often."""

_CONTROLS: Final = frozenset({*range(32), 127})

_FORMATS: Final = {
    zxingcpp.BarcodeFormat.EAN13: CodeFormat.EAN_13,
    zxingcpp.BarcodeFormat.UPCA: CodeFormat.EAN_13,
    zxingcpp.BarcodeFormat.EAN8: CodeFormat.EAN_8,
    zxingcpp.BarcodeFormat.UPCE: CodeFormat.UPC_E,
    zxingcpp.BarcodeFormat.Code128: CodeFormat.CODE_128,
    zxingcpp.BarcodeFormat.QRCode: CodeFormat.QR,
    zxingcpp.BarcodeFormat.DataMatrix: CodeFormat.DATA_MATRIX,
}


@dataclass(frozen=True, slots=True)
class Sighting:
    """A code in one picture.

    Attributes:
        format: its symbology.
        text: what it says, printable, 1 to ``LONGEST_TEXT`` characters. Retail codes say their 13 digits (EAN-8: 8);
            codes of GS1 have their application identifiers in parentheses.
        left, top, right, bottom: pixels.
        certain: False where chance, or bars as narrow as pixels, may have made it: such a code counts when it is read
            again.
    """

    format: CodeFormat
    text: str
    left: float
    top: float
    right: float
    bottom: float
    certain: bool


@dataclass(frozen=True, slots=True)
class Look:
    """What a look at a picture found.

    Attributes:
        sightings: the codes that were read, at most ``MOST_CODES``.
        unread: where there are as many bars as a code has, and none was read.
    """

    sightings: tuple[Sighting, ...]
    unread: tuple[Rect, ...]


class CodeFinder:
    """Finds the codes in pictures. For one thread."""

    def __init__(self) -> None:
        """Prepare what narrow bars are compared with."""
        self._narrow = NarrowEanReader()

    def find(self, grey: NDArray[np.uint8], within: Rect | None = None) -> Look:
        """Look for codes in a picture, shape (H, W), or a part of it; what cannot be shown as text is left out."""
        part = Rect.of(grey) if within is None else within.clipped(Rect.of(grey))
        look = self._find(np.ascontiguousarray(grey[part.slices]))
        return Look(
            tuple(_moved(sighting, part) for sighting in look.sightings),
            tuple(_moved_place(place, part) for place in look.unread),
        )

    def _find(self, grey: NDArray[np.uint8]) -> Look:
        read = zxingcpp.read_barcodes(grey, formats=_READ, try_invert=False)
        sightings = [_sighting(code) for code in read if _can_be_shown(code)]
        unread: list[Rect] = []
        fine = find_fine_print(grey)
        for patch in fine.bars:
            place = Rect.around(patch.corners())
            there = [code for code in sightings if _is_in(place, code)]
            if any(code.certain for code in there) or turns(profile := profile_of(grey, patch)) < _LEAST_TURNS:
                continue
            if found := self._bars(profile, place):
                sightings = [code for code in sightings if code not in there] + found
            elif not there:
                unread.append(place)
        for place in fine.squares:
            if not any(_is_in(place, code) for code in sightings):
                sightings += _squares(grey, place)
        return Look(tuple(sightings[:MOST_CODES]), tuple(unread))

    def _bars(self, profile: NDArray[np.float32], place: Rect) -> list[Sighting]:
        reading = self._narrow.read(profile)
        if reading is not None:
            return [_sighting_at(place, CodeFormat.EAN_13, reading.number, certain=reading.certain)]
        return _sharpened(profile, place)


def _sharpened(profile: NDArray[np.float32], place: Rect) -> list[Sighting]:
    """The code that most guesses of the blur agree on, if more than one do."""
    readings = (
        zxingcpp.read_barcodes(
            drawing,
            formats=_LINEAR,
            try_rotate=False,
            try_downscale=False,
            try_invert=False,
            binarizer=zxingcpp.Binarizer.FixedThreshold,
        )
        for drawing in sharpened_bars(profile)
    )
    found = _most_read(readings)
    if found is None or found[1] == 1:
        return []
    (kind, text), _ = found
    # Of Code 128 a tenth part is its check, of the others a digit.
    return [_sighting_at(place, kind, text, certain=kind is CodeFormat.CODE_128)]


def _squares(grey: NDArray[np.uint8], place: Rect) -> list[Sighting]:
    drawings = sharpened_squares(grey[place.slices])
    found = _most_read(
        zxingcpp.read_barcodes(drawing, formats=_MATRIX, try_downscale=False, try_invert=False) for drawing in drawings
    )
    return [] if found is None else [_sighting_at(place, *found[0], certain=True)]


def _most_read(readings: Iterable[Sequence[zxingcpp.Barcode]]) -> tuple[tuple[CodeFormat, str], int] | None:
    """The code that most readings of a place agree on, and how many do; None where none was read."""
    counts = Counter((_FORMATS[code.format], code.text) for codes in readings for code in codes if _can_be_shown(code))
    return counts.most_common(1)[0] if counts else None


def _is_in(place: Rect, code: Sighting) -> bool:
    x, y = (place.left + place.right) / 2, (place.top + place.bottom) / 2
    return code.left <= x <= code.right and code.top <= y <= code.bottom


def _moved(sighting: Sighting, part: Rect) -> Sighting:
    """What was seen in a part of a picture, in the picture."""
    x, y = part.left, part.top
    return replace(
        sighting,
        left=sighting.left + x,
        top=sighting.top + y,
        right=sighting.right + x,
        bottom=sighting.bottom + y,
    )


def _moved_place(place: Rect, part: Rect) -> Rect:
    x, y = part.left, part.top
    return Rect(place.left + x, place.top + y, place.right + x, place.bottom + y)


def _sighting_at(place: Rect, kind: CodeFormat, text: str, *, certain: bool) -> Sighting:
    return Sighting(kind, text, place.left, place.top, place.right, place.bottom, certain=certain)


def _can_be_shown(code: zxingcpp.Barcode) -> bool:
    if not 0 < len(code.text) <= LONGEST_TEXT or not code.text.isprintable():
        return False
    # The reader writes control characters out, as "<ESC>"; GS1 has one between its parts.
    return code.content_type is zxingcpp.ContentType.GS1 or not _CONTROLS.intersection(code.bytes)


def _is_certain(code: zxingcpp.Barcode) -> bool:
    match _FORMATS[code.format]:
        case CodeFormat.QR | CodeFormat.DATA_MATRIX:
            return True  # Reed and Solomon's codes correct errors, and notice when they cannot.
        case CodeFormat.EAN_13:
            # Single rows of narrower bars are misread now and then, with the check digit right.
            begin, end = code.position.top_left, code.position.top_right
            return math.hypot(end.x - begin.x, end.y - begin.y) >= _CLEAR * MODULES
        case _:
            return False  # Short, or of any length: cloth and hair look like one now and then, but not twice alike.


def _sighting(code: zxingcpp.Barcode) -> Sighting:
    place = code.position
    corners = (place.top_left, place.top_right, place.bottom_right, place.bottom_left)
    across, down = [corner.x for corner in corners], [corner.y for corner in corners]
    return Sighting(
        _FORMATS[code.format], code.text, min(across), min(down), max(across), max(down), certain=_is_certain(code)
    )
