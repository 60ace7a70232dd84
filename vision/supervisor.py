"""Keeping the vision worker alive: starting it, watching it, ending it, starting another."""

from __future__ import annotations

import functools
import threading
import time
from dataclasses import dataclass
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Final, Protocol

from vision.backoff import Backoff
from vision.inbox import Inbox
from vision.messages import CameraTrouble, CodesSeen, FrameReady, MirrorState
from vision.ring import FrameRing
from vision.worker import build_mirror_pipeline, run_worker
from vision.worker_process import WorkerProcess

if TYPE_CHECKING:
    from collections.abc import Callable

    from vision.camera_spec import CameraSpec
    from vision.messages import Wish
    from vision.pipeline import Pipeline
    from vision.ring import RingReader

FRAME_DEADLINE: Final = 1.0
"""Seconds without a frame after which the mirror is lost."""

SILENCE_DEADLINE: Final = 2.0
"""Seconds without a word after which the worker is killed."""

START_DEADLINE: Final = 15.0
"""The same for a worker that has not spoken yet: it may be loading its libraries from a slow disk."""

_RESTART_CAP: Final = 2.0
_TICK: Final = 0.1


@dataclass(frozen=True, slots=True)
class WorkerConfig:
    """What a worker is made of. Pickles.

    Attributes:
        camera: what the mirror shows.
        build_pipeline: a module's function that makes what tracks and paints; it is called in the worker.
    """

    camera: CameraSpec
    build_pipeline: Callable[[], Pipeline] = build_mirror_pipeline

    @classmethod
    def mirror(
        cls, camera: CameraSpec, max_faces: int, gains: tuple[float, float, float] | None = None
    ) -> WorkerConfig:
        """What the mirror of up to ``max_faces`` people is made of.

        Args:
            camera: what it shows.
            max_faces: people painted at once.
            gains: of linear blue, green and red in the light where it hangs; None when it was not calibrated.
        """
        return cls(camera, functools.partial(build_mirror_pipeline, max_faces, gains))


class MirrorListener(Protocol):
    """Is told what comes of the worker, on the supervisor's thread; must not block."""

    def frame(self, ready: FrameReady, ring: RingReader) -> None:
        """A frame is in the ring, and stays there at least while the next two are written."""

    def codes(self, seen: CodesSeen) -> None:
        """Codes came into view."""

    def state(self, state: MirrorState, reason: str) -> None:
        """The state or its reason changed; the reason is one sentence for staff and logs, empty when all is well."""


class Supervisor:
    """Owns the worker's process, the ring and one thread, from ``start()`` to ``stop()``."""

    def __init__(self, config: WorkerConfig, listener: MirrorListener) -> None:
        self._config = config
        self._listener = listener
        self._inbox = Inbox()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Start the worker; once in a supervisor's life.

        Raises:
            MachineError: the mirror does not run on this machine.
            OSError: there is no shared memory to be had.
        """
        if self._thread is not None:
            raise RuntimeError("a supervisor starts once")
        watch = _Watch(self._config, self._listener, self._inbox)
        # A daemon, so that a process that dies of a mistake does not live on with an empty screen.
        self._thread = threading.Thread(target=watch.run, name="supervisor", daemon=True)
        self._thread.start()

    def send(self, wish: Wish) -> None:
        """Have the worker, and every worker after it, do this. Never blocks; the newest of a kind wins."""
        self._inbox.put(wish)

    def stop(self) -> None:
        """End the worker, in good order or by force, within 2 s; nothing of it is left. May be called again."""
        self._inbox.stop()
        if self._thread is None:
            self._inbox.close()
        else:
            self._thread.join()


class _Watch:
    """What the supervisor's thread does."""

    def __init__(self, config: WorkerConfig, listener: MirrorListener, inbox: Inbox) -> None:
        self._config = config
        self._listener = listener
        self._inbox = inbox
        self._ring = FrameRing(*config.camera.max_size)
        self._state = (MirrorState.STARTING, "")
        self._next_sequence = 0
        self._last_frame = 0.0
        self._backoff = Backoff(_RESTART_CAP)

    def run(self) -> None:
        try:
            self._listener.state(*self._state)
            while not self._inbox.stopping.is_set():
                started = time.monotonic()
                reason = self._run_one_worker()
                if not self._inbox.stopping.is_set():
                    self._enter(MirrorState.LOST, reason)
                    # A worker that lived a while has waited already.
                    self._inbox.stopping.wait(self._backoff.delay() - (time.monotonic() - started))
        finally:
            self._ring.close()
            self._inbox.close()

    def _run_one_worker(self) -> str:
        """Start a worker and stay until it has ended; why it did."""
        try:
            worker = WorkerProcess(
                run_worker, self._config.camera, self._config.build_pipeline, self._ring.name, self._next_sequence
            )
        except OSError as error:
            return f"the vision worker cannot be started: {error.strerror}"
        try:
            reason = self._follow(worker)
            if self._inbox.stopping.is_set():
                worker.ask_to_end()
            return reason
        finally:
            worker.kill()

    def _follow(self, worker: WorkerProcess) -> str:
        """Pass on what the worker says until it is of no more use; why it is not."""
        self._inbox.worker_is_new()
        silent_at = time.monotonic() + START_DEADLINE
        attentive = True
        last_word: FrameReady | CameraTrouble | None = None
        while True:
            # A word from the worker shows that it has read its commands: without one the pipe could fill, and block us.
            if attentive and (commands := self._inbox.take()):
                worker.send(commands)
                attentive = False
            wait([*worker.waitables, self._inbox.wake], _TICK)
            self._inbox.rest()
            if self._inbox.stopping.is_set():
                return ""
            ended = worker.has_ended()
            if heard := self._hear(worker):
                last_word = heard
                silent_at = time.monotonic() + SILENCE_DEADLINE
                attentive = True
            if ended:
                if isinstance(last_word, CameraTrouble):
                    return last_word.reason
                return f"the vision worker {worker.how_it_ended()}"
            now = time.monotonic()
            if now > silent_at:
                return "the vision worker does not answer"
            if self._state[0] is MirrorState.LIVE and now - self._last_frame > FRAME_DEADLINE:
                self._enter(MirrorState.LOST, "there has been no picture for a second")

    def _hear(self, worker: WorkerProcess) -> FrameReady | CameraTrouble | None:
        """Pass on every code, the newest frame, and the trouble that came after it; the last word about pictures."""
        frame: FrameReady | None = None
        trouble: CameraTrouble | None = None
        for message in worker.received():
            match message:
                case FrameReady():
                    frame, trouble = message, None
                case CodesSeen():
                    self._listener.codes(message)
                case CameraTrouble():
                    trouble = message
        if frame is not None:
            self._next_sequence = frame.sequence + 1
            self._last_frame = time.monotonic()
            self._backoff.reset()
            self._listener.frame(frame, self._ring.reader)
            self._enter(MirrorState.LIVE, "")
        if trouble is not None:
            self._enter(MirrorState.LOST, trouble.reason)
        return trouble or frame

    def _enter(self, state: MirrorState, reason: str) -> None:
        if (state, reason) != self._state:
            self._state = (state, reason)
            self._listener.state(state, reason)
