"""The virtual printer: on the network like a real one, its paper a folder of pictures."""

import socketserver
from pathlib import Path
from threading import Lock, Thread
from typing import Any

from PIL import Image

from printer.virtual.emulator import Emulator


class Tray:
    """The folder where papers fall, numbered on from what lies there."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._free = Lock()
        self._last = max((int(paper.stem) for paper in folder.glob("[0-9]*.png")), default=0)

    def put(self, paper: Image.Image) -> None:
        """Keep a paper; who looks into the folder never sees half of one."""
        with self._free:
            self._last += 1
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
        """Begin to take connections."""
        Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()

    def stop(self) -> None:
        """Take no more connections; those there are go on."""
        self._server.shutdown()
        self._server.server_close()


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    block_on_close = False
    allow_reuse_address = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Hang up, as a printer does that was switched off; its client is told by that."""
