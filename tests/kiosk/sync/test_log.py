"""What a kiosk writes about its way to the hub names nobody and gives nothing away."""

from __future__ import annotations

import json
import logging
import time
from typing import TYPE_CHECKING, Final

from kiosk.sync.status import LinkState
from tests.kiosk.local.disks import PRICE, new_id

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    import pytest

    from tests.kiosk.sync.mirrors import Mirror, StoppableHub

EMAIL: Final = "maria.secret@example.com"
ADDRESS: Final = "Odos-Kryfi-17"
NOTE: Final = "a marked note 5521"
COUPON: Final = "MARKED-COUPON-5521"

OF_THE_HUB: Final = ("kiosk.hub", "sqlalchemy", "uvicorn", "asyncio")
"""Who else writes in this process, where the hub runs beside the kiosk; ``tests.kiosk.hub.test_log`` is about them."""


def shop(mirror: Mirror, cart: UUID) -> None:
    """Do what leaves traces."""
    with mirror.disk.carts.editing(cart) as editor:
        editor.add("rouge-01", 1, PRICE)
        editor.set_note(f"{NOTE}, {EMAIL}, {ADDRESS}")
        editor.set_coupon(COUPON, applied=True)
    mirror.sync.wake()


def test_no_token_mail_address_note_or_coupon_is_written_whatever_goes_wrong(
    hub: StoppableHub, mirror: Callable[[str], Mirror], caplog: pytest.LogCaptureFixture
) -> None:
    for logger in ("", "urllib3", "requests"):
        caplog.set_level(logging.DEBUG, logger)
    door, cart = mirror("door"), new_id()
    shop(door, cart)
    door.await_sent()
    door.disk.outbox.put_order(new_id(), cart, json.dumps({"email": EMAIL, "address": ADDRESS}))
    door.sync.wake()
    door.await_sent()
    hub.stop()
    shop(door, cart)
    door.await_state(LinkState.OFFLINE)
    hub.start()
    door.await_sent()
    hub.revoke("door")
    begun = time.monotonic()
    while door.sync.status.state is not LinkState.REFUSED or door.disk.outbox.health().unsent == 0:
        shop(door, cart)
        time.sleep(0.2)  # so that a hub that remembers devices for a while is asked again
        assert time.monotonic() - begun < 5.0

    health = door.disk.outbox.health()
    assert len(health.parked) == 1, "the order was none"
    written = [record for record in caplog.records if not record.name.startswith(OF_THE_HUB)]
    assert any(record.name.startswith("urllib3") for record in written), "they do write"
    told = list(door.statuses.queue)
    said = " ".join([*(f"{record.getMessage()} {record.exc_text}" for record in written), repr(told), repr(health)])
    assert not [secret for secret in (door.token, EMAIL, ADDRESS, NOTE, COUPON) if secret in said]
