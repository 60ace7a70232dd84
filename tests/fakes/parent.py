"""A stand-in for the screen's process: ``python -m tests.fakes.parent real|fake MOOD_FILE``.

Says ``live PID`` (the worker's) once there is a picture, waits for SIGTERM or Ctrl-C, ends in good order, and says
which of the modules that it should do without it has loaded.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
import threading
from pathlib import Path

from tests.fakes.cameras import MoodyCamera
from tests.fakes.listeners import RecordingListener
from tests.fakes.pipelines import PatchPipeline
from vision.messages import MirrorState
from vision.supervisor import Supervisor, WorkerConfig
from vision.worker import build_mirror_pipeline


def main(pipeline: str, mood_file: str) -> None:
    ending = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: ending.set())
    listener = RecordingListener()
    build = build_mirror_pipeline if pipeline == "real" else PatchPipeline
    supervisor = Supervisor(WorkerConfig(MoodyCamera(Path(mood_file)), build), listener)
    supervisor.start()
    listener.wait_for_state(MirrorState.LIVE, 30)
    print("live", *(child.pid for child in multiprocessing.active_children()), flush=True)  # noqa: T201 - it is asked to
    ending.wait()
    supervisor.stop()
    loaded = {"cv2", "mediapipe", "PySide6"} & set(sys.modules)
    print("loaded", *sorted(loaded), flush=True)  # noqa: T201 - it is asked to


if __name__ == "__main__":
    main(*sys.argv[1:])
