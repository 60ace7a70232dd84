"""Whoever loads a shop is told which offers ask for what there is not."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from assets.manifest import DATA
from kiosk.cli import main
from kiosk.offers.offer_files import SAMPLE_OFFERS

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_an_offer_that_asks_in_vain_is_told_when_the_shop_is_loaded(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "shop"
    shutil.copytree(DATA / "catalogue", folder / "catalogue")
    shutil.copytree(DATA / "shop", folder, dirs_exist_ok=True)
    offers = SAMPLE_OFFERS.read_text(encoding="utf-8")
    offers = offers.replace("""'"face" in cart.categories'""", "'member.level == \"gold\"'")
    offers = offers.replace(
        'target = { categories = ["tools"] }', 'target = { brands = ["Boréal"] }\nstores = ["oslo"]'
    )
    (folder / "offers.toml").write_text(offers, encoding="utf-8")
    database = f"sqlite:///{tmp_path / 'hub.db'}"
    assert main(["shop", "load", str(folder), "--database", database]) == 0
    told = capsys.readouterr().err.splitlines()
    assert [line.removeprefix("vitrine: offer brush-for-your-powder: ") for line in told] == [
        "brands: the shop does not sell 'Boréal'",
        "stores: there is no store 'oslo'",
        "condition: for a guest it has no answer: no such member in mapping: 'level'",
    ]
    assert main(["shop", "load", "--sample", "--database", database]) == 0
    assert capsys.readouterr().err == ""
