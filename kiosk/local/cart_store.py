"""The carts of a kiosk, on its own disk: a step is in its cart and on its way to the hub, or it never happened."""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING
from uuid import UUID

from kiosk.cart.clock import HybridClock
from kiosk.cart.editor import CartEditor
from kiosk.cart.views import CartState, Lease
from kiosk.cart.wire import OperationDocument
from kiosk.local.errors import ClosedCartError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kiosk.cart.operation import Operation
    from kiosk.local.database import LocalDatabase
    from kiosk.local.outbox import Outbox


@dataclass(frozen=True, slots=True)
class CartRecord:
    """What is known of a cart beside its steps.

    Attributes:
        state: how far it is.
        version: the hub's last that is here; 0 before the first.
        offered: the hub has steps of it, or may have.
        shared: another device has it, or may have.
        lease: who takes payment for it; None when nobody does.
    """

    state: CartState
    version: int
    offered: bool
    shared: bool
    lease: Lease | None


@dataclass(frozen=True, slots=True)
class CartNews:
    """What the hub tells of a cart.

    Attributes:
        operations: steps that are new here, or not; those of each device in their order.
        version: the hub's, with them.
        state, lease: as they are now.
    """

    operations: tuple[Operation, ...]
    version: int
    state: CartState
    lease: Lease | None


