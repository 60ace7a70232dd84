"""Conditions of offers: expressions in CEL that come from outside, read once and asked often.

They are a part of CEL (github.com/google/cel-spec) whose cost is bounded by its length: no loops, no regular
expressions, no conversions, and only the names below.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

import celpy
from celpy import Expression
from celpy.adapter import json_to_cel
from celpy.celparser import CELParseError
from celpy.celtypes import BoolType, Value
from celpy.evaluation import CELEvalError, CELUnsupportedError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LONGEST: Final = 300
"""Characters."""

Fact = str | int | bool | tuple[str, ...]
"""What can be known of a cart, a moment, a member, a visit."""

_DEEPEST: Final = 30
"""Levels within each other, of which a pair of brackets is two; the evaluator recurses, six calls a level."""

_DEEPEST_PARSED: Final = 200
"""The same before the levels are left out that only pass a value on, ten to a pair of brackets."""

_FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "cart": ("total_minor", "quantity", "skus", "products", "brands", "categories"),
    "now": ("date", "weekday", "hour", "minute"),
    "visit": ("tried", "viewed"),
}
"""What can be asked of each name; of ``member`` anything, and ``store`` is a text itself."""

_FUNCTIONS: Final = frozenset({"has", "size"})
_METHODS: Final = frozenset({"contains", "startsWith", "endsWith", "size"})

_REFUSED: Final[Mapping[str, str]] = {
    "map_lit": "a map",
    "member_index": "an index in brackets",
    "member_object": "an object",
    "dot_ident": "a name that begins with a dot",
    "dot_ident_arg": "a name that begins with a dot",
}

_CHAIN: Final = frozenset(
    {"expr", "conditionalor", "conditionaland", "relation", "addition", "multiplication", "unary", "member"}
)
"""Levels of the grammar; a tree has them all around every value, where they do nothing."""


class ConditionError(ValueError):
    """An expression that is not accepted; one sentence that says why."""


class Condition:
    """One expression, which is true or false of facts.

    Attributes:
        source: the text.
        names: what it asks about: ``cart``, ``now``, ``store``, ``member``, ``visit``.
    """

    __slots__ = ("_last", "_paths", "_program", "names", "source")

    def __init__(self, source: str) -> None:
        """Read ``source``.

        Raises:
            ConditionError: it is too long or too deep, no CEL, or asks for what is not offered.
        """
        if len(source) > LONGEST:
            raise ConditionError(f"has {len(source)} characters, {LONGEST} is the most")
        environment = _environment()
        parsed = _parsed(environment, source)
        _require_shallow(parsed, _DEEPEST_PARSED)
        tree = _shortened(parsed)
        _require_shallow(tree, _DEEPEST)
        self.source: Final = source
        self._paths: Final = frozenset(_paths(tree))
        self.names: Final = frozenset(path[0] for path in self._paths)
        self._program = environment.program(tree)
        self._last: tuple[tuple[Fact | None, ...], bool] | None = None

    def holds(self, facts: Facts) -> bool:
        """Whether it is true.

        Raises:
            ConditionError: it has no answer for these facts, or one that is neither true nor false.
        """
        asked = tuple(facts.value(path) for path in self._paths)
        last = self._last
        if last is not None and last[0] == asked:
            return last[1]
        answer = self._answer(facts)
        self._last = asked, answer
        return answer

    def _answer(self, facts: Facts) -> bool:
        try:
            answer = self._program.evaluate(dict(facts.prepared))
        except CELEvalError as error:
            raise ConditionError(f"has no answer: {error.args[0]}") from error
        except (ArithmeticError, AttributeError, CELUnsupportedError, LookupError, TypeError, ValueError) as error:
            # The language is untyped and its interpreter answers some mismatches with Python's own exceptions.
            raise ConditionError(f"has no answer: {error}") from error
        if not isinstance(answer, BoolType):
            raise ConditionError("is neither true nor false")
        return bool(answer)

    def __eq__(self, other: object) -> bool:
        """Equal texts are equal conditions."""
        return isinstance(other, Condition) and other.source == self.source

    def __hash__(self) -> int:
        """Equal conditions hash equal."""
        return hash(self.source)

    def __repr__(self) -> str:
        """What a developer reads."""
        return f"Condition({self.source!r})"


class Facts:
    """What conditions ask about."""

    def __init__(self, told: Mapping[str, str | Mapping[str, Fact]]) -> None:
        """Keep what is ``told``: of each name its text, or its fields."""
        self._told = told

    @cached_property
    def prepared(self) -> Mapping[str, Value]:
        """The same as conditions read it."""
        return {name: json_to_cel(_json(value)) for name, value in self._told.items()}

    def value(self, path: Sequence[str]) -> Fact | None:
        """What is told of a name, or of a field of it; None where nothing is."""
        match self._told.get(path[0]), path:
            case Mapping() as fields, (_, field):
                return fields.get(field)
            case str(text), _:
                return text
        return None


def _json(value: str | Mapping[str, Fact]) -> str | dict[str, Any]:
    if isinstance(value, str):
        return value
    return {name: list(fact) if isinstance(fact, tuple) else fact for name, fact in value.items()}


def _environment() -> celpy.Environment:
    limit = sys.getrecursionlimit()
    environment = celpy.Environment()
    sys.setrecursionlimit(limit)  # It raises it for the whole process, for depths that are refused here.
    environment.annotations.clear()  # Names of protobuf types, which cost half the time of an evaluation.
    return environment


def _parsed(environment: celpy.Environment, source: str) -> Expression[str]:
    try:
        return environment.compile(source)
    except CELParseError as error:
        where = f" at character {error.column}" if (error.column or 0) > 0 else ""
        raise ConditionError(f"is not CEL{where}") from error


def _require_shallow(tree: Expression[str], deepest: int) -> None:
    level: list[Expression[str]] = [tree]
    for _ in range(deepest):
        level = [child for node in level for child in node.children if isinstance(child, Expression)]
        if not level:
            return
    raise ConditionError("has too many brackets within each other")


def _shortened(node: Expression[str]) -> Expression[str]:
    """The same tree without the levels of the grammar that only pass a value on."""
    children = [_shortened(child) if isinstance(child, Expression) else child for child in node.children]
    if node.data in _CHAIN and len(children) == 1 and isinstance(children[0], Expression):
        return children[0]
    return Expression(node.data, children, node.meta)


def _paths(node: Expression[str]) -> Iterator[tuple[str, ...]]:
    """What is asked about in ``node``; refuses what is not offered."""
    path = _path(node)
    if path:
        _require_known(path)
        yield path
        return
    if node.data in _REFUSED:
        raise ConditionError(f"{_REFUSED[node.data]} is not offered here")
    if node.data == "ident_arg":
        _require_function(node)
    if node.data == "member_dot_arg":
        _require_method(node)
    if node.data == "member_dot":
        raise ConditionError(f"{node.children[1]!s} can only be asked of a name")
    for child in node.children:
        if isinstance(child, Expression):
            yield from _paths(child)


def _path(node: Expression[str]) -> tuple[str, ...]:
    """A name and its fields, ``cart.skus``; empty for anything else."""
    while node.data in _CHAIN | {"primary"} and len(node.children) == 1 and isinstance(node.children[0], Expression):
        node = node.children[0]
    match node.data, node.children:
        case "ident", [name]:
            return (str(name),)
        case "member_dot", [Expression() as member, name] if inner := _path(member):
            return (*inner, str(name))
        case _:
            return ()


def _require_known(path: tuple[str, ...]) -> None:
    told = ".".join(path)
    match path:
        case ("store",):
            return
        case ("member", _):
            return
        case (name, field) if field in _FIELDS.get(name, ()):
            return
        case (name, *_) if name in _FIELDS:
            raise ConditionError(f"{told!r} is not known: {name} has {', '.join(_FIELDS[name])}")
        case _:
            raise ConditionError(f"{told!r} is not known: there are cart, now, store, member and visit")


def _require_function(node: Expression[str]) -> None:
    name, *arguments = node.children
    if str(name) not in _FUNCTIONS:
        raise ConditionError(f"{name!s}() is not offered here: there are has and size")
    listed = arguments[0].children if arguments and isinstance(arguments[0], Expression) else []
    if len(listed) != 1:
        raise ConditionError(f"{name!s}() takes one argument")
    if str(name) == "has" and not (isinstance(listed[0], Expression) and _path(listed[0])[:1] == ("member",)):
        raise ConditionError("has() is for what is known of a member, such as has(member.level)")


def _require_method(node: Expression[str]) -> None:
    name = str(node.children[1])
    if name not in _METHODS:
        raise ConditionError(f".{name}() is not offered here: there are contains, startsWith, endsWith and size")
