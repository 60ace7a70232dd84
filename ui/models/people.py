"""The people before the mirror: who wears what, who is being dressed, and who may join."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.party import FOUNDER, Party
from ui.models.rows import Rows
from vision.messages import FaceSummary, FrameReady, MirrorState, SetLooks

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.models.live_visit import LiveVisit
    from ui.picture import PictureFeed
    from vision.looks import Look
    from vision.messages import Wish

QML_IMPORT_NAME = "Vitrine.Models"
QML_IMPORT_MAJOR_VERSION = 1

_CHANGES_SIDES: Final = 0.3
"""Faces must be so far past each other, in face widths, before their buttons change places."""


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One who takes part; ``friend`` is 0 for who began the visit, and counts the others up from 1."""

    person: int
    friend: int
    active: bool


@QmlElement
@QmlUncreatable("the kiosk has one")
class People(QObject):
    """Those who take part in the visit, from the left of the picture to its right.

    Attributes:
        rows: one for each.
        guest: somebody stands near who may join.

    Signals:
        guestChanged: somebody who may join came or went.
    """

    guestChanged = Signal()

    def __init__(
        self,
        feed: PictureFeed,
        live: LiveVisit,
        send: Callable[[Wish], None],
        most: int,
        parent: QObject | None = None,
    ) -> None:
        """Follow the feed and the visit; ``send`` takes commands to the worker, and up to ``most`` may take part."""
        super().__init__(parent)
        self._live = live
        self._send = send
        self._most = most
        self._party: Party | None = None
        self._nearest: FaceSummary | None = None
        self._order: list[int] = []
        self._sent: list[tuple[int, Look]] = []
        self._guest = False
        self._rows = Rows(PersonRow, self)
        feed.shown.connect(self._take)
        feed.stateChanged.connect(self._enter)
        live.changed.connect(self._refresh)

    def begin(self) -> None:
        """A visit begins: nobody who took part in one before is remembered."""
        self._party = Party(self._most)
        self._refresh()

    def end(self) -> None:
        """There is no visit: nobody wears anything."""
        self._party = None
        self._refresh()

    def subject(self) -> FaceSummary | None:
        """What the picture is framed around: all who take part, or the nearest before anybody does; None is nobody."""
        if self._party is None or not self._party.places:
            return self._nearest
        faces = list(self._party.present.values())
        if not faces:
            return None
        return FaceSummary(
            faces[0].id,
            min(face.left for face in faces),
            min(face.top for face in faces),
            max(face.right for face in faces),
            max(face.bottom for face in faces),
        )

    def dress_at(self, x: float, y: float) -> None:
        """Dress who is seen there from now on, fractions of the frame; a place without a member changes nothing."""
        if self._party is None:
            return
        for person, face in self._party.present.items():
            if face.left <= x <= face.right and face.top <= y <= face.bottom:
                self.dress(person)
                return

    @Slot(int)
    def dress(self, person: int) -> None:
        """Dress this one from now on."""
        if person in self._live.visit.people:
            self._live.change(lambda visit: visit.activate(person))

    @Slot()
    def welcome(self) -> None:
        """Whoever stands near joins, and is dressed now."""
        person = self._party.admit() if self._party is not None else None
        if person is not None:
            self._live.change(lambda visit: visit.join(person))
        else:
            self._show()

    @Property(Rows, constant=True)
    def rows(self) -> Rows:
        """Those who take part."""
        return self._rows

    @Property(bool, notify=guestChanged)
    def guest(self) -> bool:
        """Whether somebody may join."""
        return self._guest

    @Slot(object)
    def _take(self, ready: FrameReady) -> None:
        self._nearest = ready.faces[0] if ready.faces else None
        if self._party is None:
            return
        before = self._party.faces
        self._party.see(ready.faces, ready.captured_at)
        for person in set(self._live.visit.people) - {FOUNDER, *self._party.places}:
            self._part_with(person)
        if self._party.faces != before:
            self._tell_worker()
        self._show()

    def _part_with(self, person: int) -> None:
        self._live.change(lambda visit: visit.leave(person))

    @Slot(object)
    def _enter(self, state: MirrorState) -> None:
        """A worker that is gone, or a new one: its numbers mean nothing any more."""
        if state is not MirrorState.LIVE and self._party is not None:
            self._party.forget_faces()
            self._refresh()

    @Slot()
    def _refresh(self) -> None:
        self._tell_worker()
        self._show()

    def _show(self) -> None:
        visit = self._live.visit
        places = self._party.places if self._party is not None else {}
        self._order = _from_left(self._order, visit.people, places)
        friends = {person: friend for friend, person in enumerate(visit.people)}
        self._rows.show([PersonRow(person, friends[person], person == visit.active) for person in self._order])
        guest = self._party is not None and self._party.has_guest
        if guest != self._guest:
            self._guest = guest
            self.guestChanged.emit()

    def _tell_worker(self) -> None:
        visit = self._live.visit
        faces = self._party.faces if self._party is not None else {}
        first_active = sorted(visit.people, key=lambda person: person != visit.active)
        looks = [(faces[person], visit.look(person)) for person in first_active if person in faces]
        if looks != self._sent:
            self._sent = looks
            self._send(SetLooks(dict(looks)))


def _from_left(before: list[int], people: tuple[int, ...], places: dict[int, FaceSummary]) -> list[int]:
    """The people in the order of their places; two who are about level stay in the order before."""
    order = [person for person in before if person in people]
    order += [person for person in people if person not in order]
    for _ in order:
        for n in range(len(order) - 1):
            left, right = places.get(order[n]), places.get(order[n + 1])
            if left is not None and right is not None and _is_right_of(left, right):
                order[n], order[n + 1] = order[n + 1], order[n]
    return order


def _is_right_of(one: FaceSummary, other: FaceSummary) -> bool:
    width = max(one.right - one.left, other.right - other.left)
    return (one.left + one.right - other.left - other.right) / 2 > _CHANGES_SIDES * width
