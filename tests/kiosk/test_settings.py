from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kiosk import settings as kiosk_settings
from kiosk.attention import Patience
from kiosk.settings import SettingsError, load_settings

if TYPE_CHECKING:
    from kiosk.hub_address import HubAddress

pytestmark = pytest.mark.usefixtures("bare_environment")

FILE = """\
faces = 3
catalogue = "/srv/shop"

[camera]
source = 1
width = 1920
rotation = 90
mirror = false

[screen]
diagonal_inches = 43
floor_to_bottom_mm = 800

[languages]
offered = ["el", "en"]
default = "el"

[visit]
quiet_s = 90
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "vitrine.toml"
    path.write_text(FILE, encoding="utf-8")
    return path


def _mistakes(file: Path | None) -> list[str]:
    with pytest.raises(SettingsError) as caught:
        load_settings(file)
    return str(caught.value).splitlines()


def test_a_kiosk_works_without_any_settings() -> None:
    settings = load_settings(None)
    assert settings.camera.source == "auto"
    assert (settings.camera.width, settings.camera.height, settings.camera.fps) == (1280, 720, 30)
    assert settings.camera.mirror
    assert settings.languages.offered == ("en", "el", "fr", "ar")
    assert settings.visit.patience() == Patience(quiet=60, warning=20, goodbye=6)
    assert settings.faces == 2
    assert (settings.catalogue / "lips.toml").is_file()


def test_the_file_says_how_a_kiosk_is_set_up(file: Path) -> None:
    settings = load_settings(file)
    assert settings.faces == 3
    assert settings.catalogue == Path("/srv/shop")
    assert (settings.camera.source, settings.camera.width, settings.camera.height) == (1, 1920, 720)
    assert (settings.camera.rotation, settings.camera.mirror) == (90, False)
    assert settings.screen.floor_to_bottom_mm == 800
    assert settings.languages.default == "el"
    assert settings.visit.quiet_s == 90


def test_the_default_file_is_read_where_there_is_one(tmp_path: Path) -> None:
    (tmp_path / "default.toml").write_text("faces = 3", encoding="utf-8")
    assert load_settings(None).faces == 3


def test_the_environment_says_where_the_hub_is(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    monkeypatch.setenv("VITRINE_HUB__URL", "https://hub.example.com")

    assert load_settings(file).hub.url == "https://hub.example.com"


def test_the_environment_wins_over_the_file(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VITRINE_FACES", "4")
    monkeypatch.setenv("VITRINE_CAMERA__WIDTH", "640")
    monkeypatch.setenv("VITRINE_LANGUAGES__OFFERED", "el, fr")
    settings = load_settings(file)
    assert settings.faces == 4
    assert (settings.camera.width, settings.camera.rotation) == (640, 90)
    assert settings.languages.offered == ("el", "fr")


@pytest.mark.parametrize(
    ("text", "source"),
    [("auto", "auto"), ("0", 0), ("/dev/video2", Path("/dev/video2")), ("clips/walk.mp4", Path("clips/walk.mp4"))],
)
def test_a_camera_is_named_as_people_name_it(
    text: str, source: object, monkeypatch: pytest.MonkeyPatch, file: Path
) -> None:
    assert load_settings(file).with_camera(text).camera.source == source
    monkeypatch.setenv("VITRINE_CAMERA__SOURCE", text)
    assert load_settings(file).camera.source == source


def test_another_camera_changes_nothing_else(file: Path) -> None:
    before = load_settings(file)
    after = before.with_camera("auto")
    assert after.camera.width == before.camera.width
    assert after.screen == before.screen


@pytest.mark.parametrize("source", ["", " ", "-1", "64", "9" * 5000])
def test_what_names_no_camera_is_refused(source: str) -> None:
    with pytest.raises(SettingsError, match="camera: "):
        load_settings(None).with_camera(source)


@pytest.mark.parametrize(
    ("right", "wrong", "field", "complaint"),
    [
        ("faces = 3", "faces = 9", "faces", "9 is not between 1 and 4"),
        ("faces = 3", "faces = 1.5", "faces", "1.5 is not a whole number"),
        ("width = 1920", 'width = "wide"', "camera.width", "'wide' is not a whole number"),
        ("width = 1920", "widht = 1920", "camera.widht", "is not a field that is known here"),
        ("rotation = 90", "rotation = 45", "camera.rotation", "45 is not one of: 0, 90, 180, 270"),
        ("mirror = false", 'mirror = "maybe"', "camera.mirror", "'maybe' is neither true nor false"),
        ("source = 1", "source = -1", "camera.source", "camera -1 is not between 0 and 63"),
        ("source = 1", "source = true", "camera.source", 'True is not "auto"'),
        ("diagonal_inches = 43", "diagonal_inches = inf", "screen.diagonal_inches", "inf is not between 7 and 120"),
        ('default = "el"', 'default = "fr"', "languages", "the default, 'fr', is not one of those offered: el, en"),
        ('["el", "en"]', '["el", "el"]', "languages", "a language is offered twice: el, el"),
        (
            'offered = ["el", "en"]',
            'offered = ["el", "de"]',
            "languages.offered.1",
            "'de' is not one of: en, el, fr, ar",
        ),
        ("quiet_s = 90", "quiet_s = 5", "visit.quiet_s", "5 is not between 20 and 600"),
    ],
)
def test_a_wrong_value_names_its_line_its_field_and_what_is_allowed(
    file: Path, right: str, wrong: str, field: str, complaint: str
) -> None:
    line = FILE.splitlines().index("[languages]" if field == "languages" else right) + 1
    file.write_text(FILE.replace(right, wrong), encoding="utf-8")
    (mistake,) = _mistakes(file)
    assert mistake.startswith(f"{file}:{line}: {field}: ")
    assert complaint in mistake


def test_all_wrong_values_are_told_at_once(file: Path) -> None:
    file.write_text("faces = 0\n[visit]\nquiet_s = 0\nwarning_s = 0\n", encoding="utf-8")
    assert len(_mistakes(file)) == 3


def test_a_warning_is_never_shorter_than_accessibility_asks_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VITRINE_VISIT__WARNING_S", "19")
    assert _mistakes(None) == ["VITRINE_VISIT__WARNING_S in the environment: 19 is not between 20 and 120"]


def test_a_part_in_the_environment_that_is_no_json_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VITRINE_CAMERA", "{")
    (mistake,) = _mistakes(None)
    assert mistake.startswith("the environment's VITRINE_*: ")
    assert "camera" in mistake


@pytest.mark.parametrize(
    ("name", "value", "mistake"),
    [
        ("VITRINE_CAMERA", '{"width": 3}', "camera.width: 3 is not between 160 and 7680"),
        ("vitrine_camera__width", "3", "3 is not between 160 and 7680"),
        ("VITRINE_CAMERA__WIDTH__X", "3", "camera.width: {'x': '3'} is not a whole number"),
        ("VITRINE_LANGUAGES__OFFERED", "en,de", "languages.offered.1: 'de' is not one of: en, el, fr, ar"),
        ("VITRINE_CAMERA__WIDHT", "3", "is not a field that is known here"),
    ],
)
def test_a_mistake_of_the_environment_is_not_looked_for_in_the_file(
    name: str, value: str, mistake: str, monkeypatch: pytest.MonkeyPatch, file: Path
) -> None:
    monkeypatch.setenv(name, value)
    assert _mistakes(file) == [f"{name.upper()} in the environment: {mistake}"]


@pytest.mark.parametrize("name", ["VITRINE_FACE", "vitrine_faces__x", "VITRINE_CAMRA__WIDTH", "VITRINE_", "VITRINE__X"])
def test_a_misspelt_variable_is_told_so(name: str, monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    monkeypatch.setenv(name, "3")
    (mistake,) = _mistakes(file)
    assert mistake == f"{name.upper()} in the environment: is not a field that is known here"


def test_misspelt_variables_are_told_with_all_other_mistakes(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    monkeypatch.setenv("VITRINE_FACE", "3")
    file.write_text("faces = 0", encoding="utf-8")
    assert len(_mistakes(file)) == 2


def test_of_very_many_mistakes_the_first_are_told_and_the_others_counted(file: Path) -> None:
    file.write_text("".join(f"field{n} = {n}\n" for n in range(3000)), encoding="utf-8")
    assert len(_mistakes(file)) == 51
    assert _mistakes(file)[-1] == "and 2,950 more"


def test_a_folder_that_may_not_be_entered_is_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Root may enter every folder; a name that is too long fails in the same way, for everybody.
    monkeypatch.setattr(kiosk_settings, "DEFAULT_FILE", tmp_path / ("x" * 300))
    (mistake,) = _mistakes(None)
    assert "cannot be looked for: File name too long" in mistake


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"faces = ", "is not TOML"),
        (b"\xff", "is not text in UTF-8"),
        (None, "cannot be read: No such file or directory"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_so(tmp_path: Path, content: bytes | None, complaint: str) -> None:
    path = tmp_path / "odd.toml"
    if content is not None:
        path.write_bytes(content)
    (mistake,) = _mistakes(path)
    assert mistake.startswith(f"{path}: ")
    assert complaint in mistake


def test_a_named_file_that_is_a_folder_is_told_so(tmp_path: Path) -> None:
    assert _mistakes(tmp_path) == [f"{tmp_path}: is not a file"]


@pytest.mark.parametrize(("inches", "touch_pixels"), [(21.5, 81), (32, 54), (43, 40), (55, 32)])
def test_twenty_millimetres_are_as_many_pixels_as_the_panel_needs(inches: float, touch_pixels: int) -> None:
    screen = kiosk_settings.ScreenSettings(diagonal_inches=inches)
    assert round(20 / screen.mm_per_pixel(1080, 1920)) == pytest.approx(touch_pixels, abs=1)
    assert screen.mm_per_pixel(1080, 1920) == screen.mm_per_pixel(1920, 1080)


def test_a_measured_width_wins_over_the_diagonal() -> None:
    screen = kiosk_settings.ScreenSettings(diagonal_inches=32, width_mm=540)
    assert screen.mm_per_pixel(1080, 1920) == 0.5


HUB = '[hub]\nurl = "https://hub.example/vitrine/"\n'


@pytest.fixture
def token(tmp_path: Path, bare_environment: pytest.MonkeyPatch) -> str:
    """What the system keeps for this kiosk."""
    (tmp_path / "hub-token").write_text("0123456789abcdef0123456789abcdef", encoding="ascii")
    bare_environment.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    return "0123456789abcdef0123456789abcdef"


def hub_of(path: Path | None) -> HubAddress | None:
    hub = load_settings(path).hub.enrolled(lambda: 0.0)
    return None if hub is None else hub.address()


def test_a_shops_hub_is_where_the_settings_say(tmp_path: Path, token: str) -> None:
    path = tmp_path / "vitrine.toml"
    assert hub_of(None) is None
    path.write_text(HUB, encoding="utf-8")
    address = hub_of(path)
    assert address is not None
    assert address.url == address.public_url == "https://hub.example/vitrine"
    path.write_text(HUB + 'public_url = "https://pictures.example"', encoding="utf-8")
    address = hub_of(path)
    assert address is not None
    assert address.public_url == "https://pictures.example"


@pytest.mark.parametrize(
    "near", ["http://127.0.0.1:8470", "http://localhost", "http://192.168.1.20:80", "http://[::1]:1"]
)
def test_a_hub_within_the_house_may_be_reached_unencrypted(tmp_path: Path, near: str, token: str) -> None:
    path = tmp_path / "vitrine.toml"
    path.write_text(HUB.replace("https://hub.example/vitrine/", near), encoding="utf-8")
    address = hub_of(path)
    assert address is not None
    assert address.url == near


@pytest.mark.parametrize(
    ("wrong", "complaint"),
    [
        ('url = "hub.example"', "is not an address such as https://hub.example.com"),
        ('url = "https://"', "is not an address"),
        ('url = "https://hub.example:99999"', "is not an address"),
        ('url = "ftp://hub.example"', "is not an address"),
        ('url = "http://hub.example"', "unencrypted: use https"),
        ('url = "http://8.8.8.8"', "unencrypted: use https"),
        ('url = "https://me:pw@hub.example"', "leave out users"),
        ('url = "https://hub.example/?a=1"', "leave out users"),
        ('public_url = "https://hub.example"', "has a public_url and no url"),
    ],
)
def test_a_hub_that_cannot_be_used_is_refused(tmp_path: Path, wrong: str, complaint: str) -> None:
    path = tmp_path / "vitrine.toml"
    path.write_text(f"[hub]\n{wrong}\n", encoding="utf-8")
    (line,) = _mistakes(path)
    assert complaint in line
    assert ":pw@" not in line


def test_the_hubs_token_shows_nowhere_by_accident(tmp_path: Path, token: str) -> None:
    path = tmp_path / "vitrine.toml"
    path.write_text(HUB, encoding="utf-8")
    assert token not in f"{load_settings(path)!r} {load_settings(path).hub.enrolled(lambda: 0.0)!r} {hub_of(path)!r}"
