"""What the interface answers when it cannot do as asked: problem details (RFC 9457)."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from kiosk.hub.database import UNAVAILABLE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fastapi import FastAPI, Request

MEDIA_TYPE: Final = "application/problem+json"
_PLAIN: Final = "about:blank"
_LOG: Final = logging.getLogger(__name__)


class Problem(BaseModel):
    """A problem as it is sent: what kind it is, its status, and a sentence about this one."""

    type: str = _PLAIN
    title: str
    status: int
    detail: str


class ProblemError(HTTPException):
    """A refusal of a kind that programs tell from others."""

    def __init__(self, kind: str, status: HTTPStatus, detail: str, headers: Mapping[str, str] | None = None) -> None:
        """Refuse; ``kind`` is a URN."""
        super().__init__(status, detail, headers)
        self.kind = kind


def declared(*statuses: HTTPStatus) -> dict[int | str, dict[str, Any]]:
    """These answers, as an operation of the interface declares them in its OpenAPI document."""
    content = {MEDIA_TYPE: {"schema": Problem.model_json_schema()}}
    return {int(status): {"description": status.phrase, "content": content} for status in statuses}


def declare_body_problems(app: FastAPI) -> None:
    """Have the document of the app say of every operation that takes a body that it refuses those that are none.

    Whatever an operation takes, a body is read and measured before it is asked.
    """
    make_document = app.openapi

    def openapi() -> dict[str, Any]:
        document = make_document()
        for operations in document["paths"].values():
            for operation in operations.values():
                if "requestBody" in operation:
                    for status, answer in _BODY_PROBLEMS.items():
                        operation["responses"].setdefault(str(status), answer)
        return document

    app.openapi = openapi  # type: ignore[method-assign]  # as FastAPI has it done


def answer_with_problems(app: FastAPI) -> None:
    """Have every refusal of the app said so."""
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(RequestValidationError, _misunderstood)
    for unavailable in UNAVAILABLE:
        app.add_exception_handler(unavailable, _unavailable)
    app.add_exception_handler(Exception, _mistaken)


async def _refused(request: Request, error: Exception) -> JSONResponse:
    del request
    if not isinstance(error, HTTPException):
        raise TypeError(f"{type(error).__name__} is not a refusal")
    kind = error.kind if isinstance(error, ProblemError) else _PLAIN
    return _problem(HTTPStatus(error.status_code), str(error.detail), error.headers, kind)


async def _misunderstood(request: Request, error: Exception) -> JSONResponse:
    del request
    if not isinstance(error, RequestValidationError):
        raise TypeError(f"{type(error).__name__} is no misunderstanding")
    wrong = ", ".join(f"{mistake['loc'][-1]}: {mistake['msg']}" for mistake in error.errors())
    return _problem(HTTPStatus.UNPROCESSABLE_ENTITY, wrong, None)


async def _mistaken(request: Request, error: Exception) -> JSONResponse:
    del request, error  # the server's log has the traceback
    # The server ends the connection after it: who asks next needs another.
    return _problem(HTTPStatus.INTERNAL_SERVER_ERROR, "the hub made a mistake", {"Connection": "close"})


async def _unavailable(request: Request, error: Exception) -> JSONResponse:
    del request
    _LOG.warning("the database does not answer: %s", type(error).__name__)
    return _problem(HTTPStatus.SERVICE_UNAVAILABLE, "the hub's database does not answer", {"Retry-After": "1"})


_BODY_PROBLEMS: Final = declared(HTTPStatus.BAD_REQUEST, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)


def _problem(status: HTTPStatus, detail: str, headers: Mapping[str, str] | None, kind: str = _PLAIN) -> JSONResponse:
    problem = Problem(type=kind, title=status.phrase, status=status, detail=detail)
    return JSONResponse(problem.model_dump(), status, {"Cache-Control": "no-store", **(headers or {})}, MEDIA_TYPE)
