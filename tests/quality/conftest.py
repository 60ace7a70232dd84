"""What tests of the measuring share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.quality.painting import PhotoPainter
from tests.vision.conftest import sample_face

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["painter", "sample_face"]


@pytest.fixture(scope="module")
def painter() -> Iterator[PhotoPainter]:
    """Finds and paints faces in photographs."""
    with PhotoPainter() as painter:
        yield painter
