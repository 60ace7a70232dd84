"""Who of those before the mirror takes part in a visit. Goes by place, size and time: nobody is recognised.

A party knows no clock and no screen. Whoever began it drops it with the visit, and nothing of it is left.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from vision.messages import UNSURE

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from vision.messages import FaceSummary

FOUNDER: Final = 1
"""The number of the person who began the visit."""

_SETTLES: Final = 1.0
"""Seconds at the beginning in which somebody clearly nearer is taken for the one who began it."""
_CLEARLY_NEARER: Final = 1.1

_NEAR: Final = 0.6
"""A face at least this wide, over the founder's, stands with them and not behind."""
_STAYS: Final = 2.0
"""Seconds that somebody must stand near before they are offered to join."""
_BLINKS: Final = 0.7
"""Seconds that they may be out of sight meanwhile."""

_AWAY: Final = 3.0
"""Seconds after which somebody who comes is taken for a member who is away."""
_GONE: Final = 10.0
"""Seconds after which a friend who is away is dropped, and the founder's part goes to somebody who stood beside."""

_FORGOTTEN: Final = 10.0
"""Seconds after which a number that is not seen means nobody any more; the tracker keeps one for two."""

_LONGEST_FRAME: Final = 0.5
"""Seconds that one frame counts for at most: what went by while the picture was held or away, nobody watched."""

_LIKE_PLACE, _LIKE_SIZE = 1.0, 1.4
"""How far a face may have moved, in face widths, and grown, while nobody was looking."""


@dataclass(slots=True)
class _Member:
    face: int | None
    """The number of their face; None while it is not known."""
    place: FaceSummary
    seen_at: float
    others: set[int] = field(default_factory=set)
    """Faces that were seen beside theirs, and therefore are not theirs."""

    def follow(self, face: FaceSummary, now: float) -> None:
        self.face, self.place, self.seen_at = face.id, face, now
        self.others.discard(face.id)


