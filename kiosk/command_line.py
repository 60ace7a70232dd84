"""What `vitrine` can be told: its commands and their options."""

from __future__ import annotations

import argparse
import math
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

_Number = TypeVar("_Number", int, float)

_LONGEST_DEMO: Final = 1_000_000
"""Seconds, eleven days; Qt's timers count milliseconds in 31 bits."""

_LARGEST_SIDE: Final = 7680
"""Pixels; what cameras give at most."""

_LAST_PORT: Final = 65_535


class _Version(argparse.Action):
    """Looks the version up only when it is asked for: reading a package's metadata takes longer than --help."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        import importlib.metadata

        print(f"vitrine {importlib.metadata.version('vitrine')}")
        parser.exit()


def build_parser() -> argparse.ArgumentParser:
    """The words that the command takes; ``command`` of what it reads is the name of the one that is meant."""
    parser = argparse.ArgumentParser(prog="vitrine", description="Smart mirrors for shops.")
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version and stop")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    run = commands.add_parser("run", help="the kiosk, full screen")
    _add_kiosk_options(run)
    run.set_defaults(command="run")

    demo = commands.add_parser("demo", help="the kiosk with the sample shop; a sample face if no camera")
    _add_kiosk_options(demo)
    demo.add_argument("--seconds", type=_positive(float, _LONGEST_DEMO), metavar="S", help="stop after so long")
    demo.add_argument("--shot", type=Path, metavar="FILE", help="write a PNG of what the screen showed")
    demo.set_defaults(command="demo")

    hub = commands.add_parser("hub", help="serve the shop's back end to kiosks, tills and phones")
    _add_database(hub)
    hub.add_argument("--host", default="127.0.0.1", metavar="H", help="the address to listen on (%(default)s)")
    hub.add_argument("--port", type=_port, default=8470, metavar="N", help="the port; 0 takes any (%(default)s)")
    hub.add_argument("--mail", metavar="URL", help="sends receipts: smtps://USER@HOST?from=ADDRESS; none without")
    hub.add_argument("--mail-password", type=Path, metavar="FILE", help="the file with that user's password")
    hub.set_defaults(command="hub")

    _add_device(commands)
    _add_enrol(commands)
    _add_shop(commands)
    _add_tryon(commands)
    _add_bench(commands)

    doctor = commands.add_parser("doctor", help="what works on this machine and what does not")
    doctor.add_argument("--config", type=Path, metavar="FILE", help="the settings to look at")
    doctor.add_argument("--json", action="store_true", help="for programs")
    doctor.set_defaults(command="doctor")

    calibrate = commands.add_parser(
        "calibrate",
        help="measure the light where the mirror hangs, with a card held flat in the middle of the picture",
    )
    _add_kiosk_options(calibrate)
    calibrate.add_argument("--card", choices=("grey", "white"), default="grey", help="which card (%(default)s)")
    calibrate.add_argument("--clear", action="store_true", help="forget what was measured for this camera")
    calibrate.set_defaults(command="calibrate")

    models = commands.add_parser("models", help="fetch the model files, fonts and the sample face, by hash")
    models.set_defaults(command="models")
    return parser


def _add_kiosk_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--config", type=Path, metavar="FILE", help="settings; otherwise /etc/vitrine/vitrine.toml")
    parser.add_argument("--camera", metavar="SPEC", help="a camera's number or path, or a video or photo file")


def _add_database(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--database",
        metavar="URL",
        help="sqlite:///FILE or postgresql://USER@HOST/NAME; otherwise a file among the user's own data",
    )


def _add_device(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    device = commands.add_parser("device", help="who may speak to the hub: on the hub's machine")
    actions = device.add_subparsers(title="actions", metavar="ACTION", dest="action", required=True)
    add = actions.add_parser("add", help="let a device in, and print its token, which is not kept")
    add.add_argument("name", metavar="NAME", help="what people call it")
    add.add_argument("--store", required=True, metavar="S", help="where it stands")
    add.add_argument("--kind", choices=("kiosk", "till", "staff"), default="kiosk", help="what it is (%(default)s)")
    revoke = actions.add_parser("revoke", help="let a device in no more, within seconds")
    revoke.add_argument("name", metavar="NAME", help="what people call it")
    for action in (add, revoke, actions.add_parser("list", help="all devices but phones")):
        _add_database(action)
    device.set_defaults(command="device")


def _add_shop(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    shop = commands.add_parser("shop", help="what the hub's shop sells: on the hub's machine")
    actions = shop.add_subparsers(title="actions", metavar="ACTION", required=True)
    load = actions.add_parser("load", help="read the shop's files; kiosks have what changed within minutes")
    where = load.add_mutually_exclusive_group(required=True)
    where.add_argument(
        "folder", type=Path, nargs="?", metavar="FOLDER", help="catalogue/, stores.toml, stock.toml and offers.toml"
    )
    where.add_argument("--sample", action="store_true", help="the sample shop")
    _add_database(load)
    shop.set_defaults(command="shop")


def _add_enrol(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    enrol = commands.add_parser("enrol", help="let this kiosk in at its hub, with a token from standard input")
    enrol.add_argument("--config", type=Path, metavar="FILE", help="settings, which name the hub")
    enrol.set_defaults(command="enrol")


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
    tryon.set_defaults(command="tryon")


def _add_bench(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    bench = commands.add_parser("bench", help="what a frame costs, beside bare MediaPipe on the same frames")
    side = _positive(int, _LARGEST_SIDE)
    bench.add_argument("--width", type=side, default=1280, metavar="PX", help="of the frame (%(default)s)")
    bench.add_argument("--height", type=side, default=720, metavar="PX", help="of the frame (%(default)s)")
    bench.add_argument("--face-px", type=side, default=300, metavar="PX", help="of the face, high (%(default)s)")
    bench.add_argument("--layers", type=_positive(int), default=5, metavar="N", help="of makeup (%(default)s)")
    bench.add_argument("--json", action="store_true", help="for programs")
    bench.set_defaults(command="bench")


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
