"""Pictures on their way to a phone: in memory only, each behind a link that nobody can guess, and soon gone."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_TOKEN_BYTES: Final = 18
"""144 bits, of which base64 makes 24 characters without padding."""


@dataclass(frozen=True, slots=True)
class PictureLimits:
    """How long and how much is held.

    Attributes:
        lifetime: seconds from a picture's arrival to its end.
        servings: how often one picture is given out before it goes.
        pictures: how many are held at once; the oldest leaves for a new one.
        size: of one picture, bytes.
        total: of all pictures together, bytes; the oldest leave for a new one.
    """

    lifetime: float = 600.0
    servings: int = 10
    pictures: int = 64
    size: int = 3 * 2**20
    total: int = 64 * 2**20


class PictureTooLargeError(ValueError):
    """The picture is over the limit of one."""


@dataclass(slots=True)
class _Picture:
    jpeg: bytearray
    ends_at: float
    servings_left: int


class PictureStore:
    """Holds pictures until they were fetched often enough, were deleted, or their time is over.

    A picture that goes is overwritten. Neither tokens nor names are held, only tokens' digests: nothing in here opens a
    link, and how long a look-up takes says nothing about a token. For one thread.
    """

    def __init__(self, limits: PictureLimits, clock: Callable[[], float]) -> None:
        """Hold nothing yet; ``clock`` counts seconds and never runs backwards."""
        self._limits = limits
        self._clock = clock
        self._secret = secrets.token_bytes(32)
        self._pictures: dict[bytes, _Picture] = {}  # the oldest first

    def __len__(self) -> int:
        """How many pictures are held, those whose time is over included until the next ``sweep``."""
        return len(self._pictures)

    def put(self, name: str, jpeg: bytes) -> str:
        """Hold a picture, in place of the one of this name if there is one; gives the token that opens it, URL-safe.

        The same name gives the same token, which nobody can tell from the name.

        Raises:
            PictureTooLargeError: it is over the limit of one picture.
        """
        if len(jpeg) > self._limits.size:
            raise PictureTooLargeError(f"a picture of {len(jpeg)} bytes is over {self._limits.size}")
        token = self._token(name)
        self.delete(token)
        self.sweep()
        while self._pictures and not self._has_room_for(len(jpeg)):
            self._drop(next(iter(self._pictures)))
        self._pictures[_digest(token)] = _Picture(
            bytearray(jpeg), self._clock() + self._limits.lifetime, self._limits.servings
        )
        return token

    def has(self, token: str) -> bool:
        """Whether this token opens a picture now."""
        self.sweep()
        return _digest(token) in self._pictures

    def serve(self, token: str) -> bytes | None:
        """Give the picture out once; the last time that it may be, it goes. None where the token opens nothing."""
        self.sweep()
        key = _digest(token)
        picture = self._pictures.get(key)
        if picture is None:
            return None
        jpeg = bytes(picture.jpeg)
        picture.servings_left -= 1
        if picture.servings_left <= 0:
            self._drop(key)
        return jpeg

    def withdraw(self, name: str) -> None:
        """Let the picture of this name go now, if there is one."""
        self.delete(self._token(name))

    def delete(self, token: str) -> None:
        """Let the picture go now, if there is one."""
        key = _digest(token)
        if key in self._pictures:
            self._drop(key)

    def sweep(self) -> None:
        """Let go whatever's time is over."""
        now = self._clock()
        for key in [key for key, picture in self._pictures.items() if now >= picture.ends_at]:
            self._drop(key)

    def clear(self) -> None:
        """Let everything go."""
        for key in list(self._pictures):
            self._drop(key)

    def _has_room_for(self, size: int) -> bool:
        held = sum(len(picture.jpeg) for picture in self._pictures.values())
        return len(self._pictures) < self._limits.pictures and held + size <= self._limits.total

    def _token(self, name: str) -> str:
        """A part of HMAC-SHA-256 (RFC 2104), as good as random to who has not the key, which is this store's own."""
        digest = hmac.digest(self._secret, name.encode(), "sha256")
        return base64.urlsafe_b64encode(digest[:_TOKEN_BYTES]).decode()

    def _drop(self, key: bytes) -> None:
        picture = self._pictures.pop(key)
        picture.jpeg[:] = bytes(len(picture.jpeg))


def _digest(token: str) -> bytes:
    return hashlib.sha256(token.encode("utf-8", "replace")).digest()
