"""How much a hub bears: kiosks that send one step a request, beside bare inserts into the same database.

``python -m tests.bench.hub_load --postgres``, or ``--database URL`` for a database that is there; prints JSON.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import subprocess
import sys
import time
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import psycopg

from kiosk.hub.database import Database
from tests.kiosk.hub.conftest import admit
from tests.kiosk.hub.steps import Hand
from tests.postgres import make_database, running_postgres

if TYPE_CHECKING:
    from collections.abc import Iterator

_HUB = "import sys; from kiosk.cli import main; sys.exit(main())"


def main() -> None:
    """Measure, and print the figures."""
    options = _options()
    with ExitStack() as stack:
        url = options.database or make_database(stack.enter_context(running_postgres(durable=True)), "hub")
        with closing(Database(url)) as database:
            database.migrate()
            tokens = [admit(database, f"bench {time.time_ns()} {n}")[1] for n in range(options.kiosks)]
        ports = [stack.enter_context(_hub(url)) for _ in range(options.hubs)]
        load = Load(ports, tokens)
        figures: dict[str, Any] = {"kiosks": options.kiosks, "hubs": options.hubs}
        asyncio.run(load.run(options.warm, options.rate))
        figures["paced"] = asyncio.run(load.run(options.seconds, options.rate))
        figures["flat out"] = asyncio.run(load.run(options.seconds, None))
        bare = _bare_inserts(url, options.seconds) if url.startswith("postgresql") else None
        figures["bare inserts"] = bare
        if bare:
            figures["flat out to bare inserts"] = round(figures["flat out"]["per_s"] / bare["per_s"], 2)
    print(json.dumps(figures, indent=2))  # noqa: T201 - they are what it is for


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--database", metavar="URL", help="of the hub; it is left with what was sent")
    where.add_argument("--postgres", action="store_true", help="on a PostgreSQL of its own, as durable as a shop's")
    parser.add_argument("--kiosks", type=int, default=200)
    parser.add_argument("--hubs", type=int, default=1, help="processes on the one database")
    parser.add_argument("--rate", type=float, default=330, help="steps a second of all kiosks together, when paced")
    parser.add_argument("--seconds", type=float, default=15)
    parser.add_argument("--warm", type=float, default=3, help="seconds that do not count")
    return parser.parse_args()


@contextmanager
def _hub(url: str) -> Iterator[int]:
    command = [sys.executable, "-c", _HUB, "hub", "--database", url, "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as hub:
        if hub.stdout is None:
            raise RuntimeError("the hub was started without a pipe")
        yield int(hub.stdout.readline().split()[-1])
        hub.terminate()


@dataclass
class Load:
    """Kiosks, each with a connection and a cart of its own."""

    ports: list[int]
    tokens: list[str]
    _latencies: list[float] = field(default_factory=list)

    async def run(self, seconds: float, rate: float | None) -> dict[str, float]:
        """Send for so long, at a rate of all together or one step after the other; figures in milliseconds.

        At a rate, a step's time counts from when it was due, so that a hub that is late is not waited for.
        """
        self._latencies = []
        begins = time.perf_counter() + 0.5
        interval = None if rate is None else len(self.tokens) / rate
        await asyncio.gather(
            *(self._kiosk(n, token, begins, begins + seconds, interval) for n, token in enumerate(self.tokens))
        )
        took = time.perf_counter() - begins
        ordered = sorted(self._latencies)
        return {
            "per_s": round(len(ordered) / took, 1),
            **{f"p{part}_ms": round(1000 * ordered[len(ordered) * part // 100], 1) for part in (50, 95, 99)},
            "most_ms": round(1000 * ordered[-1], 1),
        }

    async def _kiosk(self, number: int, token: str, begins: float, ends: float, interval: float | None) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.ports[number % len(self.ports)])
        hand = Hand(f"kiosk-{number}")
        due = begins + (0 if interval is None else interval * number / len(self.tokens))
        while due < ends:
            await asyncio.sleep(max(0, due - time.perf_counter()))
            await _send(reader, writer, token, hand.step())
            now = time.perf_counter()
            self._latencies.append(now - due)
            due = now if interval is None else due + interval
        writer.close()
        await writer.wait_closed()


async def _send(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, token: str, step: dict[str, Any]) -> None:
    """Send one step and read that it was accepted; by hand, so that what measures takes little of the two cores."""
    body = json.dumps({"operations": [step]}).encode()
    head = (
        f"POST /v1/operations HTTP/1.1\r\nHost: hub\r\nAuthorization: Bearer {token}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    writer.write(head.encode() + body)
    answer = await reader.readuntil(b"\r\n\r\n")
    length = int(answer.lower().partition(b"content-length:")[2].split(b"\r\n", 1)[0])
    told = await reader.readexactly(length)
    if b'"status":"accepted"' not in told:
        raise RuntimeError(f"the hub answers {answer.splitlines()[0]!r} {told[:300]!r}")


def _bare_inserts(url: str, seconds: float) -> dict[str, float]:
    """As many rows as go into a table of their own, each committed for itself, by the hub's driver."""
    latencies = []
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CREATE TABLE bare (cart uuid, sequence int, document text, PRIMARY KEY (cart, sequence))")
        hand = Hand("bare")
        ends = time.perf_counter() + seconds
        while (began := time.perf_counter()) < ends:
            step = hand.step()
            connection.execute("INSERT INTO bare VALUES (%s, %s, %s)", (hand.cart, step["sequence"], json.dumps(step)))
            latencies.append(time.perf_counter() - began)
        connection.execute("DROP TABLE bare")
    ordered = sorted(latencies)
    return {
        "per_s": round(len(ordered) / seconds, 1),
        "p50_ms": round(1000 * ordered[len(ordered) // 2], 2),
        "p95_ms": round(1000 * ordered[len(ordered) * 95 // 100], 2),
    }


if __name__ == "__main__":
    main()
