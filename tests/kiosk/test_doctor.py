from __future__ import annotations

import json
import sys

import pytest

from kiosk.doctor import as_json, in_words, probe
from kiosk.findings import Finding, Status, failed, ok, warning

FINE = ok("Clock", "it ticks")
WARNED = warning("Disk", "nearly full", "make room")
BROKEN = failed("Camera", "locked", "join the group")


def print_finding(finding: Finding) -> str:
    row = {"name": finding.name, "status": str(finding.status), "finding": finding.finding, "remedy": finding.remedy}
    return f"print({json.dumps(json.dumps(row))}, flush=True)\n"


def examine_with(code: str, seconds: float = 30) -> tuple[Finding, ...]:
    return probe("Vision", [sys.executable, "-c", code], seconds)


def test_takes_over_what_a_probe_found() -> None:
    assert examine_with(print_finding(FINE) + print_finding(BROKEN)) == (FINE, BROKEN)


def test_a_probe_that_a_signal_ends_keeps_what_it_had_found() -> None:
    code = print_finding(FINE) + "import os, signal; os.kill(os.getpid(), signal.SIGILL)"

    first, last = examine_with(code)

    assert first == FINE
    assert (last.name, last.status) == ("Vision", Status.FAILED)
    assert "SIGILL" in last.finding


def test_a_probe_that_raises_tells_why() -> None:
    (finding,) = examine_with("raise RuntimeError('no such library')")

    assert finding.status is Status.FAILED
    assert finding.finding == "RuntimeError: no such library"


def test_a_probe_that_hangs_is_ended_and_keeps_what_it_had_found() -> None:
    first, last = examine_with(print_finding(FINE) + "import threading; threading.Event().wait()", seconds=2)

    assert first == FINE
    assert last.status is Status.FAILED
    assert "did not answer within 2 s" in last.finding


@pytest.mark.parametrize(
    "noise", ["INFO: a library speaks", "{}", "[1]", '{"name": "Clo', '{"status": "odd"}', "\\xff"]
)
def test_what_a_library_prints_is_no_finding(noise: str) -> None:
    assert examine_with(f"print({noise!r})\n" + print_finding(FINE)) == (FINE,)


def test_a_probe_that_finds_nothing_is_a_finding() -> None:
    (finding,) = examine_with("print('hello')")

    assert finding.status is Status.FAILED


def test_words_name_every_check_and_what_to_do() -> None:
    text = in_words([FINE, WARNED, BROKEN])

    for finding in (FINE, WARNED, BROKEN):
        assert finding.name in text
        assert finding.finding in text
        assert finding.remedy in text
    assert "1 of 3 checks failed" in text


@pytest.mark.parametrize(
    ("findings", "status"),
    [([FINE], "ok"), ([FINE, WARNED, FINE], "warning"), ([WARNED, BROKEN, FINE], "failed")],
)
def test_json_tells_the_worst(findings: list[Finding], status: str) -> None:
    report = json.loads(as_json(findings))

    assert report["status"] == status
    assert [check["name"] for check in report["checks"]] == [finding.name for finding in findings]
    assert set(report["checks"][0]) == {"name", "status", "finding", "remedy"}
