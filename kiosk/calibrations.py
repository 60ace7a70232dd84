"""What was calibrated: a TOML file with a table for each camera."""

from __future__ import annotations

import json
import os
import tempfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from assets.toml_files import TomlError, read_toml

if TYPE_CHECKING:
    from collections.abc import Mapping

_LEAST, _MOST = 0.01, 10.0
"""Gains that a camera can have; others are a broken file."""
_CHANNELS: Final = ("blue", "green", "red")


class CalibrationFileError(Exception):
    """A file of calibrations that cannot be read or written; one sentence that names it."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """One camera's.

    Attributes:
        gains: of linear blue, green and red, over a well-lit neutral scene's.
        at: when it was measured, with its time zone.
    """

    gains: tuple[float, float, float]
    at: datetime


def load_calibrations(path: Path) -> Mapping[str, Calibration]:
    """The calibrations in a file, by camera; none where there is no file.

    Raises:
        CalibrationFileError: it cannot be read.
    """
    if not path.exists():
        return {}
    try:
        cameras = read_toml(path).data.get("camera", {})
        return {name: _calibration(table) for name, table in cameras.items()}
    except TomlError as error:
        raise CalibrationFileError(f"{error}; calibrate again") from error
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise CalibrationFileError(f"{path}: is not a file of calibrations; remove it and calibrate again") from error


def keep_calibration(path: Path, camera: str, calibration: Calibration | None) -> None:
    """Write a camera's calibration, or with None forget it; the file is replaced as a whole.

    Raises:
        CalibrationFileError: the file cannot be read or written.
    """
    kept = {**load_calibrations(path)}
    kept.pop(camera, None)
    if calibration is not None:
        kept[camera] = calibration
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as file:
            try:
                file.write("\n".join(_table(name, one) for name, one in kept.items()))
                file.flush()
                os.fsync(file.fileno())
                Path(file.name).replace(path)
            except BaseException:
                Path(file.name).unlink(missing_ok=True)
                raise
    except OSError as error:
        raise CalibrationFileError(f"{path}: cannot be written: {error.strerror}") from error


def _calibration(table: Mapping[str, object]) -> Calibration:
    gains = [table[channel] for channel in _CHANNELS]
    at = table["at"]
    if not isinstance(at, datetime) or at.tzinfo is None:
        raise ValueError("has no time")
    blue, green, red = (_gain(value) for value in gains)
    return Calibration((blue, green, red), at)


def _gain(value: object) -> float:
    if not isinstance(value, float) or not _LEAST <= value <= _MOST:
        raise ValueError("is no gain")
    return value


def _table(camera: str, calibration: Calibration) -> str:
    # JSON's strings are TOML's where no character is escaped as a surrogate pair, and DEL is.
    name = json.dumps(camera, ensure_ascii=False).replace("\x7f", r"\u007f")
    lines = [f"[camera.{name}]", f"at = {calibration.at.isoformat(timespec='seconds')}"]
    lines += [f"{channel} = {gain!r}" for channel, gain in zip(_CHANNELS, calibration.gains, strict=True)]
    return "\n".join(lines) + "\n"
