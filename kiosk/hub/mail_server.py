"""Where the shop's mail is taken, as it is named on the command line."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qs, unquote, urlsplit

from email_validator import EmailNotValidError, validate_email
from pydantic import SecretStr

from kiosk.hub.errors import HubError

if TYPE_CHECKING:
    from pathlib import Path

_PORTS: Final = {"smtp": 587, "smtps": 465}
_LONGEST_PASSWORD: Final = 1024
_FORM: Final = "smtp://USER@HOST?from=ADDRESS or smtps://USER@HOST?from=ADDRESS"


@dataclass(frozen=True, slots=True)
class MailServer:
    """The server that takes the shop's mail; encrypted, always.

    Attributes:
        host, port: where it is.
        is_tls_from_start: encrypted from the first byte on (`smtps`), else from the first words on (STARTTLS).
        sender: whom receipts are from.
        user, password: what lets the hub in; None where nothing is asked.
    """

    host: str
    port: int
    is_tls_from_start: bool
    sender: str
    user: str | None = None
    password: SecretStr | None = field(default=None, repr=False)


def read_mail_server(url: str, password_file: Path | None) -> MailServer:
    """The server behind an address such as ``smtps://shop@mail.example.com?from=receipts@example.com``.

    Args:
        url: its address; a password in it would be seen by whoever lists what runs on the machine.
        password_file: has the password in its first line; None where nothing is asked.

    Raises:
        HubError: it is none, or the file cannot be read.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise HubError(f"the mail server is not given as {_FORM}") from error
    senders = parse_qs(parts.query).get("from", [])
    if parts.scheme not in _PORTS or not parts.hostname or parts.password or len(senders) != 1:
        raise HubError(f"the mail server is not given as {_FORM}")
    try:
        sender = validate_email(senders[0], check_deliverability=False).normalized
    except EmailNotValidError as error:
        raise HubError("the mail server's from is not an e-mail address") from error
    user = unquote(parts.username) if parts.username else None
    if (user is None) != (password_file is None):
        raise HubError("the mail server has a user and no password file, or a password file and no user")
    return MailServer(
        host=parts.hostname,
        port=port or _PORTS[parts.scheme],
        is_tls_from_start=parts.scheme == "smtps",
        sender=sender,
        user=user,
        password=None if password_file is None else _read_password(password_file),
    )


def _read_password(file: Path) -> SecretStr:
    try:
        with file.open(encoding="utf-8") as lines:
            password = lines.readline(_LONGEST_PASSWORD).rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise HubError(f"{file}: the mail server's password cannot be read") from error
    if not password:
        raise HubError(f"{file}: the mail server's password is empty")
    return SecretStr(password)
