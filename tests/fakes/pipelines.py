"""Pipelines without models: what the worker was told can be read off the pictures it makes."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from assets.manifest import AssetError
from vision.messages import FaceSummary, Guidance, SkinTone
from vision.pipeline import Painted

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    from numpy.typing import NDArray

    from vision.frames import Frame
    from vision.looks import Color, Look
    from vision.pipeline import Pipeline

BARE = (1, 1, 1)
"""What the look's patch shows, BGR, while no look is worn."""


class PatchPipeline:
    """Paints the first layer's colour of its face's look into the top left corner and the split, 0..255, beside it."""

    def __init__(self) -> None:
        self._patch = BARE
        self._split = 0
        self._skin: SkinTone | None = None

    def set_looks(self, looks: Mapping[int, Look]) -> None:
        look = looks.get(1)
        self._patch = bgr(look.layers[0].color) if look and look.layers else BARE

    def set_split(self, split: float | None) -> None:
        self._split = 0 if split is None else round(split * 255)

    def measure_skin(self, request: int | None) -> None:
        self._skin = None if request is None else SkinTone(request, 60.0, 10.0, 15.0, 1.0)

    def process(self, frame: Frame) -> Painted:
        frame.image[:8, :8] = self._patch
        frame.image[:8, 8:16] = self._split
        return Painted(
            (FaceSummary(1, 0.4, 0.3, 0.6, 0.7),), Guidance.NONE, track_ms=1.0, paint_ms=1.0, skin=self._skin
        )

    def close(self) -> None:
        pass


class HangingPipeline(PatchPipeline):
    """Hangs for ever in its tenth frame, as a native call might."""

    def __init__(self) -> None:
        super().__init__()
        self._frames = 0

    def process(self, frame: Frame) -> Painted:
        self._frames += 1
        if self._frames == 10:
            time.sleep(3600)
        return super().process(frame)


class CrashingPipeline(PatchPipeline):
    """Ends the process in its first frame, as a native crash does."""

    def process(self, frame: Frame) -> Painted:  # noqa: ARG002 - the signature is the pipeline's
        os.abort()


def forgetful_pipeline() -> Pipeline:
    """Fail as one does whose model file is not there."""
    raise AssetError("face.task is missing: run `vitrine models`")


def bgr(color: Color) -> tuple[int, int, int]:
    return color.blue, color.green, color.red


def patch_in(picture: NDArray[np.uint8]) -> tuple[int, ...]:
    """The colour, BGR, in a picture's patch."""
    return tuple(picture[4, 4, :3].tolist())


def split_in(picture: NDArray[np.uint8]) -> int:
    return int(picture[4, 12, 0])
