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
from tests.kiosk.hub.conftest import a_name, jpeg

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_serves_until_it_is_told_to_end(
    tmp_path: Path, number: signal.Signals, capsys: pytest.CaptureFixture[str]
) -> None:
    database = f"sqlite:///{tmp_path / 'hub.db'}"
    assert main(["device", "add", "mirror 1", "--store", "athens", "--database", database]) == 0
    token = capsys.readouterr().out.strip()
    program = "import sys; from kiosk.cli import main; sys.exit(main())"
    with subprocess.Popen(
        [sys.executable, "-c", program, "hub", "--database", database, "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as hub:
        assert hub.stdout is not None
        port = hub.stdout.readline().split()[-1]
        client = HubClient(lambda: HubAddress(f"http://127.0.0.1:{port}", "https://shop.example", token))
        link = client.send_picture(a_name(), jpeg())
        client.close()
        hub.send_signal(number)
        output, errors = hub.communicate(timeout=10)
    assert link.startswith("https://shop.example/p/")
    assert output == ""
    assert "Traceback" not in errors
    assert link.rpartition("/")[2] not in errors


def test_an_address_that_is_taken_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with listen("127.0.0.1", 0) as taken:
        port = str(taken.getsockname()[1])
        assert main(["hub", "--database", f"sqlite:///{tmp_path / 'hub.db'}", "--port", port]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert f"127.0.0.1:{port}: {os.strerror(98)}" in line


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("nonsense", "not given as sqlite:///FILE or postgresql://USER@HOST/NAME"),
        ("sqlite://", "not given as sqlite:///FILE or postgresql://USER@HOST/NAME"),
        ("mysql://root:hidden@localhost/x", "not given as sqlite:///FILE or postgresql://USER@HOST/NAME"),
        ("sqlite:////no/such/folder/hub.db", "unable to open database file"),
        ("postgresql://vitrine:hidden@127.0.0.1:9/shop", "cannot be used"),
    ],
)
def test_a_database_that_cannot_be_used_is_one_line(url: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["hub", "--database", url, "--port", "0"]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert said in line
    assert "hidden" not in line


def test_devices_are_let_in_listed_and_revoked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    database = f"sqlite:///{tmp_path / 'hub.db'}"
    assert main(["device", "add", "till 1", "--store", "athens", "--kind", "till", "--database", database]) == 0
    assert len(capsys.readouterr().out.strip()) * 6 >= 256, "six bits a character"
    assert main(["device", "add", "till 1", "--store", "athens", "--database", database]) == 1
    assert "give this one another name" in capsys.readouterr().err
    assert main(["device", "revoke", "till 1", "--database", database]) == 0
    assert main(["device", "list", "--database", database]) == 0
    assert capsys.readouterr().out == "till 1\ttill\tathens\trevoked\n"
    assert main(["device", "revoke", "till 2", "--database", database]) == 1
    assert "no device named 'till 2'" in capsys.readouterr().err


@pytest.mark.parametrize("port", ["-1", "65536", "http", "٣"])
def test_a_port_is_a_port(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["hub", "--port", port])
    assert "is not a whole number from 0 to 65535" in capsys.readouterr().err
