"""The page about the try-on."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import numpy as np
import pytest

from tests.quality.__main__ import main
from tests.quality.chart import histogram
from tests.quality.clips import ClipFigures
from tests.quality.conditions import AS_TAKEN
from tests.quality.jobs import Findings
from tests.quality.motion import Motion, MotionFigures
from tests.quality.photos import FinishFigures, PhotoFigures, SmileFigures
from tests.quality.regions import Agreement
from tests.quality.report import Report, page, write
from tests.quality.sets import one_person
from tests.quality.summary import headlines
from tests.quality.worst import Case
from vision.looks import Finish

if TYPE_CHECKING:
    from pathlib import Path

    from vision.frames import Face


def _photo(person: str, iou: float, condition: str = AS_TAKEN) -> PhotoFigures:
    return PhotoFigures(person, condition, iou > 0, Agreement(iou, 1 - iou, 1 - iou), None, 1.5, 0.97)


def _findings() -> Findings:
    return Findings(
        photos=[
            *(_photo(f"{n:03}", 0.9 if n < 5 else 0.84) for n in range(10)),
            *(_photo(f"{n:03}", 0.6, "in the dark") for n in range(10)),
        ],
        smiles=[SmileFigures("000", True, 0.004), SmileFigures("001", False, None)],
        finishes=[FinishFigures("000", Finish.GLOSS, "red", 2.0, 0.25, 0.9)],
        motions=[MotionFigures(Motion.STILL, 0, jitter=0.00005, edge_jitter=0.0001), MotionFigures(Motion.DIM, 3)],
        clips=[ClipFigures("a.mkv", 70, 1, 2, 1000, 20), ClipFigures("b.mkv", 70, 0, 1, 200, 40)],
    )


GROUPS = {f"{n:03}": "one" if n < 5 else "other" for n in range(10)}


def test_the_headlines_stand_for_what_was_measured() -> None:
    found = {line.name: line for line in headlines(_findings(), GROUPS)}
    assert found["lips, IoU"].value == pytest.approx(0.87)
    assert found["lips, IoU"].met is False
    assert found["lips, IoU, lowest tenth"].value == pytest.approx(0.84)
    assert found["lips, spread of groups"].value == pytest.approx(0.06)
    assert found["brows, IoU"].met is None
    assert found["teeth, coverage"].value == pytest.approx(0.004)
    assert found["missed"].value == 1
    assert found["lost, frames"].value == 3
    assert found["jitter, eye distances a frame"].met is True
    assert found["hands, share of the lip paint"].value == pytest.approx(0.05)


def test_groups_of_few_people_are_not_compared() -> None:
    groups = {f"{n:03}": "one" if n < 7 else "other" for n in range(10)}
    spread = {line.name: line for line in headlines(_findings(), groups)}["lips, spread of groups"]
    assert spread.value is None


def test_the_page_says_what_was_missed_and_shows_the_cases(tmp_path: Path) -> None:
    case = Case(
        "lips-007", "007, lips, IoU 0.840", "Paint goes beyond the upper edge.", np.zeros((90, 360, 3), np.uint8)
    )
    report = Report(_findings(), GROUPS, 0.96, [case])
    (tmp_path / "quality").mkdir()
    (tmp_path / "quality" / "lips-666.jpg").write_bytes(b"of an earlier page")
    write(report, tmp_path)
    text = (tmp_path / "quality.md").read_text("utf-8")
    assert "| lips, IoU | the lipstick has the shape of the lips | 0.870 | ≥ 0.88 | **missed** |" in text
    assert "Below the aim: lips, IoU;" in text
    assert "**007, lips, IoU 0.840.** Paint goes beyond the upper edge." in text
    assert "| in the dark | 0.600 |" in text
    assert "| gloss | 2.00 | 2.00 (red) | 25% | 0.900 |" in text
    assert "| b.mkv | 1 | 200 | 20.0% |" in text
    assert "DeBruine" in text
    assert "CC BY 4.0" in text
    pictures = {path.name for path in (tmp_path / "quality").iterdir()}
    assert pictures == {"lips-007.jpg", "lips.svg"}
    assert all(f"quality/{name}" in text for name in pictures)
    assert page(report) == text


def test_everybody_is_in_the_histogram() -> None:
    values = [0.801, 0.81, 0.879, 0.93, 1.0]
    root = ET.fromstring(histogram("Lips", values, 0.88))  # noqa: S314 - of our own making
    texts = [element.text or "" for element in root.iter("{http://www.w3.org/2000/svg}text")]
    assert sum(int(text) for text in texts if text.isdigit()) == len(values)


def test_without_data_one_sentence_says_which(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("QUALITY_FACES", raising=False)
    monkeypatch.setattr("sys.argv", ["quality", "docs"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "doi:10.6084/m9.figshare.5047666.v5" in said


def test_a_folder_without_photographs_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr("sys.argv", ["quality", str(tmp_path / "docs"), "--faces", str(tmp_path)])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 1
    assert str(tmp_path) in capsys.readouterr().err
    assert not (tmp_path / "docs").exists()


@pytest.mark.slow
def test_the_whole_way_on_a_set_of_one_person(
    sample_face: Face, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    faces, docs = tmp_path / "faces", tmp_path / "docs"
    faces.mkdir()
    one_person(faces, sample_face)
    monkeypatch.setattr("sys.argv", ["quality", str(docs), "--faces", str(faces)])
    main()
    assert capsys.readouterr().out == f"{docs / 'quality.md'}\n"
    text = (docs / "quality.md").read_text("utf-8")
    assert "Measured on 1 person, photographed" in text
    assert "head tilted 30° left" in text
    assert (docs / "quality" / "lips-001.jpg").stat().st_size > 2000
