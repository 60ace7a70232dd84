"""Checks of the shop behind the mirror: whether the hub is there, and whether it has what was done here."""

from __future__ import annotations

import time
from contextlib import closing
from typing import TYPE_CHECKING, Final

from kiosk.findings import Finding, failed, ok, warning
from kiosk.hub.errors import HubError
from kiosk.local.database import FILE_NAME, LocalDatabase, set_aside_in
from kiosk.local.errors import LocalDataError
from kiosk.local.outbox import Outbox
from kiosk.sync.errors import StrangerError
from kiosk.sync.http import HubConnection
from kiosk.sync.hub import HttpHub
from kiosk.sync.hub_time import HubTime
from kiosk.wall_clock import wall_ms

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kiosk.device_token import EnrolledHub
    from kiosk.local.outbox import OutboxHealth

_LATE_S: Final = 3600.0
"""What waits longer has been kept by more than a network that comes and goes."""

_LARGEST_OFFSET_S: Final = 60.0


def check_hub(hub: EnrolledHub | None) -> Finding:
    """The shop's hub answers this kiosk; None where there is none."""
    if hub is None:
        return ok("Hub", "none: carts stay on this kiosk")
    hub_time = HubTime(wall_ms, time.monotonic)
    asked = time.monotonic()
    try:
        with closing(HubConnection(hub.address, hub_time)) as connection:
            HttpHub(connection, hub_time).send_steps([])
    except StrangerError as error:
        return failed("Hub", str(error), "enrol it again (vitrine enrol)")
    except HubError as error:
        return warning("Hub", str(error), "see that the hub runs; until then carts wait on this kiosk")
    took_ms = (time.monotonic() - asked) * 1000
    offset_s = (hub_time.now_ms() - wall_ms()) / 1000
    found = f"answers in {took_ms:.0f} ms, its clock is {offset_s:+.1f} s from this one"
    if abs(offset_s) > _LARGEST_OFFSET_S:
        return warning("Hub", found, "let both keep the time (timedatectl set-ntp true)")
    return ok("Hub", found)


def check_unsent(folder: Path) -> Iterator[Finding]:
    """What was done on this kiosk, whose data are in this folder, has reached the hub; a damaged file says so."""
    path = folder / FILE_NAME
    if not path.is_file():
        yield ok("Unsent work", "none: nothing has been done yet")
    else:
        try:
            with closing(LocalDatabase(path, read_only=True)) as database:
                yield _judge(Outbox(database, wall_ms).health())
        except LocalDataError as error:
            yield failed("Unsent work", str(error), "see that this user may read it, or start the kiosk again")
    for damaged in sorted(set_aside_in(folder)):
        yield warning("Set aside", f"{damaged} is a damaged database", "look into why, then remove it")


def _judge(health: OutboxHealth) -> Finding:
    if health.parked:
        first = health.parked[0]
        count = len(health.parked)
        found = f"the hub refused {count}, the first being {first.summary}: {first.reason}"
        return warning("Unsent work", found, "look at them on the staff page")
    if health.oldest_ms is None:
        return ok("Unsent work", "none: the hub has everything")
    age_s = max(0.0, (wall_ms() - health.oldest_ms) / 1000)
    found = f"{health.unsent:,} wait for the hub, the oldest for {_in_words(age_s)}"
    if age_s > _LATE_S:
        return warning("Unsent work", found, "see that the hub is there and lets this kiosk in")
    return ok("Unsent work", found)


def _in_words(seconds: float) -> str:
    for unit, length in (("days", 86_400), ("h", 3600)):
        if seconds >= 2 * length:
            return f"{seconds / length:.0f} {unit}"
    return f"{seconds / 60:.0f} min"
