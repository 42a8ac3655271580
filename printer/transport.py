"""An open line to a printer, on which bytes go out and come back."""

import os
import select
import socket
import termios
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any

from printer.address import Address

CONNECT_S = 3.0
# A printer that takes nothing for so long is out of paper or gone.
WRITE_S = 10.0
# A read of a USB printer gives at most one packet.
_PACKET = 64


class Line:
    """An open line to a printer; every method but `close` raises OSError once it is broken.

    It is made of python-escpos' connectors: the device they opened, how they write, read and close.
    """

    def __init__(
        self,
        device: Any,
        write: Callable[[bytes], object],
        read: Callable[[], bytes],
        close: Callable[[], object],
        *,
        silence_is_end: bool = True,
    ) -> None:
        self._device = device
        self._write = write
        self._read = read
        self._silence_is_end = silence_is_end
        self.close = close

    def write(self, data: bytes) -> None:
        """Send bytes, waiting up to WRITE_S for the printer to take them."""
        self._write(data)

    def read(self, seconds: float) -> bytes:
        """Read what comes within so many seconds, b"" when nothing does."""
        ready, _, _ = select.select([self._device], [], [], seconds)
        if not ready:
            return b""
        data = self._read()
        if not data and self._silence_is_end:
            raise ConnectionResetError("the printer hung up")
        return data


def open_line(address: Address) -> Line:
    """Open the line to a printer.

    Raises OSError when it cannot be reached.
    """
    # Importing it takes 0.3 s and sets up logging, which is no importer's surprise to be given.
    from escpos.exceptions import DeviceNotFoundError
    from escpos.printer import Network, Serial

    try:
        match address.scheme:
            case "tcp":
                network = Network(address.target, address.number)
                # Network.open knows no IPv6 and leaves a socket open that did not connect.
                where = (address.target, address.number)
                network.device = socket.create_connection(where, CONNECT_S)
                network.device.settimeout(WRITE_S)
                # A question of a few bytes is not to wait for the last slip's acknowledgement.
                network.device.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                return Line(network.device, network._raw, network._read, network.close)
            case "serial":
                serial = Serial(address.target, address.number, timeout=0)
                serial.open()
                serial.device.write_timeout = WRITE_S
                close = partial(_drop_serial, serial.device)
                return Line(serial.device, serial._raw, serial._read, close)
            case "usb":
                usb = UsbFile(address.target)
                return Line(usb.device, usb.write, usb.read, usb.close, silence_is_end=False)
    except DeviceNotFoundError as error:
        raise ConnectionError(str(error)) from error
    raise ConnectionError(f"no line leads to {address.uri}")


def _drop_serial(device: Any) -> None:
    # Serial.close waits until all is sent, for ever where a dead printer holds the line. A device
    # that was pulled out has nothing left to drop.
    with suppress(OSError, termios.error):
        device.reset_output_buffer()
    device.close()


class UsbFile:
    """A USB printer as Linux's usblp shows it.

    Ours, because escpos.printer.File opens it for writing only, which tells no state, and waits for
    ever when the paper is out.
    """

    def __init__(self, path: str) -> None:
        self.device = os.open(path, os.O_RDWR | os.O_NONBLOCK | os.O_NOCTTY)

    def write(self, data: bytes) -> None:
        """Send bytes; raises TimeoutError when the printer takes none for WRITE_S."""
        rest = memoryview(data)
        while rest:
            _, writable, _ = select.select([], [self.device], [], WRITE_S)
            if not writable:
                raise TimeoutError("the printer takes nothing")
            rest = rest[os.write(self.device, rest) :]

    def read(self) -> bytes:
        """Read a packet that is there."""
        return os.read(self.device, _PACKET)

    def close(self) -> None:
        """Close the device, dropping what is on its way."""
        os.close(self.device)
