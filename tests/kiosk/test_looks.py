from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.catalogue import Catalogue
from kiosk.looks import load_bundled_looks
from tests.kiosk import shops
from vision.looks import Kind, LookError

if TYPE_CHECKING:
    from pathlib import Path

LOOK = """\
name = "Evening"
[[layer]]
kind = "blush"
color = "#AA1428"
coverage = 0.3
style = "draped"
[[layer]]
kind = "lipstick"
color = "#AA1428"
"""
INDEX = '[evening]\nname = { en = "Evening", el = "Βραδιά" }\nskus = ["joue-0", "noir-0"]\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "index.toml").write_text(INDEX, encoding="utf-8")
    (tmp_path / "evening.toml").write_text(LOOK, encoding="utf-8")
    return tmp_path


def test_a_look_is_worn_as_products_of_the_shop(folder: Path) -> None:
    blush, lipstick = shops.product("joue", Kind.BLUSH), shops.product("noir", Kind.LIPSTICK)
    (look,) = load_bundled_looks(folder)
    steps = look.steps(Catalogue((blush, lipstick)))
    assert [(step.product, step.shade, step.coverage, step.style) for step in steps] == [
        (blush, blush.shades[0], 0.3, "draped"),
        (lipstick, lipstick.shades[0], 1.0, "full"),
    ]


def test_what_the_shop_does_not_sell_is_left_out(folder: Path) -> None:
    lipstick = shops.product("noir", Kind.LIPSTICK)
    (look,) = load_bundled_looks(folder)
    assert [step.product for step in look.steps(Catalogue((lipstick,)))] == [lipstick]
    assert look.steps(Catalogue(())) == ()


@pytest.mark.parametrize(
    ("index", "complaint"),
    [
        (INDEX.replace('"noir-0"', ""), "index.toml: evening: skus: there are 1 for the look's 2 layers"),
        (INDEX.replace("en =", "de ="), "index.toml: evening: needs `name`"),
        (INDEX.replace('"joue-0"', "3"), "index.toml: evening: needs `name`"),
        (INDEX.replace("evening", "dawn"), "dawn.toml: cannot be read"),
        ("evening = 3", "index.toml: evening: needs `name`"),
        ("[", "index.toml: is not TOML"),
    ],
)
def test_a_mistake_in_the_index_names_the_look(folder: Path, index: str, complaint: str) -> None:
    (folder / "index.toml").write_text(index, encoding="utf-8")
    with pytest.raises(LookError) as caught:
        load_bundled_looks(folder)
    assert complaint in str(caught.value)


def test_a_missing_index_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(LookError, match=r"index.toml: cannot be read: No such file"):
        load_bundled_looks(tmp_path)
