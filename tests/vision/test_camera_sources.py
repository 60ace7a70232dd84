"""The open cameras: devices by a stand-in for the driver, videos and photos as they are."""

from __future__ import annotations

import time
from contextlib import closing
from typing import TYPE_CHECKING, cast

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.manifest import locate
from tests.vision.faces import portrait
from vision.camera_spec import CameraError, DeviceCamera, PhotoCamera, Rotation, VideoCamera
from vision.cameras.device import Device
from vision.cameras.fitting import fitted
from vision.cameras.orientation import oriented
from vision.cameras.photo import motion_at
from vision.detector import FaceDetector

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from numpy.typing import NDArray


class Driver:
    """Stands in for ``cv2.VideoCapture``: gives what it is told to, one answer a read."""

    def __init__(self, *answers: tuple[bool, NDArray[np.uint8] | None] | cv2.error) -> None:
        self._answers = list(answers)
        self.released = False

    def read(self) -> tuple[bool, NDArray[np.uint8] | None]:
        answer = self._answers.pop(0)
        if isinstance(answer, cv2.error):
            raise answer
        return answer

    def grab(self) -> bool:
        return self.read()[0]

    def release(self) -> None:
        self.released = True


def device(spec: DeviceCamera, *answers: tuple[bool, NDArray[np.uint8] | None] | cv2.error) -> Device:
    return Device(cast("cv2.VideoCapture", Driver(*answers)), spec)


def numbered(height: int, width: int) -> NDArray[np.uint8]:
    """Make a picture with no two pixels alike."""
    return np.random.default_rng(5).permutation(height * width * 3).reshape(height, width, 3).astype(np.uint8)


@given(st.sampled_from([0, 90, 180, 270]), st.booleans(), st.integers(1, 9), st.integers(1, 9))
def test_a_picture_is_turned_clockwise_and_then_mirrored(rotation: int, mirror: bool, height: int, width: int) -> None:  # noqa: FBT001
    picture = numbered(height, width)
    expected = np.rot90(picture, -rotation // 90)
    if mirror:
        expected = expected[:, ::-1]
    turned = oriented(picture, cast("Rotation", rotation), mirror=mirror)
    np.testing.assert_array_equal(turned, expected)
    assert turned.flags.c_contiguous


def test_a_device_gives_its_pictures_upright_and_mirrored() -> None:
    picture = numbered(72, 128)
    camera = device(DeviceCamera(0, 128, 72, rotation=90, mirror=True), (True, picture))
    np.testing.assert_array_equal(camera.read(), picture.transpose(1, 0, 2))


def test_a_device_that_gives_more_than_was_asked_is_scaled_down() -> None:
    camera = device(DeviceCamera(0, 640, 360), (True, numbered(1080, 1920)))
    assert camera.read().shape == (360, 640, 3)


def test_a_device_that_gives_less_than_was_asked_is_taken_as_it_is() -> None:
    camera = device(DeviceCamera(0, 1280, 720), (True, numbered(480, 640)))
    assert camera.read().shape == (480, 640, 3)


@pytest.mark.parametrize("answer", [(False, None), (True, None), (False, numbered(4, 4)), cv2.error("driver")])
def test_a_device_without_a_picture_is_an_error_that_names_it(
    answer: tuple[bool, NDArray[np.uint8] | None] | cv2.error,
) -> None:
    with pytest.raises(CameraError, match="camera /dev/video7 "):
        device(DeviceCamera("/dev/video7"), answer).read()


@pytest.mark.parametrize("answer", [(False, None), cv2.error("driver")])
def test_a_device_without_a_picture_to_skip_is_the_same_error(
    answer: tuple[bool, NDArray[np.uint8] | None] | cv2.error,
) -> None:
    with pytest.raises(CameraError, match="camera /dev/video7 "):
        device(DeviceCamera("/dev/video7"), answer).skip()


@pytest.mark.parametrize("size", [(1080, 1920), (800, 1500), (1440, 2560), (2160, 3840), (1081, 3003)])
def test_a_picture_is_scaled_down_to_what_an_exact_average_gives(size: tuple[int, int]) -> None:
    scene = cv2.resize(portrait(), size[::-1], interpolation=cv2.INTER_CUBIC)
    small = fitted(np.asarray(scene, np.uint8), 1280, 720)
    assert small.shape[0] * small.shape[1] <= 1280 * 720
    assert small.shape[1] / small.shape[0] == pytest.approx(size[1] / size[0], rel=0.01)
    exact = cv2.resize(scene, small.shape[1::-1], interpolation=cv2.INTER_AREA)
    assert np.abs(small.astype(int) - exact).mean() < 1.5


def test_scaling_a_camera_of_1080_lines_down_costs_little_of_a_frames_time() -> None:
    picture = numbered(1080, 1920)
    ours = least_seconds(lambda: fitted(picture, 1280, 720))
    exact = least_seconds(lambda: cv2.resize(picture, (1280, 720), interpolation=cv2.INTER_AREA))
    assert ours < exact / 2


def least_seconds(work: Callable[[], object]) -> float:
    def once() -> float:
        started = time.perf_counter()
        work()
        return time.perf_counter() - started

    return min(once() for _ in range(12))


NOT_UTF8 = "walk-\udcff.avi"
"""As Python names a file whose name is no UTF-8, of an old memory card perhaps."""


def test_a_video_or_device_whose_name_is_not_utf8_is_told_so(clip: Path) -> None:
    odd = clip.rename(clip.with_name(NOT_UTF8))
    with pytest.raises(CameraError, match="not UTF-8"):
        VideoCamera(odd).open()
    with pytest.raises(CameraError, match="not UTF-8"):
        DeviceCamera(str(odd)).open()


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    """Write ten frames, 25 a second, each brighter than the one before."""
    path = tmp_path / "clip.avi"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 25, (64, 48))
    for level in range(10):
        writer.write(np.full((48, 64, 3), 20 + level * 20, np.uint8))
    writer.release()
    return path


