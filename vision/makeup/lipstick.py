"""Lipstick in six finishes, in one colour or two, and lip liner."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from vision import landmarks as lm
from vision.geometry import Rect
from vision.looks import Finish, Kind
from vision.makeup.coat import LUMA, Surface, coat, lay
from vision.makeup.patch import Patch, fill, smoothstep

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from vision.looks import Layer
    from vision.makeup.canvas import Canvas
    from vision.makeup.face_view import FaceView

_FEATHER: Final = 0.015
"""Of the eye distance."""
_TEETH_MARGIN, _TEETH_FEATHER = 0.008, 0.009
"""Of the eye distance: the gap between open lips is widened by this, for a painted tooth is worse than a bare edge; and
the edge there is sharper than where lips turn into skin."""
_LINE_WIDTH: Final = {"line": 0.035, "ombre": 0.075}
"""Of the eye distance; a liner in the style "full" has none, for it fills the lips."""
_OMBRE_RIM, _OMBRE_SOFTNESS = 0.05, 0.03
"""Of the eye distance: how far inside the edge one colour goes over into the other, and how softly."""
_SEAM_SOFTNESS: Final = 0.012
_LIGHTER, _DEEPER = 0.35, 0.7
"""A second colour that nobody chose: so far towards white in an ombre's middle, so much light on a lower lip."""
_GLOSS_OWN: Final = 0.45
"""White that gloss mirrors in the lips' own highlights."""
_LAMPS: Final = (
    (list(lm.LIPS_LOWER_INNER[3:-3]), list(lm.LIPS_LOWER_OUTER[3:-3]), (0.42, 0.64), 0.4),
    (list(lm.LIPS_UPPER_INNER[3:-3]), list(lm.LIPS_UPPER_OUTER[3:-3]), (0.6, 0.75), 0.2),
)
"""Where gloss mirrors a lamp: landmarks of a lip's middle at its inner and outer edge, between which shares of the way
from one to the other, and how much white."""
_LAMP_SOFTNESS: Final = 0.1
"""Of the lip's thickness, so that thin lips are not all lamp."""
_SHINE_SIZE: Final = 0.017
"""Of the eye distance: what is finer is grain, and gloss that mirrors grain looks frosted."""
_LEAST_SHINE: Final = 7.0
"""Luma above the surroundings from which on it is shine, 0..255, and the least width of its ramp."""
_METAL: Final = np.float32(0.7)
"""How white a metal's reflections are; the rest is the metal's colour."""
_SPARKLE: Final = np.float32(0.42)
"""White of the brightest particle."""


class BareLips:
    """The lips before any lip colour is on them, over whatever skin products are; every lip layer reads its light here.

    Attributes:
        cover: where lipstick goes, float32 (H, W), 0..1.
        surface: their colour and form, and the part of the frame.
    """

    def __init__(self, image: NDArray[np.uint8], view: FaceView, rect: Rect) -> None:
        """Take the lips out of a picture; ``rect`` must not be empty."""
        self.cover = _without_gap(view, rect, fill(rect, [view.lips.outer], view.eyes * _FEATHER))
        self.surface = Surface(image, rect, self.cover, view.eyes)

    @classmethod
    def of(cls, image: NDArray[np.uint8], view: FaceView) -> BareLips | None:
        """The lips of a face; None when they are outside the frame."""
        rect = Rect.around(view.lips.outer, 3 * view.eyes * _FEATHER + 1).clipped(view.frame)
        return None if rect.empty else cls(image, view, rect)


def lip_patch(view: FaceView, lips: BareLips, layer: Layer) -> Patch:
    """Where a layer of lipstick or lip liner lies."""
    width = _LINE_WIDTH.get(layer.style) if layer.kind is Kind.LIP_LINER else None
    alpha = lips.cover if width is None else _line(view, lips, view.eyes * width)
    return Patch(lips.surface.rect, np.asarray(alpha * np.float32(layer.coverage), np.float32))


def _line(view: FaceView, lips: BareLips, width: float) -> NDArray[np.float32]:
    """A soft line just inside the outer contour."""
    by = np.full(len(view.lips.upper_outer), -width, np.float32)
    within = fill(lips.surface.rect, [view.lips.moved(by, by).outer], width * 0.45)
    return np.asarray(np.clip(lips.cover - within, 0, 1), np.float32)


def _without_gap(view: FaceView, rect: Rect, alpha: NDArray[np.float32]) -> NDArray[np.float32]:
    """Coverage less what would lie on teeth and tongue."""
    if view.lips.openness == 0:
        return alpha
    gap = fill(rect, [view.lips.gap(view.eyes * _TEETH_MARGIN)], view.eyes * _TEETH_FEATHER)
    return np.asarray(alpha * (1 - np.float32(view.lips.openness) * gap), np.float32)


