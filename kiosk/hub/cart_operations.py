"""Taking what devices did to carts: each step once, in its device's order, many in one transaction."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Literal

from sqlalchemy import bindparam, insert, select, update

from kiosk.hub.cart_state import may_use
from kiosk.hub.devices import DeviceKind
from kiosk.hub.inserts import upsert
from kiosk.hub.sent_operations import OperationResult
from kiosk.hub.tables.carts import cart_members, cart_operations, cart_signers, carts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from uuid import UUID

    from sqlalchemy import Connection

    from kiosk.hub.devices import Device
    from kiosk.hub.sent_operations import SentOperation

_MOST_VERSIONS: Final = 20_000
"""A cart with more was not filled by people."""

_BEGINNERS: Final = frozenset({DeviceKind.KIOSK, DeviceKind.STAFF})
"""The kinds of devices that may begin a cart."""


@dataclass(frozen=True, slots=True)
class Submission:
    """What one device sent at one time, in its order."""

    device: Device
    operations: Sequence[SentOperation]


@dataclass(slots=True)
class _Signer:
    device: UUID
    last_sequence: int


@dataclass(slots=True)
class _Ledger:
    """A cart while steps are taken.

    Attributes:
        known: of the steps that were sent now, those that are there already: where, and why they were refused.
    """

    id: UUID
    store: str
    state: str
    version: int
    members: set[UUID] = field(default_factory=set)
    signers: dict[str, _Signer] = field(default_factory=dict)
    known: dict[UUID, tuple[str, int, str | None]] = field(default_factory=dict)
    new_rows: list[dict[str, Any]] = field(default_factory=list)

    def take(self, device: Device, sent: SentOperation) -> OperationResult:  # noqa: PLR0911 - a rule each
        """Take a step, or say why not."""
        if not may_use(device, self.members, self.store):
            return _refused(sent, "this device has no part in this cart")
        if self.state == "gone":
            return _refused(sent, "this cart is gone")
        known = self.known.get(sent.id)
        if known is not None and known[:2] == (sent.signer, sent.sequence):
            return _result(sent, "duplicate", known[2])
        signer = self.signers.get(sent.signer, _Signer(device.id, 0))
        if signer.device != device.id:
            return _refused(sent, "another device signs with this name")
        if sent.sequence > signer.last_sequence + 1:
            return OperationResult(id=str(sent.id), status="gap", expected=signer.last_sequence + 1)
        if sent.sequence <= signer.last_sequence:
            return _refused(sent, "another step has this sequence")
        reason = self._reason_against(sent, is_used=known is not None)
        self._keep(sent, device, reason)
        return _result(sent, "accepted", reason)

    def _reason_against(self, sent: SentOperation, *, is_used: bool) -> str | None:
        """Why a step whose turn it is is not taken."""
        reasons = {
            sent.mistake: bool(sent.mistake),
            "another step has this id": is_used,
            "this cart was ordered": self.state == "ordered",
            "this cart has too many steps": self.version >= _MOST_VERSIONS,
        }
        return next((reason for reason, holds in reasons.items() if holds), None)

    def _keep(self, sent: SentOperation, device: Device, reason: str | None) -> None:
        self.signers[sent.signer] = _Signer(device.id, sent.sequence)
        self.known[sent.id] = (sent.signer, sent.sequence, reason)
        if reason is None:
            self.version += 1
        self.new_rows.append(
            {
                "cart": self.id,
                "signer": sent.signer,
                "sequence": sent.sequence,
                "id": sent.id,
                "version": self.version if reason is None else None,
                "refusal": reason,
                "document": sent.document,
            }
        )


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of submissions.

    Attributes:
        results: of each submission, of each of its operations, in order.
        versions: of each cart that changed, the version that it has now.
    """

    results: list[list[OperationResult]]
    versions: dict[UUID, int]


def take_operations(connection: Connection, submissions: Sequence[Submission], now_ms: int) -> Taken:
    """Take what devices sent, in one transaction.

    Carts are locked in the order of their ids, so that two transactions never wait for each other.
    """
    _begin_carts(connection, submissions, now_ms)
    operations = [sent for submission in submissions for sent in submission.operations]
    ledgers = _load_ledgers(connection, operations)
    before = {cart: ledger.version for cart, ledger in ledgers.items()}
    results = [
        [_take(ledgers.get(sent.cart), submission.device, sent) for sent in submission.operations]
        for submission in submissions
    ]
    _store(connection, ledgers.values(), now_ms)
    changed = {cart: ledger.version for cart, ledger in ledgers.items() if ledger.version > before[cart]}
    return Taken(results, changed)


