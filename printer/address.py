"""Where a printer is and how it is spoken to."""

import re
from collections.abc import Iterable
from typing import Literal, Self, get_args
from urllib.parse import parse_qs, urlsplit

import msgspec
from msgspec import Struct

from printer.paper import PAPERS, Paper
from queueing.plan import Plan

Encoding = Literal["raster", "native"]
Scheme = Literal["tcp", "usb", "serial", "virtual", "none"]

_PORT = 9100
_BAUD = 115_200
_NAMED = re.compile(r"([a-z0-9][a-z0-9_-]*)=(.*)")


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
        scheme = uri if uri == "none" else parts.scheme
        if scheme not in get_args(Scheme):
            raise AddressError(f"{uri}: it begins with {', '.join(get_args(Scheme))}")
        address = {"uri": uri, "scheme": scheme, "target": target, "number": number}
        try:
            return msgspec.convert(address | {"paper": PAPERS[width], "encoding": encoding}, cls)
        except msgspec.ValidationError as error:
            raise AddressError(f"{uri}: {error}") from None


def assign(options: Iterable[str], plan: Plan) -> dict[str, Address]:
    """Read "VENUE=URI" options, and the "URI" that serves every other venue; give each venue's.

    Raises AddressError for an unknown venue, one that is named twice, or an address that is wrong.
    """
    addresses: dict[str | None, Address] = {}
    for option in options:
        named = _NAMED.fullmatch(option)
        venue, uri = (named[1], named[2]) if named else (None, option)
        if venue is not None and venue not in plan.venues:
            raise AddressError(f"{option}: the plan has no venue {venue}")
        if venue in addresses:
            raise AddressError(f"{option}: {venue or 'every venue'} has a printer already")
        addresses[venue] = Address.parse(uri)
    found = {venue: addresses.get(venue, addresses.get(None)) for venue in plan.venues}
    return {venue: address for venue, address in found.items() if address is not None}
