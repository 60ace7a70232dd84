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


@st.composite
def faces_with_room(draw: st.DrawFn) -> Rect:
    """Faces in the frame, with room around them, of a size at which the window is smaller than the frame."""
    longer = draw(st.integers(60, 150))
    width = draw(st.integers(-(-longer * 7 // 10), longer))
    height = longer if width < longer else draw(st.integers(longer // 2, longer))
    room = round(longer * 0.31)
    left, top = draw(st.integers(room, 1280 - width - room)), draw(st.integers(room, 720 - height - room))
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


@given(faces_with_room(), st.floats(-0.5, 0.5), st.floats(-0.5, 0.5))
def test_a_face_that_moves_by_half_its_size_does_not_move_it(face: Rect, across: float, down: float) -> None:
    window = FaceWindow()
    window.region(FRAME)
    aimed = window.aim(face)
    x, y = round(across * face.width), round(down * face.height)
    window.follow(Rect(face.left + x, face.top + y, face.right + x, face.bottom + y))
    assert window.region(FRAME) == aimed


@given(faces(), faces())
def test_whatever_face_it_follows_it_never_leaves_the_frame(first: Rect, second: Rect) -> None:
    window = FaceWindow()
    window.region(FRAME)
    window.aim(first)
    window.follow(second)
    assert FRAME.holds(window.region(FRAME))


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
