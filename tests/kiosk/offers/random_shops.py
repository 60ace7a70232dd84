"""Offers and carts at random, in the forms in which they come in: files of offers, steps on carts."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from kiosk.cart.wire import OperationDocument
from kiosk.local_text import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from random import Random

    from kiosk.catalogue import Catalogue

STORES: Final = ("athens-ermou", "thessaloniki-tsimiski", "paris-marais")
_CATEGORIES: Final = ("lips", "eyes", "face", "tools")
_COUPONS: Final = ("WELCOME", "SPRING-5", "VIP")
_CONDITIONS: Final = (
    "cart.total_minor >= {n}00",
    "cart.quantity > {d}",
    "size(cart.skus) >= {d} && size(cart.skus) < {n}",
    "'lips' in cart.categories || 'tools' in cart.categories",
    "now.hour >= {d} ? now.weekday < 6 : now.minute > {d}",
    "store.startsWith('athens') || cart.total_minor % 2 == 0",
    "!has(member.level) && now.date < '2027-06-01'",
    "member.level == 'gold'",
    "'Meltemi' in cart.brands && !('velvet-hour' in cart.products)",
    "cart.total_minor / (cart.quantity - {d}) > {n}00",
)


def offers_file(random: Random, catalogue: Catalogue, most: int = 12) -> str:
    """A file of up to ``most`` offers of any kind, many of which hold."""
    tables = [_offer(random, catalogue, number) for number in range(random.randint(0, most))]
    return 'currency = "EUR"\n' + ("".join(map(_table, tables)) or "offer = []\n")


def carts_of(random: Random, catalogue: Catalogue, most: int = 12) -> list[OperationDocument]:
    """Steps of several devices on one cart, each device's in order."""
    skus = [variant.sku for product in catalogue.products for variant in product.variants]
    chosen = [*random.sample(skus, random.randint(1, most)), "NOT-SOLD"]
    cart = _an_id(random)
    devices = [_Device(f"device-{number}", cart) for number in range(3)]
    count = random.randint(1, 4 * most)
    return [random.choice(devices).step(random, _action(random, chosen, devices)) for _ in range(count)]


@dataclass(slots=True)
class _Device:
    name: str
    cart: UUID
    sequence: int = 0

    def step(self, random: Random, action: dict[str, Any]) -> OperationDocument:
        self.sequence += 1
        return OperationDocument.model_validate(
            {
                "id": _an_id(random),
                "cart": self.cart,
                "device": self.name,
                "sequence": self.sequence,
                "wall_ms": random.randint(1, 1000),
                "counter": 0,
                "action": action,
            }
        )


def _an_id(random: Random) -> UUID:
    return UUID(int=random.getrandbits(128))


def _action(random: Random, skus: Sequence[str], devices: Sequence[_Device]) -> dict[str, Any]:
    sku = random.choice(skus)
    price = {"minor": random.choice([1600, 2400, 3200]), "currency": "EUR"}
    add = {"kind": "add", "sku": sku, "quantity": random.randint(1, 4), "price_seen": price}
    actions: list[dict[str, Any]] = [
        add,
        {"kind": "take", "sku": sku, "quantity": 1},
        {"kind": "remove", "sku": sku, "observed": {device.name: max(1, device.sequence) for device in devices}},
        {"kind": "coupon", "code": random.choice(_COUPONS), "applied": random.random() < 0.8},
        {"kind": "option", "sku": sku, "name": "gift_wrap", "value": random.choice(["", "yes"])},
    ]
    return random.choices(actions, [10, 2, 1, 2, 1])[0]


def _offer(random: Random, catalogue: Catalogue, number: int) -> dict[str, Any]:
    table = {
        "id": f"offer-{number}",
        "title": dict.fromkeys(LANGUAGES, "Offer"),
        "reason": dict.fromkeys(LANGUAGES, "You save {amount}."),
        "priority": random.randint(-2, 2),
        "combinable": random.random() < 0.4,
        **_terms(random, catalogue),
        **_limits(random, number),
    }
    if table["kind"] != "bundle":
        table["target"] = _target(random, catalogue)
    return table


def _terms(random: Random, catalogue: Catalogue) -> dict[str, Any]:
    percent, amount = random.randint(1, 100), random.randint(1, 3000)
    kind = random.choice(["percent", "amount", "threshold", "buy_x_get_y", "bundle"])
    match kind:
        case "percent":
            return {"kind": kind, "percent": percent}
        case "amount":
            return {"kind": kind, "amount": amount}
        case "threshold":
            off = random.choice([{"percent": percent}, {"amount": amount}])
            return {"kind": kind, "spend": random.randint(1, 20000), **off}
        case "buy_x_get_y":
            return {"kind": kind, "buy": random.randint(1, 3), "get": random.randint(1, 2), "percent": percent}
        case _:
            parts = [_part(random, catalogue) for _ in range(random.randint(2, 3))]
            return {"kind": kind, "price": random.randint(1000, 9000), "part": parts}


def _part(random: Random, catalogue: Catalogue) -> dict[str, Any]:
    named = _target(random, catalogue) or {"categories": ["lips"]}
    return {**named, "quantity": random.randint(1, 2)}


def _target(random: Random, catalogue: Catalogue) -> dict[str, list[str]]:
    product = random.choice(catalogue.products)
    return random.choice(
        [
            {},
            {"categories": random.sample(_CATEGORIES, random.randint(1, 3))},
            {"brands": [product.brand]},
            {"products": [product.id], "skus": [random.choice(random.choice(catalogue.products).variants).sku]},
        ]
    )


def _limits(random: Random, number: int) -> dict[str, Any]:
    limits: dict[str, Any] = {}
    if random.random() < 0.4:
        limits["condition"] = random.choice(_CONDITIONS).format(d=random.randint(0, 9), n=random.randint(1, 150))
    if random.random() < 0.2:
        limits["hours"] = f"{random.randint(0, 12):02}:00-{random.randint(13, 23):02}:30"
    if random.random() < 0.2:
        limits["weekdays"] = random.sample(["mon", "wed", "sat", "sun"], 3)
    if random.random() < 0.1:
        limits["stores"] = random.sample(STORES, 2)
    if random.random() < 0.2 and number < len(_COUPONS):
        limits["coupon"] = _COUPONS[number]
    return limits


def _table(offer: Mapping[str, Any]) -> str:
    return "\n[[offer]]\n" + "".join(f"{key} = {_toml(value)}\n" for key, value in offer.items())


def _toml(value: object) -> str:
    match value:
        case dict():
            return "{ " + ", ".join(f"{key} = {_toml(each)}" for key, each in value.items()) + " }"
        case list():
            return "[" + ", ".join(map(_toml, value)) + "]"
        case _:
            return json.dumps(value, ensure_ascii=False)
