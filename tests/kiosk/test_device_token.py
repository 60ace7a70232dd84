from __future__ import annotations

import io
from typing import TYPE_CHECKING

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked

from kiosk.cli import main
from kiosk.device_token import EnrolledHub, keep_token, read_token
from kiosk.hub.errors import HubError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

URL = "https://hub.example"
TOKEN = "a-token-of-thirty-two-characters"  # noqa: S105 - of no hub
OTHER = "b-token-of-thirty-two-characters"


class Keyring(KeyringBackend):
    """What a system keeps; may be locked."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # the library has few types
        self.kept: dict[tuple[str, str], str] = {}
        self.is_locked = False

    def get_password(self, service: str, username: str) -> str | None:
        self._open()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._open()
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]

    def _open(self) -> None:
        if self.is_locked:
            raise KeyringLocked("it is locked")


@pytest.fixture(autouse=True)
def ring(monkeypatch: pytest.MonkeyPatch) -> Iterator[Keyring]:
    """The system's keyring, and no credential of a service."""
    monkeypatch.delenv("CREDENTIALS_DIRECTORY", raising=False)
    before, ring = keyring.get_keyring(), Keyring()
    keyring.set_keyring(ring)
    yield ring
    keyring.set_keyring(before)


@pytest.fixture
def seconds() -> list[float]:
    return [0.0]


@pytest.fixture
def hub(seconds: list[float]) -> EnrolledHub:
    return EnrolledHub(URL, URL, lambda: seconds[0])


def test_a_token_is_kept_by_the_system(ring: Keyring) -> None:
    keep_token(URL, f"{TOKEN}\n")

    assert read_token(URL) == TOKEN
    assert ring.kept == {("vitrine", URL): TOKEN}


def test_a_service_has_its_token_as_a_credential(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ring: Keyring
) -> None:
    ring.is_locked = True
    (tmp_path / "hub-token").write_text(f"{TOKEN}\n", encoding="ascii")
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))

    assert read_token(URL) == TOKEN


def test_a_kiosk_without_a_token_is_told_how_to_come_by_one(hub: EnrolledHub) -> None:
    with pytest.raises(HubError, match=r"vitrine device add.*vitrine enrol"):
        hub.address()


def test_a_locked_keyring_is_told(ring: Keyring) -> None:
    ring.is_locked = True

    with pytest.raises(HubError, match=r"KeyringLocked.*unlock"):
        read_token(URL)
    with pytest.raises(HubError, match=r"KeyringLocked.*unlock"):
        keep_token(URL, TOKEN)


@pytest.mark.parametrize("text", ["", "short", "with a space in it and thirty-two characters", "ü" * 40, "x" * 300])
def test_what_is_no_token_is_not_kept_nor_repeated(text: str, ring: Keyring) -> None:
    with pytest.raises(HubError, match="that is no token") as told:
        keep_token(URL, text)

    assert not text or text not in str(told.value)
    assert ring.kept == {}


def test_a_token_that_was_changed_is_known_soon(hub: EnrolledHub, seconds: list[float]) -> None:
    keep_token(URL, TOKEN)
    assert hub.address().token == TOKEN
    keep_token(URL, OTHER)

    seconds[0] += 60.0

    assert hub.address().token == OTHER


def test_the_keyring_is_not_asked_each_time(hub: EnrolledHub, ring: Keyring) -> None:
    keep_token(URL, TOKEN)
    hub.address()
    ring.is_locked = True

    assert hub.address().token == TOKEN


def test_a_kiosk_is_enrolled_from_standard_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ring: Keyring, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = tmp_path / "vitrine.toml"
    settings.write_text(f'[hub]\nurl = "{URL}"\n', encoding="utf-8")
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{TOKEN}\n"))

    assert main(["enrol", "--config", str(settings)]) == 0

    assert ring.kept == {("vitrine", URL): TOKEN}
    assert TOKEN not in capsys.readouterr().out


@pytest.mark.usefixtures("bare_environment")
def test_a_kiosk_without_a_hub_is_not_enrolled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ring: Keyring, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "vitrine.toml").touch()
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{TOKEN}\n"))

    assert main(["enrol", "--config", str(tmp_path / "vitrine.toml")]) == 1

    assert "hub.url: is missing" in capsys.readouterr().err
    assert ring.kept == {}
