"""The desks of a kiosk's shop, put together: what keeps the cart, and what asks the hub."""

from __future__ import annotations

from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING, NoReturn

from kiosk.hub.errors import HubError
from kiosk.local.database import LocalData
from kiosk.local.errors import ClosedCartError, LocalDataError
from ui.desk import Desk
from ui.front import Desks

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from kiosk.catalogue import Catalogue
    from kiosk.shopping import Shopping
    from kiosk.stores import Store
    from ui.models.handoff import HubCounter


class NoHub:
    """The counter of a shop without a hub."""

    def hand_over(self, cart: object) -> NoReturn:
        """There is no other place for a cart.

        Raises:
            HubError: always.
        """
        del cart
        raise HubError("this kiosk knows no hub")

    def redeem(self, code: str) -> NoReturn:
        """No cart was begun elsewhere.

        Raises:
            HubError: always.
        """
        del code
        raise HubError("this kiosk knows no hub")

    def read_code(self, text: str) -> None:
        """No code is of this shop's hub."""
        del text


@contextmanager
def shop_desks(folder: Path, catalogue: Catalogue, store: Store) -> Iterator[Desks]:
    """Two threads, which end when this is left.

    Args:
        folder: where the kiosk keeps its own data.
        catalogue: what is sold.
        store: where the kiosk is.
    """
    local = LocalData(folder)

    def open_shopping() -> AbstractContextManager[Shopping]:
        # Its libraries take a fifth of a second, which the first picture does not wait for.
        from kiosk import shop_opening  # noqa: PLC0415 - not before it is needed

        return shop_opening.open_shopping(local, catalogue, store, lambda: None)

    def open_counter() -> AbstractContextManager[HubCounter]:
        return nullcontext(NoHub())

    with (
        Desk("desk", open_shopping, (LocalDataError, ClosedCartError)) as shopping,
        Desk("counter", open_counter, (HubError,)) as counter,
    ):
        yield Desks(shopping, counter)
