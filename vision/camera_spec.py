"""Which camera the mirror uses: plain values that pickle, and what they promise once opened.

Free of OpenCV, so that settings and the screen can name a camera; ``open()`` brings OpenCV in, in the worker only.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal, Protocol

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

Rotation = Literal[0, 90, 180, 270]


class CameraError(Exception):
    """The camera cannot be used now; the message is one sentence that names it."""


class Camera(Protocol):
    """An open camera. One thread uses it."""

    def read(self) -> NDArray[np.uint8]:
        """Wait for the next picture: BGR, uint8, shape (H, W, 3), contiguous, and the caller's own from then on.

        Raises:
            CameraError: there is none; the camera should be closed and opened again.
        """

    def skip(self) -> None:
        """Wait for the next picture as ``read()`` does and let it pass, sparing its decoding where that can be spared.

        Raises:
            CameraError: there is none; the camera should be closed and opened again.
        """

    def close(self) -> None:
        """Let go of the device or file."""


class CameraSpec(Protocol):
    """What the worker needs to know of a camera before it opens it. Pickles."""

    @property
    def name(self) -> str:
        """What messages call it."""

    @property
    def live(self) -> bool:
        """Whether it looks at the real world, where no two pictures are alike: one that repeats means a dead camera."""

    @property
    def open_seconds(self) -> float:
        """How long opening may take, up to and with the first picture."""

    @property
    def max_size(self) -> tuple[int, int]:
        """Width and height, pixels; no picture has more pixels than their product."""

    def open(self) -> Camera:
        """Open it.

        Raises:
            CameraError: it is not there, is in use or is not a camera.
        """


@dataclass(frozen=True, slots=True)
class DeviceCamera:
    """A camera of this machine.

    Attributes:
        device: index, or a path such as ``/dev/v4l/by-id/usb-...`` that stays with the camera across sockets.
        width, height: asked of the device, pixels, before rotation; it may give less, and more is scaled down.
        fps: asked of the device, pictures a second.
        rotation: clockwise turn that sets the picture upright, degrees.
        mirror: swap left and right, as a mirror does.
        open_seconds: raise it for a device that takes long to wake.
    """

    device: int | str
    width: int = 1280
    height: int = 720
    fps: int = 30
    rotation: Rotation = 0
    mirror: bool = True
    open_seconds: float = 2.5

    live: ClassVar[bool] = True

    @property
    def name(self) -> str:
        """The device as the person who set it up wrote it."""
        return f"camera {self.device}"

    @property
    def max_size(self) -> tuple[int, int]:
        """Width and height once upright, pixels."""
        return (self.width, self.height) if self.rotation in (0, 180) else (self.height, self.width)

    def open(self) -> Camera:
        """Open the device.

        Raises:
            CameraError: no such device, or it is in use, or it is not a camera.
        """
        from vision.cameras.device import open_device  # noqa: PLC0415 - OpenCV stays out of the screen's process

        return open_device(self)


@dataclass(frozen=True, slots=True)
class VideoCamera:
    """A video file that plays for ever at its own rate.

    Attributes:
        path: the file.
        width, height: a picture of more than ``width * height`` pixels is scaled down; its shape stays.
        mirror: swap left and right, as a mirror does.
    """

    path: Path
    width: int = 1280
    height: int = 720
    mirror: bool = False

    live: ClassVar[bool] = False
    open_seconds: ClassVar[float] = 2.5

    @property
    def name(self) -> str:
        """The file."""
        return f"video {self.path}"

    @property
    def max_size(self) -> tuple[int, int]:
        """Width and height, pixels; no picture has more pixels than their product."""
        return self.width, self.height

    def open(self) -> Camera:
        """Open the file.

        Raises:
            CameraError: it is missing or is not a video.
        """
        from vision.cameras.video import open_video  # noqa: PLC0415 - OpenCV stays out of the screen's process

        return open_video(self)


@dataclass(frozen=True, slots=True)
class PhotoCamera:
    """A portrait that sways a little, as a person at a mirror does: the demo's stand-in for a camera.

    Attributes:
        path: an image file; the largest face in it is framed, without a face its middle.
        width, height: of the picture, pixels.
        fps: pictures a second.
        mirror: swap left and right, as a mirror does.
    """

    path: Path
    width: int = 1280
    height: int = 720
    fps: int = 30
    mirror: bool = False

    live: ClassVar[bool] = False
    open_seconds: ClassVar[float] = 2.5

    @property
    def name(self) -> str:
        """The file."""
        return f"photo {self.path}"

    @property
    def max_size(self) -> tuple[int, int]:
        """The picture's size, pixels."""
        return self.width, self.height

    def open(self) -> Camera:
        """Read the photo and prepare its motion.

        Raises:
            CameraError: it is missing or is not an image.
        """
        from vision.cameras.photo import open_photo  # noqa: PLC0415 - OpenCV stays out of the screen's process

        return open_photo(self)
