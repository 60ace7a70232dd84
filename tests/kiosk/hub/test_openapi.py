"""The interface does as its document says, whatever it is asked."""

from __future__ import annotations

import os
from contextlib import closing, suppress
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest
import requests
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import Case, GenerationMode, openapi
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import Failure, FailureGroup
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from kiosk.hub.app import HubLimits
from kiosk.hub.database import Database
from kiosk.hub.devices import DeviceKind
from kiosk.hub.shop_loading import ShopFiles, load_shop, read_shop
from tests.kiosk.hub.conftest import Asker, shop_hub_on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from schemathesis.schemas import APIOperation

EXAMPLES = int(os.environ.get("OPENAPI_EXAMPLES", "8"))
"""Of each operation and each mode: as the document allows, and not as it allows."""

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]


@pytest.fixture
def askers(tmp_path: Path, empty_sqlite: Path) -> Iterator[list[Asker]]:
    """A kiosk, a till and staff of a hub with a shop, none of which asks too often."""
    path = tmp_path / "hub.db"
    path.write_bytes(empty_sqlite.read_bytes())
    limits = HubLimits(device_per_minute=1e9, device_burst=10**9)
    with closing(Database(f"sqlite:///{path}")) as database, shop_hub_on(database, limits) as hub:
        load_shop(database, read_shop(ShopFiles.sample()))
        kinds = (DeviceKind.KIOSK, DeviceKind.TILL, DeviceKind.STAFF)
        yield [hub.admit(kind.value, kind, "athens-ermou") for kind in kinds]


def examine(operation: APIOperation[Any, Any, Any, Any], mode: GenerationMode, asker: Asker) -> None:
    """Ask as the document allows, or as it does not."""

    @settings(
        max_examples=EXAMPLES,
        phases=[Phase.generate],
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(operation.as_strategy(generation_mode=mode))
    def ask(case: Case[Any]) -> None:
        if case.query and "wait" in case.query:
            case.query = {**case.query, "wait": 0}
        headers = {"Authorization": f"Bearer {asker.token}"}
        answer = case.call(base_url=asker.hub.url, session=asker.hub.session, headers=headers, timeout=10)
        case.validate_response(answer, checks=CHECKS)

    with suppress(Unsatisfiable):  # of what takes nothing there is nothing wrong to ask
        ask()


@pytest.mark.slow
@pytest.mark.timeout(60 + 60 * EXAMPLES)
def test_no_answer_is_a_mistake_or_undeclared(askers: list[Asker]) -> None:
    document = requests.get(f"{askers[0].hub.url}/v1/openapi.json", timeout=10).json()
    found = openapi.from_dict(document).get_all_operations()
    operations = [read.ok() for read in found if isinstance(read, Ok)]
    assert len(operations) == sum(map(len, document["paths"].values()))
    wrong: list[BaseException] = []
    for (number, operation), mode in product(enumerate(operations), GenerationMode):
        try:
            examine(operation, mode, askers[number % len(askers)])
        except (Failure, FailureGroup) as error:
            wrong.append(error)
    assert not wrong, "\n\n".join(map(str, wrong))
