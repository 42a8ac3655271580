"""The addresses by which other machines of the network reach this one, and this one itself."""

import contextlib
import socket

# Addresses that are nobody's, by family, to ask for a route: RFC 5737 and RFC 3849.
BEYOND = {socket.AF_INET: "192.0.2.1", socket.AF_INET6: "2001:db8::1"}


def own_address(family: socket.AddressFamily = socket.AF_INET) -> str:
    """Return this machine's address on its network.

    Raises OSError when it is on none.
    """
    with socket.socket(family, socket.SOCK_DGRAM) as probe:
        # Nothing is sent: connecting a UDP socket only chooses the route.
        probe.connect((BEYOND[family], 9))
        return str(probe.getsockname()[0])


def lan_address() -> str:
    """Return the address that reaches this machine: IPv4 if it can be, or loopback without any."""
    for family in BEYOND:
        with contextlib.suppress(OSError):
            return own_address(family)
    return "127.0.0.1"


def local_address(host: str) -> str:
    """Return the address by which this machine reaches what listens on `host`."""
    return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - not bound


def in_url(host: str) -> str:
    """Return a host as URLs have it: an IPv6 address in brackets (RFC 3986, 3.2.2)."""
    return f"[{host}]" if ":" in host else host
