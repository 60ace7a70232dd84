"""The try-on as the command does it to a photograph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

import numpy as np

from vision.hands import PhotoHands
from vision.mirror import Mirror
from vision.tracker import FaceFinder

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from vision.frames import Face
    from vision.looks import Look
    from vision.makeup.patch import Patch
    from vision.mirror import HandPool


@dataclass(frozen=True, slots=True)
class Painted:
    """A photograph that wears a look.

    Attributes:
        image: BGR, uint8, shape (H, W, 3).
        faces: found in it.
        covers: region to coverage, uint8, shape (H, W), 255 full; only regions that were painted.
    """

    image: NDArray[np.uint8]
    faces: tuple[Face, ...]
    covers: dict[str, NDArray[np.uint8]]

    def cover(self, region: str) -> NDArray[np.float32]:
        """Coverage of a region, 0..1, shape (H, W)."""
        bare = np.zeros(self.image.shape[:2], np.uint8)
        return self.covers.get(region, bare).astype(np.float32) / np.float32(255)


class PhotoPainter:
    """Finds faces in photographs and paints them; a context that frees the models."""

    def __init__(self) -> None:
        """Load the models.

        Raises:
            AssetError: one is missing.
        """
        self._hands = PhotoHands()
        self._finder = FaceFinder()

    def __enter__(self) -> Self:
        """Nothing to prepare."""
        return self

    def __exit__(self, *_: object) -> None:
        """Free the models."""
        self._finder.close()
        self._hands.close()

    def find(self, image: NDArray[np.uint8]) -> tuple[Face, ...]:
        """Everybody in an image (BGR)."""
        return self._finder.find(image)

    def paint(self, image: NDArray[np.uint8], look: Look) -> Painted:
        """Put a look on everybody in a copy of the image."""
        return put_on(image, self.find(image), look, hands=self._hands)


def put_on(
    image: NDArray[np.uint8],
    faces: tuple[Face, ...],
    look: Look,
    *,
    hands: HandPool | None = None,
    metered: bool = True,
) -> Painted:
    """Put a look on the faces that were found in an image, on a copy of it.

    Args:
        image: BGR, shape (H, W, 3).
        faces: in it.
        look: what they wear.
        hands: finds those before a face; None paints over whatever is before a face.
        metered: show swatches in the light on the faces; else as they are printed.
    """
    mirror = Mirror(video=False, hands=hands, metered=metered)
    mirror.set_look(look)
    painted = image.copy()
    cover = Cover(image.shape[:2])
    mirror.render(painted, faces, observer=cover.see)
    return Painted(painted, faces, cover.regions)


class Cover:
    """Gathers what a mirror paints.

    Attributes:
        regions: name to coverage, uint8, shape (H, W), in the steps that the try-on's masks have.
    """

    def __init__(self, shape: tuple[int, ...]) -> None:
        """Begin with nothing painted on a picture of so many rows and columns."""
        self._shape = shape
        self.regions: dict[str, NDArray[np.uint8]] = {}

    def see(self, region: str, patch: Patch) -> None:
        """Take note of a patch."""
        whole = self.regions.setdefault(region, np.zeros(self._shape, np.uint8))
        part = whole[patch.rect.slices]
        np.maximum(part, np.rint(patch.alpha * 255).astype(np.uint8), out=part)
