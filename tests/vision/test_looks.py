"""Look files: what is read, and what is said of a mistake."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vision.looks import Color, Finish, Kind, Layer, LookError, load_look

if TYPE_CHECKING:
    from pathlib import Path

GOOD = """name = "Evening"
[[layer]]
kind = "lipstick"
color = "#AA1428"
finish = "matte"
coverage = 0.5
"""


def _load(folder: Path, text: str) -> object:
    path = folder / "evening.toml"
    path.write_text(text)
    return load_look(path)


def test_a_look_reads_back_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "evening.toml"
    path.write_text(GOOD)
    look = load_look(path)
    assert look.name == "Evening"
    assert look.layers == (Layer(Kind.LIPSTICK, Color(0xAA, 0x14, 0x28), Finish.MATTE, 0.5),)


def test_a_palette_keeps_its_colours_in_order(tmp_path: Path) -> None:
    path = tmp_path / "evening.toml"
    path.write_text(GOOD.replace("lipstick", "eyeshadow") + 'accents = ["#FFFFFF", "#000000"]')
    (layer,) = load_look(path).layers
    assert layer.accents == (Color(255, 255, 255), Color(0, 0, 0))


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (GOOD.replace("lipstick", "lipstik"), "layer 1: kind: 'lipstik'"),
        (GOOD.replace("#AA1428", "#GG"), "layer 1: color: '#GG'"),
        (GOOD.replace("0.5", "7"), "layer 1: coverage: 7"),
        (GOOD.replace("0.5", "true"), "layer 1: coverage: True"),
        (GOOD.replace("0.5", "nan"), "layer 1: coverage: nan"),
        (GOOD.replace("matte", "wet"), "layer 1: finish: 'wet'"),
        (GOOD + 'style = "wing"', "layer 1: style: 'wing'"),
        (
            GOOD + 'accents = ["#FFFFFF", "#000000"]',
            "layer 1: accents: there are 2 accents, 1 is the most for lipstick",
        ),
        (GOOD.replace("lipstick", "blush") + 'accents = ["#FFFFFF"]', "layer 1: accents: blush has one colour only"),
        (GOOD + 'accents = ["#FFF"]', "layer 1: accents: '#FFF' is not a colour"),
        (GOOD + 'accents = "#FFFFFF"', "layer 1: accents: is not a list of colours"),
        (GOOD + "accents = [1]", "layer 1: accents: is not a list of colours"),
        (GOOD + f"accents = {['#000000'] * 9000}", "layer 1: accents: there are 9000 accents"),
        (GOOD + "shine = 1", "layer 1: 'shine': unknown field"),
        (GOOD.replace('name = "Evening"', ""), "name: a look needs a name"),
        ('name = "Evening"', "layer: a look needs"),
        ("layer = 3\nname = 'x'", "layer: a look needs"),
        ("name = ", "is not TOML"),
        (GOOD.replace("0.5", "9" * 5000), "is not TOML"),
        (f"name = {'[' * 5000}", "more than 20 deep"),
        (f"name = {'[' * 21}{']' * 21}", "more than 20 deep"),
        (GOOD.replace("0.5", "0x" + "F" * 5000), "layer 1: coverage: a number of thousands of digits is not"),
        (GOOD + "#" * 9_000_000, "is larger than 8 MB"),
        (GOOD.replace("lipstick", "x" * 100_000), "layer 1: kind: 'xxx"),
        (GOOD.replace("#AA1428", "#" * 100_000), "layer 1: color: '###"),
        (GOOD.replace("0.5", f"{['deep'] * 9000}"), "layer 1: coverage: ['deep"),
        (f'{GOOD}"{"y" * 100_000}" = 1', "layer 1: 'yyy"),
        (GOOD + '"two\\nlines" = 1', "layer 1: 'two\\nlines'"),
    ],
)
def test_a_mistake_is_named_by_file_layer_and_field(tmp_path: Path, wrong: str, said: str) -> None:
    with pytest.raises(LookError, match=r"evening\.toml") as caught:
        _load(tmp_path, wrong)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value).replace(str(tmp_path), "")) < 300


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes among its files")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    with pytest.raises(LookError, match=r"pipe\.toml: is not a file"):
        load_look(tmp_path / "pipe.toml")


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(LookError, match=r"nowhere\.toml"):
        load_look(tmp_path / "nowhere.toml")


@given(st.builds(Color, st.integers(0, 255), st.integers(0, 255), st.integers(0, 255)))
def test_a_colour_survives_being_written(color: Color) -> None:
    assert Color.parse(str(color)) == color


@pytest.mark.parametrize("coverage", [-0.1, 1.1])
def test_a_layer_refuses_coverage_that_is_none(coverage: float) -> None:
    with pytest.raises(ValueError, match="coverage"):
        Layer(Kind.BLUSH, Color(0, 0, 0), coverage=coverage)


def test_a_layer_refuses_more_colours_than_its_kind_has() -> None:
    black = Color(0, 0, 0)
    assert len(Layer(Kind.EYESHADOW, black, accents=(black,) * 4).accents) == 4
    with pytest.raises(ValueError, match="5 accents"):
        Layer(Kind.EYESHADOW, black, accents=(black,) * 5)
    with pytest.raises(ValueError, match="one colour"):
        Layer(Kind.BROWS, black, accents=(black,))


def test_a_kind_with_placements_has_a_default_one() -> None:
    assert Layer(Kind.EYELINER, Color(0, 0, 0)).style == "classic"
