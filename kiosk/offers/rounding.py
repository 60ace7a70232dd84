"""Shares of amounts in whole minor units."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def share(minor: int, part: int, whole: int) -> int:
    """``minor * part / whole``, rounded half up; all are 0 or more, ``whole`` more than 0."""
    return (2 * minor * part + whole) // (2 * whole)


def split(minor: int, weights: Mapping[str, int]) -> Mapping[str, int]:
    """An amount in parts by weight, to the last minor unit: the largest remainders are rounded up, ties by key.

    Args:
        minor: 0 or more, and not above the sum of the weights where no part may exceed its weight.
        weights: 0 or more each, and more than 0 together.
    """
    whole = sum(weights.values())
    parts = {key: minor * weight // whole for key, weight in weights.items()}
    left = minor - sum(parts.values())
    for key in sorted(weights, key=lambda key: (-(minor * weights[key] % whole), key))[:left]:
        parts[key] += 1
    return parts
