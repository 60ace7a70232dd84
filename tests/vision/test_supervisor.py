"""The supervisor with real worker processes, without models."""

from __future__ import annotations

import os
import signal
import time
from itertools import pairwise
from typing import TYPE_CHECKING

import psutil
import pytest

from tests.fakes.cameras import Mood, MoodyCamera
from tests.fakes.listeners import RecordingListener
from tests.fakes.pipelines import (
    CrashingPipeline,
    HangingPipeline,
    PatchPipeline,
    bgr,
    forgetful_pipeline,
    patch_in,
    split_in,
)
from tests.vision.png import png_header
from vision.camera_spec import PhotoCamera
from vision.looks import Color, Kind, Layer, Look
from vision.messages import Guidance, MeasureSkin, MirrorState, SetCompare, SetLooks, SetRest
from vision.supervisor import Supervisor, WorkerConfig

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from vision.pipeline import Pipeline

    Start = Callable[[Callable[[], Pipeline]], Supervisor]

RED = Color(200, 10, 20)
BLUE = Color(5, 10, 220)
START = 10.0
"""Seconds that a worker may take to start here, on a busy machine."""


@pytest.fixture
def camera(tmp_path: Path) -> MoodyCamera:
    camera = MoodyCamera(tmp_path / "mood")
    camera.feel(Mood.WELL)
    return camera


@pytest.fixture
def listener() -> RecordingListener:
    return RecordingListener()


@pytest.fixture
def start(camera: MoodyCamera, listener: RecordingListener) -> Iterator[Start]:
    started: list[Supervisor] = []

    def start(pipeline: Callable[[], Pipeline]) -> Supervisor:
        supervisor = Supervisor(WorkerConfig(camera, pipeline), listener)
        started.append(supervisor)
        supervisor.start()
        return supervisor

    yield start
    for supervisor in started:
        supervisor.stop()


def worker() -> psutil.Process:
    """Find the one worker that runs."""
    (process,) = (child for child in psutil.Process().children() if "spawn_main" in " ".join(child.cmdline()))
    return process


def look(color: Color) -> Look:
    return Look("Test", (Layer(Kind.LIPSTICK, color),))


def shows(listener: RecordingListener, color: Color) -> Callable[[], bool]:
    return lambda: listener.picture is not None and patch_in(listener.picture) == bgr(color)


def test_pictures_arrive_and_say_what_they_are(start: Start, listener: RecordingListener, camera: MoodyCamera) -> None:
    start(PatchPipeline)
    listener.wait_for_state(MirrorState.LIVE, START)
    ready = listener.wait_for_next_frame(1)
    assert (ready.width, ready.height) == camera.max_size
    assert ready.guidance is Guidance.NONE
    assert [face.id for face in ready.faces] == [1]
    assert 0 <= time.monotonic() - ready.captured_at < 1
    assert [state for _, state, _ in listener.states] == [MirrorState.STARTING, MirrorState.LIVE]


def test_a_look_and_a_split_reach_the_picture_and_the_newest_wins(start: Start, listener: RecordingListener) -> None:
    supervisor = start(PatchPipeline)
    listener.wait_for_state(MirrorState.LIVE, START)
    for _ in range(500):
        supervisor.send(SetLooks({1: look(RED)}))
    supervisor.send(SetLooks({1: look(BLUE)}))
    supervisor.send(SetCompare(0.5))
    listener.wait_until(shows(listener, BLUE), 1)
    listener.wait_until(lambda: listener.picture is not None and split_in(listener.picture) == 128, 1)
    supervisor.send(SetCompare(None))
    listener.wait_until(lambda: listener.picture is not None and split_in(listener.picture) == 0, 1)


def test_a_measured_skin_comes_back_until_it_is_to_be_forgotten(start: Start, listener: RecordingListener) -> None:
    supervisor = start(PatchPipeline)
    listener.wait_for_state(MirrorState.LIVE, START)
    supervisor.send(MeasureSkin(7))
    listener.wait_until(lambda: _skin_of(listener) == 7, 1)
    supervisor.send(MeasureSkin(None))
    listener.wait_until(lambda: _skin_of(listener) is None, 1)


def _skin_of(listener: RecordingListener) -> int | None:
    """The request that the newest frame answers."""
    return None if listener.ready is None or listener.ready.skin is None else listener.ready.skin.request


def test_at_rest_two_frames_a_second_show_that_all_is_well(start: Start, listener: RecordingListener) -> None:
    supervisor = start(PatchPipeline)
    listener.wait_for_state(MirrorState.LIVE, START)
    supervisor.send(SetRest(resting=True))
    listener.wait_for_next_frame(1)
    before = listener.frames
    listener.wait_until(lambda: listener.frames >= before + 6, 5)
    stamps = listener.captured_at[-4:]
    assert all(0.4 < later - earlier < 0.9 for earlier, later in pairwise(stamps))
    assert listener.now is MirrorState.LIVE
    supervisor.send(SetRest(resting=False))
    listener.wait_until(lambda: listener.frames >= before + 20, 1.5)


