from __future__ import annotations

import time
from contextlib import closing
from typing import TYPE_CHECKING
from uuid import UUID

from kiosk.findings import Status
from kiosk.local.cart_store import CartStore
from kiosk.local.database import FILE_NAME, LocalData
from kiosk.local.outbox import Outbox
from kiosk.shop_checks import check_hub, check_unsent
from tests.kiosk.local.disks import PRICE, new_id

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.findings import Finding

CART = UUID("01900000-0000-7000-8000-000000000001")
HOUR_MS = 3_600_000


def add(folder: Path, age_ms: int = 0, refusal: str = "") -> None:
    """A step that was made so long ago, and refused where there is a reason."""
    made_ms = time.time_ns() // 1_000_000 - age_ms
    with closing(LocalData(folder).connect()) as database:
        outbox = Outbox(database, lambda: made_ms)
        with CartStore(database, outbox, lambda: made_ms, new_id).editing(CART) as editor:
            editor.add("rouge-01", 1, PRICE)
        if refusal:
            outbox.park(outbox.next_steps(1)[0].number, refusal)


def unsent(folder: Path) -> Finding:
    return next(finding for finding in check_unsent(folder) if finding.name == "Unsent work")


def test_a_kiosk_that_did_nothing_is_well(tmp_path: Path) -> None:
    assert unsent(tmp_path / "nothing").status is Status.OK


def test_what_waits_a_little_is_well(tmp_path: Path) -> None:
    add(tmp_path, age_ms=5 * 60_000)

    finding = unsent(tmp_path)

    assert finding.status is Status.OK
    assert "1 wait for the hub, the oldest for 5 min" in finding.finding


def test_what_waits_long_is_told(tmp_path: Path) -> None:
    add(tmp_path, age_ms=72 * HOUR_MS)

    finding = unsent(tmp_path)

    assert finding.status is Status.WARNING
    assert "the oldest for 3 days" in finding.finding


def test_what_was_refused_is_told_with_its_reason(tmp_path: Path) -> None:
    add(tmp_path, refusal="this cart was ordered")

    finding = unsent(tmp_path)

    assert finding.status is Status.WARNING
    assert "add rouge-01: this cart was ordered" in finding.finding


def test_a_damaged_database_is_told_before_and_after_it_was_set_aside(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"no database at all" * 1000)
    assert unsent(tmp_path).status is Status.FAILED

    LocalData(tmp_path).connect().close()

    findings = {finding.name: finding for finding in check_unsent(tmp_path)}
    assert findings["Unsent work"].status is Status.OK
    assert findings["Set aside"].status is Status.WARNING
    assert f"{FILE_NAME}.damaged-1" in findings["Set aside"].finding


def test_looking_changes_nothing(tmp_path: Path) -> None:
    add(tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    unsent(tmp_path)

    assert (tmp_path / FILE_NAME).read_bytes() == before[FILE_NAME]


def test_a_shop_without_a_hub_is_well() -> None:
    assert check_hub(None).status is Status.OK
