from __future__ import annotations

import importlib.metadata
import json
import os
import shutil
import subprocess
import sys
from itertools import starmap
from typing import TYPE_CHECKING, NamedTuple

import psutil
import pytest

from kiosk import checks, doctor
from kiosk.findings import Finding, Status
from ui.display import virtual_display

if TYPE_CHECKING:
    from pathlib import Path


UI_CHECKS = [sys.executable, "-m", "ui.checks"]


class Memory(NamedTuple):
    """As much of psutil's answer as is asked for."""

    total: int
    available: int


def probe(module: str, **environment: str) -> dict[str, Finding]:
    """Run one of the probes as the doctor does."""
    done = subprocess.run(
        [sys.executable, "-m", module],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    findings = (Finding(**json.loads(line)) for line in done.stdout.splitlines())
    return {finding.name: finding for finding in findings}


def test_this_machine_stands() -> None:
    for check in (checks.check_python, checks.check_packages, checks.check_files, checks.check_clock):
        assert check().status is Status.OK, check().finding


def test_every_remedy_comes_with_trouble_and_no_trouble_without() -> None:
    findings = [
        checks.check_python(),
        checks.check_memory(),
        checks.check_shared_memory(),
        checks.check_disk(),
        checks.check_camera("auto"),
        *checks.check_settings(None),
    ]

    assert all(bool(finding.remedy) == (finding.status is not Status.OK) for finding in findings)


@pytest.mark.parametrize(
    ("available", "status"), [(8_000_000_000, Status.OK), (1_000_000_000, Status.WARNING), (1_000_000, Status.FAILED)]
)
def test_memory_must_be_free(available: int, status: Status, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(psutil, "virtual_memory", lambda: Memory(16_000_000_000, available))

    assert checks.check_memory().status is status


def test_a_second_opencv_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    info = tmp_path / "opencv_contrib_python-5.0.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: opencv-contrib-python\nVersion: 5.0.0\n")
    monkeypatch.syspath_prepend(str(tmp_path))

    finding = checks.check_packages()

    assert finding.status is Status.FAILED
    assert "opencv-contrib-python overwrites" in finding.finding


def test_a_package_of_another_version_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.metadata, "requires", lambda _: ["numpy==1.0", "absent-package==2.0"])

    finding = checks.check_packages()

    assert finding.status is Status.FAILED
    assert "instead of 1.0" in finding.finding
    assert "absent-package is missing instead of 2.0" in finding.finding


def test_missing_files_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "FETCHED", tmp_path)

    finding = checks.check_files()

    assert finding.status is Status.FAILED
    assert "face_landmarker.task is missing" in finding.finding
    assert finding.remedy == "vitrine models"


@pytest.mark.parametrize("now", [0.0, 1e10])
def test_a_clock_of_another_age_is_found(now: float, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.time", lambda: now)

    assert checks.check_clock().status is Status.FAILED


def test_wrong_settings_are_a_finding(tmp_path: Path) -> None:
    settings = tmp_path / "vitrine.toml"
    settings.write_text("faces = 9\n")

    (finding,) = checks.check_settings(settings)

    assert finding.status is Status.FAILED
    assert f"{settings}:1: faces" in finding.finding


def test_the_sample_shop_and_the_looks_load() -> None:
    findings = {finding.name: finding for finding in checks.check_settings(None)}

    assert {findings[name].status for name in ("Settings", "Catalogue", "Looks")} == {Status.OK}


def test_a_wrong_catalogue_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "vitrine.toml").write_text(f"catalogue = '{tmp_path / 'none'}'\n")

    findings = {finding.name: finding for finding in checks.check_settings(tmp_path / "vitrine.toml")}

    assert findings["Catalogue"].status is Status.FAILED


def test_vision_finds_the_face_of_the_sample() -> None:
    finding = probe("vision.checks")["Face tracking"]

    assert finding.status == Status.OK, finding.finding
    assert "mediapipe 0.10.33" in finding.finding


def test_another_qts_plugins_are_found() -> None:
    findings = probe(
        "ui.checks", QT_QPA_PLATFORM_PLUGIN_PATH="/somewhere/cv2/qt/plugins", DISPLAY="", WAYLAND_DISPLAY=""
    )

    assert findings["Qt plug-ins"].status == Status.FAILED
    assert "/somewhere/cv2/qt/plugins" in findings["Qt plug-ins"].finding


@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="Xvfb is not installed")
def test_the_renderer_is_named() -> None:
    with virtual_display(640, 480) as name:
        findings = probe("ui.checks", QT_QPA_PLATFORM="xcb", DISPLAY=name, WAYLAND_DISPLAY="")

    assert findings["Display"].status == Status.OK
    assert findings["Drawing"].status == Status.WARNING
    assert "without a graphics card" in findings["Drawing"].finding


def test_a_display_that_does_not_answer_is_a_finding() -> None:
    environment = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":9999", "WAYLAND_DISPLAY": ""}

    *_, last = doctor.probe("Screen", ["env", *starmap("{}={}".format, environment.items()), *UI_CHECKS], seconds=60)

    assert (last.name, last.status) == ("Screen", Status.FAILED)
    assert "SIGABRT" in last.finding


def test_a_missing_display_is_found() -> None:
    findings = probe("ui.checks", QT_QPA_PLATFORM="", DISPLAY="", WAYLAND_DISPLAY="")

    assert findings["Display"].status == Status.WARNING
    assert "Drawing" not in findings


def test_a_camera_that_is_a_file_is_looked_at(tmp_path: Path) -> None:
    clip = tmp_path / "clip.mp4"
    missing = checks.check_camera(clip)
    clip.touch()

    assert (missing.status, missing.finding) == (Status.WARNING, f"{clip} is not there")
    assert checks.check_camera(clip).status is Status.OK


def test_a_camera_of_an_impossible_name_is_a_finding(tmp_path: Path) -> None:
    assert checks.check_camera(tmp_path / ("x" * 5000)).status is Status.WARNING


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no list of cameras that is free to read")
def test_a_camera_that_is_not_connected_is_told_by_its_number() -> None:
    finding = checks.check_camera(63)

    assert (finding.status, finding.finding) == (Status.WARNING, "there is no camera 63")
