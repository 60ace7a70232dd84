"""Pictures on their way from the kiosk to the hub."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kiosk.hub.errors import HubError
from kiosk.sync.http import HubConnection

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.hub_address import HubAddress

_PATIENCE_S: Final = 8.0
_PAGE: Final = re.compile(r"/p/[A-Za-z0-9_-]{22,64}")


class HubClient:
    """Hands pictures in and calls them back: for a thread that may wait. For one thread."""

    def __init__(self, find_hub: Callable[[], HubAddress]) -> None:
        """Ask ``find_hub`` where the hub is, each time; it may raise ``HubError``."""
        self._connection = HubConnection(find_hub)

    def prepare(self) -> None:
        """Find out where the hub is before that is needed, which starts one that is not there yet; asks it nothing.

        Raises:
            HubError: there is none to be found.
        """
        self._connection.address()

    def send_picture(self, name: str, jpeg: bytes) -> str:
        """Hand in a picture; gives the link that a phone opens.

        Args:
            name: 22 to 64 letters, digits, ``-`` and ``_`` that are no other picture's; sent again under its name, a
                picture is at the hub once.
            jpeg: the picture.

        Raises:
            HubError: the hub does not answer, or not as it should.
        """
        answer = self._connection.ask(
            "PUT", f"/v1/pictures/{name}", jpeg, headers={"Content-Type": "image/jpeg"}, patience_s=_PATIENCE_S
        )
        held = answer.json()
        page = held.get("page") if isinstance(held, dict) else None
        if not isinstance(page, str) or not _PAGE.fullmatch(page):
            raise HubError("the hub's answer names no page")
        return self._connection.address().public_url + page

    def withdraw_picture(self, name: str) -> None:
        """See that the hub does not hold the picture of this name.

        Raises:
            HubError: the hub does not answer, or not as it should.
        """
        self._connection.ask("DELETE", f"/v1/pictures/{name}")

    def close(self) -> None:
        """Close the connections."""
        self._connection.close()
