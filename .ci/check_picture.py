"""Refuse a picture that cannot be the mirror's: ``check_picture.py FILE``; exit status 1 and a sentence when it is."""

from __future__ import annotations

import sys

import cv2
import numpy as np

SMALLEST_SIDE = 1080
"""Pixels; the demo's display is 1080 wide in portrait."""
COLOURS = 2000
"""A live picture has tens of thousands; a blank, crashed or text-only screen a few hundred."""
DEVIATION = 15.0
"""Of grey values, 0..255."""


def fault(path: str) -> str | None:
    """Say what is wrong with the picture, or None."""
    image = cv2.imread(path)
    if image is None:
        return "is not a picture"
    height, width = image.shape[:2]
    if min(height, width) < SMALLEST_SIDE:
        return f"has {width} x {height} pixels"
    pixels = np.asarray(image, np.uint32).reshape(-1, 3)
    colours = len(np.unique(pixels @ np.array([1, 256, 65536], np.uint32)))
    deviation = float(pixels.mean(axis=1).std())
    if colours < COLOURS or deviation < DEVIATION:
        return f"is blank or nearly so: {colours} colours, deviation {deviation:.1f}"
    print(f"{path}: {width} x {height}, {colours} colours, deviation {deviation:.1f}")
    return None


if __name__ == "__main__":
    found = fault(sys.argv[1])
    if found:
        sys.exit(f"{sys.argv[1]} {found}")