class Party:
    """The founder, and the friends who joined. Its time is the time that it watches.

    The founder is the nearest when the visit begins. A member who was away and comes back within a moment is who they
    were; after a while, somebody who comes takes a member's part. Somebody who was seen beside a member is somebody
    else, unless the founder does not come back.
    """

    def __init__(self, most: int) -> None:
        """Nobody is seen yet; up to ``most`` may take part."""
        self._most = most
        self._members: dict[int, _Member] = {}
        self._next = FOUNDER
        self._watched_at: float | None = None
        self._now = 0.0
        self._began = 0.0
        self._numbers: dict[int, float] = {}
        self._nearby: dict[int, tuple[float, float]] = {}
        self._guest: FaceSummary | None = None
        self._present: dict[int, FaceSummary] = {}

    @property
    def faces(self) -> dict[int, int]:
        """The number of each member's face, by the member's number, while it is known."""
        return {number: member.face for number, member in self._members.items() if member.face is not None}

    @property
    def places(self) -> dict[int, FaceSummary]:
        """Where each member is or was last seen."""
        return {number: member.place for number, member in self._members.items()}

    @property
    def present(self) -> dict[int, FaceSummary]:
        """Those who are in the picture now."""
        return dict(self._present)

    @property
    def has_guest(self) -> bool:
        """Whether somebody stands near who may be asked to join."""
        return self._guest is not None

    def see(self, faces: Sequence[FaceSummary], at: float) -> None:
        """Take in a frame.

        Args:
            faces: those in it, nearest first.
            at: seconds; a clock that begins anew, as that of a file does, costs a frame's time.
        """
        here = {face.id: face for face in faces if face.id != UNSURE}
        self._watch(here.keys(), at)
        if not self._members and here:
            self._found(next(iter(here.values())))
        self._settle(here)
        for member in self._members.values():
            if member.face in here:
                member.follow(here[member.face], self._now)
        self._bring_back(here)
        self._drop_who_is_gone()
        self._present = {number: here[member.face] for number, member in self._members.items() if member.face in here}
        taken = {face.id for face in self._present.values()}
        for number in self._present:
            self._members[number].others |= here.keys() - taken
        self._look_for_guest([face for face in here.values() if face.id not in taken])

    def admit(self) -> int | None:
        """Have whoever stands near join; their number, or None when nobody does any more."""
        if self._guest is None:
            return None
        self._next += 1
        self._members[self._next] = _Member(self._guest.id, self._guest, self._members[FOUNDER].seen_at)
        self._present[self._next] = self._guest
        self._nearby.pop(self._guest.id, None)
        self._guest = None
        return self._next

    def forget_faces(self) -> None:
        """Faces are numbered anew from now on; members are found again where they were."""
        for member in self._members.values():
            member.face = None
            member.others.clear()
        self._numbers.clear()
        self._nearby.clear()
        self._guest = None

    def _watch(self, numbers: Collection[int], at: float) -> None:
        """Time goes by, and numbers that were not seen for long are forgotten."""
        if self._watched_at is not None:
            self._now += min(max(at - self._watched_at, 0.0), _LONGEST_FRAME)
        self._watched_at = at
        self._numbers |= dict.fromkeys(numbers, self._now)
        self._numbers = {n: seen_at for n, seen_at in self._numbers.items() if self._now - seen_at <= _FORGOTTEN}
        for member in self._members.values():
            member.others &= self._numbers.keys()

    def _found(self, face: FaceSummary) -> None:
        self._members[FOUNDER] = _Member(face.id, face, self._now)
        self._began = self._now

    def _settle(self, here: dict[int, FaceSummary]) -> None:
        """At first, the founder may turn out to be somebody nearer."""
        if len(self._members) == 1 and here and self._now - self._began <= _SETTLES:
            founder = self._members[FOUNDER]
            nearest = max(here.values(), key=_width)
            if _width(nearest) > _CLEARLY_NEARER * _width(founder.place):
                founder.follow(nearest, self._now)

    def _drop_who_is_gone(self) -> None:
        """The founder stays: with them the visit would end."""
        for number, member in list(self._members.items()):
            if number != FOUNDER and self._now - member.seen_at > _GONE:
                del self._members[number]

    def _bring_back(self, here: dict[int, FaceSummary]) -> None:
        """Give those who are away the faces that may be theirs, what fits best first."""
        away = {number: member for number, member in self._members.items() if member.face not in here}
        known = {member.face for member in self._members.values()}
        free = {face.id: face for face in here.values() if face.id not in known}
        pairs = [
            (_distance(member.place, face), number, face.id)
            for number, member in away.items()
            for face in free.values()
            if self._may_be(member, face, self._now) and not self._is_rather_another(member, face, away)
        ]
        for _, number, face in sorted(pairs):
            if number in away and face in free:
                away.pop(number).follow(free.pop(face), self._now)

    @staticmethod
    def _may_be(member: _Member, face: FaceSummary, now: float) -> bool:
        waited = now - member.seen_at
        if face.id in member.others:
            return waited > _GONE and _width(face) >= _NEAR * _width(member.place)
        return waited > _AWAY or (member.face is None and _alike(member.place, face))

    @staticmethod
    def _is_rather_another(member: _Member, face: FaceSummary, away: dict[int, _Member]) -> bool:
        """Whether somebody else who is away was as near to where this face is."""
        mine = _distance(member.place, face)
        return any(_distance(other.place, face) < 2 * mine for other in away.values() if other is not member)

    def _look_for_guest(self, strangers: list[FaceSummary]) -> None:
        now = self._now
        near: dict[int, FaceSummary] = {}
        founder = self._members.get(FOUNDER)
        if founder is not None and now - founder.seen_at <= _BLINKS and len(self._members) < self._most:
            near = {face.id: face for face in strangers if _width(face) >= _NEAR * _width(founder.place)}
        self._nearby = {
            number: (since, now if number in near else seen_at)
            for number, (since, seen_at) in self._nearby.items()
            if number in near or now - seen_at <= _BLINKS
        }
        for number in near:
            self._nearby.setdefault(number, (now, now))
        stayed = [face for number, face in near.items() if now - self._nearby[number][0] >= _STAYS]
        if len(self._members) == self._most:
            self._guest = None
        elif stayed:
            self._guest = max(stayed, key=_width)
        elif self._guest is not None and self._guest.id not in self._nearby:
            self._guest = None


def _width(face: FaceSummary) -> float:
    return face.right - face.left


def _distance(one: FaceSummary, other: FaceSummary) -> float:
    """Between their middles across the picture, in widths of the wider."""
    return abs(one.left + one.right - other.left - other.right) / 2 / max(_width(one), _width(other), 1e-6)


def _alike(one: FaceSummary, other: FaceSummary) -> bool:
    narrow, wide = sorted((_width(one), _width(other)))
    return _distance(one, other) <= _LIKE_PLACE and wide <= _LIKE_SIZE * narrow
