"""The window that the landmarker sees."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from vision.geometry import Rect
from vision.window import FaceWindow

FRAME = Rect(0, 0, 1280, 720)


@st.composite
def faces(draw: st.DrawFn) -> Rect:
    width, height = draw(st.integers(4, 600)), draw(st.integers(4, 700))
    left, top = draw(st.integers(-200, 1400)), draw(st.integers(-200, 800))
    return Rect(left, top, left + width, top + height)


def test_it_begins_with_the_whole_frame() -> None:
    assert FaceWindow().region(FRAME) == FRAME


@given(faces())
def test_it_never_leaves_the_frame_and_is_never_empty(face: Rect) -> None:
    window = FaceWindow()
    window.region(FRAME)
    region = window.aim(face)
    assert FRAME.holds(region)
    assert not region.empty


@given(faces())
def test_a_face_that_it_was_aimed_at_does_not_move_it_again(face: Rect) -> None:
    window = FaceWindow()
    window.region(FRAME)
    aimed = window.aim(face)
    window.follow(face.clipped(FRAME) if not face.clipped(FRAME).empty else face)
    assert FRAME.holds(window.region(FRAME))
    if FRAME.holds(face.grown(0.31)) and 60 <= max(face.width, face.height) <= 150 and face.width >= face.height * 0.7:
        assert window.region(FRAME) == aimed


def test_a_far_face_fills_at_least_a_seventh_of_it() -> None:
    window = FaceWindow()
    window.region(FRAME)
    window.follow(Rect(600, 300, 655, 370))
    assert 55 / window.region(FRAME).width > 1 / 7


def test_a_frame_of_another_size_opens_it() -> None:
    window = FaceWindow()
    window.region(FRAME)
    window.aim(Rect(600, 300, 655, 370))
    small = Rect(0, 0, 640, 480)
    assert window.region(small) == small
