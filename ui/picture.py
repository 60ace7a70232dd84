"""Frames from the ring onto the screen: one copy, on the supervisor's thread, and no Python on the render thread."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Final, Protocol

import numpy as np
from PySide6.QtCore import QObject, QRectF, QSize, Signal
from PySide6.QtGui import QImage

from ui.multimedia import QVideoFrame, QVideoFrameFormat, QVideoSink

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from vision.messages import CodesSeen, FrameReady, MirrorState

_PIXELS: Final = QVideoFrameFormat.PixelFormat.Format_BGRX8888


class PixelSource(Protocol):
    """Where a frame's pixels lie; a ``vision.ring.RingReader``."""

    def copy_to(self, slot: int, sequence: int, out: NDArray[np.uint8]) -> bool:
        """Copy a frame into ``out``, BGRX, shape (H, W, 4); False when it is gone."""


class PictureFeed(QObject):
    """The supervisor's listener: puts each frame on the sink and tells the screen's thread about it.

    A frame that arrives while the screen's thread has not taken note of the one before is dropped, so nothing queues.
    A frame that was held is overwritten once it is shown no more.

    Signals:
        shown: a ``FrameReady`` whose pixels are on the sink.
        codesSeen: a ``CodesSeen``; codes are told of even where frames are dropped.
        stateChanged: a ``MirrorState`` and its reason.
    """

    shown = Signal(object)
    codesSeen = Signal(object)
    stateChanged = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        """Without a sink, frames are dropped."""
        super().__init__(parent)
        self._sink: QVideoSink | None = None
        self._held: QVideoFrame | None = None
        self._stale: QVideoFrame | None = None
        self._lock = threading.Lock()
        self._behind = threading.Event()

    def set_sink(self, sink: QVideoSink | None) -> None:
        """Show frames here from now on; with None, nowhere, from the moment that this returns."""
        with self._lock:
            self._sink = sink
            if sink is None:
                self._let_go()
                self._wipe_stale()

    def hold(self) -> bool:
        """Let the frame that is shown stand still: those that come are dropped until ``release``.

        Returns:
            Whether there is one.
        """
        with self._lock:
            frame = QVideoFrame() if self._sink is None else self._sink.videoFrame()
            self._held = frame if frame.isValid() else None
            return self._held is not None

    def held_part(self, part: QRectF) -> QImage:
        """A copy of a part of the frame that is held, ``part`` in fractions 0..1 of its width and height.

        Null when none is held.
        """
        with self._lock:
            frame = self._held
            if frame is None or not frame.map(QVideoFrame.MapMode.ReadOnly):
                return QImage()
            width, height = frame.width(), frame.height()
            whole = QImage(frame.bits(0), width, height, frame.bytesPerLine(0), QImage.Format.Format_RGB32)
            box = QRectF(part.x() * width, part.y() * height, part.width() * width, part.height() * height)
            copy = whole.copy(box.toAlignedRect() & whole.rect())
            frame.unmap()
            return copy

    def release(self) -> None:
        """Let the frame that is held go; it stands until the next one comes."""
        with self._lock:
            self._let_go()
            if self._sink is None:
                self._wipe_stale()

    def acknowledge(self) -> None:
        """The screen's thread took note of the frame that was ``shown``; it is ready for another."""
        self._behind.clear()

    def frame(self, ready: FrameReady, ring: PixelSource) -> None:
        """Supervisor's thread: a painted frame lies in the ring."""
        if self._live_sink() is None or self._behind.is_set():
            return
        video_frame = QVideoFrame(QVideoFrameFormat(QSize(ready.width, ready.height), _PIXELS))
        if not video_frame.map(QVideoFrame.MapMode.WriteOnly):
            raise MemoryError(f"no memory for a picture of {ready.width} x {ready.height}")
        whole = ring.copy_to(ready.slot, ready.sequence, _pixels(video_frame, ready.width, ready.height))
        video_frame.unmap()
        with self._lock:
            sink = self._live_sink()
            if not whole or sink is None:
                return
            sink.setVideoFrame(video_frame)
            self._wipe_stale()
        self._behind.set()
        self.shown.emit(ready)

    def codes(self, seen: CodesSeen) -> None:
        """Supervisor's thread: codes came into view."""
        self.codesSeen.emit(seen)

    def state(self, state: MirrorState, reason: str) -> None:
        """Supervisor's thread: the mirror came or went."""
        self.stateChanged.emit(state, reason)

    def _live_sink(self) -> QVideoSink | None:
        """Where a frame that comes is shown; None while it is dropped."""
        return self._sink if self._held is None else None

    def _let_go(self) -> None:
        if self._held is not None:
            self._stale, self._held = self._held, None

    def _wipe_stale(self) -> None:
        """Overwrite what was held; while the screen is still reading it, that is left to the next frame."""
        if self._stale is not None and self._stale.map(QVideoFrame.MapMode.WriteOnly):
            _pixels(self._stale, self._stale.width(), self._stale.height())[:] = 0
            self._stale.unmap()
            self._stale = None


def _pixels(frame: QVideoFrame, width: int, height: int) -> NDArray[np.uint8]:
    """A view of a mapped frame, shape (height, width, 4)."""
    stride = frame.bytesPerLine(0)
    return np.ndarray((height, width, 4), np.uint8, frame.bits(0), strides=(stride, 4, 1))
