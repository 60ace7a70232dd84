"""What the doctor says of a hub that is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.device_token import EnrolledHub
from kiosk.findings import Status
from kiosk.shop_checks import check_hub
from tests.kiosk.hub.conftest import admit

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kiosk.findings import Finding
    from tests.kiosk.sync.mirrors import StoppableHub

STRANGER = "a-token-of-thirty-two-characters"


@pytest.fixture
def check(hub: StoppableHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Finding]:
    """Looks at the hub with a token."""
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))

    def look(token: str) -> Finding:
        (tmp_path / "hub-token").write_text(token, encoding="ascii")
        return check_hub(EnrolledHub(hub.url, hub.url, lambda: 0.0))

    return look


def test_a_hub_that_lets_this_kiosk_in_is_well(hub: StoppableHub, check: Callable[[str], Finding]) -> None:
    _, token = admit(hub.database, "door")

    finding = check(token)

    assert finding.status is Status.OK
    assert "answers in" in finding.finding


def test_a_hub_that_does_not_let_this_kiosk_in_is_a_failure(check: Callable[[str], Finding]) -> None:
    finding = check(STRANGER)

    assert finding.status is Status.FAILED
    assert "vitrine enrol" in finding.remedy
    assert STRANGER not in finding.finding


def test_a_hub_that_is_away_leaves_the_kiosk_with_less(hub: StoppableHub, check: Callable[[str], Finding]) -> None:
    hub.stop()

    finding = check(STRANGER)

    assert finding.status is Status.WARNING
    assert "carts wait on this kiosk" in finding.remedy
