from __future__ import annotations

import pytest
from pydantic import ValidationError

from kiosk.orders.wire import OrderDocument
from tests.kiosk.orders.orders import an_order


def test_an_order_travels_unchanged() -> None:
    order = an_order()
    assert OrderDocument.model_validate_json(OrderDocument.of(order).model_dump_json()).value() == order


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"total": {"minor": 1, "currency": "EUR"}}, "do not add up"),
        ({"total": {"minor": 5900, "currency": "USD"}}, "one currency"),
        ({"code": "0123456780"}, "check character"),
        ({"lines": []}, "at least 1"),
        ({"store": "../../etc"}, "pattern"),
        ({"address": "12 Fleet Street"}, "Extra inputs"),
    ],
)
def test_a_document_that_is_not_sound_is_refused(change: dict[str, object], said: str) -> None:
    document = OrderDocument.of(an_order()).model_dump(mode="json")
    with pytest.raises(ValidationError, match=said):
        OrderDocument.model_validate(document | change)


def test_lines_that_do_not_add_up_are_refused() -> None:
    document = OrderDocument.of(an_order()).model_dump(mode="json")
    document["lines"][0]["discount"]["minor"] += 100
    with pytest.raises(ValidationError, match=r"VH-412 does not add up"):
        OrderDocument.model_validate(document)
