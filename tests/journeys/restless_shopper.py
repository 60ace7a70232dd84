"""A shopper who changes something twice a second: looks, amounts, language, comparing, leaving and coming back."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, ClassVar, Final

import numpy as np
from PySide6.QtCore import QTimer

from ui.front import Front
from vision.looks import MOST_ACCENTS, STYLES, Color, Finish, Kind, Layer, Look
from vision.messages import CodesSeen, SetLooks
from vision.supervisor import Supervisor

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from ui.models.kiosk import Kiosk
    from vision.messages import FaceSummary, FrameReady, MirrorState, Wish
    from vision.ring import RingReader
    from vision.supervisor import MirrorListener, WorkerConfig

_EVERY_MS: Final = 500
_MOST_LAYERS: Final = 12
_DRESSED: Final = 1
"""The number of the face that wears whatever there is."""
_LOOK_EVERY: Final = 10
"""Frames from one look at the face's colour to the next."""
_PAINTED: Final = 12.0
"""Change of the face's mean colour, of 255, that no sway of a bare one makes."""


class Witness:
    """Sees whether somebody was there to be painted, and was; passes everything on."""

    def __init__(self, listener: MirrorListener) -> None:
        """Have seen nothing yet."""
        self._listener = listener
        self._least = np.full(3, 255.0)
        self._most = np.zeros(3)

    def frame(self, ready: FrameReady, ring: RingReader) -> None:
        """Look at some frames."""
        if ready.sequence % _LOOK_EVERY == 0:
            for face in ready.faces:
                pixels = np.empty((ready.height, ready.width, 4), np.uint8)
                if face.id == _DRESSED and ring.copy_to(ready.slot, ready.sequence, pixels):
                    self._see(_middle(pixels, face))
        self._listener.frame(ready, ring)

    def codes(self, seen: CodesSeen) -> None:
        """Of no interest."""
        self._listener.codes(seen)

    def state(self, state: MirrorState, reason: str) -> None:
        """Of no interest."""
        self._listener.state(state, reason)

    def missed(self) -> str:
        """What did not happen that should have; empty when all did."""
        if (self._least > self._most).any():
            return f"face {_DRESSED} was never there"
        return "" if (self._most - self._least).max() > _PAINTED else "nothing was painted"

    def _see(self, pixels: NDArray[np.uint8]) -> None:
        colour = pixels.reshape(-1, 4)[:, :3].mean(axis=0)
        self._least, self._most = np.minimum(self._least, colour), np.maximum(self._most, colour)


def _middle(pixels: NDArray[np.uint8], face: FaceSummary) -> NDArray[np.uint8]:
    """The middle half of a face, where it sways before no background."""
    height, width = pixels.shape[:2]
    across, down = (face.right - face.left) / 4, (face.bottom - face.top) / 4
    rows = slice(round((face.top + down) * height), round((face.bottom - down) * height) + 1)
    return pixels[rows, round((face.left + across) * width) : round((face.right - across) * width) + 1]


class WiredSupervisor(Supervisor):
    """A supervisor that the shopper reaches past the shop, whose shelf holds few of all looks that there are."""

    running: ClassVar[list[WiredSupervisor]] = []
    witnesses: ClassVar[list[Witness]] = []

    def __init__(self, config: WorkerConfig, listener: MirrorListener) -> None:
        """Have what comes of the worker witnessed."""
        self.witnesses.append(Witness(listener))
        super().__init__(config, self.witnesses[-1])

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
        self._send(SetLooks({_DRESSED: Look("anything", layers)}))

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
