"""A USB printer as Linux's usblp shows it."""

import fcntl
import os
import select
import struct

# A read gives at most one packet.
_PACKET = 64
# linux/lp.h: asks for the port's status, in which a bit tells that the paper is out.
_LPGETSTATUS, _LP_POUTPA = 0x060B, 0x20


class UsbFile:
    """An open printer; `patience` is how many seconds it may take nothing.

    Ours, because escpos.printer.File opens it for writing only, which tells no state, and waits for
    ever when the paper is out.
    """

    def __init__(self, path: str, patience: float) -> None:
        self.device = os.open(path, os.O_RDWR | os.O_NONBLOCK | os.O_NOCTTY)
        self._patience = patience

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
        _, writable, _ = select.select([], [self.device], [], self._patience)
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
