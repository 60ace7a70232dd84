"""What is before a face: hands above all, so that they are not painted as if they were the face."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from vision.geometry import Rect
from vision.makeup.face_memory import FaceMemory
from vision.makeup.face_texture import FaceTexture, sample
from vision.makeup.hand_shape import hand_shape
from vision.makeup.hand_watch import HandWatch

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from vision.makeup.hand_watch import Hands
    from vision.makeup.uv import UvRaster

_SUSPICIOUS: Final = 0.015
"""Share of the face that must look otherwise before a hand is looked for."""
_LEARN_EVERY: Final = 30
_ADAPT_EVERY: Final = 4
"""Frames between two that are learned from: of an undisturbed face, and of one that changes without a hand."""
_RATE: Final = 0.3
"""How far the memory follows such a frame."""
_CHANGED: Final = 1.0
_GROWN: Final = 0.5
"""Change from which on a texel is not the face's, and from which on one that touches such a texel is not either."""
_NEAR: Final = 1.0
"""How far from a hand's shape it may still be, over the breadth of its knuckles: moving hands run ahead of it."""
_CLOSED: Final = 7
"""Texels between changed ones that a hand fills as well: much of it looks like the skin behind it."""
_MARGIN: Final = 1
"""Texels around what is before the face that stay bare too."""
_RELEASE: Final = 0.4
"""Share of the cover that stays for another frame after the hand is gone."""
_TRACE: Final = 0.1
_SMALL: Final = 96
"""Pixels of the small picture's width."""


@dataclass(frozen=True, slots=True)
class Visible:
    """Where the face itself is seen, over the part of a frame in which something is before it.

    Attributes:
        rect: that part, which may reach over the frame's edge.
        seen: on a small picture of it, float32 (h, w), 1 where the face is seen and 0 where something is before it.
    """

    rect: Rect
    seen: NDArray[np.float32]

    def over(self, rect: Rect) -> NDArray[np.float32]:
        """The same at the frame's size over a rectangle, shape (rect.height, rect.width); 1 outside that part."""
        height, width = self.seen.shape
        across, down = width / self.rect.width, height / self.rect.height
        left, top = rect.left - self.rect.left + 0.5, rect.top - self.rect.top + 0.5
        to_small = np.array([[across, 0, left * across - 0.5], [0, down, top * down - 0.5]], np.float32)
        size = (rect.width, rect.height)
        flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        seen = cv2.warpAffine(self.seen, to_small, size, flags=flags, borderMode=cv2.BORDER_CONSTANT, borderValue=1)
        return np.asarray(seen, np.float32)


@contextlib.contextmanager
def uncovered(image: NDArray[np.uint8], visible: Visible) -> Iterator[None]:
    """Put back what is before the face, whatever is painted meanwhile."""
    rect = visible.rect.clipped(Rect.of(image))
    if rect.empty:
        yield
        return
    bare = image[rect.slices].copy()
    yield
    seen = visible.over(rect)
    cv2.blendLinear(image[rect.slices], bare, seen, 1 - seen, dst=image[rect.slices])


