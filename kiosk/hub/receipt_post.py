"""Sending receipts by e-mail: to an address that is used once and kept nowhere."""

from __future__ import annotations

import smtplib
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import formatdate, make_msgid
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    import ssl

    from kiosk.hub.mail_server import MailServer

_SECONDS: Final = 8.0


class ReceiptPostError(Exception):
    """A receipt could not be sent; says why, without naming the address."""


class ReceiptPost(Protocol):
    """Sends receipts."""

    def send(self, address: str, subject: str, text: str) -> None:
        """Hand a receipt to the post; returns when that has taken it.

        Raises:
            ReceiptPostError: it did not.
        """


class SmtpReceiptPost:
    """A ``ReceiptPost`` by a mail server. For any thread: each receipt has a connection of its own."""

    def __init__(self, server: MailServer, tls: ssl.SSLContext) -> None:
        """Send by ``server``, to which ``tls`` sees that it is the right one."""
        self._server = server
        self._tls = tls

    def send(self, address: str, subject: str, text: str) -> None:
        """See ``ReceiptPost``."""
        letter = EmailMessage(policy=SMTP)
        letter["From"] = self._server.sender
        letter["To"] = address
        letter["Subject"] = subject
        letter["Date"] = formatdate()
        letter["Message-ID"] = make_msgid(domain=self._server.sender.rpartition("@")[2])
        letter["Auto-Submitted"] = "auto-generated"
        letter.set_content(text)
        try:
            with self._connect() as connection:
                if self._server.user is not None and self._server.password is not None:
                    connection.login(self._server.user, self._server.password.get_secret_value())
                connection.send_message(letter)
        except (OSError, smtplib.SMTPException) as error:
            # A server's words may repeat the address: of its answer only the number is told, and no cause is kept.
            number = error.smtp_code if isinstance(error, smtplib.SMTPResponseException) else ""
            raise ReceiptPostError(
                f"the mail server did not take it: {type(error).__name__} {number}".strip()
            ) from None

    def _connect(self) -> smtplib.SMTP:
        server = self._server
        if server.is_tls_from_start:
            return smtplib.SMTP_SSL(server.host, server.port, timeout=_SECONDS, context=self._tls)
        connection = smtplib.SMTP(server.host, server.port, timeout=_SECONDS)
        try:
            connection.starttls(context=self._tls)
        except BaseException:
            connection.close()
            raise
        return connection
