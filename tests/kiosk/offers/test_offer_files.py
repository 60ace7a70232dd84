from __future__ import annotations

import json
from datetime import date, time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.offers.condition import Condition
from kiosk.offers.offer import AmountOff, Bundle, BundlePart, BuyGet, Offer, OfferError, OrderOff, PercentOff, Target
from kiosk.offers.offer_documents import offer_of, read_offers
from kiosk.offers.offer_files import SAMPLE_OFFERS, load_offer_documents

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.offers.offer import Terms

FILE = """\
currency = "EUR"

[[offer]]
id = "dusk"
kind = "percent"
percent = 15
target = { categories = ["lips"], brands = ["Meltemi"], skus = ["red"], products = ["velvet"] }
spend = 2000
condition = 'cart.quantity > 1'
coupon = "DUSK-15"
first_day = 2026-11-01
last_day = 2026-11-30
weekdays = ["mon", "sun"]
hours = "17:00-19:00"
stores = ["athens"]
priority = 5
combinable = true
title = { en = "Dusk", el = "Σούρουπο", fr = "Brune", ar = "الغروب" }
reason.en = "From {spend} it is {percent} less: you save {amount}."
reason.el = "Κερδίζετε {amount}."
reason.fr = "Dès {spend}, {percent} de moins : {amount}."
reason.ar = "توفّرون {amount}."

[offer.suggest]
when = 'size(visit.tried) > 0'
most = 2
holdout = 20
"""
SHORT = FILE.partition("target =")[0] + FILE[FILE.index("title =") : FILE.index("[offer.suggest]")].replace(
    "{spend}", ""
)


def _load(folder: Path, text: str) -> tuple[Offer, ...]:
    path = folder / "offers.toml"
    path.write_text(text, encoding="utf-8")
    return tuple(offer_of(document) for document in load_offer_documents(path))


def _mistakes(folder: Path, text: str) -> list[str]:
    """What is wrong, a line each, without the folder."""
    with pytest.raises(OfferError) as caught:
        _load(folder, text)
    assert caught.value.count == len(str(caught.value).splitlines())
    return str(caught.value).replace(f"{folder}/", "").splitlines()


def test_an_offer_is_what_its_file_says(tmp_path: Path) -> None:
    (offer,) = _load(tmp_path, FILE)
    assert (offer.id, offer.terms, offer.currency, offer.spend_minor) == ("dusk", PercentOff(15), "EUR", 2000)
    assert offer.target == Target(
        frozenset({"red"}), frozenset({"velvet"}), frozenset({"Meltemi"}), frozenset({"lips"})
    )
    assert (offer.condition, offer.coupon) == (Condition("cart.quantity > 1"), "DUSK-15")
    assert (offer.first_day, offer.last_day) == (date(2026, 11, 1), date(2026, 11, 30))
    assert (offer.weekdays, offer.hours) == (frozenset({1, 7}), (time(17), time(19)))
    assert (offer.stores, offer.priority, offer.combinable) == (frozenset({"athens"}), 5, True)
    assert (offer.suggest, offer.most_shown, offer.holdout_percent) == (Condition("size(visit.tried) > 0"), 2, 20)
    assert offer.title["el"] == "Σούρουπο"


def test_an_offer_asks_for_nothing_that_its_file_does_not_ask_for(tmp_path: Path) -> None:
    (offer,) = _load(tmp_path, SHORT)
    assert offer == Offer(offer.id, offer.title, offer.reason, PercentOff(15), "EUR")


def test_the_reason_says_percentages_and_amounts_as_each_language_writes_them(tmp_path: Path) -> None:
    (offer,) = _load(tmp_path, FILE)
    assert offer.reason["en"] == "From €20.00 it is 15% less: you save {amount}."
    space = "\N{NO-BREAK SPACE}"
    assert offer.reason["fr"] == f"Dès 20,00{space}€, 15{space}% de moins : {{amount}}."


@pytest.mark.parametrize(
    ("fields", "terms"),
    [
        ('kind = "amount"\namount = 500', AmountOff(500)),
        ('kind = "threshold"\nspend = 5000\namount = 500', OrderOff(AmountOff(500))),
        ('kind = "threshold"\nspend = 5000\npercent = 5', OrderOff(PercentOff(5))),
        ('kind = "buy_x_get_y"\nbuy = 2\nget = 1', BuyGet(2, 1, 100)),
        ('kind = "buy_x_get_y"\nbuy = 1\nget = 1\npercent = 50', BuyGet(1, 1, 50)),
        (
            'kind = "bundle"\nprice = 5000\npart = [{ skus = ["a"] }, { categories = ["eyes"], quantity = 2 }]',
            Bundle(
                (BundlePart(Target(skus=frozenset({"a"}))), BundlePart(Target(categories=frozenset({"eyes"})), 2)), 5000
            ),
        ),
    ],
)
def test_each_kind_says_what_comes_off(tmp_path: Path, fields: str, terms: Terms) -> None:
    text = SHORT.replace('kind = "percent"\npercent = 15', fields).replace("{percent}", "")
    (offer,) = _load(tmp_path, text)
    assert offer.terms == terms


