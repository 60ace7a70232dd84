"""Describe the view models to qmllint and the QML engine: ``python -m ui.typeinfo`` writes ``models.qmltypes``.

PySide's own tools read the decorated classes; what they write about one another's types, and about the files' places
on this machine, is put right on the way.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path
from typing import Any, Final

UI: Final = Path(__file__).resolve().parent
TYPES: Final = UI / "qml" / "Vitrine" / "Models" / "models.qmltypes"
_MODULE: Final = "Vitrine.Models"


def describe() -> str:
    """What ``models.qmltypes`` has to say."""
    with tempfile.TemporaryDirectory() as folder:
        dump, types = Path(folder, "models.json"), Path(folder, "models.qmltypes")
        sources = [
            str(file) for file in sorted((UI / "models").glob("*.py")) if "@QmlElement" in file.read_text("utf-8")
        ]
        _run("pyside6-metaobjectdump", *sources, "-o", str(dump))
        dump.write_text(json.dumps(_as_qt_has_them(json.loads(dump.read_text("utf-8")))), "utf-8")
        _run(
            "pyside6-qmltyperegistrar",
            *("--generate-qmltypes", str(types), "--import-name", _MODULE, "--major-version", "1"),
            *("-o", str(Path(folder, "registration.cpp")), str(dump)),
        )
        # Without the places on this machine, and without Qt's own types, which the tools know better.
        return re.sub(
            r"\n        (file|lineNumber): .*|\n    Component \{ isTypeOpaque.*", "", types.read_text("utf-8")
        )


def _as_qt_has_them(files: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """An object's property is a pointer, one that tells of no change is constant, and Python's float is a double.

    A slot with an underscore is the model's own.
    """
    classes = [cls for file in files for cls in file["classes"]]
    objects = {cls["className"] for cls in classes} | {"QVideoSink"}
    for cls in classes:
        for quiet in (entry for entry in cls.get("properties", ()) if "notify" not in entry):
            quiet["constant"] = True
        if "slots" in cls:
            cls["slots"] = [slot for slot in cls["slots"] if not slot["name"].startswith("_")]
        arguments = [argument for slot in cls.get("slots", ()) for argument in slot["arguments"]]
        for typed in [*cls.get("properties", ()), *arguments]:
            if typed["type"] in objects:
                typed["type"] += "*"
            elif typed["type"] == "float":
                typed["type"] = "double"
    return files


def _run(tool: str, *arguments: str) -> None:
    command = [str(Path(sysconfig.get_path("scripts"), tool)), *arguments]
    subprocess.run(command, check=True, capture_output=True, text=True, timeout=120)


def main() -> int:
    """Write the file; say so when it was not up to date."""
    text = describe()
    if not TYPES.exists() or TYPES.read_text("utf-8") != text:
        TYPES.write_text(text, "utf-8")
        print(f"wrote {TYPES.relative_to(UI.parent)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
