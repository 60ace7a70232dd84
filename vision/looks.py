"""A look: the ordered layers of makeup that a face wears, and how it is read from TOML.

Pure data. This module imports neither OpenCV nor MediaPipe, so that the screen and the shop can speak of looks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from assets.toml_files import TomlError, quoted, read_toml

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class LookError(Exception):
    """A look that cannot be used; the message names the file, the layer and the field."""


class Kind(StrEnum):
    """What a layer is, in the words of the shop's shelf."""

    LIPSTICK = "lipstick"
    LIP_LINER = "lip_liner"
    EYESHADOW = "eyeshadow"
    EYELINER = "eyeliner"
    LASHES = "lashes"
    BROWS = "brows"
    BLUSH = "blush"
    BRONZER = "bronzer"
    CONTOUR = "contour"
    HIGHLIGHTER = "highlighter"
    FOUNDATION = "foundation"
    CONCEALER = "concealer"
    LENS = "lens"


class Finish(StrEnum):
    """How a layer's surface answers light."""

    MATTE = "matte"
    SATIN = "satin"
    GLOSS = "gloss"
    SHEER = "sheer"
    METALLIC = "metallic"
    SHIMMER = "shimmer"


STYLES: Final[Mapping[Kind, tuple[str, ...]]] = {
    Kind.LIPSTICK: ("full", "ombre", "two_tone"),
    Kind.LIP_LINER: ("line", "ombre", "full"),
    Kind.EYESHADOW: ("lid", "crease", "halo", "smoky", "cut_crease"),
    Kind.EYELINER: ("classic", "tight", "wing", "cat", "smudged", "graphic"),
    Kind.LASHES: ("natural", "full", "wispy", "cat", "doll"),
    Kind.BROWS: ("natural", "defined", "ombre"),
    Kind.BLUSH: ("apples", "draped", "lifted", "sun_kissed"),
    Kind.CONTOUR: ("fitted", "oval", "round", "square", "heart", "long"),
    Kind.LENS: ("natural", "vivid"),
}
"""The placements that a kind offers, the default first; a kind that is not here has one placement only.

A ``fitted`` contour is the one for the shape of the face that wears it.
"""

MOST_ACCENTS: Final[Mapping[Kind, int]] = {Kind.LIPSTICK: 1, Kind.EYESHADOW: 4}
"""How many colours a kind may have besides its first; a kind that is not here has one colour only."""

_HEX = re.compile(r"#[0-9A-Fa-f]{6}")
_FIELDS: Final = ("kind", "color", "finish", "coverage", "style", "accents")


@dataclass(frozen=True, slots=True)
class Color:
    """An sRGB swatch, each channel 0..255."""

    red: int
    green: int
    blue: int

    @classmethod
    def parse(cls, text: str) -> Color:
        """Read ``#RRGGBB``.

        Raises:
            ValueError: the text is not of that form.
        """
        if not _HEX.fullmatch(text):
            raise ValueError(f"{quoted(text)} is not a colour of the form #RRGGBB")
        return cls(int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16))

    def __str__(self) -> str:
        """The swatch as ``#RRGGBB``."""
        return f"#{self.red:02X}{self.green:02X}{self.blue:02X}"


