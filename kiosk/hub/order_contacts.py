"""Where to send what is shipped: kept apart from everything else, as short as possible, and deleted by itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Final

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from sqlalchemy import delete, exists, insert, select, update

from kiosk.hub.tables.orders import order_contacts
from kiosk.orders.order import OrderError, OrderKind, OrderState

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection

KEPT_DAYS: Final = 60
"""As long as it may take until an order is paid, sent and has come."""

_ARRIVED_DAYS: Final = 14
"""What is left of that once it has come, or will not: until then somebody may ask where it went."""

_DAY_MS: Final = 24 * 3600 * 1000
_COUNTRY: Final = re.compile(r"[A-Z]{2}", re.ASCII)

_OVER: Final = frozenset({OrderState.DELIVERED, OrderState.CANCELLED, OrderState.RETURN_STARTED, OrderState.RETURNED})
"""Nothing is sent any more."""


def _one_line(text: str) -> str:
    line = " ".join(text.split())
    if not line or not line.isprintable():
        raise ValueError("is not a line of text")
    return line


def _country(text: str) -> str:
    if not _COUNTRY.fullmatch(text):
        raise ValueError("is not a country of two letters")
    return text


_Line = Annotated[str, Field(max_length=80), AfterValidator(_one_line)]


class Contact(BaseModel):
    """Who gets a parcel, and where, as it is written on it; never shown on a page again.

    Attributes:
        country: ISO 3166-1, two letters.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: _Line
    street: _Line
    postcode: Annotated[str, Field(max_length=16), AfterValidator(_one_line)]
    city: _Line
    country: Annotated[str, AfterValidator(_country)]

    def __repr__(self) -> str:
        """Nothing of it, which would else end in a log."""
        return "Contact(...)"

    __str__ = __repr__


def keep_contact(connection: Connection, order: UUID, contact: Contact, now_ms: int) -> None:
    """Keep where an order goes, for 60 days at most."""
    row = {"order_id": order, "document": contact.model_dump_json(), "delete_ms": now_ms + KEPT_DAYS * _DAY_MS}
    connection.execute(insert(order_contacts).values(row))


def read_contact(connection: Connection, order: UUID) -> Contact | None:
    """Where an order goes; None when that is forgotten, or it goes nowhere."""
    document = connection.scalar(select(order_contacts.c.document).where(order_contacts.c.order_id == order))
    return None if document is None else Contact.model_validate_json(document)


def has_contact(connection: Connection, order: UUID) -> bool:
    """Whether it is known where an order goes."""
    return bool(connection.scalar(select(exists().where(order_contacts.c.order_id == order))))


def forget_contact(connection: Connection, order: UUID, kind: OrderKind, state: OrderState) -> None:
    """Forget where an order went, because somebody wants that; again is the same.

    Raises:
        OrderError: it is still to be sent there.
    """
    if kind is OrderKind.SHIP and state not in _OVER and has_contact(connection, order):
        raise OrderError("the address is needed until the order has come")
    connection.execute(delete(order_contacts).where(order_contacts.c.order_id == order))


def shorten_contact(connection: Connection, order: UUID, state: OrderState, now_ms: int) -> None:
    """An order came to a state: where that is its end, its address is kept for two weeks more at most."""
    if state in _OVER:
        soon = now_ms + _ARRIVED_DAYS * _DAY_MS
        kept = update(order_contacts).where(order_contacts.c.order_id == order, order_contacts.c.delete_ms > soon)
        connection.execute(kept.values(delete_ms=soon))


def purge_contacts(connection: Connection, now_ms: int) -> None:
    """Forget the addresses whose time is over."""
    connection.execute(delete(order_contacts).where(order_contacts.c.delete_ms <= now_ms))
