"""The command `vitrine`: reads the command line and starts what it asks for."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from assets.terminal import printable
from kiosk.command_line import build_parser

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Mapping, Sequence

    from kiosk.settings import Settings
    from vision.looks import Look

_INTERRUPTED: Final = 130
"""The exit status of a program that Ctrl-C ended, as shells count it."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and give its exit status: 0 done, 1 not done (said in a sentence on standard error), 2 misspelt.

    Args:
        argv: the words after the program's name; None for those of this process.
    """
    arguments = build_parser().parse_args(argv)
    try:
        return _COMMANDS[arguments.command](arguments)
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
    from kiosk.offers.offer import OfferError
    from kiosk.settings import SettingsError
    from kiosk.store_files import StoreFileError
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
        OfferError,
        SettingsError,
        StoreFileError,
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
    import ssl

    from kiosk.hub.admin import default_database, open_database
    from kiosk.hub.log import write_log
    from kiosk.hub.mail_server import read_mail_server
    from kiosk.hub.receipt_post import SmtpReceiptPost
    from kiosk.hub.server import build_server, listen

    write_log()
    mail = None if arguments.mail is None else read_mail_server(arguments.mail, arguments.mail_password)
    post = None if mail is None else SmtpReceiptPost(mail, ssl.create_default_context())
    with (
        open_database(arguments.database or default_database()) as database,
        listen(arguments.host, arguments.port) as listening,
    ):
        print(f"the hub listens on {arguments.host}, port {listening.getsockname()[1]}", flush=True)
        build_server(database, post).run([listening])
    return 0


def _device(arguments: argparse.Namespace) -> int:
    from kiosk.hub.admin import admit_device, default_database, devices_of, dismiss_device, open_database
    from kiosk.hub.devices import DeviceKind

    with open_database(arguments.database or default_database()) as database:
        if arguments.action == "add":
            print(admit_device(database, arguments.name, arguments.store, DeviceKind(arguments.kind)))
        elif arguments.action == "revoke":
            dismiss_device(database, arguments.name)
        else:
            for device in devices_of(database):
                print(f"{device.name}\t{device.kind}\t{device.store}\t{'revoked' if device.is_revoked else 'let in'}")
    return 0


def _shop(arguments: argparse.Namespace) -> int:
    from kiosk.hub.admin import default_database, open_database
    from kiosk.hub.shop_loading import ShopFiles, load_shop, read_shop

    shop = read_shop(ShopFiles.sample() if arguments.folder is None else ShopFiles.of_folder(arguments.folder))
    with open_database(arguments.database or default_database()) as database:
        changed = load_shop(database, shop)
    counts = f"{len(shop.products)} products, {len(shop.stores)} stores, {len(shop.offers)} offers"
    print(f"{counts}; changed: {', '.join(changed) or 'nothing'}")
    for doubt in shop.doubts:
        print(f"vitrine: {printable(doubt)}", file=sys.stderr)
    return 0


def _enrol(arguments: argparse.Namespace) -> int:
    from kiosk.device_token import keep_token
    from kiosk.settings import SettingsError, load_settings

    url = load_settings(arguments.config).hub.url
    if url is None:
        raise SettingsError("hub.url: is missing; a kiosk is enrolled at the hub that its settings name")
    keep_token(url, sys.stdin.readline())
    print(f"this kiosk is enrolled at {url}; vitrine doctor says whether the hub lets it in")
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
    print(f"{camera.name}: {told}; kept in {settings.calibrations}, in use from the next start")
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


_COMMANDS: Final[Mapping[str, Callable[[argparse.Namespace], int]]] = {
    "run": _run,
    "demo": _demo,
    "hub": _hub,
    "device": _device,
    "enrol": _enrol,
    "shop": _shop,
    "tryon": _tryon,
    "bench": _bench,
    "doctor": _doctor,
    "calibrate": _calibrate,
    "models": _models,
}
