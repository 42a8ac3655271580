"""The address by which other machines of the network reach this one."""

import socket


def own_address() -> str:
    """Return this machine's IPv4 address on its network.

    Raises OSError when it is on none.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        # Nothing is sent: connecting a UDP socket only chooses the route. TEST-NET-1 of RFC 5737.
        probe.connect(("192.0.2.1", 9))
        return str(probe.getsockname()[0])


def lan_address() -> str:
    """Return the IPv4 address that reaches this machine: `own_address`, or loopback without one."""
    try:
        return own_address()
    except OSError:
        return "127.0.0.1"
