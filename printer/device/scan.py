"""Find printers: those plugged in, those announced by mDNS, those that reply on port 9100."""

import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from ipaddress import ip_network
from pathlib import Path
from threading import Event
from typing import Literal

from msgspec import Struct

from machine.network import own_address
from printer.device.status import ASK_ONLINE, is_status
from printer.device.usb import usb_printers

# The DNS-SD service of printers that take raw bytes, https://developer.apple.com/bonjour/printing-specification/.
_SERVICE = "_pdl-datastream._tcp.local."
_ANNOUNCE_S = 1.5
_RAW_PORT = 9100
_HOST_S = 0.5
_WORKERS = 64

Kind = Literal["usb", "serial", "network"]


class FoundPrinter(Struct, frozen=True):
    """A printer that was found: its address without options, and the name that it reports."""

    uri: str
    name: str
    kind: Kind


def plugged_in(serial_ports: Path = Path("/dev/serial/by-id")) -> list[FoundPrinter]:
    """Return what is plugged into this machine; quick, and opens no device."""
    usb = [FoundPrinter(f"usb:{p.path}{p.query}", p.name, "usb") for p in usb_printers()]
    # Nothing identifies what a serial line leads to: staff go by the cable's name.
    ports = sorted(serial_ports.glob("*"))
    return usb + [FoundPrinter(f"serial:{port}", port.name, "serial") for port in ports]


def announced(seconds: float = _ANNOUNCE_S) -> list[FoundPrinter]:
    """Return the printers that announce themselves on the network within so many seconds.

    Raises OSError without a network.
    """
    # Imported here: it takes 0.2 s, and only this needs it.
    from zeroconf import IPVersion, ServiceBrowser, ServiceStateChange, Zeroconf

    names: set[str] = set()

    def on_change(name: str, state_change: ServiceStateChange, **_: object) -> None:
        if state_change is ServiceStateChange.Added:
            names.add(name)

    with Zeroconf(ip_version=IPVersion.V4Only) as network:
        ServiceBrowser(network, _SERVICE, handlers=[on_change])
        Event().wait(seconds)
        infos = [network.get_service_info(_SERVICE, name, 1000) for name in sorted(names)]
    return [
        FoundPrinter(
            f"tcp://{info.parsed_addresses()[0]}:{info.port}",
            (info.properties.get(b"ty") or info.name.partition(".")[0].encode()).decode(),
            "network",
        )
        for info in infos
        if info is not None and info.parsed_addresses()
    ]


def responding(address: str) -> list[FoundPrinter]:
    """Return the receipt printers among all hosts of an IPv4 address's /24."""
    hosts = [str(host) for host in ip_network(f"{address}/24", strict=False).hosts()]
    with ThreadPoolExecutor(_WORKERS) as pool:
        are_printers = pool.map(_is_printer, hosts)
        return [
            FoundPrinter(f"tcp://{host}:{_RAW_PORT}", host, "network")
            for host, is_printer in zip(hosts, are_printers, strict=True)
            if is_printer
        ]


def scan(*, every_machine: bool) -> Iterator[FoundPrinter]:
    """Yield each printer that can be found; probing every host (`every_machine`) takes seconds."""
    seen: set[str] = set()
    with suppress(OSError):  # no network: there is USB
        network = announced() + (responding(own_address()) if every_machine else [])
        for found in network:
            if found.uri not in seen:
                seen.add(found.uri)
                yield found
    yield from plugged_in()


def _is_printer(host: str) -> bool:
    try:
        with socket.create_connection((host, _RAW_PORT), _HOST_S) as line:
            line.sendall(ASK_ONLINE)
            reply = line.recv(1)
    except OSError:
        return False
    return bool(reply) and is_status(reply[0])
