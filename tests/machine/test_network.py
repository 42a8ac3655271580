"""The address that other machines reach this one by."""

import pytest

from machine import network


def test_it_is_the_address_on_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "own_address", lambda: "192.168.1.9")
    assert network.lan_address() == "192.168.1.9"


def test_without_a_network_it_is_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    def unreachable() -> str:
        raise OSError("network is unreachable")

    monkeypatch.setattr(network, "own_address", unreachable)
    assert network.lan_address() == "127.0.0.1"
