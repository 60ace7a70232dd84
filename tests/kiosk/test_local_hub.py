"""The hub that a kiosk starts itself."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import psutil
import pytest

from kiosk.hub.errors import HubError
from kiosk.hub_client import HubClient
from kiosk.local_hub import LocalHub
from tests.kiosk.hub.conftest import a_name, jpeg

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PARENT = """
import sys
from pathlib import Path
from kiosk.local_hub import LocalHub
hub = LocalHub(Path(sys.argv[1]))
print(hub.address().url, flush=True)
sys.stdin.read()
"""


@pytest.fixture
def local(tmp_path: Path) -> Iterator[LocalHub]:
    hub = LocalHub(tmp_path)
    yield hub
    hub.close()


def hubs(parent: psutil.Process) -> list[psutil.Process]:
    return [child for child in parent.children() if "kiosk.hub.child" in child.cmdline()]


def test_it_takes_pictures_and_is_gone_when_it_is_closed(local: LocalHub) -> None:
    client = HubClient(local.address)
    assert hubs(psutil.Process()) == [], "not before it is needed"
    client.prepare()
    (child,) = hubs(psutil.Process())
    assert client.send_picture(a_name(), jpeg()).startswith("http://127.0.0.1:")
    client.close()
    local.close()
    assert not child.is_running()


def test_another_is_started_when_it_died(local: LocalHub) -> None:
    client = HubClient(local.address)
    client.prepare()
    (child,) = hubs(psutil.Process())
    child.kill()
    child.wait(5)
    assert client.send_picture(a_name(), jpeg())
    client.close()


def test_a_killed_kiosk_takes_its_hub_along(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", PARENT, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout is not None
        assert parent.stdout.readline().startswith("http://127.0.0.1:")
        (child,) = hubs(psutil.Process(parent.pid))
        parent.kill()
    gone, _ = psutil.wait_procs([child], timeout=6)  # in good order: by force it takes longer
    assert gone == [child]


def test_its_links_are_in_no_log(capfd: pytest.CaptureFixture[str], local: LocalHub) -> None:
    client = HubClient(local.address)
    link = client.send_picture(a_name(), jpeg())
    client.close()
    local.close()
    output = "".join(capfd.readouterr())
    assert link.rpartition("/")[2] not in output
    assert output == ""


def test_one_that_does_not_start_is_told_in_a_sentence(monkeypatch: pytest.MonkeyPatch, local: LocalHub) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/true")
    with pytest.raises(HubError, match="did not start"):
        local.address()
