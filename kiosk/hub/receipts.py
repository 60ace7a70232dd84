"""A receipt as a letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.hub.order_drawing import format_moment
from kiosk.orders.code import in_groups
from kiosk.orders.order import OrderState

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.hub.shown_order import ShownOrder
    from kiosk.orders.order import OrderLine


def write_receipt(shown: ShownOrder, language: str, words: Mapping[str, str]) -> tuple[str, str]:
    """The subject and the text of the letter about an order that is paid."""
    held = shown.held
    code = in_groups(held.order.code)
    paid_ms = next(step.at_ms for step in held.steps if step.state is OrderState.PAID)
    text = [words["code"].format(code=code)]
    if shown.store is not None:
        text.append(shown.store.name.in_language(language))
    text += [f"{words['state_paid']}: {format_moment(paid_ms, shown.timezone, language)}", ""]
    for line in held.lines:
        text += _write_line(line, shown, language, words)
    if shown.savings.minor:
        text.append(f"{words['savings']}: {shown.savings.in_language(language)}")
    text.append(f"{words['total']}: {held.charged.in_language(language)}")
    return words["letter_subject"].format(code=code), "\n".join(text) + "\n"


def _write_line(line: OrderLine, shown: ShownOrder, language: str, words: Mapping[str, str]) -> list[str]:
    item = shown.names.get(line.sku)
    name = line.sku if item is None else f"{item.brand} {item.product.in_language(language)}"
    if item is not None and item.shade is not None:
        name += f", {item.shade.in_language(language)}"
    price = words["each"].format(quantity=line.quantity, price=line.unit_price.in_language(language))
    return [name, f"  {price}: {line.total.in_language(language)}", ""]
