"""The token by which the hub knows this kiosk: kept by the system, never in a file of settings."""

from __future__ import annotations

import os
import re
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kiosk.hub.errors import HubError
from kiosk.hub_address import HubAddress

if TYPE_CHECKING:
    from collections.abc import Callable

_SERVICE: Final = "vitrine"
_CREDENTIALS: Final = "CREDENTIALS_DIRECTORY"
"""Where systemd puts what a unit's ``LoadCredential=`` names."""

_CREDENTIAL: Final = "hub-token"
_SHAPE: Final = re.compile(r"[!-~]{32,256}")
_REMEMBERED_SECONDS: Final = 30.0

_HOW: Final = "ask for one at the hub (vitrine device add) and give it to this kiosk (vitrine enrol)"


class EnrolledHub:
    """The shop's hub, as a kiosk that was enrolled finds it. For any thread."""

    def __init__(self, url: str, public_url: str, monotonic: Callable[[], float]) -> None:
        """Look for nothing yet.

        Args:
            url: as this kiosk reaches the hub.
            public_url: as a phone reaches it.
            monotonic: seconds, never running backwards.
        """
        self._url = url
        self._public_url = public_url
        self._monotonic = monotonic
        self._lock = threading.Lock()
        self._address: HubAddress | None = None
        self._until = 0.0

    def address(self) -> HubAddress:
        """Where the hub is; a token that was changed is known within half a minute.

        Raises:
            HubError: this kiosk has no token for it.
        """
        with self._lock:
            now = self._monotonic()
            if self._address is None or now >= self._until:
                self._address = None
                self._address = HubAddress(self._url, self._public_url, read_token(self._url))
                self._until = now + _REMEMBERED_SECONDS
            return self._address


def read_token(url: str) -> str:
    """This kiosk's token for a hub: the service's credential where it has one, else from the system's keyring.

    Raises:
        HubError: there is none.
    """
    token = _read_credential() or _read_keyring(url)
    if token is None:
        raise HubError(f"this kiosk has no token for {url}: {_HOW}")
    return token


def keep_token(url: str, text: str) -> None:
    """Keep a token for a hub in the system's keyring, in place of one that was there.

    Raises:
        HubError: it is none, or the keyring does not take it.
    """
    token = text.strip()
    if not _SHAPE.fullmatch(token):
        raise HubError(f"that is no token: {_HOW}")
    import keyring  # noqa: PLC0415 - it looks for what can be a keyring when it is imported
    from keyring.errors import KeyringError  # noqa: PLC0415 - and so does its package

    try:
        keyring.set_password(_SERVICE, url, token)
    except KeyringError as error:
        raise _no_keyring(error) from error


def _read_credential() -> str | None:
    folder = os.environ.get(_CREDENTIALS)
    path = Path(folder) / _CREDENTIAL if folder else None
    if path is None or not path.exists():
        return None
    try:
        token = path.read_text(encoding="ascii").strip()
    except (OSError, ValueError) as error:
        raise HubError(f"the credential {_CREDENTIAL} cannot be read: {type(error).__name__}") from error
    if not _SHAPE.fullmatch(token):
        raise HubError(f"the credential {_CREDENTIAL} is no token: {_HOW}")
    return token


def _read_keyring(url: str) -> str | None:
    import keyring  # noqa: PLC0415 - it looks for what can be a keyring when it is imported
    from keyring.errors import KeyringError  # noqa: PLC0415 - and so does its package

    try:
        return keyring.get_password(_SERVICE, url)
    except KeyringError as error:
        raise _no_keyring(error) from error


def _no_keyring(error: Exception) -> HubError:
    return HubError(
        f"the system's keyring cannot be used ({type(error).__name__}): unlock or install one, or give the service a"
        f" credential named {_CREDENTIAL}"
    )
