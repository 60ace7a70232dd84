"""A hub's pricing as a process of its own: a line of JSON in, a line of JSON out."""

from __future__ import annotations

import json
import sys
from contextlib import closing

from kiosk.cart.cart import merge
from kiosk.cart.wire import OperationDocument
from kiosk.hub.database import Database
from kiosk.hub.pricing import HubPricing
from kiosk.hub.shop_state import ShopStates
from kiosk.offers.priced_wire import PricedCartDocument


def main() -> None:
    """Price what is asked for until nothing is, in the database of the first argument."""
    now_ms = 0
    shop = ShopStates()
    pricing = HubPricing(shop, lambda: now_ms)
    with closing(Database(sys.argv[1])) as database:
        for line in sys.stdin:
            asked = json.loads(line)
            now_ms = asked["now_ms"]
            cart = merge(OperationDocument.model_validate_json(text).value() for text in asked["operations"])
            with database.reading() as connection:
                priced = pricing.price(connection, cart, asked["store"])
            print(PricedCartDocument.of(priced).model_dump_json(), flush=True)  # noqa: T201 - its answer


if __name__ == "__main__":
    main()