def test_what_was_sent_before_the_start_is_worn(start: Start, camera: MoodyCamera, listener: RecordingListener) -> None:
    supervisor = Supervisor(WorkerConfig(camera, PatchPipeline), listener)
    supervisor.send(SetLooks({1: look(RED)}))
    supervisor.start()
    try:
        listener.wait_until(shows(listener, RED), START)
    finally:
        supervisor.stop()


def test_a_killed_worker_is_replaced_and_wears_the_same(start: Start, listener: RecordingListener) -> None:
    supervisor = start(PatchPipeline)
    listener.wait_for_state(MirrorState.LIVE, START)
    supervisor.send(SetLooks({1: look(RED)}))
    listener.wait_until(shows(listener, RED), 1)
    before = listener.wait_for_next_frame(1).sequence
    worker().kill()
    listener.wait_for_state(MirrorState.LOST, 1)
    assert listener.reason == "the vision worker was ended by SIGKILL"
    listener.wait_for_state(MirrorState.LIVE, 3)
    assert listener.wait_for_next_frame(1).sequence > before, "a frame's number is its own, whichever worker made it"
    listener.wait_until(shows(listener, RED), 1)


def test_a_stopped_process_is_lost_within_2_s_and_replaced(start: Start, listener: RecordingListener) -> None:
    start(PatchPipeline)
    listener.wait_for_state(MirrorState.LIVE, START)
    worker().suspend()
    listener.wait_for_state(MirrorState.LOST, 2)
    listener.wait_for_state(MirrorState.LIVE, 5)


def test_a_worker_that_hangs_in_a_frame_is_replaced(start: Start, listener: RecordingListener) -> None:
    supervisor = start(HangingPipeline)
    listener.wait_for_state(MirrorState.LIVE, START)
    for count in range(2000):  # far more than the pipe to a worker that does not read can hold
        supervisor.send(SetLooks({1: Look("x" * count, look(RED).layers)}))
    listener.wait_for_state(MirrorState.LOST, 2)
    listener.wait_until(lambda: listener.reason == "the vision worker does not answer", 2)
    listener.wait_for_state(MirrorState.LIVE, 5)


def test_a_native_crash_is_named(start: Start, listener: RecordingListener) -> None:
    start(CrashingPipeline)
    listener.wait_for_state(MirrorState.LOST, START)
    assert listener.reason == "the vision worker was ended by SIGABRT"
    assert listener.frames == 0


def test_a_missing_model_is_one_sentence(start: Start, listener: RecordingListener) -> None:
    start(forgetful_pipeline)
    sentence = "face.task is missing: run `vitrine models`"
    listener.wait_until(lambda: sentence in listener.reasons, START)
    assert listener.reason == sentence, "the worker's end says nothing that helps"
    with pytest.raises(AssertionError, match="not within"):
        listener.wait_until(lambda: listener.reason != sentence, 0.5)


@pytest.mark.parametrize(
    ("mood", "reason"),
    [
        (Mood.HANGS, "the moody camera does not answer"),
        (Mood.REPEATS, "the moody camera repeats one picture"),
        (Mood.GIVES_GARBAGE, "the moody camera gives something that is no picture"),
        (Mood.UNPLUGGED, "the moody camera is unplugged"),
        (Mood.MISSING, "the moody camera is not there"),
        (Mood.HANGS_ON_OPENING, "the moody camera does not answer"),
    ],
)
def test_a_bad_camera_is_lost_within_2_s_and_back_within_5(
    start: Start, camera: MoodyCamera, listener: RecordingListener, mood: Mood, reason: str
) -> None:
    start(PatchPipeline)
    listener.wait_for_state(MirrorState.LIVE, START)
    camera.feel(mood)
    listener.wait_for_state(MirrorState.LOST, 2)
    listener.wait_until(lambda: reason in " / ".join(listener.reasons), 5)
    assert listener.now is MirrorState.LOST
    camera.feel(Mood.WELL)
    listener.wait_for_state(MirrorState.LIVE, 5)


def test_a_camera_that_repeats_stays_lost_while_it_is_opened_again(
    start: Start, camera: MoodyCamera, listener: RecordingListener
) -> None:
    start(PatchPipeline)
    listener.wait_for_state(MirrorState.LIVE, START)
    camera.feel(Mood.REPEATS)
    listener.wait_for_state(MirrorState.LOST, 2)
    with pytest.raises(AssertionError, match="not within"):
        listener.wait_for_state(MirrorState.LIVE, 3)


