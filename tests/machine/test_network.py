"""The address that other machines reach this one by."""

import socket

import pytest

from machine import network


def test_it_is_the_address_on_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "own_address", lambda family: "192.168.1.9")
    assert network.lan_address() == "192.168.1.9"


def test_without_a_network_it_is_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    def unreachable(family: socket.AddressFamily) -> str:
        raise OSError("network is unreachable")

    monkeypatch.setattr(network, "own_address", unreachable)
    assert network.lan_address() == "127.0.0.1"


def test_where_there_is_ipv6_alone_it_is_that(monkeypatch: pytest.MonkeyPatch) -> None:
    def on_ipv6(family: socket.AddressFamily) -> str:
        if family != socket.AF_INET6:
            raise OSError("network is unreachable")
        return "fd00::5"

    monkeypatch.setattr(network, "own_address", on_ipv6)
    assert network.in_url(network.lan_address()) == "[fd00::5]"


@pytest.mark.parametrize(
    ("host", "local"),
    [("0.0.0.0", "127.0.0.1"), ("::", "[::1]"), ("::1", "[::1]"), ("10.0.0.5", "10.0.0.5")],
)
def test_this_machine_reaches_itself_and_urls_have_brackets(host: str, local: str) -> None:
    assert network.in_url(network.local_address(host)) == local
