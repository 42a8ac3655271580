"""The virtual printer: on TCP like a real one, its paper saved as PNG files."""

import socketserver
from pathlib import Path
from threading import Lock, Thread
from typing import Any

from PIL import Image

from printer.virtual.emulator import Emulator


class Tray:
    """The folder where papers are saved, numbered on from those there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._free = Lock()
        self._last = max((int(paper.stem) for paper in folder.glob("[0-9]*.png")), default=0)

    def put(self, paper: Image.Image) -> None:
        """Save a paper, atomically."""
        with self._free:
            self._last += 1
            self._folder.mkdir(parents=True, exist_ok=True)
            unfinished = self._folder / f".{self._last:04}.png"
            paper.save(unfinished)
            unfinished.rename(self._folder / f"{self._last:04}.png")


class VirtualPrinter:
    """Serves an emulator on a TCP port of this machine, in a thread of its own."""

    def __init__(self, emulator: Emulator, port: int = 0) -> None:
        emulator_free = Lock()

        class Connection(socketserver.BaseRequestHandler):
            def handle(self) -> None:
                while data := self.request.recv(65536):
                    with emulator_free:
                        replies = emulator.feed(data)
                    self.request.sendall(replies)

        self._server = _Server(("127.0.0.1", port), Connection)
        self.port: int = self._server.server_address[1]

    def start(self) -> None:
        """Start accepting connections."""
        Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()

    def stop(self) -> None:
        """Stop accepting connections; those open go on."""
        self._server.shutdown()
        self._server.server_close()


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    block_on_close = False
    allow_reuse_address = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Close the connection without a traceback, like a printer that is switched off."""
