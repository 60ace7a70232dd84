from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.cart.operation import Add
from kiosk.sync.errors import RefusedError, UnreachableError
from kiosk.sync.jobs import FollowJob, UploadJob
from kiosk.sync.uploader import Uploader
from tests.kiosk.cart.steps import CART, Shopper
from tests.kiosk.local.disks import PRICE, Disk
from tests.kiosk.sync.scripted import Notes, ScriptedHub

if TYPE_CHECKING:
    from uuid import UUID

    from kiosk.hub.errors import HubError
    from kiosk.sync.jobs import Refresher


class Shelf:
    """Something of the shop's that is brought by the page."""

    def __init__(self, pages: int = 1, trouble: HubError | None = None) -> None:
        self.pages = pages
        self.trouble = trouble
        self.calls = 0

    def refresh(self) -> float:
        self.calls += 1
        if self.trouble is not None:
            raise self.trouble
        return 0.0 if self.calls < self.pages else 600.0


@pytest.fixture
def hub() -> ScriptedHub:
    return ScriptedHub()


def uploads(hub: ScriptedHub, disk: Disk, *shelves: Refresher) -> UploadJob:
    uploader = Uploader(hub, disk.database, disk.outbox, disk.carts, Notes())
    return UploadJob(disk.database, uploader, shelves, lambda: None, lambda: None)


def add(disk: Disk) -> None:
    with disk.carts.editing(CART) as editor:
        editor.add("rouge-01", 1, PRICE)


def test_what_was_sent_and_is_not_needed_is_in_no_file(hub: ScriptedHub, disk: Disk) -> None:
    disk.outbox.put_event("planted-event")
    assert b"planted" in disk.files()

    uploads(hub, disk).turn()

    assert b"planted" not in disk.files()


def test_upload_goes_before_every_page_of_a_download(hub: ScriptedHub, disk: Disk) -> None:
    shelf = Shelf(pages=3)
    job = uploads(hub, disk, shelf)

    for page in range(1, 4):
        add(disk)
        assert disk.outbox.health().unsent == 1
        pause = job.turn()
        assert disk.outbox.health().unsent == 0
        assert shelf.calls == page
        assert (pause == 0.0) == (page < 3)


def test_what_is_not_due_is_not_brought(hub: ScriptedHub, disk: Disk) -> None:
    shelf = Shelf()
    job = uploads(hub, disk, shelf)

    job.turn()
    job.turn()

    assert shelf.calls == 1


def test_one_thing_that_the_hub_does_not_give_keeps_no_other_away(hub: ScriptedHub, disk: Disk) -> None:
    broken, fine = Shelf(trouble=RefusedError("the hub answers 404 Not Found", 404, "about:blank")), Shelf()
    job = uploads(hub, disk, broken, fine)

    job.turn()
    job.turn()
    job.turn()

    assert (broken.calls, fine.calls) == (1, 1)


def test_a_hub_that_goes_while_it_gives_is_asked_again(hub: ScriptedHub, disk: Disk) -> None:
    shelf = Shelf(trouble=UnreachableError("the hub cannot be reached in time"))
    job = uploads(hub, disk, shelf)
    with pytest.raises(UnreachableError):
        job.turn()

    shelf.trouble = None
    job.turn()

    assert shelf.calls == 2


def test_news_of_a_cart_is_taken_in_and_told(hub: ScriptedHub, disk: Disk) -> None:
    add(disk)
    uploads(hub, disk).turn()
    told: list[UUID] = []
    job = FollowJob(hub, disk.carts, lambda: None, told.append)
    hub.take(Shopper("phone").does(Add("rouge-02", 2, PRICE)))

    job.turn()
    job.turn()

    assert {operation.device for operation in disk.carts.operations(CART)} > {"phone"}
    assert told == [CART]


def test_a_cart_that_the_hub_does_not_have_yet_is_no_trouble(hub: ScriptedHub, disk: Disk) -> None:
    add(disk)
    disk.outbox.next_steps(1)  # under way
    hub.troubles.append(RefusedError("the hub answers 404 Not Found", 404, "about:blank"))

    assert FollowJob(hub, disk.carts, lambda: None, lambda _: None).turn() > 0


def test_a_hub_that_does_not_wait_is_not_asked_without_end(hub: ScriptedHub, disk: Disk) -> None:
    add(disk)
    uploads(hub, disk).turn()
    job = FollowJob(hub, disk.carts, lambda: None, lambda _: None)
    job.turn()

    assert job.turn() > 0


def test_without_a_cart_at_the_hub_nothing_is_asked(hub: ScriptedHub, disk: Disk) -> None:
    add(disk)

    FollowJob(hub, disk.carts, lambda: None, lambda _: None).turn()

    assert hub.asked == []
