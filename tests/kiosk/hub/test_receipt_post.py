"""Receipts on their way to a mail server, encrypted."""

from __future__ import annotations

import socket
import ssl
import subprocess
import threading
import traceback
from typing import TYPE_CHECKING

import pytest
from pydantic import SecretStr

from kiosk.hub.errors import HubError
from kiosk.hub.mail_server import MailServer, read_mail_server
from kiosk.hub.receipt_post import ReceiptPostError, SmtpReceiptPost
from tests.fakes.mail_room import MailRoom

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ADDRESS = "ada.mark@example.com"
TEXT = "Order 6ZN74-DS6B1\nTotal : 36,00 €, payé\n"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of localhost, with its key."""
    path = tmp_path_factory.mktemp("mail") / "localhost.pem"
    key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", str(path)]
    name = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-days", "2"]
    made = subprocess.run(["openssl", "req", "-x509", *key, *name], check=True, capture_output=True, timeout=30)
    path.write_bytes(path.read_bytes() + made.stdout)
    return path


@pytest.fixture
def room(certificate: Path) -> Iterator[tuple[MailRoom, int]]:
    room = MailRoom(certificate)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(10)
        thread = threading.Thread(target=room.serve, args=(listening,))
        thread.start()
        yield room, listening.getsockname()[1]
        thread.join(10)


def post_to(port: int, trusted: Path | None) -> SmtpReceiptPost:
    server = MailServer("localhost", port, False, "receipts@example.com", "shop", SecretStr("open sesame"))
    return SmtpReceiptPost(server, ssl.create_default_context(cafile=trusted))


def test_a_receipt_is_handed_over_encrypted(room: tuple[MailRoom, int], certificate: Path) -> None:
    server, port = room
    post_to(port, certificate).send(ADDRESS, "Your receipt", TEXT)
    assert f"rcpt TO:<{ADDRESS}>" in server.encrypted
    assert f"To: {ADDRESS}" in server.encrypted
    assert "Auto-Submitted: auto-generated" in server.encrypted
    assert [line.partition(" ")[0].upper() for line in server.plain] == ["EHLO", "STARTTLS"], "nothing is said before"


def test_a_server_that_cannot_show_who_it_is_gets_nothing(room: tuple[MailRoom, int]) -> None:
    server, port = room
    with pytest.raises(ReceiptPostError):
        post_to(port, None).send(ADDRESS, "Your receipt", TEXT)
    assert not server.encrypted


@pytest.mark.parametrize(
    ("verb", "answer"),
    [("RCPT", f"550 no such box as {ADDRESS}"), ("AUTH", "535 no"), ("STARTTLS", "454 not now"), ("DATA", "451 later")],
)
def test_what_a_server_does_not_take_is_said_without_the_address(
    room: tuple[MailRoom, int], certificate: Path, verb: str, answer: str
) -> None:
    server, port = room
    server.answers[verb] = answer
    with pytest.raises(ReceiptPostError) as told:
        post_to(port, certificate).send(ADDRESS, "Your receipt", TEXT)
    assert "mark" not in "".join(traceback.format_exception(told.value))


def test_a_server_is_named_by_its_address(tmp_path: Path) -> None:
    password = tmp_path / "password"
    password.write_text("open sesame\n")
    server = read_mail_server("smtps://shop%40example.com@mail.example.com?from=receipts@example.com", password)
    assert (server.host, server.port, server.is_tls_from_start) == ("mail.example.com", 465, True)
    assert (server.user, server.sender) == ("shop@example.com", "receipts@example.com")
    assert server.password is not None
    assert server.password.get_secret_value() == "open sesame"
    assert "sesame" not in repr(server)
    assert read_mail_server("smtp://localhost?from=a@example.com", None).port == 587


@pytest.mark.parametrize(
    "url",
    [
        "mail.example.com",
        "http://mail.example.com?from=a@example.com",
        "smtps://shop:secret@mail.example.com?from=a@example.com",
        "smtps://mail.example.com",
        "smtps://mail.example.com?from=nobody",
        "smtps://mail.example.com:x?from=a@example.com",
        "smtps://shop@mail.example.com?from=a@example.com",
    ],
)
def test_what_is_no_mail_server_is_said_without_its_secrets(url: str) -> None:
    with pytest.raises(HubError, match="mail server") as told:
        read_mail_server(url, None)
    assert "secret" not in str(told.value)
