"""Steps on carts, as devices send them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import UUID

from uuid6 import uuid7

if TYPE_CHECKING:
    from tests.kiosk.hub.conftest import Asker


def an_id() -> UUID:
    """A new UUIDv7."""
    return UUID(bytes=uuid7().bytes)


def add(sku: str = "lip-1", quantity: int = 1) -> dict[str, Any]:
    """One more of something."""
    return {"kind": "add", "sku": sku, "quantity": quantity, "price_seen": {"minor": 2400, "currency": "EUR"}}


@dataclass
class Hand:
    """A device's steps on one cart, numbered."""

    signer: str
    cart: UUID = field(default_factory=an_id)
    sequence: int = 0

    def step(self, action: dict[str, Any] | None = None, **changed: object) -> dict[str, Any]:
        """The next step."""
        self.sequence += 1
        return {
            "id": str(an_id()),
            "cart": str(self.cart),
            "device": self.signer,
            "sequence": self.sequence,
            "wall_ms": 1_800_000_000_000,
            "counter": 0,
            "action": action or add(),
            **changed,
        }


def send(asker: Asker, *steps: object) -> list[dict[str, Any]]:
    """Send steps; what became of each."""
    answer = asker.ask("POST", "/v1/operations", json={"operations": list(steps)})
    assert answer.status_code == 200, answer.text
    results: list[dict[str, Any]] = answer.json()["results"]
    return results


def statuses(asker: Asker, *steps: object) -> list[str]:
    """What became of each of these steps, in a word."""
    return [result["status"] for result in send(asker, *steps)]


def changes(asker: Asker, cart: UUID, after: int = 0, wait: float = 0) -> dict[str, Any]:
    """What was done to a cart."""
    answer = asker.ask("GET", f"/v1/carts/{cart}/changes", params={"after": after, "wait": wait})
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.json()
    return told
