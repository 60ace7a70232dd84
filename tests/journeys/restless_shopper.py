"""A shopper who changes something twice a second: looks, amounts, language, comparing, leaving and coming back."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import QTimer

from ui.front import Front
from vision.looks import MOST_ACCENTS, STYLES, Color, Finish, Kind, Layer, Look
from vision.messages import SetLooks
from vision.supervisor import Supervisor

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.models.kiosk import Kiosk
    from vision.messages import Wish

_EVERY_MS: Final = 500
_MOST_LAYERS: Final = 12


class WiredSupervisor(Supervisor):
    """A supervisor that the shopper reaches past the shop, whose shelf holds few of all looks that there are."""

    running: ClassVar[list[WiredSupervisor]] = []

    def start(self) -> None:
        """Be there to be reached."""
        self.running.append(self)
        super().start()

    def stop(self) -> None:
        """Be gone."""
        self.running.remove(self)
        super().stop()


class RestlessFront(Front):
    """The screens, touched by that shopper."""

    def __init__(self, kiosk: Kiosk, *, still: bool = False) -> None:
        """Begin half a second later."""
        super().__init__(kiosk, still=still)
        self._shopper = _Shopper(kiosk, WiredSupervisor.running[-1].send)
        self._timer = QTimer()
        self._timer.timeout.connect(self._shopper.act)
        self._timer.start(_EVERY_MS)


class _Shopper:
    """Acts at random, the same way in every run."""

    def __init__(self, kiosk: Kiosk, send: Callable[[Wish], None]) -> None:
        self._kiosk = kiosk
        self._send = send
        self._rng = random.Random(0)
        self._acts: list[Callable[[], None]] = [
            *[self._wear_anything] * 6,
            *[self._wear_a_look] * 3,
            *[self._change_an_amount] * 2,
            self._compare,
            self._compare_no_more,
            self._speak,
            self._kiosk.wearing.undo,
            self._kiosk.wearing.clear,
            self._kiosk.session.end,
        ]

    def act(self) -> None:
        if self._rng.random() < 0.7:  # else nobody is there yet, or has been taken for gone
            self._kiosk.session.start()
        self._rng.choice(self._acts)()

    def _wear_anything(self) -> None:
        layers = tuple(self._layer() for _ in range(self._rng.randint(0, _MOST_LAYERS)))
        self._send(SetLooks({1: Look("anything", layers)}))

    def _layer(self) -> Layer:
        rng = self._rng
        kind = rng.choice(list(Kind))
        return Layer(
            kind,
            self._color(),
            rng.choice(list(Finish)),
            rng.random(),
            rng.choice(STYLES.get(kind, ("",))),
            tuple(self._color() for _ in range(rng.randint(0, MOST_ACCENTS.get(kind, 0)))),
        )

    def _color(self) -> Color:
        return Color(*self._rng.randbytes(3))

    def _wear_a_look(self) -> None:
        self._kiosk.looks.wear(self._rng.choice([row.lookId for row in self._kiosk.looks.rows.rows]))

    def _change_an_amount(self) -> None:
        self._kiosk.wearing.wearAmount(self._rng.choice(list(Kind)), self._rng.random())

    def _compare(self) -> None:
        self._kiosk.mirror.leaveBare(self._rng.random())

    def _compare_no_more(self) -> None:
        self._kiosk.mirror.leaveBare(0.0)

    def _speak(self) -> None:
        self._kiosk.language.choose(self._rng.choice([row.code for row in self._kiosk.language.choices.rows]))
