"""Every way to wear a product has words on the screen, in every language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtQml import QQmlComponent, QQmlEngine

from ui.front import QML
from ui.models.language import LANGUAGES
from vision.looks import STYLES, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ui.models.kiosk import Kiosk

_ASKING = b"""
import QtQml
import Vitrine.Controls

QtObject {
    property var keys
    readonly property var words: keys.map(pair => pair[1] ? Words.style(pair[0], pair[1]) : Words.kind(pair[0]))
}
"""


@pytest.fixture
def engine(qapp: object) -> Iterator[QQmlEngine]:
    engine = QQmlEngine()
    engine.addImportPath(str(QML))
    yield engine
    engine.deleteLater()


def _words(engine: QQmlEngine, keys: list[tuple[str, str]]) -> list[str]:
    component = QQmlComponent(engine)
    component.setData(_ASKING, "")
    asking = component.createWithInitialProperties({"keys": [list(pair) for pair in keys]})
    assert asking is not None, component.errorString()
    words: list[str] = asking.property("words").toVariant()
    return words


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_and_every_way_to_wear_it_has_a_name_of_its_own(
    kiosk: Kiosk, engine: QQmlEngine, language: str
) -> None:
    kiosk.language.choose(language)
    kinds = _words(engine, [(kind, "") for kind in Kind])
    assert all(kinds)
    assert len(set(kinds)) == len(kinds)
    for kind, styles in STYLES.items():
        names = _words(engine, [(kind, style) for style in styles])
        assert all(names), (kind, names)
        assert len(set(names)) == len(names), (kind, names)