def test_a_camera_that_is_missing_from_the_start_may_come_later(
    start: Start, camera: MoodyCamera, listener: RecordingListener
) -> None:
    camera.feel(Mood.MISSING)
    start(PatchPipeline)
    listener.wait_for_state(MirrorState.LOST, START)
    assert listener.reason == "the moody camera is not there"
    process = worker()
    camera.feel(Mood.WELL)
    listener.wait_for_state(MirrorState.LIVE, 5)
    assert worker() == process, "a worker that only lacks a camera is left to find it"


def test_a_camera_that_wakes_slowly_is_not_lost_meanwhile(
    start: Start, camera: MoodyCamera, listener: RecordingListener
) -> None:
    camera.feel(Mood.WAKES_SLOWLY)
    start(PatchPipeline)
    listener.wait_for_state(MirrorState.LIVE, START)
    assert [state for _, state, _ in listener.states] == [MirrorState.STARTING, MirrorState.LIVE]


def test_a_camera_that_hangs_from_the_start_is_lost(
    start: Start, camera: MoodyCamera, listener: RecordingListener
) -> None:
    camera.feel(Mood.HANGS_ON_OPENING)
    start(PatchPipeline)
    listener.wait_until(lambda: listener.reason == "the moody camera does not answer", START)
    camera.feel(Mood.WELL)
    listener.wait_for_state(MirrorState.LIVE, 5)


def test_a_mistake_in_a_camera_source_ends_the_worker(
    start: Start, camera: MoodyCamera, listener: RecordingListener
) -> None:
    start(PatchPipeline)
    listener.wait_for_state(MirrorState.LIVE, START)
    camera.feel(Mood.BREAKS_THE_CODE)
    listener.wait_until(lambda: "the vision worker ended with status 1" in listener.reasons, 3)


@pytest.mark.parametrize("mood", [Mood.WELL, Mood.HANGS, Mood.HANGS_ON_OPENING, Mood.MISSING])
def test_stopping_takes_less_than_2_s_and_leaves_nothing(
    start: Start, camera: MoodyCamera, listener: RecordingListener, mood: Mood
) -> None:
    descriptors = psutil.Process().num_fds()
    supervisor = start(PatchPipeline)
    listener.wait_for_state(MirrorState.LIVE, START)
    process = worker()
    camera.feel(mood)
    listener.wait_for_state(MirrorState.LIVE if mood is Mood.WELL else MirrorState.LOST, 3)
    began = time.monotonic()
    supervisor.stop()
    assert time.monotonic() - began < 2
    assert not process.is_running()
    supervisor.stop()
    assert psutil.Process().num_fds() <= descriptors + 1, "the resource tracker's pipe may be new, nothing else"


def test_stopping_while_the_worker_starts_or_does_not_answer(start: Start, listener: RecordingListener) -> None:
    start(PatchPipeline).stop()
    assert listener.frames == 0
    hanging = start(HangingPipeline)
    listener.wait_until(lambda: listener.frames > 0, START)
    began = time.monotonic()
    hanging.stop()
    assert time.monotonic() - began < 2


def test_a_ring_is_safe_to_read_after_the_stop(start: Start, listener: RecordingListener) -> None:
    supervisor = start(PatchPipeline)
    listener.wait_for_state(MirrorState.LIVE, START)
    listener.wait_for_next_frame(1)
    supervisor.stop()
    assert listener.ready is not None
    assert listener.ring is not None
    assert listener.picture is not None
    assert not listener.ring.copy_to(listener.ready.slot, listener.ready.sequence, listener.picture)


def test_a_supervisor_that_never_started_stops(camera: MoodyCamera, listener: RecordingListener) -> None:
    descriptors = psutil.Process().num_fds()
    Supervisor(WorkerConfig(camera, PatchPipeline), listener).stop()
    assert psutil.Process().num_fds() == descriptors
    assert listener.states == []


def test_a_worker_leaves_interrupts_to_its_parent(start: Start, listener: RecordingListener) -> None:
    start(PatchPipeline)
    listener.wait_for_state(MirrorState.LIVE, START)
    process = worker()
    os.kill(process.pid, signal.SIGINT)
    listener.wait_for_next_frame(1)
    listener.wait_for_next_frame(1)
    assert process.is_running()
    assert listener.now is MirrorState.LIVE


def test_a_photo_too_large_to_hold_in_place_of_a_camera_is_told(tmp_path: Path, listener: RecordingListener) -> None:
    huge = tmp_path / "huge.png"
    huge.write_bytes(png_header(15_000, 15_000))
    supervisor = Supervisor(WorkerConfig(PhotoCamera(huge), PatchPipeline), listener)
    supervisor.start()
    try:
        listener.wait_until(lambda: "has more than 100 megapixels" in listener.reason, START)
    finally:
        supervisor.stop()