@pytest.mark.parametrize(
    ("right", "wrong", "complaint"),
    [
        ("percent = 15", "percent = 150", "percent: 150 is not between 1 and 100"),
        ("percent = 15", 'percent = "15"', "percent: '15' is not a whole number"),
        ("percent = 15", "", "percent is missing, which an offer of kind percent needs"),
        ("percent = 15", "percent = 15\nbuy = 2", "buy does not go with an offer of kind percent"),
        ('kind = "percent"', 'kind = "gift"', "kind: 'gift' is not one of: percent, amount, threshold, "),
        ("spend = 2000", "spend = 0", "spend: 0 is not between 1 and 10000000"),
        ("'cart.quantity > 1'", "'cart.quantity >'", "condition: is not CEL"),
        ("'cart.quantity > 1'", "'cart.amount > 1'", "condition: 'cart.amount' is not known: cart has total_minor, "),
        (
            "'cart.quantity > 1'",
            "'\"red\" in visit.tried'",
            "condition: visit is known on the mirror only, so it decides about no price: ask for it in `suggest`",
        ),
        ('coupon = "DUSK-15"', 'coupon = "dusk"', "coupon: 'dusk' is not a code of capital letters, digits and dashes"),
        ("last_day = 2026-11-30", "last_day = 2026-10-30", "last_day: 2026-10-30 is before 2026-11-01"),
        ('["mon", "sun"]', '["mon", "day"]', "weekdays.1: 'day' is not one of: mon, tue, "),
        ('["mon", "sun"]', '["mon", "mon"]', "weekdays: 'mon' is there twice"),
        ('"17:00-19:00"', '"22:00-02:00"', "hours: '22:00-02:00' is not from when until when on one day"),
        ('categories = ["lips"]', 'categories = ["hair"]', "target.categories.0: 'hair' is not one of: lips, "),
        ("{percent} less", "{share} less", "reason.en: '{share}' is not one of: {amount}, {percent}, {spend}"),
        ("{percent} less", "{percent less", "reason.en: '{percent less: you save ' is not one of: {amount}, "),
        ("most = 2", "most = 20", "suggest.most: 20 is not between 0 and 5"),
        ("priority = 5", "prio = 5", "prio: is not a field that is known here"),
    ],
)
def test_a_mistake_names_the_line_the_offer_and_the_field(
    tmp_path: Path, right: str, wrong: str, complaint: str
) -> None:
    (mistake,) = _mistakes(tmp_path, FILE.replace(right, wrong))
    place, _, said = mistake.partition(": offer dusk: ")
    assert place.startswith("offers.toml:")
    assert said.startswith(complaint)


def test_a_mistake_is_on_its_line(tmp_path: Path) -> None:
    (mistake,) = _mistakes(tmp_path, FILE.replace("percent = 15", "percent = 150"))
    assert mistake.startswith(f"offers.toml:{FILE.splitlines().index('percent = 15') + 1}: ")


@pytest.mark.parametrize(
    ("part", "complaint"),
    [
        ('[{ skus = ["a"] }]', "part: a bundle has two pieces at least"),
        ("[{ quantity = 2 }]", "part: each names skus, products, brands or categories"),
        ("[]", "part: is empty"),
    ],
)
def test_a_bundle_has_pieces(tmp_path: Path, part: str, complaint: str) -> None:
    fields = f'kind = "bundle"\nprice = 5000\npart = {part}'
    (mistake,) = _mistakes(tmp_path, SHORT.replace('kind = "percent"\npercent = 15', fields).replace("{percent}", ""))
    assert mistake.endswith(complaint)


@pytest.mark.parametrize("field", ["id", "coupon"])
def test_a_key_is_taken_once(tmp_path: Path, field: str) -> None:
    other = {"id": ('"DUSK-15"', '"OTHER"'), "coupon": ('"dusk"', '"other"')}[field]
    second = FILE[FILE.index("[[offer]]") :].replace(*other)
    (mistake,) = _mistakes(tmp_path, FILE + second)
    assert mistake.endswith("is taken already, by offer 1")
    assert f": {field}: " in mistake


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("currency = [", "is not TOML: "),
        ('currency = "EURO"', "currency: 'EURO' is not the code of a currency"),
        ('currency = "EUR"', "offer: is missing"),
        ('currency = "EUR"\noffer = [3]', "offer 1: 3 is not a table"),
        ('currency = "EUR"\noffer = 3', "offer: 3 is not a list"),
    ],
)
def test_a_file_that_is_none_is_told_so(tmp_path: Path, text: str, complaint: str) -> None:
    assert any(complaint in mistake for mistake in _mistakes(tmp_path, text))


def test_a_file_that_is_not_there_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(OfferError, match="cannot be read"):
        load_offer_documents(tmp_path / "nowhere.toml")


def test_offers_are_the_same_after_travelling(tmp_path: Path) -> None:
    path = tmp_path / "offers.toml"
    path.write_text(FILE, encoding="utf-8")
    for documents in (load_offer_documents(path), load_offer_documents(SAMPLE_OFFERS)):
        travelled = read_offers(document.model_dump_json() for document in documents)
        assert travelled == (tuple(map(offer_of, documents)), ())


def test_a_document_that_is_no_offer_is_left_out_and_told(tmp_path: Path) -> None:
    path = tmp_path / "offers.toml"
    path.write_text(FILE, encoding="utf-8")
    (right,) = (document.model_dump_json() for document in load_offer_documents(path))
    newer = json.dumps(json.loads(right) | {"id": "newer", "kind": "raffle"})
    offers, mistakes = read_offers([right, newer, "{"])
    assert [offer.id for offer in offers] == ["dusk"]
    assert [mistake.partition(":")[0] for mistake in mistakes] == ["offer 2", "offer 3"]


@given(st.text(max_size=60) | st.recursive(st.none() | st.integers() | st.text(max_size=5), st.lists).map(json.dumps))
def test_whatever_comes_as_an_offer_is_read_or_refused_in_sentences(text: str) -> None:
    offers, mistakes = read_offers([text])
    assert offers == ()
    assert all(len(mistake) < 300 for mistake in mistakes)
