"""What a check found out about this machine."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """How a checked thing is."""

    OK = "ok"
    WARNING = "warning"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Finding:
    """One checked thing.

    Attributes:
        name: what was looked at ("Camera").
        status: how it is; a kiosk with a warning runs, one with a failure does not run as it should.
        finding: what was seen.
        remedy: what to do about it; empty where there is nothing to do.
    """

    name: str
    status: Status
    finding: str
    remedy: str = ""


def ok(name: str, finding: str) -> Finding:
    """All is well."""
    return Finding(name, Status.OK, finding)


def warning(name: str, finding: str, remedy: str) -> Finding:
    """The kiosk runs, with less."""
    return Finding(name, Status.WARNING, finding, remedy)


def failed(name: str, finding: str, remedy: str) -> Finding:
    """The kiosk does not run as it should."""
    return Finding(name, Status.FAILED, finding, remedy)
