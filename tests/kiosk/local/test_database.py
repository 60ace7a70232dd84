from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from kiosk.local.database import FILE_NAME, LocalData, LocalDatabase, set_aside_in
from kiosk.local.errors import LocalDataError
from kiosk.local.migrations import MIGRATIONS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.kiosk.local.disks import Disk


def names(database: LocalDatabase) -> list[str]:
    return [name for (name,) in database.rows("SELECT id FROM device")]


def put(database: LocalDatabase, name: str) -> None:
    database.execute("INSERT OR REPLACE INTO device VALUES (1, ?)", (name,))


def put_and_break(database: LocalDatabase) -> None:
    put(database, "mirror")
    database.execute("INSERT INTO device VALUES (2, 'there is only one')")


def test_what_was_committed_is_there_for_every_connection(disk: Disk) -> None:
    put(disk.database, "mirror")

    with closing(disk.data.connect()) as other:
        assert names(other) == ["mirror"]


def test_commits_reach_the_disk(disk: Disk) -> None:
    assert disk.database.rows("PRAGMA synchronous") == [(2,)]  # FULL
    assert disk.database.rows("PRAGMA journal_mode") == [("wal",)]


def test_nobody_else_on_the_machine_may_read_it(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    with closing(LocalData(tmp_path).connect()) as database:
        put(database, "mirror")

        assert {path.stat().st_mode & 0o077 for path in tmp_path.iterdir()} == {0}


def test_a_transaction_that_breaks_leaves_nothing(disk: Disk) -> None:
    with pytest.raises(sqlite3.IntegrityError), disk.database.transaction():
        put_and_break(disk.database)

    assert names(disk.database) == []


def test_a_transaction_within_another_is_part_of_it(disk: Disk) -> None:
    def put_within() -> None:
        with disk.database.transaction():
            put(disk.database, "mirror")
        put_and_break(disk.database)

    with pytest.raises(sqlite3.IntegrityError), disk.database.transaction():
        put_within()

    assert names(disk.database) == []


def test_a_damaged_file_is_set_aside_and_another_begun(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"no database at all" * 1000)

    with closing(LocalData(tmp_path).connect()) as database:
        put(database, "mirror")
        assert names(database) == ["mirror"]

    assert [path.read_bytes()[:11] for path in set_aside_in(tmp_path)] == [b"no database"]


def test_each_damaged_file_is_kept(tmp_path: Path) -> None:
    for text in (b"one", b"two"):
        (tmp_path / FILE_NAME).write_bytes(text * 1000)
        LocalData(tmp_path).connect().close()

    assert sorted(path.read_bytes()[:3] for path in set_aside_in(tmp_path)) == [b"one", b"two"]


def test_a_file_that_was_torn_is_set_aside(disk: Disk) -> None:
    with disk.database.transaction():
        for number in range(200):
            disk.database.execute(
                "INSERT INTO outbox (kind, document, made_ms) VALUES ('event', ?, 1)", (f"{number:0500}",)
            )
    disk.database.close()
    path = disk.folder / FILE_NAME
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2] + bytes(8192) + whole[len(whole) // 2 + 8192 :])

    with closing(LocalData(disk.folder).connect()) as database:
        assert database.rows("SELECT count(*) FROM outbox") == [(0,)]

    assert len(set_aside_in(disk.folder)) == 1


def test_a_full_disk_is_told_and_nothing_is_half_done(disk: Disk) -> None:
    put(disk.database, "mirror")
    disk.fill_up()

    with pytest.raises(LocalDataError, match="the disk is full: make room"), disk.database.transaction():
        put(disk.database, "x" * 100_000)

    assert names(disk.database) == ["mirror"]
    disk.make_room()
    put(disk.database, "x" * 100_000)


def test_a_folder_that_cannot_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(LocalDataError, match="cannot be made"):
        LocalData(tmp_path / "file" / "data").connect()


def test_a_database_of_a_later_version_is_left_alone(disk: Disk) -> None:
    disk.database.execute("PRAGMA user_version = 999")

    with pytest.raises(LocalDataError, match="a later version of Vitrine"):
        LocalData(disk.folder).connect()


@pytest.mark.parametrize("version", range(1, len(MIGRATIONS) + 1))
def test_every_version_leads_to_this_one(version: int, tmp_path: Path) -> None:
    with closing(LocalDatabase(tmp_path / FILE_NAME)) as old:
        old.migrate(MIGRATIONS[:version])
        put(old, "mirror")

    with closing(LocalData(tmp_path).connect()) as database:
        assert database.rows("PRAGMA user_version") == [(len(MIGRATIONS),)]
        assert names(database) == ["mirror"]


def test_a_script_that_breaks_leaves_the_version_before_it(disk: Disk) -> None:
    before = disk.database.rows("PRAGMA user_version")

    with pytest.raises(sqlite3.OperationalError):
        disk.database.migrate([*MIGRATIONS, "CREATE TABLE another (id TEXT); CREATE TABLE device (id TEXT)"])

    assert disk.database.rows("PRAGMA user_version") == before
    assert disk.database.rows("SELECT 1 FROM sqlite_schema WHERE name = 'another'") == []


def test_what_was_deleted_is_in_no_file(disk: Disk) -> None:
    put(disk.database, "planted-name")
    disk.database.execute("DELETE FROM device")
    assert b"planted-name" in disk.files()

    assert disk.database.scrub()

    assert b"planted-name" not in disk.files()


def test_a_reader_leaves_the_file_as_it_is(disk: Disk) -> None:
    with closing(LocalDatabase(disk.folder / FILE_NAME, read_only=True)) as reader:
        assert names(reader) == []
        with pytest.raises(LocalDataError, match=re.escape("may not be written")):
            put(reader, "mirror")
