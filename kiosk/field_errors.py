"""What pydantic finds wrong with a field, in words for the person who wrote the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import AfterValidator

from assets.toml_files import quoted

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_WORDS = {
    "missing": "is missing",
    "extra_forbidden": "is not a field that is known here",
    "bool_type": "{value!r} is neither true nor false",
    "bool_parsing": "{value!r} is neither true nor false",
    "int_type": "{value!r} is not a whole number",
    "int_from_float": "{value!r} is not a whole number",
    "int_parsing": "{value!r} is not a whole number",
    "float_type": "{value!r} is not a number",
    "float_parsing": "{value!r} is not a number",
    "finite_number": "{value!r} is not a number that can be used",
    "string_type": "{value!r} is not text",
    "list_type": "{value!r} is not a list",
    "tuple_type": "{value!r} is not a list",
    "model_type": "{value!r} is not a table",
    "enum": "{value!r} is not one of: {expected}",
    "literal_error": "{value!r} is not one of: {expected}",
    "too_short": "is empty",
}


def sentence(error: ErrorDetails) -> str:
    """What is wrong, without the place: "9 is not between 1 and 4"."""
    context = error.get("ctx", {})
    if isinstance(context.get("error"), ValueError):
        return str(context["error"])
    words = _WORDS.get(error["type"])
    if words is None:
        return f"{quoted(error['input'])}: {error['msg'][:1].lower()}{error['msg'][1:]}"
    return words.replace("{value!r}", quoted(error["input"])).replace("{expected}", _choices(context))


def between(low: float, high: float) -> AfterValidator:
    """A check that a number is in the range, ends included, whose error names both ends."""

    def check(value: float) -> float:
        if not low <= value <= high:
            raise ValueError(f"{quoted(value)} is not between {low:.12g} and {high:.12g}")
        return value

    return AfterValidator(check)


def _choices(context: dict[str, object]) -> str:
    return str(context.get("expected", "")).replace("'", "").replace(" or ", ", ")
