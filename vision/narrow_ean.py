"""Reading EAN-13 where its modules are narrower than pixels: by which number, blurred as the picture is, fits best.

O. Gallo and R. Manduchi, "Reading 1D Barcodes with Mobile Phones Using Deformable Templates" (PAMI 2011): no edge is
looked for. Each digit's seven modules are compared with all that they could be; the number whose digits fit best
together, with the check digit right, is drawn whole and compared once more.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations, product
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from vision.bar_profile import STEPS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

MODULES: Final = 95

_SETS_LEFT: Final = (
    *("0001101", "0011001", "0010011", "0111101", "0100011", "0110001", "0101111", "0111011", "0110111", "0001011"),
    *("0100111", "0110011", "0011011", "0100001", "0011101", "0111001", "0000101", "0010001", "0001001", "0010111"),
)
"""The ten digits in set A and in set B of the left half, a bar's modules as 1 (GS1 General Specifications, 5.2.1.2)."""
_SET_RIGHT: Final = (
    *("1110010", "1100110", "1101100", "1000010", "1011100", "1001110", "1010000", "1000100", "1001000", "1110100"),
)
_PARITIES: Final = (
    *("AAAAAA", "AABABB", "AABBAB", "AABBBA", "ABAABB", "ABBAAB", "ABBBAA", "ABABAB", "ABABBA", "ABBABA"),
)
"""In which sets the left half's six digits are drawn says the first digit."""
_IN_SET_B: Final = np.array([[int(parity == "B") for parity in parities] for parities in _PARITIES])
_GUARD: Final = "101"
_MIDDLE: Final = "01010"
_LEFT: Final = tuple(len(_GUARD) + 7 * n for n in range(6))
_RIGHT: Final = tuple(len(_GUARD) + 42 + len(_MIDDLE) + 7 * n for n in range(6))

_PER_MODULE: Final = 4
_BLURS: Final = (0.45, 0.6, 0.75, 0.9, 1.1)
"""Standard deviations of the picture's whole blur, in modules."""
_FIRST_BLURS: Final = (0.75,)
_NARROWEST: Final = 0.45
"""Pixels of a module; bars that stand closer are grey."""

_PLAUSIBLE: Final = -20.0
"""The doubt of a first look above which there is no such code."""
_FIRST_SHIFTS: Final = tuple(np.arange(-2.0, 2.1, 0.5) * STEPS)
_FIRST_BENDS: Final = (-0.04, -0.02, 0.0, 0.02, 0.04)
_CONSIDERED: Final = 60
_FOLLOWED: Final = 4
"""So many of the best places of a first look are looked at closer: the best of them is not always the right one."""
_KEPT: Final = 3
_NUMBERS_JUDGED: Final = 10
_NUMBERS_NOTED: Final = 3
_QUIET: Final = "0" * 9
_PARTS: Final = 5
_MOST_RESIDUE: Final = 0.1
"""Share of the profile that a number that is read leaves unexplained."""
_LEAD: Final = 1.15
"""How much more every other number must leave."""
_TWO_DIGITS_OFF: Final = _MOST_RESIDUE + 2 / 12
"""What a number may leave that is right but for two of its twelve digits."""
_CERTAIN_RESIDUE: Final = 0.04
_CERTAIN_LEAD: Final = 2.0
"""The same, of a number that no other picture need confirm."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A number of 13 digits, and whether no other comes near it."""

    number: str
    certain: bool


@dataclass(frozen=True, slots=True)
class _Fit:
    """How well digits fit at one place.

    Attributes:
        doubt: what the digits that fit best leave unexplained, all together.
        place: where the modules lie in the profile, at ``start + (end - start) (t + bend t (1 - t))`` samples with t
            from 0 to 1, as (start, end, bend).
        left: how much of each of the left half's six digits is not explained by each of the 20 of sets A and B, natural
            logarithms, shape (6, 20).
        right: the same of the right half and its set, shape (6, 10).
        modules: the profile there, ``_PER_MODULE`` samples a module.
    """

    doubt: float
    place: NDArray[np.float64]
    left: Floats
    right: Floats
    modules: Floats


@dataclass(frozen=True, slots=True)
class _Drawn:
    """The share of the profile that a number leaves unexplained, drawn at the place and the blur that suit it best."""

    residue: float
    fit: _Fit
    blur: Floats


