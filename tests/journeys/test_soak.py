"""Half an hour of a shopper who changes everything twice a second: nothing grows."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

import numpy as np
import psutil
import pytest

MINUTES: Final = float(os.environ.get("VITRINE_SOAK_MINUTES", "30"))
SETTLING: Final = min(6.0, MINUTES / 2)
"""Minutes in which caches may fill: every pattern of every style is worked out once. A run of less than a quarter of an
hour shows little but that."""
SAMPLES: Final = 360
MOST_MEGABYTES_A_MINUTE: Final = 0.2

pytestmark = [pytest.mark.screen, pytest.mark.soak, pytest.mark.timeout(60 * MINUTES + 120)]


@dataclass(frozen=True, slots=True)
class Sample:
    """What a process holds at one moment.

    Attributes:
        minutes: since the start.
        megabytes: resident.
        files, threads: open and running.
    """

    minutes: float
    megabytes: float
    files: int
    threads: int


def test_memory_files_and_threads_stay_flat_whatever_is_worn(capsys: pytest.CaptureFixture[str]) -> None:
    without = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {key: value for key, value in os.environ.items() if key not in without}
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.restless"], env=environment, stderr=subprocess.PIPE, text=True
    )
    try:
        history = _watch(psutil.Process(process.pid))
    finally:
        process.send_signal(signal.SIGTERM)
        _, errors = process.communicate(timeout=20)
    assert process.returncode == 0, errors
    slopes = {name: _slope(samples) for name, samples in history.items()}
    with capsys.disabled():
        sys.stdout.write(f"\n{json.dumps({'minutes': MINUTES, 'megabytes_a_minute': slopes})}\n")
    for name, samples in history.items():
        assert slopes[name] < MOST_MEGABYTES_A_MINUTE, f"{name} grows"
        early, late = _settled(samples)[: SAMPLES // 10], samples[-SAMPLES // 10 :]
        for held in ("files", "threads"):
            before, after = (max(getattr(sample, held) for sample in part) for part in (early, late))
            assert after <= before, f"{name}: {held} grow from {before} to {after}"


def _watch(screen: psutil.Process) -> dict[str, list[Sample]]:
    """What the screen's process and the worker hold, over the whole time."""
    started = time.monotonic()
    history: dict[str, list[Sample]] = {"screen": [], "worker": []}
    workers: set[int] = set()
    while (minutes := (time.monotonic() - started) / 60) < MINUTES:
        time.sleep(60 * MINUTES / SAMPLES)  # what is measured is time itself
        for member in (screen, *screen.children(recursive=True)):
            with suppress(psutil.ZombieProcess, psutil.NoSuchProcess):  # It ended this moment.
                is_worker = "spawn_main" in " ".join(member.cmdline())
                if is_worker:
                    workers.add(member.pid)
                if is_worker or member == screen:
                    held = Sample(minutes, member.memory_info().rss / 1e6, member.num_fds(), member.num_threads())
                    history["worker" if is_worker else "screen"].append(held)
    assert len(workers) == 1, f"{len(workers)} workers served one after the other"
    return history


def _settled(samples: list[Sample]) -> list[Sample]:
    return [sample for sample in samples if sample.minutes >= SETTLING]


def _slope(samples: list[Sample]) -> float:
    """Megabytes a minute."""
    settled = _settled(samples)
    fit = np.polyfit([sample.minutes for sample in settled], [sample.megabytes for sample in settled], 1)
    return round(float(fit[0]), 3)
