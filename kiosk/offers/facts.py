"""Where and when a cart is priced, and what a visit shows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Context:
    """Where and when a cart is priced, and for whom.

    Attributes:
        store: its id.
        now: the store's wall clock.
        member: what is known of a member who said yes; a guest's is empty.
    """

    store: str
    now: datetime
    member: Mapping[str, str | int | bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class VisitFacts:
    """What this visit shows of a shopper's taste; it never leaves the mirror.

    Attributes:
        tried: SKUs that were worn.
        viewed: ids of products that were looked at.
    """

    tried: frozenset[str] = frozenset()
    viewed: frozenset[str] = frozenset()
