"""Charts as SVG."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

_WIDTH, _HEIGHT = 640, 200
_SIDE, _TOP, _FLOOR = 20, 48, 170
_BIN: Final = 0.02
_INK, _BAR, _AIM = "#222222", "#7a4a6a", "#1b7f4d"


def histogram(title: str, values: Sequence[float], aim: float) -> str:
    """How many people have which value, and where the aim for their mean lies.

    Args:
        title: what is counted.
        values: one a person, 0..1.
        aim: marked by a line, 0..1.
    """
    first = float(np.floor(min(*values, aim) / _BIN) * _BIN)
    counts, edges = np.histogram(values, np.arange(first, 1 + _BIN / 2, _BIN))
    step = (_WIDTH - 2 * _SIDE) / len(counts)
    tall = (_FLOOR - _TOP - 16) / max(1, int(counts.max()))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif">',
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#ffffff"/>',
        _text(_SIDE, 20, title, anchor="start"),
    ]
    for number, count in enumerate(counts):
        left, high = _SIDE + number * step, int(count) * tall
        if number % 2 == 0:
            parts.append(_text(left, _FLOOR + 18, f"{edges[number]:.2f}"))
        if count:
            size = f'width="{step - 2:.1f}" height="{high:.1f}"'
            parts.append(f'<rect x="{left + 1:.1f}" y="{_FLOOR - high:.1f}" {size} fill="{_BAR}"/>')
            parts.append(_text(left + step / 2, _FLOOR - high - 4, str(count)))
    at = _SIDE + (aim - first) / _BIN * step
    parts += [
        _line(_SIDE, _FLOOR, _WIDTH - _SIDE, _FLOOR, _INK),
        _line(at, _TOP - 8, at, _FLOOR, _AIM),
        _text(at, _TOP - 12, "aim for the mean", _AIM),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _text(x: float, y: float, text: str, color: str = _INK, anchor: str = "middle") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="12" fill="{color}" text-anchor="{anchor}">{text}</text>'


def _line(x1: float, y1: float, x2: float, y2: float, color: str) -> str:
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{color}" stroke-width="2"/>'
