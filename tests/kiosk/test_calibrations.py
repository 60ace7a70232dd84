"""Keeping what was calibrated."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kiosk.calibrations import Calibration, CalibrationFileError, keep_calibration, load_calibrations
from kiosk.checks import check_settings
from kiosk.cli import main
from kiosk.findings import Status
from vision.light import Light

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.findings import Finding

NOON = datetime(2026, 5, 4, 12, 0, 0, tzinfo=UTC)
WARM = Calibration((0.61, 0.83, 1.02), NOON)
gains = st.floats(0.01, 10)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(codec="utf-8")), gains, gains, gains)
@example("camera 💄", 0.5, 1.0, 1.5)
def test_what_was_kept_is_read_again(tmp_path: Path, camera: str, blue: float, green: float, red: float) -> None:
    file = tmp_path / "state" / "calibrations.toml"
    file.unlink(missing_ok=True)
    kept = Calibration((blue, green, red), NOON)
    keep_calibration(file, camera, kept)
    keep_calibration(file, "another", WARM)
    assert load_calibrations(file)[camera] == (WARM if camera == "another" else kept)
    assert [path.name for path in file.parent.iterdir()] == ["calibrations.toml"]


def test_forgetting_one_camera_keeps_the_others(tmp_path: Path) -> None:
    file = tmp_path / "calibrations.toml"
    keep_calibration(file, "camera 0", WARM)
    keep_calibration(file, "camera 1", WARM)
    keep_calibration(file, "camera 0", None)
    assert load_calibrations(file) == {"camera 1": WARM}


def test_without_a_file_nothing_was_calibrated(tmp_path: Path) -> None:
    assert load_calibrations(tmp_path / "none.toml") == {}


@pytest.mark.parametrize(
    "text",
    [
        "[camera",
        "camera = 3",
        '[camera."x"]\nblue = 1.0\ngreen = 1.0\nred = 1.0\n',
        '[camera."x"]\nat = 2026-05-04T12:00:00Z\nblue = nan\ngreen = 1.0\nred = 1.0\n',
        '[camera."x"]\nat = 2026-05-04T12:00:00Z\nblue = 1e9\ngreen = 1.0\nred = 1.0\n',
    ],
)
def test_a_broken_file_is_named(tmp_path: Path, text: str) -> None:
    file = tmp_path / "calibrations.toml"
    file.write_text(text)
    with pytest.raises(CalibrationFileError, match=r"calibrations\.toml.*calibrate again"):
        load_calibrations(file)


def test_the_command_measures_keeps_and_forgets(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "calibrations.toml"
    monkeypatch.setenv("VITRINE_CALIBRATIONS", str(file))
    monkeypatch.setattr("vision.calibration.calibrate", lambda *_: Light(0.5, 0.75, 1.0))
    assert main(["calibrate", "--camera", "3", "--card", "white"]) == 0
    assert load_calibrations(file)["camera 3"].gains == (0.5, 0.75, 1.0)
    assert main(["calibrate", "--camera", "3", "--clear"]) == 0
    assert load_calibrations(file) == {}
    assert "camera 3" in capsys.readouterr().out


def test_doctor_says_when_each_camera_was_calibrated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "calibrations.toml"
    monkeypatch.setenv("VITRINE_CALIBRATIONS", str(file))

    def said() -> Finding:
        return next(finding for finding in check_settings(None) if finding.name == "Calibration")

    assert said().finding.startswith("none")
    keep_calibration(file, "camera /dev/video0", WARM)
    assert (said().status, said().finding) == (Status.OK, "camera /dev/video0 on 2026-05-04")
    file.write_text("[camera")
    assert said().status is Status.FAILED
