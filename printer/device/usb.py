"""USB printers as Linux's usblp shows them."""

import fcntl
import os
import select
import struct
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

# A read gives at most one packet.
_PACKET = 64
# linux/lp.h: asks for the port's status, in which a bit tells that the paper is out.
_LPGETSTATUS, _LP_POUTPA = 0x060B, 0x20


class UsbFile:
    """An open printer; `timeout` is how many seconds it may take nothing.

    Ours, because escpos.printer.File opens it for writing only, which tells no state, and waits for
    ever when the paper is out.
    """

    def __init__(self, path: str, timeout: float) -> None:
        self.device = os.open(path, os.O_RDWR | os.O_NONBLOCK | os.O_NOCTTY)
        self._timeout = timeout

    def write(self, data: bytes) -> None:
        """Send bytes and wait until all are taken, for closing drops what is on its way.

        Raises TimeoutError when the printer takes none for too long.
        """
        rest = memoryview(data)
        while rest:
            self._await_room()
            rest = rest[os.write(self.device, rest) :]
        self._await_room()

    def _await_room(self) -> None:
        _, writable, _ = select.select([], [self.device], [], self._timeout)
        if not writable:
            raise TimeoutError("the printer takes nothing")

    def read(self) -> bytes:
        """Read a packet that is there."""
        return os.read(self.device, _PACKET)

    def lacks_paper(self) -> bool:
        """Tell whether the port says that the paper is out; many printers say it nowhere else."""
        try:
            status = fcntl.ioctl(self.device, _LPGETSTATUS, bytes(4))
        except OSError:
            # Not every driver knows the question.
            return False
        return bool(struct.unpack("=i", status)[0] & _LP_POUTPA)

    def close(self) -> None:
        """Close the device."""
        os.close(self.device)


class UsbPrinter(NamedTuple):
    """A printer that is plugged in; `serial` is empty where it has no serial number."""

    path: str
    name: str
    serial: str

    @property
    def query(self) -> str:
        """The part of its address that finds it again wherever it is plugged in next."""
        return f"?serial={quote(self.serial)}" if self.serial else ""


def usb_printers(devices: Path = Path("/sys/class/usbmisc")) -> list[UsbPrinter]:
    """List the printers that are plugged in, by what they tell of themselves (IEEE 1284.4 id)."""
    return [_described(device) for device in sorted(devices.glob("lp*"))]


def path_of(serial: str, otherwise: str) -> str:
    """Give the device of the printer with a serial number, `otherwise` when it is not there."""
    return next((p.path for p in usb_printers() if p.serial == serial != ""), otherwise)


def _described(device: Path) -> UsbPrinter:
    told = dict(
        part.strip().split(":", 1)
        for part in _text(device / "device" / "ieee1284_id").split(";")
        if ":" in part
    )
    maker = told.get("MFG") or told.get("MANUFACTURER") or ""
    model = told.get("MDL") or told.get("MODEL") or told.get("DES") or device.name
    # The interface's folder lies in the device's.
    serial = told.get("SN") or told.get("SERN") or _text(device / "device" / ".." / "serial")
    return UsbPrinter(f"/dev/usb/{device.name}", f"{maker} {model}".strip(), serial)


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8", "replace").strip()
    except OSError:
        # It was pulled out just now, or tells nothing.
        return ""
