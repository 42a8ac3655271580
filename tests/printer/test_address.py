import pytest
from msgspec.structs import replace

from printer.address import Address, AddressError, assign
from queueing.plan import Plan
from tests.printer.helpers import NARROW, WIDE, plan


def test_a_network_printer_is_at_port_9100_with_wide_paper():
    address = Address.parse("tcp://192.168.1.9")
    assert (address.target, address.number) == ("192.168.1.9", 9100)
    assert (address.paper, address.encoding) == (WIDE, "raster")


def test_width_and_encoding_may_be_chosen():
    address = Address.parse("tcp://p:9101?width=384&encoding=native")
    assert (address.number, address.paper, address.encoding) == (9101, NARROW, "native")


def test_a_serial_printer_is_slow_and_gets_text():
    address = Address.parse("serial:/dev/ttyUSB0?baud=19200")
    assert (address.target, address.number) == ("/dev/ttyUSB0", 19200)
    assert address.encoding == "native"
    assert Address.parse("serial:/dev/ttyUSB0").number == 115_200


def test_a_usb_printer_is_a_file():
    assert Address.parse("usb:/dev/usb/lp0").target == "/dev/usb/lp0"


@pytest.mark.parametrize(
    "uri",
    ["ftp://x", "tcp:", "usb:", "192.168.1.9", "tcp://x:99999", "tcp://x?width=80", "tcp://x?wide=1",
     "tcp://x?encoding=text", "serial:/dev/ttyS0?baud=fast"],
)  # fmt: skip
def test_an_address_that_is_wrong_is_refused_by_name(uri):
    with pytest.raises(AddressError, match="^" + uri.split("?")[0]):
        Address.parse(uri)


def test_a_printer_without_a_venue_serves_every_one_that_is_not_named():
    day = two_venues()
    assert targets(assign(["tcp://a"], day)) == {"yungu": "a", "xinhua": "a"}
    assert targets(assign(["tcp://a?width=384", "yungu=tcp://b?width=384"], day)) == {
        "yungu": "b",
        "xinhua": "a",
    }
    assert targets(assign(["yungu=tcp://b"], day)) == {"yungu": "b"}


def two_venues() -> Plan:
    body = plan().body
    return Plan(replace(body, venues=(*body.venues, replace(body.venues[0], id="xinhua"))))


def targets(addresses: dict[str, Address]) -> dict[str, str]:
    return {venue: address.target for venue, address in addresses.items()}


@pytest.mark.parametrize("options", [["nowhere=none"], ["none", "none"], ["yungu=x"]])
def test_printers_that_cannot_be_assigned_are_refused(options):
    with pytest.raises(AddressError):
        assign(options, plan())
