"""Showing on a terminal what strangers wrote: a file's field names, a path."""

from __future__ import annotations


def printable(text: str) -> str:
    """The same text with characters escaped that would steer the terminal instead of being read."""
    return "".join(letter if letter.isprintable() else letter.encode("unicode_escape").decode() for letter in text)