class CartStore:
    """Carts by their ids. For one thread, as the connection is."""

    def __init__(
        self,
        database: LocalDatabase,
        outbox: Outbox,
        wall_ms: Callable[[], int],
        new_id: Callable[[], UUID],
    ) -> None:
        """Keep carts in ``database``.

        Args:
            database: where.
            outbox: takes their steps to the hub; on the same database.
            wall_ms: the hub's time as far as it is known here, milliseconds since 1970 in UTC; may jump.
            new_id: gives UUIDv7s.
        """
        self._database = database
        self._outbox = outbox
        self._wall_ms = wall_ms
        self._new_id = new_id
        self._read: dict[str, Operation] = {}  # the cart that was asked for last: reading it again is most of a tap

    @contextmanager
    def editing(self, cart: UUID) -> Iterator[CartEditor]:
        """What is made with this editor is done once this is left: on the disk, and on its way to the hub.

        A cart that is not there begins.

        Raises:
            ClosedCartError: the cart was ordered or is gone.
            LocalDataError: the machine does not let us; nothing was done.
        """
        with self._database.transaction():
            device = self._device()
            self._database.execute(
                "INSERT OR IGNORE INTO cart VALUES (?, 'open', 0, 0, 0, 0, 0, NULL)",
                (str(cart),),
            )
            ((state, sequence),) = self._database.rows("SELECT state, sequence FROM cart WHERE id = ?", (str(cart),))
            if state in {CartState.ORDERED, CartState.GONE}:
                raise ClosedCartError("this cart is closed: begin another")
            known = self.operations(cart)
            last = max((operation.stamp for operation in known), default=None)
            editor = CartEditor(cart, known, sequence, HybridClock(device, self._wall_ms, last), self._new_id)
            yield editor
            self._insert(editor.made)
            self._outbox.put_steps(editor.made)
            self._database.execute(
                "UPDATE cart SET sequence = ? WHERE id = ?", (sequence + len(editor.made), str(cart))
            )

    def operations(self, cart: UUID) -> list[Operation]:
        """All steps of a cart that are known here, in no order; none for one that is not there."""
        rows = self._database.rows("SELECT id, document FROM operation WHERE cart = ?", (str(cart),))
        known = self._read
        self._read = {
            id_: known.get(id_) or OperationDocument.model_validate_json(document).value() for id_, document in rows
        }
        return list(self._read.values())

    def record(self, cart: UUID) -> CartRecord | None:
        """What is known of a cart beside its steps; None for one that is not there."""
        told = self._told(cart)
        if told is None or told.lease is None or told.lease.until_ms > self._wall_ms():
            return told
        # It lapses everywhere at once, and the hub has nothing to tell.
        return replace(told, lease=None, state=CartState.OPEN if told.state is CartState.PAYING else told.state)

    def _told(self, cart: UUID) -> CartRecord | None:
        """What the hub told last, or what was done here since."""
        rows = self._database.rows("SELECT state, version, offered, shared, lease FROM cart WHERE id = ?", (str(cart),))
        for state, version, offered, shared, lease in rows:
            return CartRecord(CartState(state), version, bool(offered), bool(shared), _read_lease(lease))
        return None

    def followed(self) -> list[UUID]:
        """The carts of which the hub may have news: it has them, and their visit is not over."""
        rows = self._database.rows(
            "SELECT id FROM cart WHERE offered AND NOT left AND state IN ('open', 'paying') ORDER BY id"
        )
        return [UUID(cart) for (cart,) in rows]

    # --- What others do -----------------------------------------------------------------------------------------------

    def join(self, cart: UUID, news: CartNews) -> None:
        """Another device's cart is this device's too from now on."""
        with self._database.transaction():
            self._database.execute(
                "INSERT INTO cart VALUES (?, 'open', 0, 0, 1, 1, 0, NULL)"
                " ON CONFLICT DO UPDATE SET offered = 1, shared = 1, left = 0",
                (str(cart),),
            )
            self.receive(cart, news)

    def receive(self, cart: UUID, news: CartNews) -> bool:
        """Take in what the hub tells; false where it was known, or the cart is not there any more."""
        with self._database.transaction():
            before = self._told(cart)
            if before is None or news.version < before.version:
                return False
            # What was ordered here stays so, though the hub may not have the order yet.
            state = before.state if before.state is CartState.ORDERED else news.state
            if (news.version, state, _payer(news.lease)) == (before.version, before.state, _payer(before.lease)):
                return False
            self._insert(news.operations)
            device = self._device()
            ours = [operation.sequence for operation in news.operations if operation.device == device]
            self._database.execute(
                "UPDATE cart SET state = ?, version = ?, lease = ?, sequence = max(sequence, ?) WHERE id = ?",
                (state, news.version, _write_lease(news.lease), max(ours, default=0), str(cart)),
            )
        return True

    # --- How it ends --------------------------------------------------------------------------------------------------

    def share(self, cart: UUID) -> None:
        """Another device is offered the cart: it stays when the visit ends here."""
        self._database.execute("UPDATE cart SET shared = 1 WHERE id = ?", (str(cart),))

    def order(self, cart: UUID) -> None:
        """The cart was ordered: nothing is done to it any more."""
        self._database.execute("UPDATE cart SET state = 'ordered', lease = NULL WHERE id = ?", (str(cart),))

    def leave(self, cart: UUID) -> None:
        """Its visit is over.

        A cart that was ordered or shared goes as soon as the hub has all of it; any other goes at once, with what the
        hub was not sent, and the hub is told if it may have seen any of it. Not within a transaction.
        """
        with self._database.transaction():
            self._leave(cart)
        self._database.scrub()

    def leave_all(self) -> None:
        """No visit is under way, as when the kiosk begins. Not within a transaction."""
        with self._database.transaction():
            for (cart,) in self._database.rows("SELECT id FROM cart WHERE NOT left"):
                self._leave(UUID(cart))
        self._database.scrub()

    def _leave(self, cart: UUID) -> None:
        record = self.record(cart)
        if record is None:
            return
        if record.shared or record.state is CartState.ORDERED:
            self._database.execute("UPDATE cart SET left = 1 WHERE id = ?", (str(cart),))
            self.forget_settled()
            return
        self._forget(cart)
        if record.offered and record.state is not CartState.GONE:
            self._outbox.put_abandon(cart)

    def forget_settled(self) -> bool:
        """Let carts go whose visits are over and of which the hub has all; gives whether there were any."""
        with self._database.transaction():
            rows = self._database.rows(
                "SELECT id FROM cart WHERE left AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.cart = cart.id)"
            )
            for (cart,) in rows:
                self._forget(UUID(cart))
        return bool(rows)

    def _forget(self, cart: UUID) -> None:
        self._read = {}
        key = (str(cart),)
        self._database.execute("DELETE FROM cart WHERE id = ?", key)
        self._database.execute("DELETE FROM outbox WHERE cart = ? AND kind = 'operation'", key)
        self._database.execute("UPDATE parked SET document = NULL WHERE cart = ? AND kind = 'operation'", key)

    # --- On the disk --------------------------------------------------------------------------------------------------

    def _insert(self, operations: Iterable[Operation]) -> None:
        """Keep the steps that are not there yet."""
        self._database.execute_many(
            "INSERT OR IGNORE INTO operation VALUES (?, ?, ?, ?, ?)",
            [
                (str(one.cart), one.device, one.sequence, str(one.id), OperationDocument.of(one).model_dump_json())
                for one in operations
            ],
        )

    def _device(self) -> str:
        """The name that this kiosk's steps bear: made up once, and nobody else's."""
        for (device,) in self._database.rows("SELECT id FROM device"):
            return str(device)
        device = f"kiosk-{self._new_id().hex}"
        self._database.execute("INSERT INTO device VALUES (1, ?)", (device,))
        return device


def _payer(lease: Lease | None) -> UUID | None:
    return None if lease is None else lease.order


def _read_lease(document: str | None) -> Lease | None:
    if document is None:
        return None
    fields = json.loads(document)
    return Lease(UUID(fields["order"]), fields["device"], fields["is_own"], fields["until_ms"])


def _write_lease(lease: Lease | None) -> str | None:
    return None if lease is None else json.dumps({**asdict(lease), "order": str(lease.order)})
