"""`/v1/events`: what happened before screens comes in."""

# FastAPI reads these annotations as the program runs: they are not put off.

import json
from http import HTTPStatus
from typing import TYPE_CHECKING, Annotated, Final

from fastapi import APIRouter
from pydantic import BaseModel, Field
from sqlalchemy import delete

from kiosk.event_wire import EventDocument
from kiosk.hub.device_auth import DEVICE_PROBLEMS, KnownDevice
from kiosk.hub.inserts import upsert
from kiosk.hub.problems import declared
from kiosk.hub.tables.devices import events

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection

    from kiosk.hub.database import Database
    from kiosk.hub.devices import Device

_MOST: Final = 500
_PROBLEMS: Final = DEVICE_PROBLEMS | declared(HTTPStatus.UNPROCESSABLE_ENTITY)


class SentEvents(BaseModel):
    """What happened."""

    events: Annotated[list[EventDocument], Field(max_length=_MOST)]


def events_api(database: "Database", now_ms: "Callable[[], int]") -> APIRouter:
    """Make the routes.

    Args:
        database: where events are kept.
        now_ms: milliseconds since 1970 in UTC.
    """
    router = APIRouter(prefix="/v1", tags=["events"])

    @router.post("/events", status_code=HTTPStatus.NO_CONTENT, responses=_PROBLEMS)
    async def keep(sent: SentEvents, device: KnownDevice) -> None:
        """Keep what happened, each once however often it comes."""
        if sent.events:
            await database.write(keep_events, device, sent.events, now_ms())

    return router


def keep_events(connection: "Connection", device: "Device", sent: list[EventDocument], now_ms: int) -> None:
    """Keep events that are not kept yet."""
    rows = [
        {
            "id": event.id,
            "device": device.id,
            "kind": event.kind,
            "at_ms": event.at_ms,
            "received_ms": now_ms,
            "fields": json.dumps(event.fields),
        }
        for event in sorted(sent, key=lambda event: event.id)
    ]
    connection.execute(upsert(connection, events).on_conflict_do_nothing(), rows)


def purge_events(connection: "Connection", before_ms: int) -> None:
    """Forget events that came before then."""
    connection.execute(delete(events).where(events.c.received_ms < before_ms))
