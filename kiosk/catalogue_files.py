"""Reading the shop's products from a folder of TOML files, and saying what is wrong with them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from pydantic import ValidationError

from assets.toml_files import TomlError, read_toml
from kiosk.catalogue import Catalogue, CatalogueError, Category
from kiosk.catalogue_documents import product_of
from kiosk.catalogue_schema import CatalogueFile
from kiosk.field_errors import sentence
from kiosk.mistakes import Mistakes
from kiosk.toml_lines import lines_of, nearest_line
from vision.looks import too_many_accents

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from pydantic_core import ErrorDetails

    from assets.toml_files import Toml
    from kiosk.toml_lines import TomlPath


_VARIANTS: Final = (("shade",), ("variant",))
"""The paths, within a product's table, to what there is of it."""


class _Source:
    """One file, and where in it things stand."""

    def __init__(self, path: Path, toml: Toml) -> None:
        self.path = path
        self.data = toml.data
        self._text = toml.text

    @cached_property
    def _lines(self) -> Mapping[TomlPath, int]:
        return lines_of(self._text)

    def place(self, path: TomlPath) -> str:
        """What a person looks for: ``lips.toml:41: product velvet-hour, shade 412``."""
        return ": ".join(filter(None, (f"{self.path}:{nearest_line(self._lines, path)}", ", ".join(self._names(path)))))

    def _names(self, path: TomlPath) -> Iterator[str]:
        """The product and the shade or variant that a path leads to or through."""
        if len(path) > 1 and isinstance(path[1], int):
            product = self.data["product"][path[1]]
            yield f"product {_called(product, 'id', path[1])}"
            if path[2:3] in _VARIANTS and path[3:]:
                key, index = str(path[2]), int(path[3])
                yield f"{key} {_called(product[key][index], 'code', index)}"


def _called(table: object, key: str, index: int) -> str:
    """What a table calls itself, else its number."""
    name = table.get(key) if isinstance(table, dict) else None
    return name if isinstance(name, str) and name.isprintable() else str(index + 1)


def load_catalogue(folder: Path) -> Catalogue:
    """Read every ``*.toml`` of a folder, in the order of their names.

    Raises:
        CatalogueError: there is none, or some cannot be read or understood; one line for each mistake.
    """
    try:
        paths = sorted(folder.glob("*.toml"))
    except OSError as error:
        raise CatalogueError(f"{folder}: the catalogue's folder cannot be read: {error.strerror}") from error
    if not paths:
        raise CatalogueError(f"{folder}: there is no catalogue here: no file ends in .toml")
    mistakes = Mistakes()
    files = [parsed for path in paths if (parsed := _parse(path, mistakes))]
    _find_duplicates(files, mistakes)
    _find_colours_too_many(files, mistakes)
    _find_companions_unknown(files, mistakes)
    if mistakes.count:
        raise CatalogueError(str(mistakes), mistakes.count)
    products = [product_of(table, file.currency) for _, file in files for table in file.product]
    shelves = list(Category)
    return Catalogue(tuple(sorted(products, key=lambda product: shelves.index(product.category))))


def _parse(path: Path, mistakes: Mistakes) -> tuple[_Source, CatalogueFile] | None:
    try:
        source = _Source(path, read_toml(path))
    except TomlError as error:
        mistakes.add(str, error)
        return None
    try:
        return source, CatalogueFile.model_validate(source.data)
    except ValidationError as error:
        for detail in error.errors():
            mistakes.add(_explain, detail, source)
        return None


def _explain(error: ErrorDetails, source: _Source) -> str:
    path = error["loc"]
    field = ".".join(str(part) for part in path[_depth(path) :])
    return ": ".join(filter(None, (source.place(path), field, sentence(error))))


def _depth(path: TomlPath) -> int:
    """How many parts of a path lead to its product, shade or variant, which the place names already."""
    inner = 2 if path[:1] == ("product",) and path[1:] else 0
    return inner + 2 if path[inner : inner + 1] in _VARIANTS and path[inner + 1 :] else inner


def _find_duplicates(files: list[tuple[_Source, CatalogueFile]], mistakes: Mistakes) -> None:
    """Add each key that was taken before it."""
    taken: dict[tuple[str, str, str], tuple[_Source, TomlPath]] = {}
    for source, file in files:
        for scope, path, value in _keys(file):
            first = taken.setdefault((scope, str(path[-1]), value), (source, path))
            if first != (source, path):
                mistakes.add(_explain_duplicate, (source, path), first, value)


def _explain_duplicate(second: tuple[_Source, TomlPath], first: tuple[_Source, TomlPath], value: str) -> str:
    (source, path), (first_source, first_path) = second, first
    return f"{source.place(path)}: {path[-1]}: {value!r} is taken already, by {first_source.place(first_path)}"


def _find_colours_too_many(files: list[tuple[_Source, CatalogueFile]], mistakes: Mistakes) -> None:
    """Add each shade with more accents than its product's kind takes."""
    for source, file in files:
        for p, product in enumerate(file.product):
            for s, shade in enumerate(product.shade):
                if product.kind and (problem := too_many_accents(product.kind, len(shade.accents))):
                    place = source.place(("product", p, "shade", s, "accents"))
                    mistakes.add(str, f"{place}: accents: {problem}")


def _find_companions_unknown(files: list[tuple[_Source, CatalogueFile]], mistakes: Mistakes) -> None:
    """Add each product that is to go with one that the shop does not sell."""
    sold = {product.id for _, file in files for product in file.product}
    for source, file in files:
        for p, product in enumerate(file.product):
            for n, other in enumerate(product.goes_with):
                if other not in sold or other == product.id:
                    place = source.place(("product", p, "goes_with", n))
                    mistakes.add(str, f"{place}: goes_with: {other!r} is no other product of this catalogue")


def _keys(file: CatalogueFile) -> Iterator[tuple[str, TomlPath, str]]:
    """Every key of a file: the scope in which it is unique, where it stands, what it is."""
    for p, product in enumerate(file.product):
        yield "", ("product", p, "id"), product.id
        for kind, variants in (("shade", product.shade), ("variant", product.variant)):
            for v, variant in enumerate(variants):
                where = ("product", p, kind, v)
                yield product.id, (*where, "code"), variant.code
                yield "", (*where, "sku"), variant.sku
                yield "", (*where, "ean13"), variant.ean13
