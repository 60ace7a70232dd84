"""Numbers that stay with a person while they are before the camera. Tells places apart, never people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from vision.geometry import Rect

_LEAST_OVERLAP: Final = 0.2
_KEEP_SECONDS: Final = 1.0
"""How long a number waits for its face to come back to the same place."""


class IdentityKeeper:
    """Matches the faces of a frame to those of the frames before, by where they are."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self._seen: dict[int, tuple[Rect, float]] = {}
        self._next = 1

    def assign(self, boxes: list[Rect], at: float) -> list[int]:
        """The number of each box in a frame taken ``at`` seconds; best overlaps are matched first."""
        self._seen = {i: seen for i, seen in self._seen.items() if at - seen[1] <= _KEEP_SECONDS}
        pairs = sorted(
            ((box.overlap(seen), n, i) for n, box in enumerate(boxes) for i, (seen, _) in self._seen.items()),
            reverse=True,
        )
        ids: dict[int, int] = {}
        for overlap, n, i in pairs:
            if overlap >= _LEAST_OVERLAP and n not in ids and i not in ids.values():
                ids[n] = i
        for n in range(len(boxes)):
            if n not in ids:
                ids[n] = self._next
                self._next += 1
        for n, box in enumerate(boxes):
            self._seen[ids[n]] = (box, at)
        return [ids[n] for n in range(len(boxes))]
