"""What the documents show is what the kiosk reads."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.catalogue_files import load_catalogue
from kiosk.offers.offer_files import load_offer_documents
from kiosk.settings import Settings, load_settings
from vision.looks import STYLES, Kind

if TYPE_CHECKING:
    import pytest

DOCS = Path(__file__).parents[2] / "docs"


def _example(document: str) -> str:
    """The first block of TOML."""
    match = re.search(r"```toml\n(.*?)```", (DOCS / document).read_text(encoding="utf-8"), re.DOTALL)
    assert match
    return match[1]


def test_the_settings_shown_are_all_there_are_and_the_defaults(
    tmp_path: Path, bare_environment: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "vitrine.toml"
    file.write_text(_example("settings.md"), encoding="utf-8")
    settings = load_settings(file)
    assert settings == load_settings(None)
    assert Settings.model_fields.keys() - settings.model_fields_set == {
        "calibrations",
        "catalogue",
        "data",
        "hub",
    }
    assert settings.screen.__class__.model_fields.keys() - settings.screen.model_fields_set == {"width_mm"}
    for part in (settings.camera, settings.languages, settings.visit):
        assert part.__class__.model_fields.keys() == part.model_fields_set


def test_the_product_shown_can_be_sold(tmp_path: Path) -> None:
    (tmp_path / "lips.toml").write_text(_example("catalogue.md"), encoding="utf-8")
    (product,) = load_catalogue(tmp_path).products
    assert [shade.code for shade in product.variants] == ["406"]


def test_every_kind_and_placement_is_described() -> None:
    text = (DOCS / "catalogue.md").read_text(encoding="utf-8")
    for kind in Kind:
        row = next(line for line in text.splitlines() if line.startswith("|") and f"`{kind}`" in line)
        assert re.findall(r"`([a-z_]+)`", row.split("|")[3]) == list(STYLES.get(kind, ()))


def test_the_offer_shown_can_be_read(tmp_path: Path) -> None:
    file = tmp_path / "offers.toml"
    file.write_text(_example("offers.md"), encoding="utf-8")
    (offer,) = load_offer_documents(file)
    assert offer.id == "perfume-at-dusk"
