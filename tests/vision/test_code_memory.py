"""When a code is told of."""

from __future__ import annotations

from vision.code_memory import GONE_AFTER, CodeMemory
from vision.codes import Sighting
from vision.messages import CodeFormat


def seen(text: str, *, certain: bool = True) -> Sighting:
    return Sighting(CodeFormat.CODE_128, text, 0, 0, 10, 10, certain=certain)


def test_a_code_that_stays_is_told_once() -> None:
    memory = CodeMemory()
    assert memory.new_ones([seen("1")], 0.0) == [seen("1")]
    assert [memory.new_ones([seen("1")], at / 10) for at in range(1, 60)] == [[]] * 59


def test_a_code_that_flickers_is_told_once() -> None:
    memory = CodeMemory()
    memory.new_ones([seen("1")], 0.0)
    memory.new_ones([], 0.5)
    assert memory.new_ones([seen("1")], GONE_AFTER) == []


def test_a_code_that_comes_back_is_told_again() -> None:
    memory = CodeMemory()
    memory.new_ones([seen("1")], 0.0)
    assert memory.new_ones([seen("1")], GONE_AFTER + 0.1) == [seen("1")]


def test_several_at_once_are_each_told() -> None:
    memory = CodeMemory()
    assert memory.new_ones([seen("1"), seen("2")], 0.0) == [seen("1"), seen("2")]
    assert memory.new_ones([seen("1"), seen("2"), seen("3")], 0.1) == [seen("3")]


def test_a_doubtful_code_counts_when_it_is_read_again() -> None:
    memory = CodeMemory()
    doubtful = seen("1", certain=False)
    assert memory.new_ones([doubtful, doubtful], 0.0) == []
    assert memory.new_ones([doubtful], 0.1) == [doubtful]
    assert memory.new_ones([doubtful], 0.2) == []


def test_noise_that_is_read_now_and_then_is_never_told() -> None:
    memory = CodeMemory()
    for look in range(100):
        assert memory.new_ones([seen("77", certain=False)], look * (GONE_AFTER + 0.1)) == []
