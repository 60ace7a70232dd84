"""What tests of the kiosk share."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from kiosk import settings as kiosk_settings

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def bare_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    """No variable and no settings file of the machine that the tests run on; answers what can set some."""
    for name in [name for name in os.environ if name.upper().startswith("VITRINE_")]:
        monkeypatch.delenv(name)
    monkeypatch.setattr(kiosk_settings, "DEFAULT_FILE", tmp_path / "default.toml")
    return monkeypatch
