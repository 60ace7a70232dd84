"""Frames from the ring onto the screen: one copy, on the supervisor's thread, and no Python on the render thread."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Final, Protocol

import numpy as np
from PySide6.QtCore import QObject, QSize, Signal

from ui.multimedia import QVideoFrame, QVideoFrameFormat, QVideoSink

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from vision.messages import FrameReady, MirrorState

_PIXELS: Final = QVideoFrameFormat.PixelFormat.Format_BGRX8888


class PixelSource(Protocol):
    """Where a frame's pixels lie; a ``vision.ring.RingReader``."""

    def copy_to(self, slot: int, sequence: int, out: NDArray[np.uint8]) -> bool:
        """Copy a frame into ``out``, BGRX, shape (H, W, 4); False when it is gone."""


class PictureFeed(QObject):
    """The supervisor's listener: puts each frame on the sink and tells the screen's thread about it.

    A frame that arrives while the screen's thread has not taken note of the one before is dropped, so nothing queues.

    Signals:
        shown: a ``FrameReady`` whose pixels are on the sink.
        stateChanged: a ``MirrorState`` and its reason.
    """

    shown = Signal(object)
    stateChanged = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        """Without a sink, frames are dropped."""
        super().__init__(parent)
        self._sink: QVideoSink | None = None
        self._lock = threading.Lock()
        self._behind = threading.Event()

    def set_sink(self, sink: QVideoSink | None) -> None:
        """Show frames here from now on; with None, nowhere, from the moment that this returns."""
        with self._lock:
            self._sink = sink

    def acknowledge(self) -> None:
        """The screen's thread took note of the frame that was ``shown``; it is ready for another."""
        self._behind.clear()

    def frame(self, ready: FrameReady, ring: PixelSource) -> None:
        """Supervisor's thread: a painted frame lies in the ring."""
        if self._sink is None or self._behind.is_set():
            return
        video_frame = QVideoFrame(QVideoFrameFormat(QSize(ready.width, ready.height), _PIXELS))
        if not video_frame.map(QVideoFrame.MapMode.WriteOnly):
            raise MemoryError(f"no memory for a picture of {ready.width} x {ready.height}")
        whole = ring.copy_to(ready.slot, ready.sequence, _pixels(video_frame, ready.width, ready.height))
        video_frame.unmap()
        with self._lock:
            if not whole or self._sink is None:
                return
            self._sink.setVideoFrame(video_frame)
        self._behind.set()
        self.shown.emit(ready)

    def state(self, state: MirrorState, reason: str) -> None:
        """Supervisor's thread: the mirror came or went."""
        self.stateChanged.emit(state, reason)


def _pixels(frame: QVideoFrame, width: int, height: int) -> NDArray[np.uint8]:
    """A view of a mapped frame, shape (height, width, 4)."""
    stride = frame.bytesPerLine(0)
    return np.ndarray((height, width, 4), np.uint8, frame.bits(0), strides=(stride, 4, 1))
