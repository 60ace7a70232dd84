"""How one kiosk is set up: what its technician decides, from a TOML file and the environment.

A value in the environment (``VITRINE_CAMERA__WIDTH=1920``) wins over the file's (``width`` under ``[camera]``).
"""

from __future__ import annotations

import math
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, Literal

import pydantic_settings
from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    model_validator,
)

from assets.manifest import DATA
from assets.toml_files import TomlError, read_toml
from kiosk.attention import Patience
from kiosk.field_errors import between, sentence
from kiosk.hub_settings import HubSettings
from kiosk.local_text import FALLBACK, LANGUAGES, Language
from kiosk.mistakes import Mistakes
from kiosk.toml_lines import lines_of, nearest_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic_core import ErrorDetails

    from kiosk.toml_lines import TomlPath

DEFAULT_FILE: Final = Path("/etc/vitrine/vitrine.toml")
"""Read when no other file is named, and not missed when it is not there."""

_PREFIX: Final = "VITRINE_"
_DELIMITER: Final = "__"
_IN_ENVIRONMENT: Final = "{} in the environment: {}"
_LAST_CAMERA: Final = 63
_MM_PER_INCH: Final = 25.4


CameraSource = Literal["auto"] | int | Path


class SettingsError(Exception):
    """Settings that cannot be used: one line for each mistake, each naming its place and what is allowed."""


def _camera_source(value: object) -> CameraSource:
    text = str(value).strip()
    if isinstance(value, bool) or not isinstance(value, int | str | Path) or not text:
        raise ValueError(f'{value!r} is not "auto", the number or path of a camera, or a video or photo file')
    if text == "auto":
        return "auto"
    if re.fullmatch(r"-?[0-9]+", text):
        if not re.fullmatch(r"[0-9]{1,3}", text) or int(text) > _LAST_CAMERA:
            raise ValueError(f"camera {text[:20]} is not between 0 and {_LAST_CAMERA}")
        return int(text)
    return Path(text)


def _languages(value: object) -> object:
    """The environment has lists as "en,el"."""
    return tuple(part.strip() for part in value.split(",")) if isinstance(value, str) else value


def _calibrations() -> Path:
    """In the user's state."""
    return _of_user("XDG_STATE_HOME", ".local/state") / "calibrations.toml"


def _data() -> Path:
    """In the user's data."""
    return _of_user("XDG_DATA_HOME", ".local/share")


def _of_user(variable: str, folder: str) -> Path:
    """What the variable names, or else a folder in the user's home; without one, where the system keeps a service's."""
    try:
        return Path(os.environ.get(variable) or Path.home() / folder) / "vitrine"
    except RuntimeError:
        return Path("/var/lib/vitrine")


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class CameraSettings(_Part):
    """Where the mirror's picture comes from.

    Attributes:
        source: "auto" (the first camera that works), the index or the path of a device, or a video or photo file.
        width, height: asked of the camera, pixels.
        fps: asked of the camera, frames a second.
        rotation: how far the camera is turned, degrees clockwise.
        mirror: show left on the left, as a mirror does.
    """

    source: Annotated[CameraSource, BeforeValidator(_camera_source)] = "auto"
    width: Annotated[int, between(160, 7680)] = 1280
    height: Annotated[int, between(120, 4320)] = 720
    fps: Annotated[int, between(1, 240)] = 30
    rotation: Literal[0, 90, 180, 270] = 0
    mirror: bool = True


class ScreenSettings(_Part):
    """The size of the panel and where it hangs, so that everything on it has the right size for hands and eyes.

    Attributes:
        diagonal_inches: of the picture, as panels are sold.
        width_mm: of the picture as it hangs, measured; where it is given it wins over the diagonal.
        floor_to_bottom_mm: from the floor to the picture's lower edge.
    """

    diagonal_inches: Annotated[float, between(7, 120)] = 32.0
    width_mm: Annotated[float, between(100, 3000)] | None = None
    floor_to_bottom_mm: Annotated[float, between(0, 2000)] = 700.0

    def mm_per_pixel(self, width: int, height: int) -> float:
        """The pitch of a picture of ``width`` x ``height`` pixels on this panel, millimetres."""
        if self.width_mm is not None:
            return self.width_mm / width
        return self.diagonal_inches * _MM_PER_INCH / math.hypot(width, height)


class LanguageSettings(_Part):
    """What the screen speaks.

    Attributes:
        offered: what a shopper can choose, in this order.
        default: what a visit begins in; one of ``offered``.
    """

    offered: Annotated[
        tuple[Language, ...], pydantic_settings.NoDecode, BeforeValidator(_languages), Field(min_length=1)
    ] = LANGUAGES
    default: Language = FALLBACK

    @model_validator(mode="after")
    def _each_is_offered_once(self) -> LanguageSettings:
        if len(set(self.offered)) < len(self.offered):
            raise ValueError(f"a language is offered twice: {', '.join(self.offered)}")
        return self

    @model_validator(mode="after")
    def _default_is_offered(self) -> LanguageSettings:
        if self.default not in self.offered:
            raise ValueError(f"the default, {self.default!r}, is not one of those offered: {', '.join(self.offered)}")
        return self


