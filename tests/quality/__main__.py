"""``python -m tests.quality OUT``: measure the try-on and write a page about it."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from tests.quality.clips import find_clips, read_hands
from tests.quality.jobs import measure_all
from tests.quality.painting import PhotoPainter
from tests.quality.people import DataError, find_people
from tests.quality.photos import outline_agreement
from tests.quality.report import PAGE, Report, write
from tests.quality.worst import worst_cases


def main() -> None:
    """Read the command line, measure, write."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality", description=__doc__)
    parser.add_argument("out", type=Path, help=f"folder that takes {PAGE} and its pictures")
    for option, what in (("faces", "photographs"), ("clips", "clips"), ("hands", "JSON that tells where hands are")):
        given = os.environ.get(f"QUALITY_{option.upper()}")
        parser.add_argument(f"--{option}", type=Path, default=Path(given) if given else None, help=what)
    options = parser.parse_args()
    if options.faces is None:
        parser.exit(
            2,
            "Give the folder of the Face Research Lab London Set (DeBruine & Jones 2017, CC BY 4.0,"
            " doi:10.6084/m9.figshare.5047666.v5; NNN_03.jpg, NNN_08.jpg, NNN_03.tem and people.csv) as FACES, and that"
            " of the clips of sign language of Intel's sample-videos (CC BY 4.0) as CLIPS:"
            " make quality FACES=folder CLIPS=folder\n",
        )
    try:
        _measure(options.out, options.faces, options.clips, options.hands)
    except DataError as error:
        parser.exit(1, f"{error}\n")


def _measure(out: Path, faces: Path, clips: Path | None, hands: Path | None) -> None:
    people = find_people(faces)
    findings = measure_all(people, find_clips(clips) if clips else (), read_hands(hands) if hands else {})
    with PhotoPainter() as painter:
        cases = worst_cases(findings, people, painter)
    groups = {person.number: person.group for person in people}
    write(Report(findings, groups, outline_agreement(people), cases), out)
    sys.stdout.write(f"{out / PAGE}\n")


if __name__ == "__main__":
    main()
