import socket
from concurrent.futures import ThreadPoolExecutor
from threading import Thread
from uuid import uuid4

import pytest

from printer.device import scan
from printer.device.scan import FoundPrinter, announced, plugged_in, responding
from printer.device.usb import UsbPrinter, path_of, usb_printers
from printer.slip.typeface import Typeface
from printer.virtual.printer import VirtualPrinter
from tests.printer.helpers import FONTS, WIDE, Recorder
from tests.wait import wait_for

ID = "MFG:Xprinter;CMD:ESC/POS;MDL:XP-80C;CLS:PRINTER;SN:A1 2;"


@pytest.fixture
def usb(tmp_path):
    """Make the folders that Linux shows of a printer that is plugged in."""
    interface = tmp_path / "1-1" / "1-1:1.0"
    interface.mkdir(parents=True)
    (interface / "ieee1284_id").write_text(ID)
    device = tmp_path / "usbmisc" / "lp0"
    device.mkdir(parents=True)
    (device / "device").symlink_to(interface)
    return tmp_path


def test_a_usb_printer_is_named_as_it_names_itself(usb):
    (printer,) = usb_printers(usb / "usbmisc")
    assert printer == UsbPrinter("/dev/usb/lp0", "Xprinter XP-80C", "A1 2")
    assert printer.query == "?serial=A1%202"


def test_one_that_tells_nothing_of_itself_is_called_by_its_device(usb):
    (usb / "1-1" / "1-1:1.0" / "ieee1284_id").unlink()
    (usb / "1-1" / "serial").write_text("77\n")
    assert usb_printers(usb / "usbmisc") == [UsbPrinter("/dev/usb/lp0", "lp0", "77")]


def test_a_printer_is_found_again_by_its_serial_number(monkeypatch):
    there = [UsbPrinter("/dev/usb/lp1", "", "77"), UsbPrinter("/dev/usb/lp2", "", "")]
    monkeypatch.setattr("printer.device.usb.usb_printers", lambda: there)
    assert path_of("77", otherwise="/dev/usb/lp0") == "/dev/usb/lp1"
    assert path_of("78", otherwise="/dev/usb/lp0") == "/dev/usb/lp0"
    assert path_of("", otherwise="/dev/usb/lp0") == "/dev/usb/lp0"


def test_serial_cables_are_listed_by_their_names(tmp_path, monkeypatch):
    monkeypatch.setattr(scan, "usb_printers", list)
    (tmp_path / "usb-Prolific-port0").touch()
    uri = f"serial:{tmp_path}/usb-Prolific-port0"
    assert plugged_in(tmp_path) == [FoundPrinter(uri, "usb-Prolific-port0", "serial")]


@pytest.mark.system
def test_a_network_printer_is_known_by_its_reply(monkeypatch):
    printer = VirtualPrinter(Recorder(WIDE, Typeface(FONTS)))
    printer.start()
    monkeypatch.setattr(scan, "_RAW_PORT", printer.port)
    monkeypatch.setattr(scan, "ip_network", lambda *_, **__: Hosts("127.0.0.1", "127.0.0.2"))
    assert responding("127.0.0.1") == [
        FoundPrinter(f"tcp://127.0.0.1:{printer.port}", "127.0.0.1", "network")
    ]
    printer.stop()


@pytest.mark.system
def test_who_replies_something_else_is_no_printer(monkeypatch):
    with socket.create_server(("127.0.0.1", 0)) as server:

        def greet() -> None:
            with server.accept()[0] as line:
                line.sendall(b"SSH-2.0\r\n")
                line.recv(16)

        thread = Thread(target=greet)
        thread.start()
        monkeypatch.setattr(scan, "_RAW_PORT", server.getsockname()[1])
        monkeypatch.setattr(scan, "ip_network", lambda *_, **__: Hosts("127.0.0.1"))
        assert responding("127.0.0.1") == []
        thread.join()


@pytest.mark.system
def test_a_printer_that_announces_itself_is_found():
    from zeroconf import IPVersion, ServiceInfo, Zeroconf

    kind = "_pdl-datastream._tcp.local."
    info = ServiceInfo(
        # Nobody else who runs the tests on this network announces the same.
        kind, f"Receipts {uuid4()}.{kind}", addresses=[socket.inet_aton("127.0.0.1")], port=9100,
        properties={"ty": "XP-80C"},
    )  # fmt: skip

    def found() -> bool:
        return FoundPrinter("tcp://127.0.0.1:9100", "XP-80C", "network") in announced()

    def announce() -> None:
        with Zeroconf(ip_version=IPVersion.V4Only) as network:
            network.register_service(info)
            wait_for(found)

    # A browser of another test may have left its loop in this thread, which zeroconf would take.
    with ThreadPoolExecutor(1) as apart:
        apart.submit(announce).result()


class Hosts(list[str]):
    """A network of these hosts."""

    def __init__(self, *hosts: str) -> None:
        super().__init__(hosts)

    def hosts(self) -> list[str]:
        return self