class Occlusion:
    """Learns one person's face over the frames of a video, or looks at a photo, and tells what of the face is seen."""

    def __init__(self, texture: FaceTexture, uv: UvRaster, hands: Hands) -> None:
        """Begin with nothing known; ``texture``, ``uv`` and ``hands`` may serve several people."""
        self._texture = texture
        self._uv = uv
        self._watch = HandWatch(hands)
        self._memory = FaceMemory(texture)
        self._frame = 0
        self._cover = np.zeros(len(texture.rows), np.float32)

    def see(
        self, image: NDArray[np.uint8], landmarks: NDArray[np.float32], pose: NDArray[np.float32], eyes: float
    ) -> Visible | None:
        """What is seen of the face in a bare frame; None when nothing is before it.

        Args:
            image: BGR, shape (H, W, 3).
            landmarks: shape (478, 3), pixels of the image.
            pose: shape (4, 4), canonical face to camera.
            eyes: the eye distance, pixels.
        """
        changed = self._glance(image, landmarks)
        hands = self._hands(image, landmarks, eyes, changed)
        due = self._frame % (_ADAPT_EVERY if changed > _SUSPICIOUS else _LEARN_EVERY) == 0
        self._frame += 1
        if not hands and not due and not self._cover.any():
            return None
        places = self._texture.places(landmarks, coarse=False)
        inside = _inside(places, image)
        colours = sample(image, places)
        covered = self._covered(colours, inside, places, hands)
        self._cover = np.maximum(covered, self._cover * np.float32(_RELEASE))
        self._cover[self._cover < _TRACE] = 0
        if not covered.any() or self._frame == 1:
            self._memory.learn(colours, inside & (self._cover == 0), _RATE)
        return self._visible(landmarks, pose) if self._cover.any() else None

    def _glance(self, image: NDArray[np.uint8], landmarks: NDArray[np.float32]) -> float:
        """The share of the face that does not look as it is known, at a first look."""
        places = self._texture.places(landmarks, coarse=True)
        changed = self._memory.glance(sample(image, places)) > _CHANGED
        if np.count_nonzero(changed) > _SUSPICIOUS * len(changed):
            changed &= _inside(places, image)
        return float(np.count_nonzero(changed)) / len(changed)

    def _hands(
        self, image: NDArray[np.uint8], landmarks: NDArray[np.float32], eyes: float, changed: float
    ) -> Sequence[NDArray[np.float32]]:
        if self._frame > 0 and changed <= _SUSPICIOUS and not self._cover.any():
            self._watch.rest()
            return ()
        return self._watch.look(image, landmarks, eyes, changed)

    def _covered(
        self,
        colours: NDArray[np.uint8],
        inside: NDArray[np.bool_],
        places: NDArray[np.float32],
        hands: Sequence[NDArray[np.float32]],
    ) -> NDArray[np.float32]:
        """Which texels a hand is before, shape (N,), 0 or 1."""
        if not hands:
            return np.zeros(len(places), np.float32)
        at = (self._texture.rows, self._texture.columns)
        under, near = _under(hands, places)
        change = self._memory.change(colours) * inside
        picture = _grown(self._texture.grid(change, 0))
        picture[at] *= near
        closed = np.asarray(cv2.morphologyEx(picture, cv2.MORPH_CLOSE, _disc(_CLOSED)), np.uint8)
        closed[at] |= under
        wide = np.asarray(cv2.dilate(closed, _disc(2 * _MARGIN + 1)), np.float32)
        return np.asarray(wide[at], np.float32)

    def _visible(self, landmarks: NDArray[np.float32], pose: NDArray[np.float32]) -> Visible | None:
        """The cover, carried to the frame by the mesh; None when none of it is on the side that is seen."""
        face = Rect.around(landmarks)
        factor = max(1, -(-face.width // _SMALL))
        wide, high = -(-face.width // factor), -(-face.height // factor)
        whole = Rect(face.left, face.top, face.left + wide * factor, face.top + high * factor)
        cover = np.asarray(cv2.GaussianBlur(self._texture.grid(self._cover, 0), (3, 3), 0), np.float32)
        hidden = self._uv.map(landmarks, pose, whole, 1 / factor).sample(cover)
        left, top, width, height = cv2.boundingRect((hidden > 0).view(np.uint8))
        if width == 0:
            return None
        # One more pixel all around, in which the face is seen altogether.
        rect = Rect(
            face.left + (left - 1) * factor,
            face.top + (top - 1) * factor,
            face.left + (left + width + 1) * factor,
            face.top + (top + height + 1) * factor,
        )
        hidden = hidden[top : top + height, left : left + width]
        return Visible(rect, 1 - np.asarray(cv2.copyMakeBorder(hidden, 1, 1, 1, 1, cv2.BORDER_CONSTANT), np.float32))


def _inside(places: NDArray[np.float32], image: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Which places lie in the image, shape (N,)."""
    height, width = image.shape[:2]
    return np.asarray(((places >= 0) & (places <= (width - 1, height - 1))).all(axis=1), np.bool_)


def _under(
    hands: Sequence[NDArray[np.float32]], places: NDArray[np.float32]
) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Which places of the frame, shape (N, 2), hands cover, and which are near them: 0 or 1, shape (N,) each."""
    rect = Rect.around(places)
    scale = min(1.0, _SMALL / rect.width)
    shape = np.maximum.reduce([hand_shape(hand, rect, scale) for hand in hands])
    reach = np.maximum.reduce([hand_shape(hand, rect, scale, _NEAR) for hand in hands])
    local = ((places - (rect.left, rect.top)) * scale).astype(np.intp)
    rows, columns = np.minimum(local[:, 1], len(shape) - 1), np.minimum(local[:, 0], shape.shape[1] - 1)
    return np.asarray(shape[rows, columns], np.uint8), np.asarray(reach[rows, columns], np.uint8)


def _grown(change: NDArray[np.float32]) -> NDArray[np.uint8]:
    """Hysteresis: what has changed clearly, and what has changed a little and is connected to it; 0 or 1."""
    count, labels = cv2.connectedComponents((change > _GROWN).astype(np.uint8))
    clear = np.zeros(count, np.uint8)
    clear[labels[change > _CHANGED]] = 1
    return np.asarray(clear[labels], np.uint8)


def _disc(size: int) -> NDArray[np.uint8]:
    return np.asarray(cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size)), np.uint8)
