"""What the try-on is given: photos, folders of them, videos; and what each of them becomes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

IMAGE_SUFFIXES: Final = frozenset({".jpg", ".jpeg", ".png", ".bmp", ".webp", ".tif", ".tiff"})
VIDEO_SUFFIXES: Final = frozenset({".mp4", ".mkv", ".mov", ".avi", ".webm", ".m4v"})

_MASK_NAME: Final = re.compile(r"((.+?)(?:-\d{5,})?)\.[a-z]+\.png", re.DOTALL)
"""A mask's; the stem of the photo, or of the video, that it is of."""


def is_video(path: Path) -> bool:
    """Whether a file's name says that it is a video."""
    return path.suffix.lower() in VIDEO_SUFFIXES


def output_name(path: Path) -> str:
    """What an input becomes in the output folder."""
    return path.stem + (".mp4" if is_video(path) else ".png")


def find_sources(inputs: Sequence[Path], out: Path, *, masks: bool) -> tuple[list[Path], list[str]]:
    """The files to work on, folders opened, and what is wrong with the rest.

    Left out is what would overwrite an input in the folder ``out``, with its picture or, when wanted, its masks.
    """
    files, problems = _files(inputs)
    overwritten = _overwritten_by_pictures(files, out)
    overwritten_by_masks = _overwritten_by_masks(files, out) if masks else {}
    sources: list[Path] = []
    taken: dict[str, Path] = {}
    for path in files:
        name = output_name(path)
        victim = overwritten.get(name) or overwritten_by_masks.get(path.stem)
        if victim is not None:
            what = "it" if victim == path else str(victim)
            problems.append(f"{path}: left out, for its result would overwrite {what}; name another folder")
        elif name in taken:
            problems.append(f"{path}: left out, for {taken[name]} already becomes {name}")
        else:
            taken[name] = path
            sources.append(path)
    return sources, problems


def same_file(path: Path, files: Iterable[Path]) -> bool:
    """Whether a path leads to one of the files, by whatever names."""
    identity = _identity(path)
    return identity is not None and identity in map(_identity, files)


def _files(inputs: Sequence[Path]) -> tuple[list[Path], list[str]]:
    files: list[Path] = []
    problems: list[str] = []
    for path in inputs:
        if path.is_dir():
            inside = sorted(p for p in path.iterdir() if p.suffix.lower() in IMAGE_SUFFIXES | VIDEO_SUFFIXES)
            files += inside
            if not inside:
                problems.append(f"{path}: holds no pictures and no videos")
        elif not path.exists():
            problems.append(f"{path}: no such file")
        else:
            files.append(path)
    odd = [path for path in files if not path.is_file()]
    return [path for path in files if path not in odd], [*problems, *(f"{path}: is not a file" for path in odd)]


def _overwritten_by_pictures(files: Sequence[Path], out: Path) -> dict[str, Path]:
    """By the name of a result, the input that it would overwrite, by whatever links that lies there."""
    inputs = {_identity(path): path for path in reversed(files)}
    names = set(map(output_name, files))
    return {name: inputs[identity] for name in names if (identity := _identity(out / name)) in inputs and identity}


def _overwritten_by_masks(files: Sequence[Path], out: Path) -> dict[str, Path]:
    """By the stem of what may have masks, an input that one of them would overwrite."""
    found: dict[str, Path] = {}
    for path in files:
        mask = _MASK_NAME.fullmatch(path.name)
        if mask and same_file(out / path.name, [path]):
            found.update(dict.fromkeys(mask.groups(), path))
    return found


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None  # There is nothing to be overwritten.
    return status.st_dev, status.st_ino
