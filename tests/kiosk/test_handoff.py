"""What a code that was scanned says of our hub."""

from __future__ import annotations

import pytest

from kiosk.handoff import read_code

HUB = "https://hub.example.com"
CODE = "abcdefghijkl_-3456789012"


@pytest.mark.parametrize(
    ("text", "hub"),
    [
        (f"{HUB}/c/{CODE}", HUB),
        (f"HTTPS://Hub.Example.com:443/c/{CODE}", HUB),
        (f"http://192.168.1.20:8470/c/{CODE}", "http://192.168.1.20:8470"),
        (f"{HUB}/vitrine/c/{CODE}", f"{HUB}/vitrine"),
    ],
)
def test_a_link_to_our_hub_is_known(text: str, hub: str) -> None:
    assert read_code(text, hub) == CODE


@pytest.mark.parametrize(
    "text",
    [
        "",
        CODE,
        f"{HUB}/p/{CODE}",
        f"{HUB}/c/{CODE[1:]}",
        f"{HUB}/c/{CODE}x",
        f"{HUB}/c/{CODE}/",
        f"{HUB}/c/{CODE}?x=1",
        f"{HUB}/c/{CODE}#x",
        f"{HUB}/vitrine/c/{CODE}",
        f"{HUB}/c/{CODE}\n",
        f"{HUB}:8443/c/{CODE}",
        f"{HUB}:port/c/{CODE}",
        f"http://hub.example.com/c/{CODE}",
        f"https://user@hub.example.com/c/{CODE}",
        f"https://hub.example.com.evil.example/c/{CODE}",
        f"https://hub.example.com@evil.example/c/{CODE}",
        f"https://[/c/{CODE}",
        f"javascript:{HUB}/c/{CODE}",
        f"{HUB}/c/{CODE}" + "x" * 10_000,
    ],
)
def test_everything_else_is_not_ours(text: str) -> None:
    assert read_code(text, HUB) is None


def test_a_link_beside_our_hub_is_not_ours() -> None:
    assert read_code(f"{HUB}/c/{CODE}", f"{HUB}/vitrine") is None
