"""What a page's form sends, without JavaScript: a few short fields."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qsl

from fastapi import HTTPException

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fastapi import Request

_MEDIA_TYPE: Final = "application/x-www-form-urlencoded"
_LARGEST: Final = 16 * 1024
"""Bytes; four hundred fields of a return, and as much again."""

_MOST_FIELDS: Final = 600


async def read_form(request: Request) -> Mapping[str, str]:
    """The fields of a form, by name; of two with one name the last.

    Raises:
        HTTPException: it is no form, or too large.
    """
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != _MEDIA_TYPE:
        raise HTTPException(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, f"a form is sent as {_MEDIA_TYPE}")
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > _LARGEST:
            raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"a form has {_LARGEST} bytes at most")
    try:
        return dict(parse_qsl(body.decode("ascii"), keep_blank_values=True, max_num_fields=_MOST_FIELDS))
    except ValueError as error:
        raise HTTPException(HTTPStatus.BAD_REQUEST, "this is not a form") from error
