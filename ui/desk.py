"""A thread that does what the screen must not wait for, one thing after the other, with a tool of its own."""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from typing import Self

_LAST_SECONDS: Final = 15.0
"""What is under way at the end is waited for: as long as a hub that answers nothing is, and the disk."""

Tool = TypeVar("Tool")
Tool_co = TypeVar("Tool_co", covariant=True)
Result = TypeVar("Result")


class Errands(Protocol[Tool_co]):
    """Does things with a tool, one after the other; a ``Desk``."""

    def do(
        self, work: Callable[[Tool_co], Result], then: Callable[[Result], None], trouble: Callable[[str], None]
    ) -> None:
        """Have something done with the tool; ``then`` is given what came of it, or ``trouble`` why nothing did."""


@dataclass(frozen=True, slots=True)
class _Errand:
    work: Callable[[Any], object]
    then: Callable[[Any], None]
    trouble: Callable[[str], None]


class Desk(QObject, Generic[Tool]):
    """Does errands from its entry as a context to its end, in the order in which they were given.

    The tool is opened by the thread when the first errand comes, and closed by it at the end: what it takes to load
    does not keep the first picture waiting. An environment's error at the opening is told for each errand, and the
    next one opens anew.
    """

    _answered = Signal(object)

    def __init__(
        self, name: str, open_tool: Callable[[], AbstractContextManager[Tool]], troubles: tuple[type[Exception], ...]
    ) -> None:
        """Do nothing yet.

        Args:
            name: of the thread.
            open_tool: gives the tool; called, entered and left on the desk's thread.
            troubles: errors of the environment, each a sentence; any other is a mistake of ours, and ends the thread.
        """
        super().__init__()
        self._open_tool = open_tool
        self._troubles = troubles
        self._tray: deque[_Errand] = deque()
        self._ending = False
        self._changed = threading.Condition()
        # A daemon, so that a process that dies of a mistake does not wait for the network.
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._answered.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)

    def __enter__(self) -> Self:
        """Begin."""
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """End: what waits is done first; nobody is told any more what came of it."""
        self._answered.disconnect(self._hand_over)
        with self._changed:
            self._ending = True
            self._changed.notify()
        self._thread.join(_LAST_SECONDS)

    def do(
        self, work: Callable[[Tool], Result], then: Callable[[Result], None], trouble: Callable[[str], None]
    ) -> None:
        """Have something done; returns at once.

        Args:
            work: is given the tool, on the desk's thread.
            then: is given what came of it, on the thread of this object, when its event loop runs.
            trouble: in place of ``then``, is given the environment's error as a sentence.
        """
        with self._changed:
            self._tray.append(_Errand(work, then, trouble))
            self._changed.notify()

    def _run(self) -> None:
        while (errand := self._next()) is not None:
            try:
                with self._open_tool() as tool:
                    self._work(errand, tool)
            except self._troubles as error:
                self._tell(errand.trouble, str(error))

    def _work(self, first: _Errand, tool: Tool) -> None:
        """Do everything that comes with this tool, until there is no more."""
        errand: _Errand | None = first
        while errand is not None:
            try:
                result = errand.work(tool)
            except self._troubles as error:
                self._tell(errand.trouble, str(error))
            else:
                self._tell(errand.then, result)
            errand = self._next()

    def _next(self) -> _Errand | None:
        """Wait for the next errand; None when there is none any more."""
        with self._changed:
            self._changed.wait_for(lambda: self._tray or self._ending)
            return self._tray.popleft() if self._tray else None

    def _tell(self, whom: Callable[[Any], None], what: object) -> None:
        self._answered.emit((whom, what))

    @Slot(object)
    def _hand_over(self, answer: tuple[Callable[[object], None], object]) -> None:
        whom, what = answer
        whom(what)


class VisitDesk(Generic[Tool]):
    """A desk as one visit sees it: what is answered after the visit went by is not heard."""

    def __init__(self, desk: Errands[Tool]) -> None:
        """Ask this desk."""
        self._desk = desk
        self._visit = 0

    def renew(self) -> None:
        """Another visit: whatever is still answered about the one before is dropped. What was asked for is done."""
        self._visit += 1

    def do(
        self, work: Callable[[Tool], Result], then: Callable[[Result], None], trouble: Callable[[str], None]
    ) -> None:
        """As ``Desk.do``, for this visit."""
        visit = self._visit
        self._desk.do(
            work,
            lambda result: then(result) if visit == self._visit else None,
            lambda sentence: trouble(sentence) if visit == self._visit else None,
        )
