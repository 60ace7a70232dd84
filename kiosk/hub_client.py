"""The kiosk's way to the hub."""

from __future__ import annotations

import json
import re
import time
from contextlib import contextmanager
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

import requests
from requests.auth import AuthBase

from kiosk.hub.errors import HubError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from kiosk.hub_address import HubAddress

_CONNECT_SECONDS: Final = 3.0
_ANSWER_SECONDS: Final = 8.0
_LONGEST_ANSWER: Final = 4096
_PAGE: Final = re.compile(r"/p/[A-Za-z0-9_-]{22,64}")


class HubClient:
    """Asks the hub for things and waits for the answers: for a thread that may wait. For one thread.

    No proxy of the environment stands between: what is sent is for the hub and nobody else.
    """

    def __init__(self, find_hub: Callable[[], HubAddress]) -> None:
        """Ask ``find_hub`` where it is, each time; it may raise ``HubError``."""
        self._find_hub = find_hub
        self._session = requests.Session()
        self._session.trust_env = False

    def prepare(self) -> None:
        """Find out where the hub is before that is needed, which starts one that is not there yet; asks it nothing.

        Raises:
            HubError: there is none to be found.
        """
        self._find_hub()

    def send_picture(self, name: str, jpeg: bytes) -> str:
        """Hand in a picture; gives the link that a phone opens.

        Args:
            name: 22 to 64 letters, digits, ``-`` and ``_`` that are no other picture's; sent again under its name, a
                picture is at the hub once.
            jpeg: the picture.

        Raises:
            HubError: the hub does not answer, or not as it should.
        """
        hub = self._find_hub()
        with self._ask("PUT", hub, name, HTTPStatus.CREATED, jpeg, {"Content-Type": "image/jpeg"}) as response:
            page = _read_object(response).get("page")
        if not isinstance(page, str) or not _PAGE.fullmatch(page):
            raise HubError("the hub's answer names no page")
        return hub.public_url + page

    def withdraw_picture(self, name: str) -> None:
        """See that the hub does not hold the picture of this name.

        Raises:
            HubError: the hub does not answer, or not as it should.
        """
        with self._ask("DELETE", self._find_hub(), name, HTTPStatus.NO_CONTENT):
            pass

    def close(self) -> None:
        """Close the connections."""
        self._session.close()

    @contextmanager
    def _ask(
        self,
        method: str,
        hub: HubAddress,
        name: str,
        expected: HTTPStatus,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Iterator[requests.Response]:
        """The hub's answer about a picture, its body still to be read."""
        try:
            with self._session.request(
                method,
                f"{hub.url}/v1/pictures/{name}",
                data=body,
                headers={"Accept": "application/json", **(headers or {})},
                auth=_Bearer(hub.token),
                timeout=(_CONNECT_SECONDS, _ANSWER_SECONDS),
                allow_redirects=False,
                stream=True,
            ) as response:
                if response.status_code != expected:
                    raise HubError(f"the hub answers {response.status_code} {_phrase(response.status_code)}")
                yield response
        except requests.ConnectTimeout as error:
            raise HubError("the hub cannot be reached in time") from error
        except requests.Timeout as error:
            raise HubError("the hub does not answer in time") from error
        except requests.RequestException as error:
            raise HubError(f"the hub cannot be reached ({type(error).__name__})") from error


class _Bearer(AuthBase):
    """Shows the token."""

    def __init__(self, token: str) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["Authorization"] = f"Bearer {self._token}"
        return request


def _read_object(response: requests.Response) -> dict[str, object]:
    """A JSON object that is short and comes in time: a hub that trickles could else hold the caller for ever."""
    body = bytearray()
    end = time.monotonic() + _ANSWER_SECONDS
    for chunk in response.iter_content(_LONGEST_ANSWER):
        body += chunk
        if len(body) > _LONGEST_ANSWER or time.monotonic() > end:
            raise HubError("the hub's answer is too long")
    try:
        value = json.loads(body)
    except ValueError as error:
        raise HubError("the hub's answer is not JSON") from error
    if not isinstance(value, dict):
        raise HubError("the hub's answer is not what it should be")
    return value


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""