class VisitSettings(_Part):
    """When a quiet visit ends; all in seconds.

    Attributes:
        quiet_s: without a touch, before the warning.
        warning_s: that the warning stays, at least the 20 s that accessibility asks for.
        goodbye_s: that the goodbye stays.
    """

    quiet_s: Annotated[float, between(20, 600)] = 60.0
    warning_s: Annotated[float, between(20, 120)] = 20.0
    goodbye_s: Annotated[float, between(2, 30)] = 6.0

    def patience(self) -> Patience:
        """The same for the visit's clock."""
        return Patience(self.quiet_s, self.warning_s, self.goodbye_s)


class Settings(pydantic_settings.BaseSettings):
    """Everything that a technician can set on one kiosk.

    Attributes:
        camera, screen, languages, visit, hub: see there.
        catalogue: the folder with the shop's products.
        calibrations: the file in which `vitrine calibrate` keeps the light of each camera.
        data: the folder in which the kiosk keeps carts, orders and what the hub does not have yet.
        faces: how many people may each wear a look of their own at once.
    """

    model_config = pydantic_settings.SettingsConfigDict(
        frozen=True, extra="forbid", env_prefix=_PREFIX, env_nested_delimiter=_DELIMITER
    )

    camera: CameraSettings = CameraSettings()
    screen: ScreenSettings = ScreenSettings()
    languages: LanguageSettings = LanguageSettings()
    visit: VisitSettings = VisitSettings()
    hub: HubSettings = HubSettings()
    catalogue: Path = DATA / "catalogue"
    calibrations: Path = Field(default_factory=_calibrations)
    data: Path = Field(default_factory=_data)
    faces: Annotated[int, between(1, 4)] = 2

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[pydantic_settings.BaseSettings],
        init_settings: pydantic_settings.PydanticBaseSettingsSource,
        env_settings: pydantic_settings.PydanticBaseSettingsSource,
        dotenv_settings: pydantic_settings.PydanticBaseSettingsSource,
        file_secret_settings: pydantic_settings.PydanticBaseSettingsSource,
    ) -> tuple[pydantic_settings.PydanticBaseSettingsSource, ...]:
        """The environment, then the file, which ``load_settings`` hands over."""
        del settings_cls, dotenv_settings, file_secret_settings
        return env_settings, init_settings

    def with_camera(self, source: str) -> Settings:
        """These settings with another camera, as it is named on the command line.

        Raises:
            SettingsError: that names no camera.
        """
        try:
            camera = CameraSettings.model_validate({**self.camera.model_dump(), "source": source})
        except ValidationError as error:
            raise SettingsError(f"camera: {sentence(error.errors()[0])}") from error
        return self.model_copy(update={"camera": camera})


def load_settings(path: Path | None) -> Settings:
    """Read the settings of this kiosk.

    Args:
        path: the file; None for ``DEFAULT_FILE`` where there is one.

    Raises:
        SettingsError: the file cannot be read, or a value cannot be used.
    """
    file = path or DEFAULT_FILE
    try:
        text, data = ("", {}) if path is None and not file.exists() else read_toml(file)
    except TomlError as error:
        raise SettingsError(str(error)) from error
    except OSError as error:  # Of the folder that the default file may be in.
        raise SettingsError(f"{file}: cannot be looked for: {error.strerror}") from error
    mistakes = Mistakes()
    for name in _misspelt():
        mistakes.add(_IN_ENVIRONMENT.format, name, "is not a field that is known here")
    try:
        settings = Settings(**data)
    except ValidationError as error:
        lines = lines_of(text)
        for detail in error.errors():
            mistakes.add(_explain, detail, file, lines)
        raise SettingsError(str(mistakes)) from error
    except pydantic_settings.SettingsError as error:
        mistakes.add(str, f"the environment's {_PREFIX}*: {error}")
        raise SettingsError(str(mistakes)) from error
    if mistakes.count:
        raise SettingsError(str(mistakes))
    return settings


def _misspelt() -> list[str]:
    """The variables of the environment that name no part and no field of the settings."""
    parts = {name for name, field in Settings.model_fields.items() if isinstance(field.default, BaseModel)}
    wrong = set()
    for name in _variables():
        part, *inner = name.removeprefix(_PREFIX).lower().split(_DELIMITER)
        if part not in (parts if inner else Settings.model_fields):
            wrong.add(name)
    return sorted(wrong)


def _explain(error: ErrorDetails, file: Path, lines: Mapping[TomlPath, int]) -> str:
    """One line: where the value was set, which field it is, what is wrong with it."""
    location = error["loc"]
    field = ".".join(str(part) for part in location)
    variable = _variable(location)
    if variable is None:
        return f"{file}:{nearest_line(lines, location)}: {field}: {sentence(error)}"
    of_all = variable == _spelling(location)
    return _IN_ENVIRONMENT.format(variable, sentence(error) if of_all else f"{field}: {sentence(error)}")


def _variable(location: TomlPath) -> str | None:
    """The variable of the environment that sets the field, all of the part that it is in (as JSON), or some of it."""
    wanted = _spelling(location) + _DELIMITER
    names = _variables()
    around = [name for name in names if wanted.startswith(name + _DELIMITER)]
    within = [name for name in names if name.startswith(wanted)]
    return max(around, key=len, default=None) or min(within, default=None)


def _variables() -> list[str]:
    """The variables that are meant for us; on some systems, their case says nothing."""
    return [name.upper() for name in os.environ if name.upper().startswith(_PREFIX)]


def _spelling(location: TomlPath) -> str:
    return _PREFIX + _DELIMITER.join(str(part) for part in location).upper()
