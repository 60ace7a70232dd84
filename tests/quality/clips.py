"""Clips of people at kiosk distance whose hands pass before their faces."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from tests.quality.painting import Cover
from tests.quality.people import DataError
from tests.quality.photos import LIPS_FROM, SWATCH
from tests.quality.regions import polygon
from vision.hands import VideoHands
from vision.looks import Finish, Kind, Layer, Look
from vision.mirror import Mirror
from vision.tracker import FaceTracker
from vision.video_files import VideoFile

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.quality.people import Points

    Hands = Mapping[int, tuple[Points, ...]]
    """Frame, counted from 0, to the outlines of the hands in it; a frame that nobody looked at is not there."""


@dataclass(frozen=True, slots=True)
class ClipFigures:
    """A clip.

    Attributes:
        name: of its file.
        frames: how many it has.
        lost: frames without a face.
        marked: frames in which somebody outlined the hands.
        painted: pixels of lip paint in the marked frames.
        on_hands: those of them that lie on a hand.
    """

    name: str
    frames: int
    lost: int
    marked: int
    painted: int
    on_hands: int


def find_clips(folder: Path) -> tuple[Path, ...]:
    """The clips of a folder.

    Raises:
        DataError: there is none.
    """
    clips = (
        tuple(sorted(path for path in folder.iterdir() if path.suffix in {".mkv", ".mp4"})) if folder.exists() else ()
    )
    if not clips:
        raise DataError(f"{folder}: holds no clip (.mkv or .mp4)")
    return clips


def read_hands(path: Path) -> dict[str, Hands]:
    """The outlines of hands, by the names of the clips.

    Args:
        path: JSON, ``{"clip.mkv": {"41": [[[x, y], ...], ...]}}``: for each frame, counted from 0, a polygon a hand.

    Raises:
        DataError: it is not of that form.
    """
    try:
        clips: dict[str, dict[str, list[Any]]] = json.loads(path.read_text("utf-8"))
        return {
            clip: {
                int(frame): tuple(np.array(hand, float).reshape(-1, 2) for hand in hands) for frame, hands in at.items()
            }
            for clip, at in clips.items()
        }
    except (OSError, ValueError, AttributeError, TypeError) as error:
        raise DataError(f"{path}: does not say where hands are: {error}") from error


def measure_clip(path: Path, hands: Hands) -> ClipFigures:
    """Track and paint a clip."""
    frames = lost = painted = on_hands = 0
    with (
        closing(VideoFile(path)) as video,
        FaceTracker() as tracker,
        closing(VideoHands()) as finders,
    ):
        mirror = Mirror(hands=finders)
        mirror.set_look(Look("clip", (Layer(Kind.LIPSTICK, SWATCH, Finish.MATTE, 1.0),)))
        for frame in video.frames():
            faces = tracker.track(frame)
            cover = Cover(frame.image.shape[:2])
            mirror.render(frame.image, faces, observer=cover.see)
            frames += 1
            lost += not faces
            if frame.sequence in hands and "lips" in cover.regions:
                lips = cover.regions["lips"] >= LIPS_FROM * 255
                painted += int(np.count_nonzero(lips))
                on_hand = np.zeros_like(lips)
                for hand in hands[frame.sequence]:
                    on_hand |= polygon(frame.image.shape[:2], hand)
                on_hands += int(np.count_nonzero(lips & on_hand))
    return ClipFigures(path.name, frames, lost, len(hands), painted, on_hands)
