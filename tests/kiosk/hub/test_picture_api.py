"""What a kiosk, and who is none, may hand in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.hub.errors import HubError
from kiosk.hub_address import HubAddress
from kiosk.hub_client import HubClient
from tests.kiosk.hub.conftest import LIMITS, a_name, jpeg

if TYPE_CHECKING:
    from tests.kiosk.hub.conftest import Hub


def test_a_kiosk_hands_in_a_picture_and_a_phone_fetches_it(hub: Hub) -> None:
    client = HubClient(lambda: HubAddress(hub.address.url, "https://shop.example", hub.address.token))
    link = client.send_picture(a_name(), jpeg())
    client.close()
    assert link.startswith("https://shop.example/p/")
    fetched = hub.get(link.replace("https://shop.example", hub.address.url) + "/picture.jpg")
    assert fetched.content == jpeg()
    assert fetched.headers["Content-Type"] == "image/jpeg"


@pytest.mark.parametrize("shown", ["", "Bearer", "Bearer nothing", "Basic YTpi", "Bearer " + "é" * 9])
def test_who_is_no_kiosk_is_not_let_in(hub: Hub, shown: str) -> None:
    answer = hub.put(jpeg(), Authorization=shown.encode().decode("latin-1"))
    assert answer.status_code == 401
    assert answer.headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("body", "content_type", "status"),
    [
        (b"", "image/jpeg", 400),
        (b"<html>", "image/jpeg", 400),
        (jpeg()[:-1], "image/jpeg", 400),
        (jpeg(), "text/html", 415),
        (jpeg(), "", 415),
        (jpeg(LIMITS.size + 1), "image/jpeg", 413),
    ],
)
def test_what_is_no_picture_is_refused_with_a_problem(hub: Hub, body: bytes, content_type: str, status: int) -> None:
    answer = hub.put(body, **{"Content-Type": content_type})
    assert answer.status_code == status
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["status"] == status
    assert answer.json()["detail"]


def test_pictures_in_a_hurry_are_refused_for_a_while(hub: Hub) -> None:
    answers = [hub.put(jpeg()).status_code for _ in range(11)]
    assert answers == [201] * 10 + [429]
    hub.clock.now += 60
    assert hub.put(jpeg()).status_code == 201


def test_a_picture_that_is_sent_again_is_behind_the_same_link_until_it_is_withdrawn(hub: Hub) -> None:
    client = HubClient(lambda: hub.address)
    name = a_name()
    link = client.send_picture(name, jpeg())
    assert client.send_picture(name, jpeg()) == link
    client.withdraw_picture(name)
    client.withdraw_picture(name)
    client.close()
    assert hub.get(f"{link}/picture.jpg").status_code == 404


def test_who_is_no_kiosk_withdraws_nothing(hub: Hub) -> None:
    name = a_name()
    page = f"{hub.address.url}{hub.put(jpeg(), name).json()['page']}"
    answer = hub.session.delete(f"{hub.address.url}/v1/pictures/{name}", timeout=10)
    assert answer.status_code == 401
    assert hub.get(page).status_code == 200


@pytest.mark.parametrize("name", ["short", "x" * 65, "x" * 30 + "%00", "x" * 30 + "é"])
def test_a_name_that_is_none_is_refused_with_a_problem(hub: Hub, name: str) -> None:
    answer = hub.put(jpeg(), name)
    assert answer.status_code == 422
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["detail"].startswith("name: ")


def test_every_answer_that_was_seen_is_in_the_document(hub: Hub) -> None:
    document = hub.get(f"{hub.address.url}/v1/openapi.json").json()
    operation = document["paths"]["/v1/pictures/{name}"]["put"]
    assert set(operation["responses"]) == {"201", "400", "401", "403", "408", "413", "415", "422", "429", "503"}
    assert list(operation["responses"]["413"]["content"]) == ["application/problem+json"]
    assert list(operation["requestBody"]["content"]) == ["image/jpeg"]
    assert all(path.startswith("/v1/") for path in document["paths"]), "a phone's pages are no part of the interface"


def test_a_path_that_is_not_there_is_a_problem_too(hub: Hub) -> None:
    answer = hub.get(f"{hub.address.url}/v1/nothing")
    assert answer.status_code == 404
    assert answer.headers["Content-Type"] == "application/problem+json"


def test_a_refusal_reaches_the_kiosk_as_a_sentence(hub: Hub) -> None:
    client = HubClient(lambda: HubAddress(hub.address.url, hub.address.url, "revoked"))
    with pytest.raises(HubError, match="401"):
        client.send_picture(a_name(), jpeg())
    client.close()


def test_a_hub_that_is_not_there_is_told_in_a_sentence() -> None:
    client = HubClient(lambda: HubAddress("http://127.0.0.1:9", "http://127.0.0.1:9", "token"))
    with pytest.raises(HubError, match="cannot be reached"):
        client.send_picture(a_name(), jpeg())
    client.close()


def test_a_token_is_not_shown_by_accident(hub: Hub) -> None:
    assert hub.address.token not in repr(hub.address)
