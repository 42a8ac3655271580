"""What staff ask of the printer process, and how its answers come back."""

import secrets
from time import monotonic
from typing import Any, Literal

import msgspec
import redis
from msgspec import Struct

from printer.device.fence import State
from printer.device.scan import Found
from printer.known_printers import Known

CHANNEL = "paizhao:printers:orders"
# So many seconds an answer is awaited: asking a whole network takes some, a test page as long as a
# slip may.
SHOW_S, SCAN_S, TRY_S = 3.0, 20.0, 30.0
Outcome = State | Literal["printed", "unconfirmed", "busy"]


class Order(Struct, frozen=True, tag_field="order", kw_only=True):
    """Something to do; `reply_to` is the channel on which the answer is awaited."""

    reply_to: str = ""


class Show(Order, frozen=True, tag="show"):
    """Tell which printers are used and which are plugged in."""


class Scan(Order, frozen=True, tag="scan"):
    """Look for printers on the network, asking every machine of it if wanted."""

    every_machine: bool = False


class TryOut(Order, frozen=True, tag="try", kw_only=True):
    """Print the test page."""

    uri: str


class Keep(Order, frozen=True, tag="keep", kw_only=True):
    """Use and remember these printers and no others."""

    printers: tuple[Known, ...]


AnyOrder = Show | Scan | TryOut | Keep


class Used(Struct, frozen=True):
    """A printer in use, and how it is."""

    printer: Known
    state: State


class Shown(Struct, frozen=True):
    """The printers; `fixed` when the command line named them, so that none can be set up."""

    used: list[Used]
    plugged_in: list[Found]
    fixed: bool


class Answer(Struct, frozen=True, omit_defaults=True):
    """What came of an order: its result, or what is wrong with it in words."""

    result: Any = None
    wrong: str = ""


class Away(Exception):
    """No printer process answers."""


def ask(client: redis.Redis, order: AnyOrder, seconds: float) -> Answer:
    """Have an order carried out and wait for the answer.

    Raises Away when none comes within so many seconds, redis.RedisError when the store fails.
    """
    channel = f"{CHANNEL}:{secrets.token_hex(8)}"
    pubsub = client.pubsub(ignore_subscribe_messages=True)  # type: ignore[no-untyped-call]  # untyped upstream
    with pubsub as answers:
        answers.subscribe(channel)
        # The subscription is sure once its confirmation was read.
        answers.get_message(timeout=1.0)
        order = msgspec.structs.replace(order, reply_to=channel)
        if not client.publish(CHANNEL, msgspec.json.encode(order)):
            raise Away
        deadline = monotonic() + seconds
        while (left := deadline - monotonic()) > 0:
            if message := answers.get_message(timeout=min(left, 1.0)):
                return msgspec.json.decode(message["data"], type=Answer)
    raise Away