@dataclass(frozen=True, slots=True)
class Layer:
    """One product on the face.

    Attributes:
        kind: what is painted.
        color: the swatch that it is sold by.
        finish: the surface.
        coverage: 0 (nothing) to 1 (the swatch itself).
        style: the placement, one of ``STYLES[kind]``; empty for a kind with a single placement.
        accents: a palette's further colours, in the order in which they are laid on, or a two-tone lipstick's second.
    """

    kind: Kind
    color: Color
    finish: Finish = Finish.SATIN
    coverage: float = 1.0
    style: str = ""
    accents: tuple[Color, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a coverage outside 0..1, a style or accents that the kind does not have; fill in the default style."""
        if not 0.0 <= self.coverage <= 1.0:
            raise ValueError(f"coverage {self.coverage:g} is not between 0 and 1")
        styles = STYLES.get(self.kind, ("",))
        if not self.style:
            object.__setattr__(self, "style", styles[0])
        elif self.style not in styles:
            raise ValueError(f"style {quoted(self.style)} is not one of: {', '.join(filter(None, styles)) or 'none'}")
        if problem := too_many_accents(self.kind, len(self.accents)):
            raise ValueError(problem)

    def with_coverage(self, coverage: float) -> Layer:
        """The same layer at another coverage."""
        return replace(self, coverage=coverage)


def too_many_accents(kind: Kind, count: int) -> str:
    """What is wrong with so many colours besides the first, in words; empty when nothing is."""
    most = MOST_ACCENTS.get(kind, 0)
    if count <= most:
        return ""
    return f"there are {count} accents, {most} is the most for {kind}" if most else f"{kind} has one colour only"


@dataclass(frozen=True, slots=True)
class Look:
    """Layers in the order in which they are painted, and the name that the shopper reads."""

    name: str
    layers: tuple[Layer, ...] = ()


BARE: Final = Look("")
"""A face that wears nothing."""


def load_look(path: Path) -> Look:
    """Read one look file.

    Raises:
        LookError: the file cannot be read or is not a look; one sentence that names file, layer and field.
    """
    try:
        data = read_toml(path).data
    except TomlError as error:
        raise LookError(str(error)) from error
    return parse_look(data, str(path))


def parse_look(data: Mapping[str, Any], source: str) -> Look:
    """Make a look of parsed TOML; ``source`` is what error messages call it.

    Raises:
        LookError: one sentence that names source, layer and field.
    """
    _refuse_unknown(data, ("name", "layer"), source)
    name = data.get("name")
    if not isinstance(name, str) or not name.strip():
        raise LookError(f"{source}: name: a look needs a name")
    layers = data.get("layer", [])
    if not isinstance(layers, list) or not layers:
        raise LookError(f"{source}: layer: a look needs at least one [[layer]]")
    return Look(name, tuple(_parse_layer(layer, f"{source}: layer {n}") for n, layer in enumerate(layers, start=1)))


def _parse_layer(data: object, where: str) -> Layer:
    if not isinstance(data, dict):
        raise LookError(f"{where}: is not a table")
    _refuse_unknown(data, _FIELDS, where)
    coverage = data.get("coverage", 1.0)
    if isinstance(coverage, bool) or not isinstance(coverage, int | float) or not 0 <= coverage <= 1:
        raise LookError(f"{where}: coverage: {quoted(coverage)} is not a number between 0 and 1")
    kind = Kind(_choice(data, "kind", tuple(Kind), where))
    return Layer(
        kind=kind,
        color=_color(data, where),
        finish=Finish(_choice(data, "finish", tuple(Finish), where, default=Finish.SATIN)),
        coverage=float(coverage),
        style=_choice(data, "style", STYLES.get(kind, ()), where, default=""),
        accents=_accents(data, kind, where),
    )


def _refuse_unknown(data: Mapping[str, Any], known: tuple[str, ...], where: str) -> None:
    unknown = sorted(set(data) - set(known))
    if unknown:
        raise LookError(f"{where}: {quoted(unknown[0])}: unknown field")


def _choice(
    data: Mapping[str, Any], field: str, choices: tuple[str, ...], where: str, default: str | None = None
) -> str:
    value = data.get(field, default)
    if value is None:
        raise LookError(f"{where}: {field}: is missing")
    if field not in data:
        return str(value)
    if value not in choices:
        raise LookError(
            f"{where}: {field}: {quoted(value)} is not one of: {', '.join(choices) or 'none for this kind'}"
        )
    return str(value)


def _color(data: Mapping[str, Any], where: str) -> Color:
    value = data.get("color")
    if not isinstance(value, str):
        raise LookError(f"{where}: color: is missing or not text")
    return _parse_color(value, f"{where}: color")


def _accents(data: Mapping[str, Any], kind: Kind, where: str) -> tuple[Color, ...]:
    values = data.get("accents", [])
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise LookError(f"{where}: accents: is not a list of colours")
    if problem := too_many_accents(kind, len(values)):
        raise LookError(f"{where}: accents: {problem}")
    return tuple(_parse_color(value, f"{where}: accents") for value in values)


def _parse_color(text: str, where: str) -> Color:
    try:
        return Color.parse(text)
    except ValueError as error:
        raise LookError(f"{where}: {error}") from error
