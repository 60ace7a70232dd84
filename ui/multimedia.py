"""Qt Multimedia, told before its import not to list the codecs and sound servers that it does not find."""

from __future__ import annotations

from PySide6.QtCore import QLoggingCategory

QLoggingCategory.setFilterRules("qt.multimedia.symbolsresolver=false\nqt.multimedia.ffmpeg.info=false")

from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat, QVideoSink  # noqa: E402 - only now

__all__ = ["QVideoFrame", "QVideoFrameFormat", "QVideoSink"]
