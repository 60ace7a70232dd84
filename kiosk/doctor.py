"""`vitrine doctor`: what works on this machine and what does not.

Vision and the screen are looked at in processes of their own, which print a line of JSON a finding: OpenCV and Qt do
not meet, and a native library that ends its process costs one finding instead of the whole report.
"""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Final

from assets.terminal import printable
from kiosk import checks
from kiosk.findings import Finding, Status, failed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_SECONDS: Final = 60.0
"""A cold start of MediaPipe or Qt from a slow disk, and some."""

_PROBES: Final = (("Vision", "vision.checks"), ("Screen", "ui.checks"))
"""What is looked at in a process of its own, and the module that does it."""


def examine(settings: Path | None) -> tuple[Finding, ...]:
    """Look at everything; takes a few seconds.

    Args:
        settings: the settings file to look at; None for the kiosk's own.
    """
    return (
        checks.check_python(),
        checks.check_packages(),
        checks.check_files(),
        checks.check_memory(),
        checks.check_shared_memory(),
        checks.check_disk(),
        checks.check_clock(),
        *checks.check_settings(settings),
        # -P: a folder named `vision` where the command is typed is not ours.
        *(finding for name, module in _PROBES for finding in probe(name, [sys.executable, "-Pm", module], _SECONDS)),
    )


def probe(name: str, command: Sequence[str], seconds: float) -> tuple[Finding, ...]:
    """Run a program that prints a JSON object a line, each a finding, and take them over.

    When it ends badly or hangs, what it had found until then is followed by a failed finding of that ``name``.
    """
    remedy = f"run `{' '.join(command)}` and send what it prints"
    try:
        done = subprocess.run(command, capture_output=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired as error:
        return (*_findings(error.stdout or b""), failed(name, f"did not answer within {seconds:g} s", remedy))
    found = _findings(done.stdout)
    if done.returncode < 0:
        return (*found, failed(name, f"was ended by {signal.Signals(-done.returncode).name}", remedy))
    if done.returncode or not found:
        return (*found, failed(name, _last_line(done.stderr) or f"ended with status {done.returncode}", remedy))
    return found


def as_json(findings: Sequence[Finding]) -> str:
    """The findings for programs: the worst ``status``, and ``checks``, a list of ``name, status, finding, remedy``."""
    return json.dumps({"status": _worst(findings), "checks": [asdict(finding) for finding in findings]}, indent=2)


def in_words(findings: Sequence[Finding]) -> str:
    """The findings for people: a line each, what to do below it, and what it comes to."""
    width = max(len(finding.name) for finding in findings)
    lines = []
    for finding in findings:
        lines.append(f"{finding.status:8} {finding.name:{width}}  {printable(finding.finding)}")
        if finding.remedy:
            lines.append(f"{'':8} {'':{width}}  -> {printable(finding.remedy)}")
    return "\n".join([*lines, "", _summary(findings)])


def _findings(output: bytes) -> tuple[Finding, ...]:
    """What a probe found; native libraries print lines of their own, and an early end may cut the last one short."""
    return tuple(finding for line in output.splitlines() if (finding := _finding(line)) is not None)


def _finding(line: bytes) -> Finding | None:
    try:
        row = json.loads(line)
        return Finding(**{**row, "status": Status(row["status"])})
    except (ValueError, TypeError, KeyError):
        return None


def _summary(findings: Sequence[Finding]) -> str:
    match _worst(findings):
        case Status.FAILED:
            count = sum(finding.status is Status.FAILED for finding in findings)
            return f"{count} of {len(findings)} checks failed."
        case Status.WARNING:
            return "The mirror works here, with the warnings above."
        case _:
            return "Everything that the mirror needs works."


def _worst(findings: Sequence[Finding]) -> Status:
    return max((finding.status for finding in findings), key=list(Status).index)


def _last_line(output: bytes) -> str:
    return (output.decode(errors="replace").strip().splitlines() or [""])[-1]
