"""How things that happened before a screen travel to the hub: without anybody's identity."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

_Name = Annotated[str, StringConstraints(pattern=r"^[a-z_]{1,40}$")]
_Text = Annotated[str, StringConstraints(max_length=80)]
_Number = Annotated[int, Field(ge=-(2**53), le=2**53)]


class EventDocument(BaseModel):
    """One thing that happened.

    Attributes:
        id: a UUIDv7, by which it is kept once.
        kind: what it is, such as ``offer_shown``.
        at_ms: milliseconds since 1970 in UTC.
        fields: what there is to know about it: keys of the shop's, never a person's.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: UUID
    kind: _Name
    at_ms: Annotated[int, Field(ge=0, le=2**48 - 1)]
    fields: Annotated[dict[_Name, bool | _Number | _Text], Field(max_length=20)] = {}
