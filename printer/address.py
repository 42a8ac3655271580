"""Where a printer is and how it is spoken to."""

from typing import Literal, Self
from urllib.parse import parse_qs, urlsplit

import msgspec
from msgspec import Struct

from printer.paper import PAPERS, Paper

Encoding = Literal["raster", "native"]
Scheme = Literal["tcp", "usb", "serial", "virtual", "none"]

_PORT = 9100
_BAUD = 115_200


class AddressError(Exception):
    """A printer's address cannot be read."""


class Address(Struct, frozen=True):
    """A printer's address; `number` is its TCP port or its serial line's baud rate."""

    uri: str
    scheme: Scheme
    target: str
    number: int
    paper: Paper
    encoding: Encoding

    @classmethod
    def parse(cls, uri: str) -> Self:
        """Read an address such as tcp://192.168.1.9:9100?width=384.

        Raises AddressError saying what is wrong.
        """
        try:
            parts = urlsplit(uri)
            options = {name: values[-1] for name, values in parse_qs(parts.query).items()}
            width = int(options.pop("width", 576))
            number = parts.port or _PORT
            if parts.scheme == "serial":
                number = int(options.pop("baud", _BAUD))
        except ValueError as error:
            raise AddressError(f"{uri}: {error}") from None
        encoding = options.pop("encoding", "native" if parts.scheme == "serial" else "raster")
        if width not in PAPERS:
            raise AddressError(f"{uri}: the width is 576 or 384 dots, not {width}")
        if options:
            raise AddressError(f"{uri}: there is no option {', '.join(options)}")
        target = (parts.hostname or "") if parts.scheme == "tcp" else parts.path
        if parts.scheme in ("tcp", "usb", "serial") and not target:
            raise AddressError(f"{uri}: does not say where the printer is")
        address = {"uri": uri, "scheme": parts.scheme, "target": target, "number": number}
        try:
            return msgspec.convert(address | {"paper": PAPERS[width], "encoding": encoding}, cls)
        except msgspec.ValidationError as error:
            raise AddressError(f"{uri}: {error}") from None
