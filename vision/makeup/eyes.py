"""What is drawn on the eyes with a fine tip: eyeliner, lashes, brows, coloured lenses."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from vision.geometry import Rect
from vision.looks import Finish, Kind
from vision.makeup import brows, eyeliner, hairs, lashes
from vision.makeup.coat import move
from vision.makeup.eye_frames import EyeFrames
from vision.makeup.lens import lens, on_iris
from vision.makeup.patch import Patch, fill

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from vision.looks import Layer
    from vision.makeup.face_view import Eye, FaceView

EYE_KINDS: Final = frozenset({Kind.EYELINER, Kind.LASHES, Kind.BROWS, Kind.LENS})
_LASH_OPACITY: Final = 0.85
_METAL: Final = 0.6
"""Share of the skin's fine shading that shows on a metallic line."""
_GRAIN: Final = 0.04
"""Over the eye distance: what is finer is the skin's texture."""


def paint_eyes(image: NDArray[np.uint8], view: FaceView, layer: Layer) -> list[Patch]:
    """Put a layer on the picture, in place, and tell where it went, a patch an eye."""
    in_view = view.eyes_in_view()
    if not in_view:
        return []
    if layer.kind is Kind.BROWS:
        return _paint_brows(image, view, in_view, layer)
    if layer.kind is Kind.LENS:
        return _paint_lenses(image, view, in_view, layer)
    frames = EyeFrames.of(view, in_view)
    patches = _lines(view, frames, layer) if layer.kind is Kind.EYELINER else _lashes(view, frames, layer)
    for patch in patches:
        _ink(image[patch.rect.slices], view, layer, patch.alpha)
    return patches


def _lines(view: FaceView, frames: EyeFrames, layer: Layer) -> list[Patch]:
    feather = view.eyes * eyeliner.feather(layer.style)
    outlines = eyeliner.liner(frames, layer.style)
    rects = _around(np.concatenate(outlines, axis=1), 3 * feather + 2, view.frame)
    patches = []
    for n, (rect, share) in enumerate(zip(rects, frames.shares, strict=True)):
        if not rect.empty:
            alpha = fill(rect, [outline[n] for outline in outlines], feather)
            alpha *= np.float32(layer.coverage * share)
            patches.append(Patch(rect, alpha))
    return patches


def _lashes(view: FaceView, frames: EyeFrames, layer: Layer) -> list[Patch]:
    drawn = lashes.lashes(frames, layer.style)
    rects = _around(drawn.reshape(len(drawn), -1, 2), 2, view.frame)
    patches = []
    for outlines, rect, share in zip(drawn, rects, frames.shares, strict=True):
        if not rect.empty:
            alpha = hairs.draw(rect, outlines, lashes.WIDTH * view.eyes)
            patches.append(Patch(rect, alpha * np.float32(_LASH_OPACITY * layer.coverage * share / 255)))
    return patches


def _around(points: NDArray[np.float32], margin: float, frame: Rect) -> list[Rect]:
    """For each eye, the part of the frame that holds its points, shape (E, N, 2), with a margin in pixels."""
    corners = np.concatenate([points.min(axis=1) - np.float32(margin), points.max(axis=1) + np.float32(margin)], axis=1)
    return [
        Rect(math.floor(left), math.floor(top), math.ceil(right), math.ceil(bottom)).clipped(frame)
        for left, top, right, bottom in corners.tolist()
    ]


def _ink(pixels: NDArray[np.uint8], view: FaceView, layer: Layer, alpha: NDArray[np.float32]) -> None:
    """Cover pixels, BGR, with ink, in place; on a metal the light stays that falls on the skin."""
    # Four doubles are what OpenCV takes for one colour instead of a picture.
    color = np.append(view.light.on(layer.color), 0).astype(np.float64)
    change = np.asarray(cv2.subtract(color, pixels.astype(np.float32)), np.float32)
    if layer.finish in (Finish.METALLIC, Finish.SHIMMER):
        grey = cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY).astype(np.float32)
        fine = (grey - cv2.GaussianBlur(grey, (0, 0), max(view.eyes * _GRAIN, 0.6))) * np.float32(_METAL)
        cv2.add(change, cv2.merge([fine, fine, fine]), dst=change)
    move(pixels, change, alpha)


def _paint_brows(
    image: NDArray[np.uint8], view: FaceView, in_view: Sequence[tuple[Eye, float]], layer: Layer
) -> list[Patch]:
    color = view.light.on(layer.color)
    margin = 3 * view.eyes * brows.feather(layer.style) + 2
    patches = []
    for eye, share in in_view:
        outline = view.brows[eye]
        (rect,) = _around(outline[None], margin, view.frame)
        if not rect.empty:
            alpha = brows.covered(rect, outline, view.eyes, layer.style)
            pixels = image[rect.slices]
            tinted = brows.tinted(pixels, alpha, color, layer.style)
            change = np.asarray(cv2.subtract(tinted, pixels, dtype=cv2.CV_32F), np.float32)
            alpha *= np.float32(layer.coverage * share)
            move(pixels, change, alpha * brows.density(rect, outline, view.eyes, layer.style))
            patches.append(Patch(rect, alpha))
    return patches


def _paint_lenses(
    image: NDArray[np.uint8], view: FaceView, in_view: Sequence[tuple[Eye, float]], layer: Layer
) -> list[Patch]:
    color = view.light.on(layer.color)
    patches = []
    for eye, share in in_view:
        worn = lens(view, eye, layer.style)
        if worn is not None:
            pixels = image[worn.patch.rect.slices]
            change = on_iris(pixels, worn, color)
            cv2.subtract(change, pixels.astype(np.float32), dst=change)
            alpha = worn.patch.alpha * np.float32(layer.coverage * share)
            move(pixels, change, alpha)
            patches.append(Patch(worn.patch.rect, alpha))
    return patches
