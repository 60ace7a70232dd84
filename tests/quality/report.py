"""The page that tells how good the try-on is."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import cv2

from tests.quality.chart import histogram
from tests.quality.conditions import AS_TAKEN
from tests.quality.summary import by_condition, by_finish, headlines

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from tests.quality.jobs import Findings
    from tests.quality.summary import Headline
    from tests.quality.worst import Case

PAGE: Final = "quality.md"
_PICTURES: Final = "quality"
"""The folder beside the page."""
_JPEG_QUALITY: Final = 88
_WRAP: Final = 120
CREDIT: Final = (
    "DeBruine, L. & Jones, B. (2017), Face Research Lab London Set (version 5), figshare, "
    "[doi:10.6084/m9.figshare.5047666.v5](https://doi.org/10.6084/m9.figshare.5047666.v5), "
    "[CC BY 4.0](https://creativecommons.org/licenses/by/4.0/)"
)
_CLIPS_CREDIT: Final = (
    "Intel Corporation, sample-videos (the clips of sign language), "
    "[CC BY 4.0](https://creativecommons.org/licenses/by/4.0/)"
)


@dataclass(frozen=True, slots=True)
class Report:
    """What goes on the page.

    Attributes:
        findings: all that was measured.
        groups: person's number to the group that they say they belong to.
        outlines: IoU of straight and curved outlines through the points that people placed: what is best possible.
        cases: the failures to show.
    """

    findings: Findings
    groups: Mapping[str, str]
    outlines: float
    cases: Sequence[Case]


def write(report: Report, folder: Path) -> None:
    """Write the page and its pictures; pictures of an earlier page go."""
    pictures = folder / _PICTURES
    pictures.mkdir(parents=True, exist_ok=True)
    for old in (*pictures.glob("*.jpg"), *pictures.glob("*.svg")):
        old.unlink()
    for case in report.cases:
        data = cv2.imencode(".jpg", case.picture, [cv2.IMWRITE_JPEG_QUALITY, _JPEG_QUALITY])[1]
        (pictures / f"{case.name}.jpg").write_bytes(data.tobytes())
    for name, chart in _charts(report.findings).items():
        (pictures / f"{name}.svg").write_text(chart, "utf-8")
    (folder / PAGE).write_text(page(report), "utf-8")


def _charts(findings: Findings) -> dict[str, str]:
    photos = [figures for figures in findings.photos if figures.condition == AS_TAKEN]
    brows = [figures.brows.iou for figures in photos if figures.brows]
    charts = {"lips": histogram("Lips: IoU of each person", [figures.lips.iou for figures in photos], 0.88)}
    if brows:
        charts["brows"] = histogram("Brows: IoU of each person", brows, 0.72)
    return charts


def page(report: Report) -> str:
    """The page as Markdown; the same findings give the same page."""
    findings = report.findings
    photos = [figures for figures in findings.photos if figures.condition == AS_TAKEN]
    shown = headlines(findings, report.groups)
    parts = [
        "# How good the try-on is",
        _prose(
            f"Measured on {len(photos)} {'people' if len(photos) > 1 else 'person'}, photographed neutral and"
            f" ({len(findings.smiles)} of them) smiling, against outlines of their lips and brows that people placed by"
            f" hand; on {len(findings.motions)} clips made of their photographs; and on {len(findings.clips)} clips of"
            " people who move their hands before a webcam. `make quality` measures all of it again and writes this"
            " page; the program itself carries none of these pictures."
        ),
        "## In short",
        _table(("measure", "what it is to a shopper", "found", "aim", ""), map(_headline_row, shown)),
        _failures(shown),
        _charts_part(photos_with_brows=any(figures.brows for figures in photos)),
        "## Where it fails",
        _prose(
            "The lips, brows and smiles that fare worst in photographs as they were taken. On the left the photograph"
            " with the outline that people drew (blue) and the edge of the paint (yellow), on the right the try-on."
            " Judge with your eyes too: the outlines have seven points an edge, and some lie beside the lip or brow. A"
            f" curve through the very same points agrees with the straight outline to {report.outlines:.2f} only, so no"
            " try-on can be expected to agree better."
        ),
        *(_case(case) for case in report.cases),
        _prose(f"Pictures: {CREDIT}; cropped, painted and outlined."),
        "## Worse pictures",
        _prose(
            "The same photographs as a dim room, a distant shopper, a poor camera, a leaning head or a coloured lamp"
            " would show them. *Colour* is the distance from how the swatch itself would look in that light."
        ),
        _conditions(findings),
        "## Finishes",
        _finishes(findings),
        "## Hands before the face",
        _clips(findings),
        "## How it is measured",
        _METHOD,
        "## Measure it again",
        _AGAIN,
        _prose(f"Photographs and outlines: {CREDIT}. Clips: {_CLIPS_CREDIT}."),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _headline_row(line: Headline) -> tuple[str, ...]:
    verdict = {None: "not measured", True: "met", False: "**missed**"}[line.met]
    return (
        line.name,
        line.meaning,
        _number(line.value, line.form),
        f"{'≥' if line.least else '≤'} {line.aim:g}",
        verdict,
    )


def _failures(shown: Sequence[Headline]) -> str:
    missed = [line.name for line in shown if line.met is False]
    return _prose(f"Below the aim: {'; '.join(missed)}.") if missed else "All aims are met."


def _charts_part(*, photos_with_brows: bool) -> str:
    charts = [f"![How many people have which IoU of the lips]({_PICTURES}/lips.svg)"]
    if photos_with_brows:
        charts.append(f"![How many people have which IoU of the brows]({_PICTURES}/brows.svg)")
    return "\n\n".join(charts)


def _case(case: Case) -> str:
    return f"**{case.title}.** {case.reason}\n\n![{case.title}: before and after]({_PICTURES}/{case.name}.jpg)"


def _conditions(findings: Findings) -> str:
    return _table(
        ("condition", "lips, IoU", "lowest tenth", "spill", "brows, IoU", "colour", "missed"),
        (
            (
                line.name,
                f"{line.lip_iou:.3f}",
                f"{line.lip_iou_p10:.3f}",
                f"{line.lip_spill:.3f}",
                _number(line.brow_iou, ".3f"),
                _number(line.color_error, ".1f"),
                str(line.missed),
            )
            for line in by_condition(findings.photos)
        ),
    )


def _finishes(findings: Findings) -> str:
    people = len({figures.person for figures in findings.finishes})
    swatches = sorted({figures.swatch for figures in findings.finishes})
    told = _prose(
        f"Lipstick at full coverage on {people} people, in {len(swatches)} swatches: {', '.join(swatches)}. Gloss and"
        " metal mirror a lamp: what of the lips is more than 4 L* above matte paint of the same swatch is *reflecting*,"
        " and the error is that of the mean colour of the rest. A sheer film is not meant to reach its swatch: it lets"
        " the lips through. Gloss, metal and shimmer lay lights of their own over the lips' texture."
    )
    table = _table(
        ("finish", "colour, CIEDE2000", "the worst swatch", "reflecting", "texture"),
        (
            (
                str(line.finish),
                f"{line.mean:.2f}",
                f"{line.worst:.2f} ({line.swatch})",
                f"{line.reflecting:.0%}",
                f"{line.texture:.3f}",
            )
            for line in by_finish(findings.finishes)
        ),
    )
    return f"{told}\n\n{table}"


def _clips(findings: Findings) -> str:
    if not findings.clips:
        return "Not measured: no clips were given."
    frames, lost = (sum(getattr(clip, name) for clip in findings.clips) for name in ("frames", "lost"))
    marked = sum(clip.marked for clip in findings.clips)
    told = f"{len(findings.clips)} clips have {frames} frames; in {lost} of them no face is found."
    if not marked:
        return _prose(f"{told} Nobody outlined the hands in them, so paint on hands is not measured.")
    told += f" In {marked} of them somebody outlined the hands that pass the mouth."
    table = _table(
        ("clip", "outlined frames", "lip paint, pixels", "on a hand"),
        (
            (clip.name, str(clip.marked), str(clip.painted), _share(clip.on_hands, clip.painted))
            for clip in findings.clips
            if clip.marked
        ),
    )
    return f"{_prose(told)}\n\n{table}"


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "-"


def _number(value: float | None, form: str) -> str:
    return "-" if value is None else format(value, form)


def _prose(text: str) -> str:
    return textwrap.fill(text, _WRAP, break_long_words=False, break_on_hyphens=False)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


_METHOD: Final = """\
A matte lipstick (`#AA1428`) is laid on at full coverage and a brow pencil at half, by the same code and settings as
`vitrine tryon`. A pixel counts as painted from half of the asked coverage on.

