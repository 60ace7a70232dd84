"""The looks that come with Vitrine, and the products that make them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from assets.manifest import DATA
from assets.toml_files import TomlError, read_toml
from kiosk.local_text import LocalText
from kiosk.wearing import Worn
from vision.looks import Look, LookError, load_look

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.catalogue import Catalogue

FOLDER: Final = DATA / "looks"
INDEX: Final = "index.toml"
"""In the folder, beside the looks: their order, their names in each language, and the SKUs that make them."""


@dataclass(frozen=True, slots=True)
class BundledLook:
    """A look with its place in the shop.

    Attributes:
        id: the stem of its file ("evening").
        name: in each language.
        look: what is painted.
        skus: of the shade that each layer is, in the order of the layers.
    """

    id: str
    name: LocalText
    look: Look
    skus: tuple[str, ...]

    def steps(self, catalogue: Catalogue) -> tuple[Worn, ...]:
        """The look as products of this shop, each as much and placed as the look has it.

        A layer whose product the shop does not sell is left out: a shopper is never shown what they cannot have.
        """
        found = ((catalogue.shade(sku), layer) for sku, layer in zip(self.skus, self.look.layers, strict=True))
        return tuple(Worn(*sold, layer.coverage, layer.style) for sold, layer in found if sold is not None)


def load_bundled_looks(folder: Path = FOLDER) -> tuple[BundledLook, ...]:
    """Read the looks, in the order of the index.

    Raises:
        LookError: a file that cannot be read or understood; one sentence that names file and field.
    """
    try:
        index = read_toml(folder / INDEX).data
    except TomlError as error:
        raise LookError(str(error)) from error
    return tuple(_bundled(look_id, entry, folder) for look_id, entry in index.items())


def _bundled(look_id: str, entry: object, folder: Path) -> BundledLook:
    where = f"{folder / INDEX}: {look_id}"
    match entry:
        case {"name": {"en": str()} as names, "skus": [*skus]} if all(
            isinstance(text, str) for text in _texts(names, skus)
        ):
            look = load_look(folder / f"{look_id}.toml")
        case _:
            raise LookError(f"{where}: needs `name` with a text in each language, and `skus`, a list of SKUs")
    if len(skus) != len(look.layers):
        raise LookError(f"{where}: skus: there are {len(skus)} for the look's {len(look.layers)} layers")
    return BundledLook(look_id, LocalText(names), look, tuple(skus))


def _texts(names: dict[str, Any], skus: list[Any]) -> list[Any]:
    return [*names.values(), *skus]
