"""Carry out the orders of staff to the printer process, beside the printing."""

from collections.abc import Callable
from threading import Thread
from time import sleep

import msgspec
import redis
import structlog

from journal.store import PRINTERS_CHANNEL, connect
from printer.address import Address, AddressError, assign, split
from printer.device.printer import Unproved
from printer.device.scan import plugged_in, scan
from printer.heartbeat import INTERVAL_S
from printer.known_printers import KnownPrinter, KnownPrinters
from printer.orders import (
    CHANNEL,
    AnyOrder,
    ListPrinters,
    Outcome,
    PrinterList,
    PrintTestPage,
    Reply,
    Scan,
    SetPrinters,
    Used,
)
from printer.outlets import Outlet
from printer.press import Press
from queueing.plan import Plan

_MARK = "test"
_PAUSE_S = 1.0


class OrderHandler:
    """Handles orders; `fixed` are the printers of the command line, which no order can change."""

    def __init__(
        self, press: Press, plan: Plan, known_printers: KnownPrinters, fixed: list[str]
    ) -> None:
        self._press, self._plan, self._known_printers = press, plan, known_printers
        self._fixed = [_known(option) for option in fixed]

    def listen(self, store_url: str) -> None:
        """Handle orders for ever, each in a thread of its own: some take seconds."""
        while True:
            try:
                client = connect(store_url)
                pubsub = client.pubsub(ignore_subscribe_messages=True)  # type: ignore[no-untyped-call]  # untyped upstream
                with pubsub as orders:
                    orders.subscribe(CHANNEL)
                    while True:
                        if message := orders.get_message(timeout=1.0):
                            self._start(client, message["data"])
            except (redis.RedisError, OSError) as error:
                structlog.get_logger().error("orders_unavailable", error=str(error))
                sleep(_PAUSE_S)

    def publish_new(self, publish: Callable[[str, bytes], object]) -> None:
        """Publish every 2 s, for ever, the printers that are plugged in and not set up yet."""
        while True:
            publish(PRINTERS_CHANNEL, msgspec.json.encode({"new": self.new()}))
            sleep(INTERVAL_S)

    def new(self) -> list[str]:
        """Return the names of USB printers not set up yet; a serial line may lead to anything."""
        if self._fixed:
            return []
        usb = (found for found in plugged_in() if found.kind == "usb")
        return [found.name for found in usb if not self._press.uses(Address.parse(found.uri))]

    def printers(self) -> list[KnownPrinter]:
        """Return the printers to use."""
        return self._fixed or self._known_printers.read()

    def handle(self, order: AnyOrder) -> Reply:
        """Carry out an order; what is wrong with it is in the reply."""
        try:
            match order:
                case ListPrinters():
                    return Reply(self._list())
                case Scan(every_machine=every_machine):
                    return Reply(list(scan(every_machine=every_machine)))
                case PrintTestPage(uri=uri):
                    return Reply(self._print_test_page(Address.parse(uri)))
                case SetPrinters(printers=printers):
                    self._set(printers)
                    return Reply(self._list())
        except AddressError as error:
            return Reply(wrong=str(error))

    def _start(self, client: redis.Redis, data: bytes) -> None:
        def work() -> None:
            order = msgspec.json.decode(data, type=AnyOrder)
            client.publish(order.reply_to, msgspec.json.encode(self.handle(order)))

        Thread(target=work, daemon=True).start()

    def _list(self) -> PrinterList:
        used = [Used(known, self._press.state_of(known.uri)) for known in self.printers()]
        return PrinterList(used, plugged_in(), fixed=bool(self._fixed))

    def _set(self, printers: tuple[KnownPrinter, ...]) -> None:
        if self._fixed:
            raise AddressError("the command line names the printers")
        assigned = assign([known.option for known in printers], self._plan)
        self._known_printers.write(printers)
        self._press.use(assigned)

    def _print_test_page(self, address: Address) -> Outcome:
        with self._press.borrow(address) as outlet:
            return "busy" if outlet is None else print_test_page(outlet)


def print_test_page(outlet: Outlet) -> Outcome:
    """Print the test page and return the outcome."""
    if (state := outlet.printer.check()) != "ready":
        return state
    try:
        outlet.printer.send(outlet.composer.sample(), _MARK)
        outlet.printer.prove(_MARK, wait_on=lambda: False)
    except Unproved:
        return "unconfirmed"
    return "printed"


def _known(option: str) -> KnownPrinter:
    venue, uri = split(option)
    return KnownPrinter(name="", uri=uri, venue=venue)
