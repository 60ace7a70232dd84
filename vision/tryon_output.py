"""What the try-on leaves behind: pictures, masks, and a report."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Self

import cv2
import numpy as np

from vision.errors import TryOnError
from vision.opencv_files import opencv_name
from vision.tryon_inputs import output_name

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from vision.frames import Face, Frame


@dataclass(frozen=True, slots=True)
class PaintedFrame:
    """A frame after painting.

    Attributes:
        frame: its image is painted.
        faces: found in it.
        masks: region to coverage, uint8 (H, W), 255 full; empty unless wanted.
        track_ms, paint_ms: what it cost.
    """

    frame: Frame
    faces: tuple[Face, ...]
    masks: dict[str, NDArray[np.uint8]]
    track_ms: float
    paint_ms: float


class TryOnOutput:
    """The files that one input becomes; a context that closes them."""

    def __init__(self, source: Path, folder: Path, report: Path | None) -> None:
        """Write the pictures of ``source`` to ``folder``, and its lines to ``report``."""
        self._stem = source.stem
        self._source = source
        self._folder = folder
        self._report_path = report
        self._video: cv2.VideoWriter | None = None
        self._report: IO[str] | None = None

    def __enter__(self) -> Self:
        """Begin the report."""
        if self._report_path is not None:
            self._report = self._report_path.open("w", encoding="utf-8")
        return self

    def __exit__(self, *_: object) -> None:
        """Close the report and the video."""
        if self._report is not None:
            self._report.close()
        if self._video is not None:
            self._video.release()

    def picture(self, painted: PaintedFrame) -> None:
        """Write a photo."""
        self._write(self._folder / output_name(self._source), painted.frame.image)

    def video_frame(self, painted: PaintedFrame, rate: float) -> None:
        """Write one more frame of a video."""
        if self._video is None:
            path = self._folder / output_name(self._source)
            try:
                name = opencv_name(path.absolute())
            except ValueError as error:
                raise TryOnError(f"{path}: {error}") from error
            height, width = painted.frame.image.shape[:2]
            self._video = cv2.VideoWriter(name, cv2.CAP_FFMPEG, cv2.VideoWriter.fourcc(*"mp4v"), rate, (width, height))
            if not self._video.isOpened():
                raise TryOnError(f"{path}: cannot be written")
        self._video.write(painted.frame.image)

    def masks(self, painted: PaintedFrame, suffix: str) -> None:
        """Write the coverage of every region of the look."""
        for region, coverage in painted.masks.items():
            path = self._folder / f"{self._stem}{suffix}.{region}.png"
            self._write(path, coverage)

    def line(self, painted: PaintedFrame) -> None:
        """Write one line of the report."""
        if self._report is None:
            return
        row = {
            "input": str(self._source),
            "frame": painted.frame.sequence,
            "t_ms": round(painted.frame.captured_at * 1000, 3),
            "faces": [
                {
                    "id": face.id,
                    "landmarks": np.round(face.landmarks.astype(float), 4).tolist(),
                    "matrix": np.round(face.pose.astype(float), 6).tolist(),
                }
                for face in painted.faces
            ],
            "ms": {"track": round(painted.track_ms, 3), "paint": round(painted.paint_ms, 3)},
        }
        self._report.write(json.dumps(row) + "\n")

    @staticmethod
    def _write(path: Path, image: NDArray[np.uint8]) -> None:
        encoded = cv2.imencode(".png", image)[1]
        try:
            path.write_bytes(encoded.tobytes())
        except OSError as error:
            raise TryOnError(f"{path}: cannot be written: {error.strerror}") from error
