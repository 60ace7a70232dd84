"""What the interface answers when it cannot do as asked: problem details (RFC 9457)."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.exceptions import HTTPException

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fastapi import FastAPI, Request

MEDIA_TYPE: Final = "application/problem+json"


class Problem(BaseModel):
    """A problem as it is sent: what kind it is, its status, and a sentence about this one."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str


def declared(*statuses: HTTPStatus) -> dict[int | str, dict[str, Any]]:
    """These answers, as an operation of the interface declares them in its OpenAPI document."""
    content = {MEDIA_TYPE: {"schema": Problem.model_json_schema()}}
    return {int(status): {"description": status.phrase, "content": content} for status in statuses}


def answer_with_problems(app: FastAPI) -> None:
    """Have every refusal of the app said so."""
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(RequestValidationError, _misunderstood)
    app.add_exception_handler(Exception, _mistaken)


async def _refused(request: Request, error: Exception) -> JSONResponse:
    del request
    if not isinstance(error, HTTPException):
        raise TypeError(f"{type(error).__name__} is not a refusal")
    return _problem(HTTPStatus(error.status_code), str(error.detail), error.headers)


async def _misunderstood(request: Request, error: Exception) -> JSONResponse:
    del request
    if not isinstance(error, RequestValidationError):
        raise TypeError(f"{type(error).__name__} is no misunderstanding")
    wrong = ", ".join(f"{mistake['loc'][-1]}: {mistake['msg']}" for mistake in error.errors())
    return _problem(HTTPStatus.UNPROCESSABLE_ENTITY, wrong, None)


async def _mistaken(request: Request, error: Exception) -> JSONResponse:
    del request, error  # the server's log has the traceback
    return _problem(HTTPStatus.INTERNAL_SERVER_ERROR, "the hub made a mistake", None)


def _problem(status: HTTPStatus, detail: str, headers: Mapping[str, str] | None) -> JSONResponse:
    problem = Problem(title=status.phrase, status=status, detail=detail)
    return JSONResponse(problem.model_dump(), status, {"Cache-Control": "no-store", **(headers or {})}, MEDIA_TYPE)