def paint_lips(
    image: NDArray[np.uint8], view: FaceView, lips: BareLips, patch: Patch, layer: Layer, canvas: Canvas
) -> None:
    """Put lipstick or liner on the picture, in place."""
    painted = coat(lips.surface, _colors(view, lips.surface, layer), layer.finish)
    if layer.finish is Finish.GLOSS:
        _mirror(painted, _reflection(view, lips), view.light.white * 255)
    elif layer.finish is Finish.METALLIC:
        color = view.light.on(layer.color)
        _mirror(painted, _reflection(view, lips), color + (view.light.white * 255 - color) * _METAL)
    elif layer.finish is Finish.SHIMMER:
        _mirror(painted, canvas.sparkle(patch.rect) * _SPARKLE, view.light.white * 255)
    lay(image, patch.rect, painted, patch.alpha)


def _colors(view: FaceView, surface: Surface, layer: Layer) -> NDArray[np.float32]:
    """A layer's colour under the scene's light, shape (3,), or (h, w, 3) on the small picture where it has two."""
    color = view.light.on(layer.color)
    if layer.kind is not Kind.LIPSTICK or layer.style == "full":
        return color
    share = _middle(view, surface) if layer.style == "ombre" else _lower_lip(view, surface)
    if layer.accents:
        second = view.light.on(layer.accents[0])
    elif layer.style == "ombre":
        second = color + (255 * view.light.white - color) * np.float32(_LIGHTER)
    else:
        second = color * np.float32(_DEEPER)
    return np.asarray(color + share[..., None] * (second - color), np.float32)


def _middle(view: FaceView, surface: Surface) -> NDArray[np.float32]:
    """How much a place belongs to the lips' middle rather than to their rim, 0..1, on the small picture."""
    by = np.full(len(view.lips.upper_outer), -view.eyes * _OMBRE_RIM, np.float32)
    inner = surface.small.place(view.lips.moved(by, by).outer)
    return fill(surface.small.local, [inner], view.eyes * surface.small.scale * _OMBRE_SOFTNESS)


def _lower_lip(view: FaceView, surface: Surface) -> NDArray[np.float32]:
    """How much a place belongs to the lower lip, 0..1, on the small picture."""
    seam = (view.lips.upper_inner + view.lips.lower_inner) / 2
    below = view.lips.lower_outer * 2 - seam
    outline = surface.small.place(np.vstack([seam, below[::-1]]))
    return fill(surface.small.local, [outline], view.eyes * surface.small.scale * _SEAM_SOFTNESS)


def _mirror(painted: NDArray[np.float32], strength: NDArray[np.float32], lamp: NDArray[np.float32]) -> None:
    """Let what is painted mirror a lamp (BGR 0..255 both) by 0..1 of its light, in place."""
    for channel, light in enumerate(lamp):
        painted[..., channel] += np.maximum(light - painted[..., channel], 0) * strength


def _reflection(view: FaceView, lips: BareLips) -> NDArray[np.float32]:
    """How much of a lamp gloss reflects, 0..1: the lips' own highlights, and a soft lamp on the roundest parts."""
    surface = lips.surface
    height, width = surface.bare.shape[:2]
    factor = max(1, round(view.eyes * _SHINE_SIZE))
    size = (-(-width // factor), -(-height // factor))
    luma = cv2.transform(cv2.resize(surface.bare, size, interpolation=cv2.INTER_AREA), LUMA[None])
    base = cv2.resize(surface.form, size, interpolation=cv2.INTER_LINEAR) * np.float32(surface.luma)
    shine = np.asarray(luma - base, np.float32)
    on_lips = shine[cv2.resize(lips.cover, size, interpolation=cv2.INTER_NEAREST) > 0.5]  # noqa: PLR2004 - half covered
    if len(on_lips) == 0:
        return np.zeros((height, width), np.float32)
    ranks = [len(on_lips) * share // 100 for share in (85, 99)]
    low, high = np.partition(on_lips, ranks)[ranks]
    floor = max(float(low), _LEAST_SHINE)
    own = smoothstep(floor, max(float(high), floor + _LEAST_SHINE), shine) * np.float32(_GLOSS_OWN)
    both = np.maximum(own, _lamps(view, surface.rect, size))
    return np.asarray(cv2.resize(both, (width, height), interpolation=cv2.INTER_LINEAR), np.float32)


def _lamps(view: FaceView, rect: Rect, size: tuple[int, int]) -> NDArray[np.float32]:
    """A lamp's soft reflection on the middle of each lip, over the rectangle, as large as ``size`` (width, height)."""
    scale = np.array([size[0] / rect.width, size[1] / rect.height], np.float32)
    corner = np.array([rect.left, rect.top], np.float32)
    lamps = np.zeros((size[1], size[0]), np.float32)
    for inner, outer, between, strength in _LAMPS:
        start, end = view.landmarks[inner, :2], view.landmarks[outer, :2]
        near, far = (start + (end - start) * np.float32(share) for share in between)
        outline = (np.vstack([near, far[::-1]]) - corner) * scale
        drawn = np.zeros((size[1], size[0]), np.uint8)
        cv2.fillPoly(drawn, [np.round(outline * 16).astype(np.int32)], 255, cv2.LINE_AA, 4)
        thickness = float(np.linalg.norm(end - start, axis=1).mean()) * float(scale[1])
        soft = cv2.GaussianBlur(drawn.astype(np.float32), (0, 0), max(thickness * _LAMP_SOFTNESS, 0.5))
        np.maximum(lamps, soft * np.float32(strength / 255), out=lamps)
    return lamps
