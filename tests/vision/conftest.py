"""What tests of pixels share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.vision.faces import portrait
from vision.tracker import FaceFinder

if TYPE_CHECKING:
    from vision.frames import Face


@pytest.fixture(scope="session")
def sample_face() -> Face:
    """The sample portrait's face, tracked once."""
    with FaceFinder() as finder:
        return finder.find(portrait())[0]
