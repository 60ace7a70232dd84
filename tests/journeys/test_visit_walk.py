"""Whole visits by touch, from the attract screen to the goodbye."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMetaObject, QObject, QPointF

from tests.ui.conftest import (
    catalogue,
    clock,
    counter,
    desks,
    feed,
    fonts,
    kiosk,
    looks,
    post,
    qapp_cls,
    reader,
    shop_folder,
    shopping,
    stage,
    worker,
)
from tests.ui.shop_walk import search_field, turn_to
from tests.ui.stage import WITHOUT_SOUND, Stage, centre
from ui.models.rows import Rows

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from ui.models.kiosk import Kiosk

pytestmark = WITHOUT_SOUND

COUPON: Final = "MARKED-COUPON-7719"
NOTE: Final = "a marked note for the shop"
TYPED: Final = "marked-search-3380"

__all__ = [
    "catalogue",
    "clock",
    "counter",
    "desks",
    "feed",
    "fonts",
    "kiosk",
    "looks",
    "post",
    "qapp_cls",
    "reader",
    "shop_folder",
    "shopping",
    "stage",
    "worker",
]


def test_a_shopper_tries_compares_picks_and_leaves(stage: Stage) -> None:
    stage.touch("Start")
    stage.live()
    assert stage.reads("Touch a shade")

    third = stage.swatches()[2]
    stage.touch_at(centre(third))
    assert str(stage.worker.look.layers[0].color) == stage.kiosk.product.shades.rows[2].color

    along = [centre(swatch) for swatch in stage.swatches()[2:6]]
    stage.slide(*along)
    assert stage.kiosk.product.shadeIndex == 5
    stage.touch("Undo")
    assert stage.kiosk.product.shadeIndex == 2, "sliding along the shades was one step"

    stage.touch("On my wish list")
    stage.touch("Eyes")
    stage.touch_at(centre(stage.swatches()[1]))
    stage.touch("On you: 2")
    stage.touch(f"Take off {stage.kiosk.wearing.worn.rows[0].name}")
    assert len(stage.worker.look.layers) == 1
    stage.touch("Back to the mirror")

    handle = stage.slider("Before and now")
    start = handle.mapToScene(QPointF(0, handle.height() / 2))
    stage.slide(start + QPointF(60, 0), start + QPointF(300, 0), start + QPointF(540, 0))
    assert stage.worker.split is not None

    stage.touch("Wish list")
    assert stage.reads("tax included")
    stage.touch("Keep trying")
    stage.touch("I’m done")
    assert stage.reads("Nothing was kept")
    stage.wait(10)
    assert stage.reads("before you decide")


def test_any_product_is_three_touches_away(stage: Stage) -> None:
    """Shelf, product, shade."""
    stage.touch("Start")
    stage.live()
    stage.touch("Brows")
    name = stage.kiosk.shelf.products.rows[1].name
    stage.touch(name)
    stage.touch_at(centre(stage.swatches()[0]))
    (worn,) = stage.kiosk.wearing.worn.rows
    assert worn.name == name


def test_without_a_picture_everything_else_works(stage: Stage) -> None:
    stage.touch("Start")
    stage.lost("camera 0 is in use")
    assert stage.reads("short rest")
    assert stage.reads("camera 0 is in use")
    stage.touch_at(centre(stage.swatches()[3]))
    stage.touch("On my wish list")
    assert stage.kiosk.picks.count == 1
    stage.live()
    assert not stage.reads("short rest")
    assert stage.kiosk.product.shadeIndex == 3


def test_the_language_changes_while_the_screen_is_up(stage: Stage) -> None:
    stage.touch("Ελληνικά")
    stage.touch("Ξεκίνα")
    stage.live()
    assert stage.reads("Χείλη")
    stage.touch("Ελληνικά")
    stage.touch("Français")
    stage.touch("Revenir au miroir")
    assert stage.reads("Lèvres")
    stage.touch("J’ai terminé")
    assert stage.reads("À bientôt")


def test_a_quiet_visit_warns_goes_on_with_a_touch_and_else_ends(stage: Stage) -> None:
    stage.touch("Start")
    stage.wait(61)
    assert stage.reads("Still there?")
    stage.touch("I’m still here")
    assert not stage.reads("Still there?")
    stage.wait(61)
    stage.wait(20)
    assert stage.reads("See you soon")


def test_nothing_of_a_visit_is_left_on_the_screen_or_on_disk(
    stage: Stage, tmp_path: Path, shop_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "TMPDIR"):
        monkeypatch.setenv(variable, str(tmp_path))
    stage.touch("Start")
    stage.live()
    stage.kiosk.looks.wear("plum-hour")
    marks = {row.shade for row in stage.kiosk.wearing.worn.rows}
    for category in ("lips", "eyes"):
        stage.kiosk.shelf.openCategory(category)
        stage.kiosk.product.pick()
    stage.touch("Wish list")
    marks |= {row.sku for row in stage.kiosk.picks.rows.rows} | {stage.kiosk.picks.total}
    turn_to(stage, "shop")
    field = search_field(stage)
    field.setProperty("text", TYPED)
    QMetaObject.invokeMethod(field, "textEdited")
    stage.settle()
    assert stage.kiosk.browse.text == TYPED
    stage.kiosk.cart.addWorn()
    stage.kiosk.cart.useCoupon(COUPON)
    stage.kiosk.cart.writeNote(NOTE)
    marks |= {COUPON, NOTE, TYPED, stage.kiosk.cart.total}
    stored = {row.sku for row in stage.kiosk.cart.rows.rows} | {COUPON, NOTE}
    assert any(TYPED in text for text in stage.properties()), "the marks are there to be found"
    assert kept_by(stage.kiosk, {COUPON, NOTE, TYPED}) == {COUPON, NOTE, TYPED}, "the marks are there to be found"
    assert kept(tmp_path, stored) == stored, "the marks are there to be found"
    begun = time.monotonic()
    stage.kiosk.session.end()
    stage.settle()
    assert time.monotonic() - begun < 1.0
    held = [text for text in stage.properties() if any(mark in text for mark in marks)]
    assert not held
    assert not stage.worker.looks
    assert not kept_by(stage.kiosk, {COUPON, NOTE, TYPED})
    assert not kept(tmp_path, stored | {TYPED})
    assert not kept(shop_folder, {TYPED})


def kept(folder: Path, marks: set[str]) -> set[str]:
    """Which of these stand in any file."""
    files = [path.read_bytes() for path in folder.rglob("*") if path.is_file()]
    return {mark for mark in marks if any(mark.encode() in content for content in files)}


def kept_by(kiosk: Kiosk, marks: set[str]) -> set[str]:
    """Which of these any view model has in its attributes, whether or not a screen reads it."""
    models = [model for model in vars(kiosk).values() if isinstance(model, QObject)]
    rows = [value for model in models for value in vars(model).values() if isinstance(value, Rows)]
    held = " ".join(repr(vars(thing)) for thing in (*models, *rows))
    return {mark for mark in marks if mark in held}
