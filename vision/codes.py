"""Reading bar codes and matrix codes in a grey picture: by zxing-cpp, and what is too fine for it by ourselves.

A mirrored picture reads as well as a straight one: bars read from the right are bars, and the reader tries the squares
of a matrix both ways.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import zxingcpp

from vision.bar_finder import find_bars, profile_of
from vision.messages import CodeFormat
from vision.narrow_ean import NarrowEanReader

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy as np
    from numpy.typing import NDArray

LONGEST_TEXT: Final = 300
"""Characters; the links and numbers of a shop are shorter, and whoever prints a longer one wants something else."""

MOST_CODES: Final = 12
"""Of one picture: more than two hands hold."""

_READ: Final = zxingcpp.BarcodeFormats(
    [
        zxingcpp.BarcodeFormat.EAN13,
        zxingcpp.BarcodeFormat.EAN8,
        zxingcpp.BarcodeFormat.UPCA,
        zxingcpp.BarcodeFormat.UPCE,
        zxingcpp.BarcodeFormat.Code128,
        zxingcpp.BarcodeFormat.QRCode,
        zxingcpp.BarcodeFormat.DataMatrix,
    ]
)

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
    """

    format: CodeFormat
    text: str
    left: float
    top: float
    right: float
    bottom: float


class CodeFinder:
    """Finds the codes in pictures. For one thread."""

    def __init__(self) -> None:
        """Prepare what narrow bars are compared with."""
        self._narrow = NarrowEanReader()

    def find(self, grey: NDArray[np.uint8]) -> list[Sighting]:
        """The codes in a picture, at most ``MOST_CODES``; what cannot be shown as text is left out.

        Args:
            grey: shape (H, W).
        """
        read = zxingcpp.read_barcodes(grey, formats=_READ, try_invert=False)
        sightings = [_sighting(code) for code in read if _can_be_shown(code)]
        sightings += self._narrow_ones(grey, sightings)
        return sightings[:MOST_CODES]

    def _narrow_ones(self, grey: NDArray[np.uint8], known: Sequence[Sighting]) -> Iterator[Sighting]:
        """EAN-13 of which single rows of pixels say too little, and that are not known already."""
        for patch in find_bars(grey):
            (left, top), (right, bottom) = patch.corners().min(axis=0).tolist(), patch.corners().max(axis=0).tolist()
            x, y = (left + right) / 2, (top + bottom) / 2
            if any(code.left <= x <= code.right and code.top <= y <= code.bottom for code in known):
                continue
            number = self._narrow.read(profile_of(grey, patch))
            if number is not None:
                yield Sighting(CodeFormat.EAN_13, number, left, top, right, bottom)


def _can_be_shown(code: zxingcpp.Barcode) -> bool:
    if not 0 < len(code.text) <= LONGEST_TEXT or not code.text.isprintable():
        return False
    # The reader writes control characters out, as "<ESC>"; GS1 has one between its parts.
    return code.content_type is zxingcpp.ContentType.GS1 or not _CONTROLS.intersection(code.bytes)


def _sighting(code: zxingcpp.Barcode) -> Sighting:
    place = code.position
    corners = (place.top_left, place.top_right, place.bottom_right, place.bottom_left)
    across, down = [corner.x for corner in corners], [corner.y for corner in corners]
    return Sighting(_FORMATS[code.format], code.text, min(across), min(down), max(across), max(down))