- **IoU**: the pixels that are both lips and painted, over those that are either; the lips are the area between the
  outer and the inner outline, so paint on the gap counts against it. **Spill**: the share of the paint outside the
  outline. **Lowest tenth**: the 10th percentile of people.
- **Spread of groups**: the largest difference of mean IoU between groups that people say they belong to, among
  groups of five people or more.
- **Colour**: CIEDE2000 between the mean CIELAB colour of the lips (without a rim of four pixels) and the swatch.
- **Texture**: the correlation, before and after, of lightness less its blur (standard deviation 6 px) within the
  lips.
- **Teeth**: the mean coverage on what is lighter than L\\* 55 and of a chroma under 25 within the mouth, over
  smiles that show more than 400 such pixels.
- **Missed**: photographs, neutral and smiling, in which no lips are painted.
- **Jitter**: a photograph stands still before a grey wall, 1280 x 720, under noise of a standard deviation of 4;
  the mean way that the lips' landmarks go from frame to frame, over the distance between the eyes, after ten frames
  to settle.
- **Lag**: the photograph moves 8 px a frame for 40 frames; how far the lips trail behind it, against where they
  rest.
- **Lost**: frames without a face, in those clips and in one that goes dark to a fifth, blurred and noisy.
- **Hands**: of the pixels of lip paint in frames whose hands somebody outlined, the share within those outlines.

Where the picture does not say where a brow or a lip ends, the program falls back on averages of adults: the outline of
a brow (sixteen numbers) and the area of each lip (two). They were taken from outlines of the London Set, so for brows
and lips these people are not quite strangers. Taken from one half of them and judged on the other, brows have an IoU
of 0.745 in place of 0.750, and lips lose nothing that can be told from chance. No other figure in the program comes
from them.

How near foundation, blush and eyeshadow come to their swatches, and which shade the foundation match proposes, is
held by `tests/quality/test_colour.py` and `tests/quality/test_foundation_match.py` on the sample face, in every run
of the tests."""

_AGAIN: Final = """\
```
make quality FACES=folder CLIPS=folder HANDS=hands.json
```

- **FACES** holds the Face Research Lab London Set: `NNN_03.jpg` (neutral), `NNN_08.jpg` (smiling) and `NNN_03.tem`
  (the 189 points), in it or in folders of it, and `people.csv` with the columns `face_id` and `face_eth`.
- **CLIPS** holds the clips of sign language of Intel's sample-videos, one `.mkv` or `.mp4` a clip; it may be left
  out.
- **HANDS** tells where the hands are: `{"clip.mkv": {"41": [[[x, y], ...], ...]}}`, a polygon in pixels for each
  hand, by frame counted from 0; it may be left out."""
