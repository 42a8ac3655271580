"""Orders to the printer process and its replies, over the store's publish and subscribe."""

import secrets
from time import monotonic
from typing import Any, Literal

import msgspec
import redis
from msgspec import Struct

from printer.device.scan import FoundPrinter
from printer.device.status import State
from printer.known_printers import KnownPrinter

CHANNEL = "paizhao:printers:orders"
# Seconds to wait for a reply: a scan probes a whole network, a test page takes as long as a slip.
LIST_S, SCAN_S, TEST_S = 3.0, 20.0, 30.0
Outcome = State | Literal["printed", "unconfirmed", "busy"]


class Order(Struct, frozen=True, tag_field="order", kw_only=True):
    """Something to do; `reply_to` is the channel that the reply is published on."""

    reply_to: str = ""


class ListPrinters(Order, frozen=True, tag="list"):
    """List the printers in use and those plugged in."""


class Scan(Order, frozen=True, tag="scan"):
    """Look for printers on the network; `every_machine` probes each host of it."""

    every_machine: bool = False


class PrintTestPage(Order, frozen=True, tag="test", kw_only=True):
    """Print the test page."""

    uri: str


class SetPrinters(Order, frozen=True, tag="set", kw_only=True):
    """Use and save these printers and no others."""

    printers: tuple[KnownPrinter, ...]


AnyOrder = ListPrinters | Scan | PrintTestPage | SetPrinters


class Used(Struct, frozen=True):
    """A printer in use and its state."""

    printer: KnownPrinter
    state: State


class PrinterList(Struct, frozen=True):
    """The printers; `fixed` when the command line names them, so that none can be set up."""

    used: list[Used]
    plugged_in: list[FoundPrinter]
    fixed: bool


class Reply(Struct, frozen=True, omit_defaults=True):
    """The reply to an order: its result, or a text that says what is wrong with it."""

    result: Any = None
    wrong: str = ""


class NoReply(Exception):
    """No printer process replies."""


def ask(client: redis.Redis, order: AnyOrder, seconds: float) -> Reply:
    """Send an order and return the reply.

    Raises NoReply when none comes within so many seconds, redis.RedisError when the store fails.
    """
    channel = f"{CHANNEL}:{secrets.token_hex(8)}"
    pubsub = client.pubsub(ignore_subscribe_messages=True)  # type: ignore[no-untyped-call]  # untyped upstream
    with pubsub as replies:
        replies.subscribe(channel)
        # The subscription is in force once its confirmation was read.
        replies.get_message(timeout=1.0)
        order = msgspec.structs.replace(order, reply_to=channel)
        if not client.publish(CHANNEL, msgspec.json.encode(order)):
            raise NoReply
        deadline = monotonic() + seconds
        while (left := deadline - monotonic()) > 0:
            if message := replies.get_message(timeout=min(left, 1.0)):
                return msgspec.json.decode(message["data"], type=Reply)
    raise NoReply
