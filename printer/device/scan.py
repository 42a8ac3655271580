"""Finding printers: those plugged in, those that announce themselves, those that answer."""

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
from printer.device.fence import ASK_ONLINE, is_status
from printer.device.usb import usb_printers

# What printers that take bytes as they are announce, https://developer.apple.com/bonjour/printing-specification/.
_SERVICE = "_pdl-datastream._tcp.local."
_ANNOUNCE_S = 1.5
_RAW_PORT = 9100
_HOST_S = 0.5
_AT_ONCE = 64

Kind = Literal["usb", "serial", "network"]


class Found(Struct, frozen=True):
    """A printer that is there: its address without any choice, and what it calls itself."""

    uri: str
    name: str
    kind: Kind


def plugged_in(serial_ports: Path = Path("/dev/serial/by-id")) -> list[Found]:
    """List what is plugged into this machine; takes no time and touches no device."""
    usb = [Found(f"usb:{p.path}{p.query}", p.name, "usb") for p in usb_printers()]
    # A serial line does not tell what hangs on it: staff see by the cable's name.
    ports = sorted(serial_ports.glob("*"))
    return usb + [Found(f"serial:{port}", port.name, "serial") for port in ports]


def announced(seconds: float = _ANNOUNCE_S) -> list[Found]:
    """List the network's printers that announce themselves within so many seconds.

    Raises OSError without a network.
    """
    # Importing it takes 0.2 s, which no other use of the printers is to wait for.
    from zeroconf import IPVersion, ServiceBrowser, ServiceStateChange, Zeroconf

    names: set[str] = set()

    def note(name: str, state_change: ServiceStateChange, **_: object) -> None:
        if state_change is ServiceStateChange.Added:
            names.add(name)

    with Zeroconf(ip_version=IPVersion.V4Only) as network:
        ServiceBrowser(network, _SERVICE, handlers=[note])
        Event().wait(seconds)
        infos = [network.get_service_info(_SERVICE, name, 1000) for name in sorted(names)]
    return [
        Found(
            f"tcp://{info.parsed_addresses()[0]}:{info.port}",
            (info.properties.get(b"ty") or info.name.partition(".")[0].encode()).decode(),
            "network",
        )
        for info in infos
        if info is not None and info.parsed_addresses()
    ]


def answering(address: str) -> list[Found]:
    """Ask every machine of an IPv4 address's /24 whether it is a receipt printer."""
    hosts = [str(host) for host in ip_network(f"{address}/24", strict=False).hosts()]
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        answers = pool.map(_is_printer, hosts)
        return [
            Found(f"tcp://{host}:{_RAW_PORT}", host, "network")
            for host, answer in zip(hosts, answers, strict=True)
            if answer
        ]


def scan(*, every_machine: bool) -> Iterator[Found]:
    """Give each printer that can be found once; asking every machine takes some seconds."""
    seen: set[str] = set()
    with suppress(OSError):  # no network: there is USB
        network = announced() + (answering(own_address()) if every_machine else [])
        for found in network:
            if found.uri not in seen:
                seen.add(found.uri)
                yield found
    yield from plugged_in()


def _is_printer(host: str) -> bool:
    try:
        with socket.create_connection((host, _RAW_PORT), _HOST_S) as line:
            line.sendall(ASK_ONLINE)
            answer = line.recv(1)
    except OSError:
        return False
    return bool(answer) and is_status(answer[0])
