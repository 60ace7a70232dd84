"""The form of an offer, field by field; described for shops in docs/offers.md."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Final, Literal

from babel.numbers import is_currency
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from kiosk.catalogue import Category
from kiosk.catalogue_schema import DescriptionTable, Key, NameTable
from kiosk.field_errors import between
from kiosk.offers.condition import Condition

MOST_OFFERS: Final = 200
"""Of a shop at one time; each is looked at whenever a cart changes."""

_MOST_NAMED: Final = 500
_LARGEST: Final = 10_000_000
_HOURS: Final = re.compile(r"([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)", re.ASCII)
_COUPON: Final = re.compile(r"[A-Z0-9-]{1,40}", re.ASCII)
_PLACEHOLDER: Final = re.compile(r"\{([^{}]*)\}?|\}")

OfferKind = Literal["percent", "amount", "threshold", "buy_x_get_y", "bundle"]

_FIELDS: Final = {
    "percent": ({"percent"}, set[str]()),
    "amount": ({"amount"}, set[str]()),
    "threshold": ({"spend"}, {"percent", "amount"}),
    "buy_x_get_y": ({"buy", "get"}, {"percent"}),
    "bundle": ({"price", "part"}, set[str]()),
}
"""Of each kind, the fields that it must have and those that it may have, among those that say what comes off."""

_TERMS: Final = {"percent", "amount", "buy", "get", "price", "part"}


def _currency(code: str) -> str:
    if not is_currency(code):
        raise ValueError(f"{code[:40]!r} is not the code of a currency, such as EUR")
    return code


def _hours(text: str) -> str:
    match = _HOURS.fullmatch(text)
    if match is None or not match.group(1, 2) < match.group(3, 4):
        raise ValueError(f"{text[:40]!r} is not from when until when on one day, such as 17:00-19:00")
    return text


def _coupon(code: str) -> str:
    if not _COUPON.fullmatch(code):
        raise ValueError(f"{code[:40]!r} is not a code of capital letters, digits and dashes, 40 at most")
    return code


def _condition(source: str) -> str:
    Condition(source)
    return source


def _price_condition(source: str) -> str:
    if "visit" in Condition(source).names:
        raise ValueError("visit is known on the mirror only, so it decides about no price: ask for it in `suggest`")
    return source


def _each_once(values: list[str]) -> list[str]:
    for n, value in enumerate(values):
        if value in values[:n]:
            raise ValueError(f"{value[:40]!r} is there twice")
    return values


_Minor = Annotated[int, between(1, _LARGEST)]
_Percent = Annotated[int, between(1, 100)]
_Pieces = Annotated[int, between(1, 10)]
_Brand = Annotated[str, Field(min_length=1, max_length=40)]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class TargetTable(_Table):
    """``[offer.target]``; without any of these it is everything."""

    skus: Annotated[list[Key], Field(max_length=_MOST_NAMED), AfterValidator(_each_once)] = []
    products: Annotated[list[Key], Field(max_length=_MOST_NAMED), AfterValidator(_each_once)] = []
    brands: Annotated[list[_Brand], Field(max_length=_MOST_NAMED), AfterValidator(_each_once)] = []
    categories: Annotated[list[Annotated[Category, Field(strict=False)]], AfterValidator(_each_once)] = []


class PartTable(TargetTable):
    """``[[offer.part]]`` of a bundle."""

    quantity: _Pieces = 1


class SuggestTable(_Table):
    """``[offer.suggest]``."""

    when: Annotated[str, AfterValidator(_condition)] | None = None
    most: Annotated[int, between(0, 5)] = 1
    holdout: Annotated[int, between(0, 100)] = 10


class OfferTable(_Table):
    """``[[offer]]``."""

    id: Key
    title: NameTable
    reason: DescriptionTable
    kind: OfferKind
    percent: _Percent | None = None
    amount: _Minor | None = None
    spend: _Minor | None = None
    buy: _Pieces | None = None
    get: _Pieces | None = None
    price: _Minor | None = None
    part: Annotated[list[PartTable], Field(min_length=1, max_length=5)] | None = None
    target: TargetTable = TargetTable()
    condition: Annotated[str, AfterValidator(_price_condition)] | None = None
    coupon: Annotated[str, AfterValidator(_coupon)] | None = None
    first_day: date | None = None
    last_day: date | None = None
    weekdays: Annotated[list[Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]], AfterValidator(_each_once)] = []
    hours: Annotated[str, AfterValidator(_hours)] | None = None
    stores: Annotated[list[Key], Field(max_length=_MOST_NAMED), AfterValidator(_each_once)] = []
    priority: Annotated[int, between(-1000, 1000)] = 0
    combinable: bool = False
    suggest: SuggestTable = SuggestTable()

    @model_validator(mode="after")
    def _has_what_its_kind_needs(self) -> OfferTable:
        needed, allowed = _FIELDS[self.kind]
        for name in sorted(needed):
            if getattr(self, name) is None:
                raise ValueError(f"{name} is missing, which an offer of kind {self.kind} needs")
        for name in sorted(_TERMS - needed - allowed):
            if getattr(self, name) is not None:
                raise ValueError(f"{name} does not go with an offer of kind {self.kind}")
        if self.kind == "threshold" and (self.percent is None) is (self.amount is None):
            raise ValueError("either percent or amount says what an offer of kind threshold takes off")
        return self

    @model_validator(mode="after")
    def _parts_are_pieces_of_something(self) -> OfferTable:
        parts = self.part or []
        if parts and sum(part.quantity for part in parts) == 1:
            raise ValueError("part: a bundle has two pieces at least")
        if parts and self.target != TargetTable():
            raise ValueError("target does not go with an offer of kind bundle: its parts say what it is about")
        if any(not (part.skus or part.products or part.brands or part.categories) for part in parts):
            raise ValueError("part: each names skus, products, brands or categories")
        return self

    @model_validator(mode="after")
    def _days_are_in_order(self) -> OfferTable:
        if self.first_day and self.last_day and self.last_day < self.first_day:
            raise ValueError(f"last_day: {self.last_day} is before {self.first_day}")
        return self

    @model_validator(mode="after")
    def _reasons_are_sentences(self) -> OfferTable:
        told = {"amount"} | {name for name in ("percent", "spend", "price") if getattr(self, name) is not None}
        for language, text in self.reason.model_dump().items():
            for match in _PLACEHOLDER.finditer(text):
                if match.group(1) not in told:
                    known = ", ".join(f"{{{name}}}" for name in sorted(told))
                    raise ValueError(f"reason.{language}: {match.group()[:40]!r} is not one of: {known}")
        return self


class OfferDocument(OfferTable):
    """An offer as it travels between hub and kiosk: the table, with the currency of its file."""

    currency: Annotated[str, AfterValidator(_currency)]


class OfferFile(_Table):
    """The file."""

    currency: Annotated[str, AfterValidator(_currency)]
    offer: Annotated[list[OfferTable], Field(max_length=MOST_OFFERS)]
