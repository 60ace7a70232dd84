"""Which camera the settings mean on this machine."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from assets.manifest import locate
from vision.camera_spec import DeviceCamera, PhotoCamera, VideoCamera

if TYPE_CHECKING:
    from kiosk.settings import CameraSettings
    from vision.camera_spec import CameraSpec

SAMPLE_FACE: Final = "astronaut.png"
_PHOTOS: Final = frozenset({".png", ".jpg", ".jpeg", ".webp", ".bmp"})
_DEVICES: Final = Path("/dev")


def choose_camera(settings: CameraSettings, *, demo: bool) -> CameraSpec:
    """Give the camera to open; the demo stands a sample face in where the machine has none.

    Raises:
        AssetError: the sample face is missing.
    """
    source = settings.source
    if source == "auto":
        devices = sorted(_DEVICES.glob("video[0-9]*"), key=lambda path: int(path.name.removeprefix("video")))
        if demo and not devices:
            return PhotoCamera(locate(SAMPLE_FACE), settings.width, settings.height, settings.fps)
        return _device(str(devices[0]) if devices else 0, settings)
    if isinstance(source, int):
        return _device(source, settings)
    path = Path(source)
    if _DEVICES in path.parents:
        return _device(str(path), settings)
    if path.suffix.lower() in _PHOTOS:
        return PhotoCamera(path, settings.width, settings.height, settings.fps, settings.mirror)
    return VideoCamera(path, settings.width, settings.height, settings.mirror)


def _device(device: int | str, settings: CameraSettings) -> DeviceCamera:
    return DeviceCamera(device, settings.width, settings.height, settings.fps, settings.rotation, settings.mirror)
