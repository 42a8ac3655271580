"""What staff ask of the printers while these print."""

import pytest

from printer.address import assign
from printer.device.scan import FoundPrinter
from printer.factory import PrinterFactory
from printer.known_printers import KnownPrinter, KnownPrinters
from printer.order_handler import OrderHandler
from printer.orders import ListPrinters, PrintTestPage, SetPrinters
from printer.press import Press
from printer.slip.typeface import Typeface
from printer.virtual.printer import VirtualPrinter
from tests.printer.helpers import (
    CATALOGUE,
    FONTS,
    HASTY,
    URL,
    WIDE,
    Recorder,
    at,
    plan,
)  # fmt: skip
from tests.wait import wait_for

pytestmark = pytest.mark.system


class Office:
    """A press that runs, its handler, and a real printer on the network beside the virtual one."""

    def __init__(self, store_url: str, folder, fixed: list[str]) -> None:
        self.recorder = Recorder(WIDE, Typeface(FONTS))
        self.server = VirtualPrinter(self.recorder)
        self.server.start()
        self.uri = f"tcp://127.0.0.1:{self.server.port}"
        self.known_printers = KnownPrinters(folder / "printers.json")
        factory = PrinterFactory(FONTS, CATALOGUE, URL, HASTY, folder / "paper")
        self.press = Press(store_url, plan(), at, factory)
        self.handler = OrderHandler(self.press, plan(), self.known_printers, fixed)
        self.press.use(assign([known.option for known in self.handler.printers()], plan()))

    def set_printers(self, *uris: str):
        known = tuple(KnownPrinter(name="", uri=uri) for uri in uris)
        return self.handler.handle(SetPrinters(printers=known))

    def close(self) -> None:
        self.press.stop(1)
        self.server.stop()


@pytest.fixture
def office(store_url, tmp_path):
    office = Office(store_url, tmp_path, fixed=[])
    yield office
    office.close()


def test_a_test_page_comes_out_of_a_printer_that_is_not_yet_in_use(office: Office):
    assert office.handler.handle(PrintTestPage(uri=office.uri)).result == "printed"
    (page,) = office.recorder.papers
    assert page.width == 576


def test_a_printer_in_use_is_tried_with_other_choices_and_goes_on_after(office: Office):
    office.set_printers(office.uri)
    assert [known.uri for known in office.known_printers.read()] == [office.uri]
    wait_for(lambda: office.press.state_of(office.uri) == "ready")
    assert (
        office.handler.handle(PrintTestPage(uri=f"{office.uri}?encoding=native")).result
        == "printed"
    )
    wait_for(lambda: office.press.state_of(office.uri) == "ready")


@pytest.mark.parametrize(("fault", "outcome"), [("paper_out", "paper_out"), ("cover_open",) * 2])
def test_why_no_test_page_comes_is_in_the_result(office: Office, fault, outcome):
    setattr(office.recorder, fault, True)
    assert office.handler.handle(PrintTestPage(uri=office.uri)).result == outcome


def test_an_address_that_is_wrong_is_explained(office: Office):
    assert "ftp://x" in office.handler.handle(PrintTestPage(uri="ftp://x")).wrong
    assert "ftp://x" in office.set_printers("ftp://x").wrong
    assert office.known_printers.read()[0].uri == "virtual:"


def test_printers_that_the_command_line_names_stay(store_url, tmp_path):
    office = Office(store_url, tmp_path, fixed=["none"])
    assert "command line" in office.set_printers(office.uri).wrong
    assert office.handler.handle(ListPrinters()).result.fixed
    office.close()


def test_a_usb_printer_is_new_until_it_is_set_up(office: Office, monkeypatch):
    usb = FoundPrinter("usb:/dev/usb/lp9?serial=A1", "Xprinter XP-80C", "usb")
    cable = FoundPrinter(
        "serial:/dev/serial/by-id/usb-Prolific-port0", "usb-Prolific-port0", "serial"
    )
    monkeypatch.setattr("printer.order_handler.plugged_in", lambda: [usb, cable])
    assert office.handler.new() == ["Xprinter XP-80C"]
    office.set_printers(f"{usb.uri}&width=384")
    assert office.handler.new() == []