def _take(ledger: _Ledger | None, device: Device, sent: SentOperation) -> OperationResult:
    if ledger is not None:
        return ledger.take(device, sent)
    if device.kind in _BEGINNERS:
        return OperationResult(id=str(sent.id), status="gap", expected=1)
    return _refused(sent, "there is no such cart")


def _result(sent: SentOperation, status: Literal["accepted", "duplicate"], reason: str | None) -> OperationResult:
    return OperationResult(id=str(sent.id), status=status) if reason is None else _refused(sent, reason)


def _refused(sent: SentOperation, reason: str) -> OperationResult:
    return OperationResult(id=str(sent.id), status="refused", reason=reason)


def _begin_carts(connection: Connection, submissions: Sequence[Submission], now_ms: int) -> None:
    """Make the carts of which the first step has come; before any is locked."""
    firsts: dict[UUID, Device] = {}
    for submission in submissions:
        if submission.device.kind in _BEGINNERS:
            for sent in submission.operations:
                if sent.sequence == 1:
                    firsts.setdefault(sent.cart, submission.device)
    if not firsts:
        return
    there = set(connection.scalars(select(carts.c.id).where(carts.c.id.in_(firsts))))
    rows = [
        {
            "id": cart,
            "store": firsts[cart].store,
            "state": "open",
            "version": 0,
            "created_ms": now_ms,
            "updated_ms": now_ms,
        }
        for cart in sorted(firsts.keys() - there)
    ]
    if not rows:
        return
    begun = upsert(connection, carts).values(rows).on_conflict_do_nothing().returning(carts.c.id)
    members = [
        {"cart": cart, "device": firsts[cart].id, "joined_ms": now_ms} for cart in connection.scalars(begun).all()
    ]
    if members:
        connection.execute(insert(cart_members), members)


def _load_ledgers(connection: Connection, operations: Sequence[SentOperation]) -> Mapping[UUID, _Ledger]:
    ids = {sent.cart for sent in operations}
    locked = (
        select(carts.c.id, carts.c.store, carts.c.state, carts.c.version)
        .where(carts.c.id.in_(ids))
        .order_by(carts.c.id)
        .with_for_update(key_share=True)
    )
    ledgers = {row.id: _Ledger(row.id, row.store, row.state, row.version) for row in connection.execute(locked)}
    members = select(cart_members.c.cart, cart_members.c.device).where(cart_members.c.cart.in_(ledgers))
    for cart, device in connection.execute(members):
        ledgers[cart].members.add(device)
    for row in connection.execute(select(cart_signers).where(cart_signers.c.cart.in_(ledgers))):
        ledgers[row.cart].signers[row.signer] = _Signer(row.device, row.last_sequence)
    table = cart_operations.c
    known = select(table.cart, table.id, table.signer, table.sequence, table.refusal).where(
        table.cart.in_(ledgers), table.id.in_({sent.id for sent in operations})
    )
    for row in connection.execute(known):
        ledgers[row.cart].known[row.id] = (row.signer, row.sequence, row.refusal)
    return ledgers


def _store(connection: Connection, ledgers: Iterable[_Ledger], now_ms: int) -> None:
    changed = [ledger for ledger in ledgers if ledger.new_rows]
    if not changed:
        return
    connection.execute(insert(cart_operations), [row for ledger in changed for row in ledger.new_rows])
    signers = upsert(connection, cart_signers)
    connection.execute(
        signers.on_conflict_do_update(
            index_elements=[cart_signers.c.cart, cart_signers.c.signer],
            set_={"last_sequence": signers.excluded.last_sequence},
        ),
        [
            {"cart": ledger.id, "signer": name, "device": signer.device, "last_sequence": signer.last_sequence}
            for ledger in changed
            for name, signer in ledger.signers.items()
            if any(row["signer"] == name for row in ledger.new_rows)
        ],
    )
    connection.execute(
        update(carts)
        .where(carts.c.id == bindparam("cart"))
        .values(version=bindparam("new_version"), updated_ms=now_ms),
        [{"cart": ledger.id, "new_version": ledger.version} for ledger in changed],
    )
