"""Coloured lenses: a printed disc on the iris, under the lids, with the pupil left free."""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from vision.geometry import Rect
from vision.makeup.patch import Patch, fill, smoothstep

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from vision.makeup.face_view import Eye, FaceView

_IRIS: Final = 0.93
"""The landmarks' iris is 8 per cent too wide."""
_PUPIL: Final = 0.38
"""Over the iris's radius."""
_REACH: Final = 1.08
"""What of the picture the print covers, over the iris's radius."""
_SIDE: Final = 96
"""Pixels of the print's side."""
_FIBRES: Final = 56
_LID_FEATHER: Final = 0.004
"""Over the eye distance."""
_SHUT, _SEEN = 0.25, 0.6
"""Height of the open eye over the iris's radius between which a lens comes into sight."""
_OWN_LIGHT: Final = 0.5
"""How much of the iris's own light and dark shows."""
_GLINT: Final = (1.7, 2.6)
"""Brightness over the iris's mean between which it is the lamp's reflection, on top of any lens."""
_LEAST_GLINT: Final = 45.0
"""The same as a difference, of 255: dark irises are not full of reflections."""
_GREYS: Final = np.arange(256, dtype=np.float32)


@dataclass(frozen=True, slots=True)
class _Style:
    """One print.

    Attributes:
        opacity: 0..1.
        inner: where it is dense, over the iris's radius: prints fade towards the pupil.
        ring: how dark the limbal ring is, 0..1.
        fibres: contrast of the radial drawing.
    """

    opacity: float
    inner: float
    ring: float
    fibres: float


_STYLES: Final[Mapping[str, _Style]] = {
    "natural": _Style(opacity=0.75, inner=0.62, ring=0.2, fibres=0.1),
    "vivid": _Style(opacity=1.0, inner=0.5, ring=0.6, fibres=0.14),
}


@dataclass(frozen=True, slots=True)
class Lens:
    """Where a lens lies and how it is shaded.

    Attributes:
        patch: its coverage.
        shade: factor of the swatch, float32, as large as the patch.
    """

    patch: Patch
    shade: NDArray[np.float32]


def lens(view: FaceView, eye: Eye, style: str) -> Lens | None:
    """The lens on one eye; None when the eye is shut or outside the frame."""
    rim = view.landmarks[list(eye.iris), :2]
    centre = rim[0]
    offsets = rim[1:] - centre
    radius = max(float(np.sqrt((offsets * offsets).sum(axis=1)).mean()) * _IRIS, 0.5)
    upper, lower = view.lids[eye]
    gap = upper[len(upper) // 2] - lower[len(lower) // 2]
    seen = (math.hypot(*gap.tolist()) / radius - _SHUT) / (_SEEN - _SHUT)
    sight = min(max(seen, 0.0), 1.0)
    rect = Rect.around(np.array([centre - radius * _REACH, centre + radius * _REACH]), 1).clipped(view.frame)
    if rect.empty or sight == 0:
        return None
    scale = _SIDE / (2 * radius * _REACH)
    # Pixel centres are at whole numbers in the frame, and the print's first one is half a pixel inside its rim.
    left, top = ((np.array([rect.left, rect.top]) - centre + radius * _REACH) * scale - 0.5).tolist()
    onto = np.array([[scale, 0, left], [0, scale, top]], np.float32)
    how = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    placed = cv2.warpAffine(
        _printed(style), onto, (rect.width, rect.height), flags=how, borderMode=cv2.BORDER_REPLICATE
    )
    printed, shade = cv2.split(placed)
    open_eye = fill(rect, [view.opening(eye)], view.eyes * _LID_FEATHER)
    covered = np.asarray(cv2.multiply(printed, open_eye, scale=sight), np.float32)
    return Lens(Patch(rect, covered), np.asarray(shade, np.float32))


def on_iris(pixels: NDArray[np.uint8], worn: Lens, color: NDArray[np.float32]) -> NDArray[np.float32]:
    """An iris under a lens, BGR 0..255, shape (H, W, 3); what the lamp reflects stays as it is.

    Args:
        pixels: the iris as it is.
        worn: the lens.
        color: its swatch under the scene's light, BGR 0..255, shape (3,).
    """
    grey = cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY)
    mean = max(cv2.mean(grey, (worn.patch.alpha > 0.5).view(np.uint8))[0], 1.0)  # noqa: PLR2004 - half covered
    light, glint = _answers(round(mean))
    # Where the lamp is reflected, the bare pixel takes over from the lens.
    shade = cv2.multiply(cv2.LUT(grey, light), worn.shade)
    kept = cv2.LUT(grey, glint)
    seen = cv2.multiply(pixels, cv2.merge([kept, kept, kept]), dtype=cv2.CV_32F)
    return np.asarray(cv2.add(cv2.merge([shade * channel for channel in color]), seen), np.float32)


@functools.lru_cache(maxsize=256)
def _answers(mean: int) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """For each grey of an iris of this mean, the factor of the lens's colour and that of the bare pixel, (1, 256)."""
    low, high = (max(mean * times, mean + _LEAST_GLINT * times) for times in _GLINT)
    glint = smoothstep(low, high, _GREYS)
    light = 1 + (np.minimum(_GREYS / np.float32(mean), 2) - 1) * np.float32(_OWN_LIGHT)
    return np.asarray((light * (1 - glint))[None], np.float32), glint[None]


@functools.cache
def _printed(style: str) -> NDArray[np.float32]:
    """The print's coverage and its shade, shape (96, 96, 2); its rim is bare."""
    chosen = _STYLES[style]
    axis = (np.arange(_SIDE, dtype=np.float32) + 0.5) / np.float32(_SIDE / 2) - 1
    axis *= np.float32(_REACH)
    x, y = np.meshgrid(axis, axis)
    distance, angle = np.hypot(x, y), np.arctan2(y, x)
    disc = 1 - smoothstep(0.88, 1.04, distance)
    dense = smoothstep(_PUPIL - 0.06, chosen.inner, distance)
    rng = np.random.default_rng(_FIBRES)
    waves = sum(
        rng.uniform(0.5, 1.0) * np.sin(angle * count + rng.uniform(0, 2 * np.pi))
        for count in (_FIBRES, _FIBRES * 3 // 5, _FIBRES // 4)
    )
    fibres = 1 + np.float32(chosen.fibres) * np.asarray(waves / 2, np.float32) * (1 - smoothstep(0.6, 0.95, distance))
    limbus = 1 - np.float32(chosen.ring) * smoothstep(0.74, 0.93, distance)
    return np.dstack([disc * dense * np.float32(chosen.opacity), fibres * limbus]).astype(np.float32)