class NarrowEanReader:
    """Reads profiles; holds what digits look like at several blurs."""

    def __init__(self) -> None:
        """Draw the digits."""
        self._blurred = [_blurred_modules(blur) for blur in _BLURS]
        self._digits = {
            blur: (_drawn(_SETS_LEFT, blur, "1", "0"), _drawn(_SET_RIGHT, blur, "0", "1")) for blur in _BLURS
        }

    def read(self, profile: Floats) -> Reading | None:
        """The code in a profile, from left to right or from right to left; None when there is none.

        Args:
            profile: brightness, ``STEPS`` samples a pixel, bars darker than the spaces.
        """
        ends = _ends(profile)
        if ends is None or ends[1] - ends[0] < MODULES * _NARROWEST * STEPS:
            return None
        start, end = ends
        last = len(profile) - 1
        forward, backward = -profile, -profile[::-1]
        looks = [(look, forward) for look in self._look(forward, start, end)]
        looks += [(look, backward) for look in self._look(backward, last - end, last - start)]
        looks.sort(key=lambda look: look[0].doubt)
        fits = [self._look_closer(bars, look) for look, bars in looks[:_FOLLOWED] if look.doubt < _PLAUSIBLE]
        return self._judge(fits) if fits else None

    def _look(self, bars: Floats, start: float, end: float) -> list[_Fit]:
        """The best fits near a place that are not all but the same."""
        around = np.array([start, end, 0.0])
        return self._fits(bars, around, _FIRST_SHIFTS, _FIRST_BENDS, _FIRST_BLURS, most=_FOLLOWED)

    def _look_closer(self, bars: Floats, fit: _Fit) -> _Fit:
        """The best fit around one."""
        for step in (0.3, 0.15, 0.08):
            shifts, bends = (-step * STEPS, 0.0, step * STEPS), (-0.04 * step, 0.0, 0.04 * step)
            (fit,) = self._fits(bars, fit.place, shifts, bends, _BLURS, most=1)
        return fit

    def _fits(
        self,
        bars: Floats,
        around: NDArray[np.float64],
        shifts: Sequence[float],
        bends: Sequence[float],
        blurs: Sequence[float],
        *,
        most: int,
    ) -> list[_Fit]:
        """The best fits, more than a pixel apart, where start, end and bend of a place are moved by all of these."""
        places = around + np.array(list(product(shifts, shifts, bends)))
        modules = _resampled(bars, places)
        left, right = _windows(modules, _LEFT), _windows(modules, _RIGHT)
        likeness = [
            (left @ drawn_left.T, right @ drawn_right.T)
            for drawn_left, drawn_right in (self._digits[blur] for blur in blurs)
        ]
        doubts = np.array([_doubts(*each) for each in likeness])
        chosen: list[tuple[int, int]] = []
        for blur, n in zip(*np.unravel_index(np.argsort(doubts, axis=None)[:_CONSIDERED], doubts.shape), strict=True):
            if len(chosen) < most and all(np.abs(places[n] - places[m])[:2].max() > STEPS for _, m in chosen):
                chosen.append((int(blur), int(n)))
        return [
            _Fit(
                float(doubts[blur, n]),
                places[n],
                _unexplained(likeness[blur][0][n]),
                _unexplained(likeness[blur][1][n]),
                modules[n],
            )
            for blur, n in chosen
        ]

    def _judge(self, fits: Sequence[_Fit]) -> Reading | None:
        """The number that fits best, if it fits well and clearly better than every other.

        Digits that look good one by one are not always those of the number that fits best as a whole: two of a number
        are exchanged for two others as long as that helps.
        """
        drawn: dict[str, _Drawn] = {}
        for fit in fits:
            _compare(_likely_numbers(fit), fit, self._blurred, drawn)
        compared: set[str] = set()
        while (number := _closest(drawn)[0]) not in compared and drawn[number].residue < _TWO_DIGITS_OFF:
            compared.add(number)
            best = drawn[number]
            _compare((_digits(number) + _EXCHANGES) % 10, best.fit, [best.blur], drawn)
        number, other = _closest(drawn)
        least, next_least = drawn[number].residue, drawn[other].residue
        if least > _MOST_RESIDUE or next_least < _LEAD * least:
            return None
        return Reading(number, certain=least < _CERTAIN_RESIDUE and next_least > _CERTAIN_LEAD * least)


