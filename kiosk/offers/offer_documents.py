"""Offers as tables of a file or documents on the wire, and what they mean."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

from babel.numbers import format_percent
from pydantic import ValidationError

from kiosk.field_errors import sentence
from kiosk.local_text import LocalText
from kiosk.money import Money
from kiosk.offers.condition import Condition
from kiosk.offers.offer import AmountOff, Bundle, BundlePart, BuyGet, Offer, OrderOff, PercentOff, Target
from kiosk.offers.offer_schema import OfferDocument
from kiosk.stores import DAYS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic_core import ErrorDetails

    from kiosk.offers.offer import Terms
    from kiosk.offers.offer_schema import OfferTable, TargetTable


def document_of(table: OfferTable, currency: str) -> OfferDocument:
    """The document of an offer; ``currency`` is that of its amounts."""
    return OfferDocument.model_validate({**table.model_dump(exclude_unset=True), "currency": currency})


def read_offers(documents: Iterable[str]) -> tuple[tuple[Offer, ...], tuple[str, ...]]:
    """The offers of JSON documents, and what is wrong with those that are none.

    One that cannot be used is left out on every device alike, so that a cart costs the same on all of them.
    """
    offers: list[Offer] = []
    mistakes: list[str] = []
    for number, text in enumerate(documents, start=1):
        try:
            offers.append(offer_of(OfferDocument.model_validate_json(text)))
        except ValidationError as error:
            mistakes.extend(f"offer {number}: {_explain(detail)}" for detail in error.errors())
    return tuple(offers), tuple(mistakes)


def offer_of(document: OfferDocument) -> Offer:
    """The offer that a document describes."""
    return Offer(
        id=document.id,
        title=LocalText(document.title.model_dump()),
        reason=_reason(document),
        terms=_terms(document),
        currency=document.currency,
        target=_target(document.target),
        spend_minor=document.spend or 0,
        condition=None if document.condition is None else Condition(document.condition),
        coupon=document.coupon,
        first_day=document.first_day,
        last_day=document.last_day,
        weekdays=frozenset(DAYS.index(day) + 1 for day in document.weekdays),
        hours=None if document.hours is None else _hours(document.hours),
        stores=frozenset(document.stores),
        priority=document.priority,
        combinable=document.combinable,
        suggest=None if document.suggest.when is None else Condition(document.suggest.when),
        most_shown=document.suggest.most,
        holdout_percent=document.suggest.holdout,
    )


def _terms(document: OfferDocument) -> Terms:
    match document:
        case OfferDocument(kind="percent", percent=int(percent)):
            return PercentOff(percent)
        case OfferDocument(kind="amount", amount=int(amount)):
            return AmountOff(amount)
        case OfferDocument(kind="threshold", percent=int(percent)):
            return OrderOff(PercentOff(percent))
        case OfferDocument(kind="threshold", amount=int(amount)):
            return OrderOff(AmountOff(amount))
        case OfferDocument(kind="buy_x_get_y", buy=int(buy), get=int(get), percent=percent):
            return BuyGet(buy, get, 100 if percent is None else percent)
        case OfferDocument(kind="bundle", part=list(parts), price=int(price)):
            return Bundle(tuple(BundlePart(_target(part), part.quantity) for part in parts), price)
        case _:
            raise ValueError(f"the document of {document.id} was never validated")


def _target(table: TargetTable) -> Target:
    return Target(
        skus=frozenset(table.skus),
        products=frozenset(table.products),
        brands=frozenset(table.brands),
        categories=frozenset(map(str, table.categories)),
    )


def _hours(text: str) -> tuple[time, time]:
    start, end = text.split("-")
    return time.fromisoformat(start), time.fromisoformat(end)


def _reason(document: OfferDocument) -> LocalText:
    """The sentence in each language, with all its placeholders filled but that of the amount."""
    return LocalText({language: _filled(text, language, document) for language, text in document.reason})


def _filled(text: str, language: str, document: OfferDocument) -> str:
    if document.percent is not None:
        text = text.replace("{percent}", format_percent(document.percent / 100, locale=language))
    for name, minor in (("spend", document.spend), ("price", document.price)):
        if minor is not None:
            text = text.replace(f"{{{name}}}", Money(minor, document.currency).in_language(language))
    return text


def _explain(error: ErrorDetails) -> str:
    return ": ".join(filter(None, (".".join(map(str, error["loc"])), sentence(error))))
