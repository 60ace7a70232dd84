"""A list model over frozen dataclasses: each field is a role."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    Property,
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtQml import QmlElement, QmlUncreatable

if TYPE_CHECKING:
    from collections.abc import Sequence

QML_IMPORT_NAME = "Vitrine.Models"
QML_IMPORT_MAJOR_VERSION = 1

_FIRST_ROLE = int(Qt.ItemDataRole.UserRole) + 1


@QmlElement
@QmlUncreatable("rows belong to a view model")
class Rows(QAbstractListModel):
    """Rows of one frozen dataclass.

    Attributes:
        count: how many rows there are.

    Signals:
        countChanged: the number of rows is another.
    """

    countChanged = Signal()

    def __init__(self, row_type: type[Any], parent: QObject | None = None) -> None:
        """Make an empty list; ``row_type`` is the dataclass whose fields become roles."""
        super().__init__(parent)
        self._names = tuple(field.name for field in fields(row_type))
        self._rows: tuple[Any, ...] = ()

    def show(self, rows: Sequence[Any]) -> None:
        """Show these rows.

        Rows that stay in their place are kept, so that a delegate under a finger survives a change of its values.
        """
        new = tuple(rows)
        if new == self._rows:
            return
        old = self._rows
        common = min(len(old), len(new))
        if len(old) > common:
            self.beginRemoveRows(QModelIndex(), common, len(old) - 1)
            self._rows = old[:common]
            self.endRemoveRows()
        if len(new) > common:
            self.beginInsertRows(QModelIndex(), common, len(new) - 1)
            self._rows = old[:common] + new[common:]
            self.endInsertRows()
        changed = [row for row in range(common) if old[row] != new[row]]
        self._rows = new
        if changed:
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))
        if len(old) != len(new):
            self.countChanged.emit()

    @property
    def rows(self) -> tuple[Any, ...]:
        """What is shown now."""
        return self._rows

    def roleNames(self) -> dict[int, QByteArray]:
        """Qt: the roles, by number."""
        return {_FIRST_ROLE + n: QByteArray(name.encode()) for n, name in enumerate(self._names)}

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """Qt: the number of rows; a row has no children."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Qt: one field of one row."""
        name = role - _FIRST_ROLE
        if not index.isValid() or not 0 <= name < len(self._names):
            return None
        return getattr(self._rows[index.row()], self._names[name])

    @Property(int, notify=countChanged)
    def count(self) -> int:
        """The number of rows."""
        return len(self._rows)
