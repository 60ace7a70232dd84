"""How long and how much the hub holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.hub.pictures import PictureLimits, PictureStore, PictureTooLargeError
from tests.kiosk.hub.conftest import Clock

LIMITS = PictureLimits(lifetime=600, servings=3, pictures=4, size=100, total=250)

sizes = st.integers(1, 100)
waits = st.floats(0, 700)


def store(clock: Clock) -> PictureStore:
    return PictureStore(LIMITS, clock)


def test_a_picture_is_given_out_as_often_as_allowed_and_then_gone() -> None:
    pictures = store(Clock())
    token = pictures.put("1", b"face")
    assert [pictures.serve(token) for _ in range(4)] == [b"face", b"face", b"face", None]
    assert not pictures.has(token)


def test_a_picture_is_gone_when_its_time_is_over() -> None:
    clock = Clock()
    pictures = store(clock)
    token = pictures.put("1", b"face")
    clock.now = 599.9
    assert pictures.has(token)
    clock.now = 600
    assert not pictures.has(token)
    assert pictures.serve(token) is None
    assert len(pictures) == 0


def test_a_deleted_picture_is_gone_and_the_others_stay() -> None:
    pictures = store(Clock())
    first, second = pictures.put("1", b"one"), pictures.put("2", b"two")
    pictures.delete(first)
    pictures.delete("never heard of")
    assert pictures.serve(first) is None
    assert pictures.serve(second) == b"two"


def test_a_picture_that_comes_again_under_its_name_is_held_once() -> None:
    pictures = store(Clock())
    other = pictures.put("2", b"other")
    token = pictures.put("1", b"face")
    assert pictures.put("1", b"face") == token
    assert len(pictures) == 2
    pictures.withdraw("1")
    pictures.withdraw("never heard of")
    assert pictures.serve(token) is None
    assert pictures.serve(other) == b"other"


def test_a_name_does_not_tell_the_link() -> None:
    assert store(Clock()).put("1", b"face") != store(Clock()).put("1", b"face")


def test_a_picture_that_is_too_large_is_refused() -> None:
    pictures = store(Clock())
    with pytest.raises(PictureTooLargeError):
        pictures.put("1", b"x" * 101)
    assert len(pictures) == 0


@given(st.lists(st.tuples(sizes, waits), max_size=40))
def test_memory_is_bounded_and_the_newest_is_always_there(arrivals: list[tuple[int, float]]) -> None:
    clock = Clock()
    pictures = store(clock)
    held: list[tuple[str, int, float]] = []
    for number, (size, wait) in enumerate(arrivals):
        clock.now += wait
        token = pictures.put(str(number), b"x" * size)
        held.append((token, size, clock.now))
        there = [entry for entry in held if pictures.has(entry[0])]
        assert there[-1][0] == token
        assert len(pictures) == len(there) <= LIMITS.pictures
        assert sum(size for _, size, _ in there) <= LIMITS.total
        assert all(clock.now - at < LIMITS.lifetime for _, _, at in there)
        assert there == held[-len(there) :], "the oldest leave first"


def test_tokens_are_long_and_never_the_same() -> None:
    pictures = PictureStore(PictureLimits(), Clock())
    tokens = {pictures.put(str(number), b"x") for number in range(500)}
    assert len(tokens) == 500
    assert min(map(len, tokens)) * 6 >= 128, "six bits a character"


def test_a_picture_that_goes_is_overwritten() -> None:
    pictures = store(Clock())
    token = pictures.put("1", b"face")
    (held,) = pictures._pictures.values()
    jpeg = held.jpeg
    pictures.delete(token)
    assert jpeg == bytes(4)
