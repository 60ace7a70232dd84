"""What OpenCV is told by the environment, which it reads once, when it is loaded. Loads nothing itself."""

from __future__ import annotations

from typing import Final

MOST_MEGAPIXELS: Final = 100
"""Of a picture that anybody may have made; three bytes each when it is decoded."""

PIXEL_LIMIT: Final = ("OPENCV_IO_MAX_IMAGE_PIXELS", str(MOST_MEGAPIXELS * 1_000_000))
"""Has OpenCV refuse a larger picture by what its header says."""
