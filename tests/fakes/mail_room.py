"""A mail server that takes one visit, encrypted from STARTTLS on, and answers as it is told to."""

from __future__ import annotations

import ssl
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import socket
    from collections.abc import Iterator
    from pathlib import Path

_ANSWERS = {
    "EHLO": "250-mail.example.com\r\n250-AUTH PLAIN\r\n250 STARTTLS",
    "STARTTLS": "220 go on",
    "AUTH": "235 yes",
    "DATA": "354 go on",
    "QUIT": "221 bye",
}


@dataclass
class MailRoom:
    """Keeps what was said to it.

    Attributes:
        certificate: with its key.
        answers: what it says to a command, where that is not that all is well.
        plain, encrypted: the lines that were said before and after STARTTLS.
    """

    certificate: Path
    answers: dict[str, str] = field(default_factory=dict)
    plain: list[str] = field(default_factory=list)
    encrypted: list[str] = field(default_factory=list)

    def serve(self, listening: socket.socket) -> None:
        """Take one visit."""
        connection, _ = listening.accept()
        connection.settimeout(10)
        with connection, suppress(OSError):  # who came may hang up
            connection.sendall(b"220 mail.example.com\r\n")
            if not self._talk(connection, self.plain):
                return
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(self.certificate)
            with context.wrap_socket(connection, server_side=True) as shielded:
                self._talk(shielded, self.encrypted)

    def _talk(self, connection: socket.socket, heard: list[str]) -> bool:
        """Listen and answer; whether it is to go on encrypted."""
        with connection.makefile("rb") as stream:
            lines = (line.decode().rstrip("\r\n") for line in stream)
            for line in lines:
                heard.append(line)
                verb = line.partition(" ")[0].upper()
                answer = self.answers.get(verb) or _ANSWERS.get(verb, "250 yes")
                connection.sendall(f"{answer}\r\n".encode())
                if answer.startswith("354"):
                    heard.extend(_letter(lines))
                    connection.sendall(b"250 taken\r\n")
                if verb == "STARTTLS" and answer.startswith("220"):
                    return True
        return False


def _letter(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        if line == ".":
            return
        yield line
