"""Carries out what staff ask of the printers, beside the printing."""

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
from printer.heartbeat import EVERY_S
from printer.known_printers import Known, KnownPrinters
from printer.orders import (
    CHANNEL,
    Answer,
    AnyOrder,
    Keep,
    Outcome,
    Scan,
    Show,
    Shown,
    TryOut,
    Used,
)
from printer.outlets import Outlet
from printer.press import Press
from queueing.plan import Plan

_MARK = "test"
_PAUSE_S = 1.0


class OrderHandler:
    """Answers orders; `fixed` are the printers that the command line names, which it then keeps."""

    def __init__(
        self, press: Press, plan: Plan, known_printers: KnownPrinters, fixed: list[str]
    ) -> None:
        self._press, self._plan, self._known_printers = press, plan, known_printers
        self._fixed = [_known(option) for option in fixed]

    def listen(self, store_url: str) -> None:
        """Carry out orders for ever, each in a thread of its own: some take seconds."""
        while True:
            try:
                client = connect(store_url)
                pubsub = client.pubsub(ignore_subscribe_messages=True)  # type: ignore[no-untyped-call]  # untyped upstream
                with pubsub as orders:
                    orders.subscribe(CHANNEL)
                    while True:
                        if message := orders.get_message(timeout=1.0):
                            self._begin(client, message["data"])
            except (redis.RedisError, OSError) as error:
                structlog.get_logger().error("orders_unheard", error=str(error))
                sleep(_PAUSE_S)

    def look_out(self, publish: Callable[[str, bytes], object]) -> None:
        """Tell for ever of the printers that were plugged in and are yet to be set up."""
        while True:
            publish(PRINTERS_CHANNEL, msgspec.json.encode({"new": self.new()}))
            sleep(EVERY_S)

    def new(self) -> list[str]:
        """Name the USB printers that wait to be set up; a serial line may have anything on it."""
        if self._fixed:
            return []
        usb = (found for found in plugged_in() if found.kind == "usb")
        return [found.name for found in usb if not self._press.uses(Address.parse(found.uri))]

    def printers(self) -> list[Known]:
        """List the printers to be used."""
        return self._fixed or self._known_printers.read()

    def carry_out(self, order: AnyOrder) -> Answer:
        """Do what is asked."""
        try:
            match order:
                case Show():
                    return Answer(self._show())
                case Scan(every_machine=every_machine):
                    return Answer(list(scan(every_machine=every_machine)))
                case TryOut(uri=uri):
                    return Answer(self._try_out(Address.parse(uri)))
                case Keep(printers=printers):
                    self._keep(printers)
                    return Answer(self._show())
        except AddressError as error:
            return Answer(wrong=str(error))

    def _begin(self, client: redis.Redis, data: bytes) -> None:
        def answer() -> None:
            order = msgspec.json.decode(data, type=AnyOrder)
            client.publish(order.reply_to, msgspec.json.encode(self.carry_out(order)))

        Thread(target=answer, daemon=True).start()

    def _show(self) -> Shown:
        used = [Used(known, self._press.state_of(known.uri)) for known in self.printers()]
        return Shown(used, plugged_in(), fixed=bool(self._fixed))

    def _keep(self, printers: tuple[Known, ...]) -> None:
        if self._fixed:
            raise AddressError("the command line names the printers")
        assigned = assign([known.option for known in printers], self._plan)
        self._known_printers.write(printers)
        self._press.use(assigned)

    def _try_out(self, address: Address) -> Outcome:
        with self._press.lent(address) as outlet:
            return "busy" if outlet is None else try_out(outlet)


def try_out(outlet: Outlet) -> Outcome:
    """Print the test page and tell what came of it."""
    if (state := outlet.printer.check()) != "ready":
        return state
    try:
        outlet.printer.send(outlet.composer.sample(), _MARK)
        outlet.printer.prove(_MARK, wait_on=lambda: False)
    except Unproved:
        return "unconfirmed"
    return "printed"


def _known(option: str) -> Known:
    venue, uri = split(option)
    return Known(name="", uri=uri, venue=venue)
