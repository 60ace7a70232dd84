"""A phone's browser: Debian's headless Chromium, led over a pipe by its own DevTools protocol."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from pathlib import Path

PROGRAM = shutil.which("chromium-headless-shell") or shutil.which("chromium")


class Browser:
    """One page of a browser that speaks ``language``; what it keeps is in ``folder``.

    Attributes:
        downloads: where it saves what is downloaded.
    """

    def __init__(self, language: str, folder: Path, *, runs_scripts: bool = False) -> None:
        self._language = language
        self._runs_scripts = runs_scripts
        self._profile = folder / "profile"
        self.downloads = folder / "downloads"
        self._asked = 0

    def __enter__(self) -> Self:
        commands, self._write = os.pipe()
        self._read, messages = os.pipe()
        # DevTools reads from file 3 and writes to file 4, each message ended by a zero byte.
        shell = 'exec 3<&"$0" 4>&"$1"; shift; exec "$@"'
        self._process = subprocess.Popen(
            ["bash", "-c", shell, str(commands), str(messages), str(PROGRAM), *self._options()],
            pass_fds=(commands, messages),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(commands)
        os.close(messages)
        self._messages = os.fdopen(self._read, "rb")
        self._session = ""
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.ask("Page.enable")
        self.ask("Emulation.setScriptExecutionDisabled", value=not self._runs_scripts)
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._write)  # at which it ends
        self._messages.close()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def ask(self, method: str, **parameters: object) -> dict[str, Any]:
        """Give a command and wait for its answer."""
        self._asked += 1
        message = {"id": self._asked, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        while (answer := self._next()).get("id") != self._asked:
            pass
        assert "error" not in answer, answer
        result: dict[str, Any] = answer["result"]
        return result

    def wait_for(self, event: str) -> dict[str, Any]:
        """Wait until this happens."""
        while (message := self._next()).get("method") != event:
            pass
        parameters: dict[str, Any] = message["params"]
        return parameters

    def open(self, url: str) -> None:
        """Go to a page and wait until all of it is there."""
        self.ask("Page.navigate", url=url)
        self.wait_for("Page.loadEventFired")

    def press(self, selector: str) -> None:
        """Tap the middle of an element."""
        root = self.ask("DOM.getDocument")["root"]["nodeId"]
        node = self.ask("DOM.querySelector", nodeId=root, selector=selector)["nodeId"]
        self.ask("DOM.scrollIntoViewIfNeeded", nodeId=node)
        corners = self.ask("DOM.getBoxModel", nodeId=node)["model"]["content"]
        x, y = sum(corners[::2]) / 4, sum(corners[1::2]) / 4
        for kind in ("mousePressed", "mouseReleased"):
            self.ask("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def type(self, selector: str, text: str) -> None:
        """Tap a field and type into it."""
        self.press(selector)
        self.ask("Input.insertText", text=text)

    def until(self, condition: str) -> None:
        """Wait until a condition, JavaScript, holds of the page, which runs scripts."""
        watch = f"""new Promise((holds) => {{
            const look = () => {{ if ({condition}) {{ watcher.disconnect(); holds(); }} }};
            const watcher = new MutationObserver(look);
            watcher.observe(document, {{subtree: true, childList: true, characterData: true, attributes: true}});
            look();
        }})"""
        answer = self.ask("Runtime.evaluate", expression=watch, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer

    def picture(self) -> bytes:
        """What is on the screen, as PNG."""
        return base64.b64decode(self.ask("Page.captureScreenshot", format="png")["data"])

    def save(self, selector: str) -> Path:
        """Tap what downloads a file; gives the file once it is there."""
        self.ask("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(self.downloads), eventsEnabled=True)
        self.press(selector)
        while self.wait_for("Browser.downloadProgress")["state"] != "completed":
            pass
        (file,) = self.downloads.iterdir()
        return file

    def property(self, selector: str, name: str) -> Any:
        """What an element is or says; asked of the browser, as the page itself runs no script."""
        root = self.ask("DOM.getDocument")["root"]["nodeId"]
        node = self.ask("DOM.querySelector", nodeId=root, selector=selector)["nodeId"]
        thing = self.ask("DOM.resolveNode", nodeId=node)["object"]["objectId"]
        function = f"function() {{ return this.{name} }}"
        return self.ask("Runtime.callFunctionOn", objectId=thing, functionDeclaration=function)["result"].get("value")

    def _options(self) -> list[str]:
        return [
            "--headless",
            "--no-sandbox",  # the tests may run as root
            "--disable-gpu",
            "--no-first-run",
            "--remote-debugging-pipe",
            "--window-size=390,844",
            f"--accept-lang={self._language}",
            f"--user-data-dir={self._profile}",
        ]

    def _next(self) -> dict[str, Any]:
        text = bytearray()
        while (byte := self._messages.read(1)) != b"\0":
            assert byte, "the browser ended"
            text += byte
        message: dict[str, Any] = json.loads(text)
        return message
