"""Connections to printers over TCP, a serial line or USB."""

import select
import socket
import termios
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from time import monotonic, sleep
from typing import Any

from printer.address import Address
from printer.device.timeouts import Timeouts
from printer.device.usb import UsbFile, path_of

_SERIAL_POLL_S = 0.005


class Connection:
    """An open connection to a printer; every method but `close` raises OSError once it is broken.

    It wraps a connector of python-escpos: the device it opened, and its way to write, read and
    close. `write` returns once the printer has accepted everything; `lacks_paper` is what the port
    itself reports.
    """

    def __init__(
        self,
        device: Any,
        write: Callable[[bytes], object],
        read: Callable[[], bytes],
        close: Callable[[], object],
        *,
        silence_is_end: bool = True,
        lacks_paper: Callable[[], bool] = lambda: False,
    ) -> None:
        self._device = device
        self._read = read
        self._silence_is_end = silence_is_end
        self.write, self.close, self.lacks_paper = write, close, lacks_paper

    def read(self, seconds: float) -> bytes:
        """Return the bytes that come within so many seconds, b"" for none."""
        ready, _, _ = select.select([self._device], [], [], seconds)
        if not ready:
            return b""
        data = self._read()
        if not data and self._silence_is_end:
            raise ConnectionResetError("the printer hung up")
        return data


def open_connection(address: Address, timeouts: Timeouts) -> Connection:
    """Open a connection to a printer, whose writes fail when it accepts no bytes for too long.

    Raises OSError when the printer cannot be reached.
    """
    # Imported here: it takes 0.3 s and configures the root logger.
    from escpos.exceptions import DeviceNotFoundError
    from escpos.printer import Network, Serial

    try:
        match address.scheme:
            case "tcp":
                network = Network(address.target, address.number)
                # Network.open supports no IPv6 and leaks the socket when it cannot connect.
                where = (address.target, address.number)
                network.device = socket.create_connection(where, timeouts.connect)
                network.device.settimeout(timeouts.write)
                _keep_alive(network.device, timeouts.idle)
                # Without it small writes wait for the last slip's acknowledgement (Nagle, RFC 896).
                network.device.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                return Connection(network.device, network._raw, network._read, network.close)
            case "serial":
                serial = Serial(address.target, address.number, timeout=0)
                serial.open()
                serial.device.write_timeout = timeouts.write
                close = partial(_drop_serial, serial.device)
                write = partial(_write_serial, serial.device, timeouts.write)
                return Connection(serial.device, write, serial._read, close)
            case "usb":
                path = path_of(address.serial, otherwise=address.target)
                usb = UsbFile(path, timeouts.write)
                return Connection(
                    usb.device, usb.write, usb.read, usb.close,
                    silence_is_end=False, lacks_paper=usb.lacks_paper,
                )  # fmt: skip
    except DeviceNotFoundError as error:
        raise ConnectionError(str(error)) from error
    raise ConnectionError(f"there is no connection to {address.uri}")


def _keep_alive(network: socket.socket, idle: float) -> None:
    # tcp(7): the kernel probes after `idle` seconds of silence, then three times more.
    seconds = max(1, round(idle))
    network.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    network.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPIDLE, seconds)
    network.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPINTVL, max(1, seconds // 3))
    network.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPCNT, 3)


def _write_serial(device: Any, timeout: float, data: bytes) -> None:
    # write() returns when the kernel has the bytes; closing drops those not transmitted yet.
    device.write(data)
    deadline = monotonic() + timeout
    while device.out_waiting:
        if monotonic() > deadline:
            raise TimeoutError("the printer accepts no bytes")
        sleep(_SERIAL_POLL_S)


def _drop_serial(device: Any) -> None:
    # Serial.close waits until all is sent: for ever when a dead printer holds the line. A device
    # that was unplugged has nothing left to drop.
    with suppress(OSError, termios.error):
        device.reset_output_buffer()
    device.close()