def _drawn(digits: Sequence[str], blur: float, before: str, after: str) -> Floats:
    """Digits as they look at a blur between what always stands before and after, each of mean 0 and length 1.

    What is further away is grey. Shape (len(digits), 7 * _PER_MODULE).
    """
    reach = 4
    rows = []
    for digit in digits:
        modules = np.full(2 * reach + 9, 0.5)
        modules[reach : reach + 9] = [int(module) for module in before + digit + after]
        picture = np.convolve(modules.repeat(_PER_MODULE), _kernel(blur), "same")
        rows.append(picture[(reach + 1) * _PER_MODULE : (reach + 8) * _PER_MODULE])
    return _standard(np.array(rows, np.float32))


def _blurred_modules(blur: float) -> Floats:
    """What each module of a code with its quiet zones adds to a picture of the code alone, at a blur.

    Shape (MODULES + 2 * len(_QUIET), MODULES * _PER_MODULE): a code's modules times this is its picture.
    """
    quiet = len(_QUIET)
    modules = np.eye(MODULES + 2 * quiet, dtype=np.float32).repeat(_PER_MODULE, axis=1)
    pictures = [np.convolve(module, _kernel(blur), "same") for module in modules]
    return np.array(pictures, np.float32)[:, quiet * _PER_MODULE : -quiet * _PER_MODULE]


def _kernel(blur: float) -> Floats:
    reach = round(4 * blur * _PER_MODULE)
    bell = np.exp(-((np.arange(-reach, reach + 1) / _PER_MODULE / blur) ** 2) / 2)
    return np.asarray(bell / bell.sum(), np.float32)


def _standard(rows: Floats) -> Floats:
    """Rows less their mean, of length 1."""
    centred = rows - rows.mean(axis=-1, keepdims=True)
    return np.asarray(centred / (np.linalg.norm(centred, axis=-1, keepdims=True) + 1e-6), np.float32)


def _ends(profile: Floats) -> tuple[float, float] | None:
    """Where the bars begin and end, samples: the longest part that is lively without a gap of 10 pixels."""
    window = 4 * STEPS
    lively = np.convolve(np.abs(np.diff(profile)), np.full(window, 1 / window), "same")
    places = np.nonzero(lively > np.percentile(lively, 85) / 4)[0]
    if not len(places):
        return None
    parts = np.split(places, np.nonzero(np.diff(places) > 10 * STEPS)[0] + 1)
    longest = max(parts, key=len)
    # The window sees an edge from half its width away.
    return float(longest[0] + window / 2), float(longest[-1] - window / 2)


