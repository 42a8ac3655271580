"""Where a printer is, and its paper and encoding: the URI of the command line and the console."""

import re
from collections.abc import Iterable
from typing import Literal, Self, get_args
from urllib.parse import parse_qs, urlsplit

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from printer.paper import PAPERS, TEAR, Paper
from queueing.plan import Plan

Encoding = Literal["raster", "native"]
Scheme = Literal["tcp", "usb", "serial", "virtual", "none"]

_PORT = 9100
_BAUD = 115_200
_NAMED = re.compile(r"([a-z0-9][a-z0-9_-]*)=(.*)")


class AddressError(Exception):
    """A printer's address cannot be read."""


class Address(Struct, frozen=True):
    """A printer's address; `number` is its TCP port or its serial line's baud rate.

    `serial` is the USB serial number by which to find the printer, if any.
    """

    uri: str
    scheme: Scheme
    target: str
    number: int
    paper: Paper
    encoding: Encoding
    serial: str = ""

    @property
    def device(self) -> tuple[str, ...]:
        """The device alone, without its options: equal for two addresses of one printer."""
        return self.scheme, self.serial or self.target, str(self.number)

    @classmethod
    def parse(cls, uri: str) -> Self:
        """Parse an address such as tcp://192.168.1.9:9100?width=384&cut=no.

        Raises AddressError, whose text says what is wrong.
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
        cut, serial_number = options.pop("cut", "yes"), options.pop("serial", "")
        if width not in PAPERS:
            raise AddressError(f"{uri}: the width is 576 or 384 dots, not {width}")
        if cut not in ("yes", "no"):
            raise AddressError(f"{uri}: cut is yes or no, not {cut}")
        if options:
            raise AddressError(f"{uri}: there is no option {', '.join(options)}")
        target = (parts.hostname or "") if parts.scheme == "tcp" else parts.path
        if parts.scheme in ("tcp", "usb", "serial") and not target:
            raise AddressError(f"{uri}: does not say where the printer is")
        scheme = uri if uri == "none" else parts.scheme
        if scheme not in get_args(Scheme):
            raise AddressError(f"{uri}: it begins with {', '.join(get_args(Scheme))}")
        paper = PAPERS[width] if cut == "yes" else replace(PAPERS[width], end=TEAR)
        address = {
            "uri": uri,
            "scheme": scheme,
            "target": target,
            "number": number,
            "paper": paper,
            "encoding": encoding,
            "serial": serial_number,
        }
        try:
            return msgspec.convert(address, cls)
        except msgspec.ValidationError as error:
            raise AddressError(f"{uri}: {error}") from None


def split(option: str) -> tuple[str | None, str]:
    """Split "VENUE=URI" or "URI" into the venue, None if absent, and the URI."""
    named = _NAMED.fullmatch(option)
    return (named[1], named[2]) if named else (None, option)


def assign(options: Iterable[str], plan: Plan) -> dict[str, tuple[Address, ...]]:
    """Return each venue's printers, read from options "VENUE=URI", or "URI" for all other venues.

    A venue's first printer is used while it works; the others stand in for it in their order.
    Raises AddressError for an unknown venue, or an address that is invalid or repeated.
    """
    addresses: dict[str | None, list[Address]] = {}
    for option in options:
        venue, uri = split(option)
        if venue is not None and venue not in plan.venues:
            raise AddressError(f"{option}: the plan has no venue {venue}")
        theirs = addresses.setdefault(venue, [])
        if uri in (other.uri for other in theirs):
            raise AddressError(f"{option}: {venue or 'every venue'} has this printer already")
        theirs.append(Address.parse(uri))
    default = addresses.get(None, [])
    chosen = {venue: addresses.get(venue, default) for venue in plan.venues}
    return {venue: tuple(a for a in chosen[venue] if a.scheme != "none") for venue in chosen}
