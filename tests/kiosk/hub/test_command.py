"""`vitrine hub`, as a process of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from kiosk.cli import main
from kiosk.hub.server import listen
from kiosk.hub_address import HubAddress
from kiosk.hub_client import HubClient
from tests.kiosk.hub.conftest import TOKEN, a_name, jpeg

if TYPE_CHECKING:
    from pathlib import Path

SECRET = TOKEN.replace(" ", "-")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_serves_until_it_is_told_to_end(tmp_path: Path, number: signal.Signals) -> None:
    settings = tmp_path / "vitrine.toml"
    settings.write_text(f'[hub]\ntoken = "{SECRET}"\n', "utf-8")
    program = "import sys; from kiosk.cli import main; sys.exit(main())"
    with subprocess.Popen(
        [sys.executable, "-c", program, "hub", "--config", str(settings), "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as hub:
        assert hub.stdout is not None
        port = hub.stdout.readline().split()[-1]
        client = HubClient(lambda: HubAddress(f"http://127.0.0.1:{port}", "https://shop.example", SECRET))
        link = client.send_picture(a_name(), jpeg())
        client.close()
        hub.send_signal(number)
        output, errors = hub.communicate(timeout=10)
    assert link.startswith("https://shop.example/p/")
    assert output == ""
    assert "Traceback" not in errors
    assert link.rpartition("/")[2] not in errors


def test_without_a_token_it_does_not_serve(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = tmp_path / "vitrine.toml"
    settings.touch()
    assert main(["hub", "--config", str(settings), "--port", "0"]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "hub.token: is missing" in line


def test_an_address_that_is_taken_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = tmp_path / "vitrine.toml"
    settings.write_text(f'[hub]\ntoken = "{SECRET}"\n', "utf-8")
    with listen("127.0.0.1", 0) as taken:
        port = str(taken.getsockname()[1])
        assert main(["hub", "--config", str(settings), "--port", port]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert f"127.0.0.1:{port}: {os.strerror(98)}" in line


@pytest.mark.parametrize("port", ["-1", "65536", "http", "٣"])
def test_a_port_is_a_port(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["hub", "--port", port])
    assert "is not a whole number from 0 to 65535" in capsys.readouterr().err