def test_a_video_plays_for_ever_at_its_own_rate(clip: Path) -> None:
    with closing(VideoCamera(clip).open()) as camera:
        camera.read()
        started = time.monotonic()
        levels = [int(camera.read().mean()) for _ in range(21)]
        took = time.monotonic() - started
    rounded = [round((level - 20) / 20) for level in levels]
    assert rounded == [count % 10 for count in range(1, 22)]
    assert took == pytest.approx(21 / 25, abs=0.15)


def test_a_skipped_picture_is_passed_over(clip: Path) -> None:
    with closing(VideoCamera(clip).open()) as camera:
        first = camera.read().mean()
        for _ in range(10):
            camera.skip()
        assert camera.read().mean() == pytest.approx(first + 20, abs=3)


def test_a_large_video_is_scaled_down_and_may_be_mirrored(clip: Path) -> None:
    with closing(VideoCamera(clip, 32, 24, mirror=True).open()) as camera:
        assert camera.read().shape == (24, 32, 3)


def test_a_video_cut_off_in_the_middle_starts_over(clip: Path) -> None:
    clip.write_bytes(clip.read_bytes()[: clip.stat().st_size * 9 // 10])
    with closing(VideoCamera(clip).open()) as camera:
        levels = [int(camera.read().mean()) for _ in range(15)]
    assert levels.count(levels[0]) >= 2


@pytest.mark.parametrize("size", [(1280, 720), (720, 1280)])
def test_the_sample_face_stands_as_a_person_at_a_mirror(size: tuple[int, int]) -> None:
    with closing(PhotoCamera(locate("astronaut.png"), *size).open()) as camera:
        picture = camera.read()
    assert picture.shape == (size[1], size[0], 3)
    (face,) = FaceDetector().find(picture)
    assert (face.bottom - face.top) / size[1] == pytest.approx(0.42, abs=0.05)
    assert (face.left + face.right) / 2 / size[0] == pytest.approx(0.5, abs=0.03)
    assert 0.2 < face.top / size[1] < face.bottom / size[1] < 0.75


def test_a_photo_without_a_face_fills_the_frame(tmp_path: Path) -> None:
    path = tmp_path / "plain.png"
    cv2.imwrite(str(path), np.full((30, 40, 3), 90, np.uint8))
    with closing(PhotoCamera(path, 320, 180).open()) as camera:
        picture = camera.read()
    assert picture.shape == (180, 320, 3)
    assert np.ptp(picture) <= 1


def test_a_photo_never_stands_quite_still() -> None:
    with closing(PhotoCamera(locate("astronaut.png"), 320, 180).open()) as camera:
        first, second = camera.read(), camera.read()
    assert (first != second).any()


@given(st.floats(0, 1e6))
def test_the_sway_is_slow_and_stays_on_the_canvas(seconds: float) -> None:
    canvas, size = (816, 1384, 3), (1280, 720)
    corners = np.array([[0, 0, 1], [1280, 0, 1], [0, 720, 1], [1280, 720, 1]], float)
    drawn = motion_at(seconds, canvas, size)
    source = np.linalg.inv(np.vstack([drawn, [0, 0, 1]])) @ corners.T
    assert source[0].min() >= 0
    assert source[0].max() <= canvas[1]
    assert source[1].min() >= 0
    assert source[1].max() <= canvas[0]
    step = motion_at(seconds + 1 / 30, canvas, size) @ np.array([692, 408, 1]) - drawn @ np.array([692, 408, 1])
    assert np.abs(step).max() < 1, "pixels from one picture to the next, in the frame's middle"
