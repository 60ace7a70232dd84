"""What is before a face: hands above all, so that they are not painted as if they were the face."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from vision.geometry import Rect
from vision.makeup.cover import cover_of_hands, cover_of_mouth, cover_of_things
from vision.makeup.face_memory import FaceMemory
from vision.makeup.face_texture import FaceTexture, sample
from vision.makeup.hand_watch import HandWatch
from vision.pose import camera_seen_from

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from vision.makeup.hand_watch import Hands
    from vision.makeup.uv import UvRaster

_SUSPICIOUS: Final = 0.015
"""Share of the face that must look otherwise before a hand is looked for."""
_LEARN_EVERY: Final = 30
_ADAPT_EVERY: Final = 4
"""Frames between two that are learned from: of a known face, and of one that is new or changes without a hand."""
_LIKE_ITSELF: Final = 0.6
"""Usual likeness of the mouth below which it is too small, dark or noisy to tell anything by."""
_UNLIKE: Final = 0.3
"""Share of the usual likeness below which a mouth is hidden: from earnest to a broad smile it keeps half."""
_RATE: Final = 0.3
"""How far the memory follows such a frame."""
_FACING: Final = 0.3
"""Cosine to the camera from which on a texel shows skin, whatever the landmarks' error."""
_ADOPTED: Final = 240
"""Frames after which something without a hand is part of the face, or its light: 8 s."""
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
        """Begin with nothing known; ``texture`` and ``uv`` may serve several people, ``hands`` only photos'."""
        self._texture = texture
        self._uv = uv
        self._watch = HandWatch(hands)
        self._cover = np.zeros(len(texture.rows), np.float32)
        self._begin()

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
        calm = changed <= _SUSPICIOUS and not self._cover.any()
        known = calm and self._frame > _LEARN_EVERY
        due = self._frame % (_LEARN_EVERY if known else _ADAPT_EVERY) == 0
        first = self._frame == 0
        self._frame += 1
        if calm:
            self._watch.rest()
            if not due:
                return None
        places = self._texture.places(landmarks, coarse=False)
        colours, in_sight = sample(image, places), self._in_sight(places, image, pose)
        covered = np.zeros(len(places), np.bool_)
        if first or not calm:
            hands = self._watch.look(image, landmarks, eyes, changed)
            covered = self._covered(places, colours, in_sight, hands)
        self._cover = np.maximum(covered, self._cover * np.float32(_RELEASE))
        self._cover[self._cover < _TRACE] = 0
        if first or (due and not covered.any()):
            # Before anything is known the likeness is 0.
            self._usual += (_RATE if self._usual else 1.0) * (self._memory.likeness(colours) - self._usual)
            self._memory.learn(colours, in_sight & (self._cover == 0), _RATE)
        return self._visible(landmarks, pose) if self._cover.any() else None

    def _begin(self) -> None:
        """Know nothing of the face, and learn it from the next frame on."""
        self._memory = FaceMemory(self._texture)
        self._frame = 0
        self._strange = 0
        self._usual = 0.0

    def _glance(self, image: NDArray[np.uint8], landmarks: NDArray[np.float32]) -> float:
        """The share of the face that does not look as it is known, at a first look."""
        places = self._texture.places(landmarks, coarse=True)
        changed = self._memory.glance(sample(image, places)) > 1
        if np.count_nonzero(changed) > _SUSPICIOUS * len(changed):
            changed &= _inside(places, image)
        return float(np.count_nonzero(changed)) / len(changed)

    def _in_sight(
        self, places: NDArray[np.float32], image: NDArray[np.uint8], pose: NDArray[np.float32]
    ) -> NDArray[np.bool_]:
        """Which texels lie in the image and face the camera, shape (N,)."""
        return _inside(places, image) & (self._texture.normals @ camera_seen_from(pose) > _FACING)

    def _covered(
        self,
        places: NDArray[np.float32],
        colours: NDArray[np.uint8],
        in_sight: NDArray[np.bool_],
        hands: Sequence[NDArray[np.float32]],
    ) -> NDArray[np.bool_]:
        """Which texels something is before, shape (N,)."""
        change, tint = (amount * in_sight for amount in self._memory.change(colours))
        covered = cover_of_things(self._texture, change, tint)
        if self._usual > _LIKE_ITSELF and self._memory.likeness(colours) < _UNLIKE * self._usual:
            covered |= cover_of_mouth(self._texture, change)
        if hands:
            self._strange = 0
            return covered | cover_of_hands(self._texture, places, change, hands)
        self._strange = self._strange + 1 if covered.any() else 0
        if self._strange > _ADOPTED:
            self._begin()
            return np.zeros_like(covered)
        return covered

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
