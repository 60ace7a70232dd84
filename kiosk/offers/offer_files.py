"""Reading the shop's offers from a TOML file, and saying what is wrong with them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from pydantic import ValidationError

from assets.manifest import DATA
from assets.toml_files import TomlError, read_toml
from kiosk.field_errors import sentence
from kiosk.mistakes import Mistakes
from kiosk.offers.offer import OfferError
from kiosk.offers.offer_documents import document_of
from kiosk.offers.offer_schema import OfferFile
from kiosk.toml_lines import lines_of, nearest_line

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from assets.toml_files import Toml
    from kiosk.offers.offer_schema import OfferDocument
    from kiosk.toml_lines import TomlPath

SAMPLE_OFFERS: Final = DATA / "shop" / "offers.toml"

_UNIQUE: Final = ("id", "coupon")


def load_offer_documents(path: Path) -> tuple[OfferDocument, ...]:
    """Read the offers, in the order of the file.

    Raises:
        OfferError: the file cannot be read or understood; one line for each mistake.
    """
    try:
        toml = read_toml(path)
    except TomlError as error:
        raise OfferError(str(error)) from error
    source = _Source(path, toml)
    mistakes = Mistakes()
    try:
        file = OfferFile.model_validate(toml.data)
    except ValidationError as error:
        for detail in error.errors():
            mistakes.add(source.sentence, detail["loc"], sentence(detail))
        raise OfferError(str(mistakes), mistakes.count) from error
    _find_duplicates(file, source, mistakes)
    if mistakes.count:
        raise OfferError(str(mistakes), mistakes.count)
    return tuple(document_of(table, file.currency) for table in file.offer)


class _Source:
    """The file, and where in it things stand."""

    def __init__(self, path: Path, toml: Toml) -> None:
        self._path = path
        self._toml = toml

    @cached_property
    def _lines(self) -> Mapping[TomlPath, int]:
        return lines_of(self._toml.text)

    def sentence(self, path: TomlPath, problem: str) -> str:
        """A mistake with its place: ``offers.toml:12: offer happy-hour: percent: 200 is not between 1 and 100``."""
        place = f"{self._path}:{nearest_line(self._lines, path)}"
        if path[:1] == ("offer",) and path[1:]:
            place, path = f"{place}: offer {self._called(int(path[1]))}", path[2:]
        return ": ".join(filter(None, (place, ".".join(map(str, path)), problem)))

    def _called(self, index: int) -> str:
        """What an offer calls itself, else its number."""
        table = self._toml.data["offer"][index]
        name = table.get("id") if isinstance(table, dict) else None
        return name if isinstance(name, str) and name.isprintable() else str(index + 1)


def _find_duplicates(file: OfferFile, source: _Source, mistakes: Mistakes) -> None:
    """Add each id and each coupon that was taken before it."""
    for field in _UNIQUE:
        first: dict[str, int] = {}
        for index, table in enumerate(file.offer):
            value = getattr(table, field)
            if value is not None and first.setdefault(value, index) != index:
                taken = f"{value!r} is taken already, by offer {first[value] + 1}"
                mistakes.add(source.sentence, ("offer", index, field), taken)
