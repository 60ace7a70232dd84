"""Teaches mypy what PySide6's stubs leave out: a Property gives what its getter returns, QmlUncreatable decorates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy.plugin import FunctionContext, MethodContext, Plugin
from mypy.types import AnyType, CallableType, Type, TypeOfAny, get_proper_type

if TYPE_CHECKING:
    from collections.abc import Callable


class PySidePlugin(Plugin):
    """Hooks for what the stubs declare as plain classes."""

    def get_method_hook(self, fullname: str) -> Callable[[MethodContext], Type] | None:
        """``@Property(int)`` over a getter."""
        return _decorated if fullname == "PySide6.QtCore.Property.__call__" else None

    def get_function_hook(self, fullname: str) -> Callable[[FunctionContext], Type] | None:
        """``Property(int, getter, setter)``, and ``@QmlUncreatable("why")`` over a class."""
        match fullname:
            case "PySide6.QtCore.Property":
                return _constructed
            case "PySide6.QtQml.QmlUncreatable":
                return _anything
            case _:
                return None


def _decorated(context: MethodContext) -> Type:
    return _given_by(context.arg_types[0], context.default_return_type)


def _constructed(context: FunctionContext) -> Type:
    getter = context.arg_types[context.callee_arg_names.index("fget")] if "fget" in context.callee_arg_names else []
    return _given_by(getter, context.default_return_type)


def _given_by(getters: list[Type], otherwise: Type) -> Type:
    """What the getter returns, where there is one."""
    getter = get_proper_type(getters[0]) if getters else None
    return getter.ret_type if isinstance(getter, CallableType) else otherwise


def _anything(context: FunctionContext) -> Type:
    del context
    return AnyType(TypeOfAny.special_form)


def plugin(version: str) -> type[PySidePlugin]:
    """Mypy's way in."""
    del version
    return PySidePlugin
