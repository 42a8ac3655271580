import pytest
from msgspec.structs import replace

from printer.address import Address, AddressError, assign
from printer.paper import CUT, TEAR
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
     "tcp://x?encoding=text", "serial:/dev/ttyS0?baud=fast", "tcp://x?cut=maybe"],
)  # fmt: skip
def test_an_address_that_is_wrong_is_refused_by_name(uri):
    with pytest.raises(AddressError, match="^" + uri.split("?")[0]):
        Address.parse(uri)


def test_a_printer_without_a_venue_serves_every_one_that_is_not_named():
    day = two_venues()
    assert targets(assign(["tcp://a"], day)) == {"yungu": ["a"], "xinhua": ["a"]}
    assert targets(assign(["tcp://a?width=384", "yungu=tcp://b?width=384"], day)) == {
        "yungu": ["b"],
        "xinhua": ["a"],
    }
    assert targets(assign(["yungu=tcp://b"], day)) == {"yungu": ["b"], "xinhua": []}


def test_several_printers_of_a_venue_stand_in_for_each_other_in_their_order():
    day = two_venues()
    assert targets(assign(["yungu=tcp://b", "yungu=tcp://c", "tcp://a"], day)) == {
        "yungu": ["b", "c"],
        "xinhua": ["a"],
    }


def test_none_is_no_printer():
    assert targets(assign(["none"], plan())) == {"yungu": []}


def test_a_printer_that_cannot_cut_lets_the_paper_out_to_be_torn():
    assert Address.parse("tcp://p?cut=no").paper.end == TEAR
    assert Address.parse("tcp://p").paper.end == CUT


def test_a_device_is_the_same_whatever_is_chosen_for_it():
    one, other = Address.parse("tcp://p?width=384"), Address.parse("tcp://p?encoding=native")
    assert one != other
    assert one.device == other.device != Address.parse("tcp://p:9101").device


def two_venues() -> Plan:
    body = plan().body
    return Plan(replace(body, venues=(*body.venues, replace(body.venues[0], id="xinhua"))))


def targets(assigned: dict[str, tuple[Address, ...]]) -> dict[str, list[str]]:
    return {venue: [a.target for a in addresses] for venue, addresses in assigned.items()}


@pytest.mark.parametrize("options", [["nowhere=none"], ["none", "none"], ["yungu=x"]])
def test_printers_that_cannot_be_assigned_are_refused(options):
    with pytest.raises(AddressError):
        assign(options, plan())
