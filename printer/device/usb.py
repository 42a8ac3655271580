"""USB printers as Linux's usblp driver presents them."""

import fcntl
import os
import select
import struct
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

# A read returns at most one packet.
_PACKET = 64
# linux/lp.h: the ioctl that returns the port's status, and its bit for paper out.
_LPGETSTATUS, _LP_POUTPA = 0x060B, 0x20


class UsbFile:
    """An open printer; `timeout` is how many seconds it may accept no bytes.

    Not escpos.printer.File, which opens the device for writing only, so that it cannot read the
    state, and blocks for ever when the paper is out.
    """

    def __init__(self, path: str, timeout: float) -> None:
        self.device = os.open(path, os.O_RDWR | os.O_NONBLOCK | os.O_NOCTTY)
        self._timeout = timeout

    def write(self, data: bytes) -> None:
        """Send bytes and wait until all are accepted: closing drops those in flight.

        Raises TimeoutError when the printer accepts none for too long.
        """
        rest = memoryview(data)
        while rest:
            self._await_room()
            rest = rest[os.write(self.device, rest) :]
        self._await_room()

    def _await_room(self) -> None:
        _, writable, _ = select.select([], [self.device], [], self._timeout)
        if not writable:
            raise TimeoutError("the printer accepts no bytes")

    def read(self) -> bytes:
        """Return the packet that is ready to be read."""
        return os.read(self.device, _PACKET)

    def lacks_paper(self) -> bool:
        """Return whether the port reports paper out; many printers report it nowhere else."""
        try:
            status = fcntl.ioctl(self.device, _LPGETSTATUS, bytes(4))
        except OSError:
            # Not every driver supports the ioctl.
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
        """The query of its address, by which it is found again at any other port."""
        return f"?serial={quote(self.serial)}" if self.serial else ""


def usb_printers(devices: Path = Path("/sys/class/usbmisc")) -> list[UsbPrinter]:
    """Return the printers plugged in, described by their IEEE 1284 device ids."""
    return [_described(device) for device in sorted(devices.glob("lp*"))]


def path_of(serial: str, otherwise: str) -> str:
    """Return the device of the printer with a serial number, `otherwise` when it is not there."""
    return next((p.path for p in usb_printers() if p.serial == serial != ""), otherwise)


def _described(device: Path) -> UsbPrinter:
    fields = dict(
        part.strip().split(":", 1)
        for part in _text(device / "device" / "ieee1284_id").split(";")
        if ":" in part
    )
    maker = fields.get("MFG") or fields.get("MANUFACTURER") or ""
    model = fields.get("MDL") or fields.get("MODEL") or fields.get("DES") or device.name
    # The interface's folder is in the device's.
    serial = fields.get("SN") or fields.get("SERN") or _text(device / "device" / ".." / "serial")
    return UsbPrinter(f"/dev/usb/{device.name}", f"{maker} {model}".strip(), serial)


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8", "replace").strip()
    except OSError:
        # It was just unplugged, or has no such attribute.
        return ""