def _resampled(bars: Floats, places: NDArray[np.float64]) -> Floats:
    """The profile at the modules of several places, shape (places, MODULES * _PER_MODULE)."""
    starts, ends, bends = places.T.astype(np.float32)
    t = ((np.arange(MODULES * _PER_MODULE) + 0.5) / (MODULES * _PER_MODULE)).astype(np.float32)
    at = starts[:, np.newaxis] + (ends - starts)[:, np.newaxis] * (t + bends[:, np.newaxis] * t * (1 - t))
    drawn = cv2.remap(bars[np.newaxis], at, np.zeros_like(at), cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(drawn, np.float32)


def _windows(modules: Floats, begins: Sequence[int]) -> Floats:
    """The digits that begin at these modules, of mean 0 and length 1, shape (places, 6, 7 * _PER_MODULE)."""
    digits = [modules[:, begin * _PER_MODULE : (begin + 7) * _PER_MODULE] for begin in begins]
    return _standard(np.stack(digits, axis=1))


def _unexplained(likeness: Floats) -> Floats:
    """The logarithm of the share that is not explained, by correlation; a negative one explains nothing."""
    like = likeness.clip(0, 1)
    return np.asarray(np.log(1 - like * like + 1e-4), np.float32)


def _doubts(like_left: Floats, like_right: Floats) -> Floats:
    """What the digits that fit best leave unexplained at each place, all together, shape (places,)."""
    best = np.concatenate([like_left.max(axis=2), like_right.max(axis=2)], axis=1)
    return np.asarray(_unexplained(best).sum(axis=1), np.float32)


def _likely_numbers(fit: _Fit) -> NDArray[np.int64]:
    """The numbers with the right check digit whose digits fit best together, shape (_NUMBERS_JUDGED, 13).

    Digits are chosen one after the other; of all choices that lead to the same remainder of the weighted sum, only the
    ``_KEPT`` best are followed.
    """
    firsts = np.arange(10)
    doubt = np.full((10, 10, _KEPT), np.inf)
    doubt[firsts, firsts, 0] = 0  # by first digit, and remainder so far: the first digit's weight is 1
    left = fit.left.reshape(6, 2, 10)
    choices = []
    for place in range(12):
        if place < len(_LEFT):
            of_digits = np.array([left[place, "AB".index(_PARITIES[first][place])] for first in range(10)])
        else:
            of_digits = np.broadcast_to(fit.right[place - len(_LEFT)], (10, 10))
        before = (np.arange(10)[:, np.newaxis] - _weight(place) * np.arange(10)) % 10  # by remainder after, and digit
        sums = (doubt[:, before] + of_digits[:, np.newaxis, :, np.newaxis]).reshape(10, 10, 10 * _KEPT)
        chosen = sums.argsort(axis=2)[..., :_KEPT]
        choices.append(chosen)
        doubt = np.take_along_axis(sums, chosen, axis=2)
    best = doubt[:, 0].argsort(axis=None)[:_NUMBERS_JUDGED]
    return np.array([_followed_back(*divmod(int(n), _KEPT), choices) for n in best])


def _weight(place: int) -> int:
    """Of the digits after the first, in the weighted sum that is a multiple of ten."""
    return 3 if place % 2 == 0 else 1


def _followed_back(first: int, kept: int, choices: Sequence[NDArray[np.int64]]) -> list[int]:
    remainder, digits = 0, []
    for place in reversed(range(12)):
        digit, kept = divmod(int(choices[place][first, remainder, kept]), _KEPT)
        digits.append(digit)
        remainder = (remainder - _weight(place) * digit) % 10
    return [first, *reversed(digits)]


def _exchanges() -> NDArray[np.int64]:
    """What, added to digits modulo ten, exchanges two after the first; the check digit stays right. Shape (n, 13)."""
    changes = []
    for one, other in combinations(range(12), 2):
        for by in range(1, 10):
            change = [0] * 13
            change[1 + one] = by
            change[1 + other] = -by * _weight(one) * pow(_weight(other), -1, 10)
            changes.append(change)
    return np.array(changes)


_EXCHANGES: Final = _exchanges()


def _compare(numbers: NDArray[np.int64], fit: _Fit, blurred: Sequence[Floats], drawn: dict[str, _Drawn]) -> None:
    """Draw numbers, shape (n, 13), at a place and some blurs, and note those that leave least."""
    residues = _residues(_drawings(numbers), fit.modules, blurred)
    least = residues.min(axis=0)
    for n in least.argsort()[:_NUMBERS_NOTED].tolist():
        number = "".join(map(str, numbers[n].tolist()))
        blur = int(residues[:, n].argmin())
        if number not in drawn or least[n] < drawn[number].residue:
            drawn[number] = _Drawn(float(least[n]), fit, blurred[blur])


def _closest(drawn: dict[str, _Drawn]) -> list[str]:
    """The two numbers that leave least."""
    return sorted(drawn, key=lambda number: drawn[number].residue)[:2]


def _residues(drawings: Floats, modules: Floats, blurred: Sequence[Floats]) -> Floats:
    """The share of a profile that each drawing does not explain at each blur, shape (len(blurred), len(drawings))."""
    # In parts, so that light that falls off over the code does not count.
    seen = modules.reshape(_PARTS, -1)
    power = seen.var(axis=1)
    shares = power / (power.sum() + 1e-6)
    seen = _standard(seen)
    pictures = [_standard((drawings @ blur).reshape(len(drawings), _PARTS, -1)) for blur in blurred]
    like = np.array([np.einsum("nps,ps->np", picture, seen) for picture in pictures]).clip(0, 1)
    return np.asarray((1 - like * like) @ shares, np.float32)


def _digits(number: str) -> NDArray[np.int64]:
    return np.array(list(number)).astype(np.int64)


def _drawings(numbers: NDArray[np.int64]) -> Floats:
    """The modules of numbers, shape (n, 13), with their quiet zones, bars as 1: (n, MODULES + 2 * len(_QUIET))."""
    left = _cells(_SETS_LEFT)[numbers[:, 1:7] + 10 * _IN_SET_B[numbers[:, 0]]]
    right = _cells(_SET_RIGHT)[numbers[:, 7:]]
    begin, middle, end = (
        np.repeat(_cells([part]), len(numbers), axis=0) for part in (_QUIET + _GUARD, _MIDDLE, _GUARD + _QUIET)
    )
    left, right = (half.reshape(len(numbers), -1) for half in (left, right))
    return np.concatenate([begin, left, middle, right, end], axis=1)


def _cells(parts: Sequence[str]) -> Floats:
    """Modules written as 0 and 1, shape (len(parts), modules)."""
    return np.array([list(part) for part in parts]).astype(np.float32)
