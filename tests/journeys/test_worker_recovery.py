"""The mirror comes back, with the real tracker and makeup, whatever befalls the worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psutil
import pytest

from assets.manifest import locate
from tests.fakes.cameras import Mood, MoodyCamera
from tests.fakes.listeners import RecordingListener
from vision.camera_spec import PhotoCamera
from vision.looks import Color, Kind, Layer, Look
from vision.messages import MirrorState, SetLooks
from vision.supervisor import Supervisor, WorkerConfig

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LOOK = Look("Red", (Layer(Kind.LIPSTICK, Color(170, 20, 40)),))


@pytest.fixture
def listener() -> RecordingListener:
    return RecordingListener()


@pytest.fixture
def mirror(listener: RecordingListener) -> Iterator[Supervisor]:
    supervisor = Supervisor(WorkerConfig(PhotoCamera(locate("astronaut.png"))), listener)
    supervisor.send(SetLooks({1: LOOK}))
    supervisor.start()
    yield supervisor
    supervisor.stop()


def kill_worker() -> None:
    for child in psutil.Process().children():
        if "spawn_main" in " ".join(child.cmdline()):
            child.kill()


@pytest.mark.usefixtures("mirror")
@pytest.mark.parametrize("times", [2, pytest.param(20, marks=pytest.mark.slow)])
def test_a_killed_worker_is_back_within_3_s_each_time(listener: RecordingListener, times: int) -> None:
    listener.wait_for_state(MirrorState.LIVE, 15)
    for _ in range(times):
        kill_worker()
        listener.wait_for_state(MirrorState.LOST, 1)
        listener.wait_for_state(MirrorState.LIVE, 3)
        ready = listener.wait_for_next_frame(1)
        assert len(ready.faces) == 1


@pytest.mark.usefixtures("mirror")
def test_the_look_is_worn_again(listener: RecordingListener) -> None:
    listener.wait_for_state(MirrorState.LIVE, 15)
    kill_worker()
    listener.wait_for_state(MirrorState.LOST, 1)
    listener.wait_for_state(MirrorState.LIVE, 5)
    listener.wait_until(lambda: listener.ready is not None and listener.ready.faces != (), 2)
    assert listener.ready is not None
    assert listener.picture is not None
    (face,) = listener.ready.faces
    height, width = listener.picture.shape[:2]
    lower = listener.picture[
        round(height * (face.top + face.bottom) / 2) : round(height * face.bottom),
        round(width * face.left) : round(width * face.right),
    ].astype(int)
    blue, green, red, _ = (lower[..., channel] for channel in range(4))
    assert ((red > 110) & (green < 60) & (blue < 80)).sum() > 300, "no red lips"


@pytest.mark.slow
@pytest.mark.parametrize(
    "mood",
    [
        Mood.MISSING,
        Mood.UNPLUGGED,
        Mood.HANGS,
        Mood.HANGS_ON_OPENING,
        Mood.REPEATS,
        Mood.GIVES_GARBAGE,
    ],
)
def test_a_bad_camera_is_lost_within_2_s_and_back_within_5(
    tmp_path: Path, listener: RecordingListener, mood: Mood
) -> None:
    camera = MoodyCamera(tmp_path / "mood", 1280, 720, 30)
    camera.feel(Mood.WELL)
    supervisor = Supervisor(WorkerConfig(camera), listener)
    supervisor.start()
    try:
        listener.wait_for_state(MirrorState.LIVE, 15)
        camera.feel(mood)
        listener.wait_for_state(MirrorState.LOST, 2)
        with pytest.raises(AssertionError, match="not within"):
            listener.wait_for_state(MirrorState.LIVE, 4)
        camera.feel(Mood.WELL)
        listener.wait_for_state(MirrorState.LIVE, 5)
    finally:
        supervisor.stop()
