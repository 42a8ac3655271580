"""JSON in and out of a request."""

import hashlib
import json
import re
from typing import Any, TypeVar

import msgspec
from flask import Response, request

from live.refusals import Invalid
from queueing.refusals import Refused

# A command; what staff set is smaller.
COMMAND_BYTES, BODY_BYTES = 64 * 1024, 1024
# What reading JSON raises when it is none; bytes within a string that are no UTF-8 included.
UNREADABLE = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)

Body = TypeVar("Body")


class NotJson(Refused):
    """The request's type says that it is not JSON."""

    def __init__(self) -> None:
        super().__init__("not_json")


class TooLarge(Refused):
    """The request is longer than what is asked for can be."""

    def __init__(self, **details: object) -> None:
        super().__init__("too_large", **details)


def reply(payload: Any) -> Response:
    """Return a response of JSON that nobody keeps a copy of."""
    response = Response(msgspec.json.encode(payload), mimetype="application/json")
    response.headers["Cache-Control"] = "no-store"
    return response


def content(limit: int) -> bytes:
    """Return the request's JSON bytes.

    Raises NotJson, TooLarge when there are more than `limit`, and Invalid when they broke off.
    """
    if not request.is_json:
        raise NotJson
    if (request.content_length or 0) > limit:
        raise TooLarge
    try:
        read = request.stream.read(limit + 1)
    except (OSError, ValueError):
        # It was never whole: a tablet that left the network in the middle.
        raise Invalid("body") from None
    if len(read) > limit:
        raise TooLarge
    return read


def body(kind: type[Body]) -> Body:
    """Return a small request's JSON as a type; raises like `content` and `decode`."""
    read: Body = decode(content(BODY_BYTES), kind)
    return read


def decode(encoded: bytes, kind: Any) -> Any:
    """Return JSON as a type.

    Raises Invalid naming the field that is wrong by its path; "body" when it is no such object.
    """
    try:
        return msgspec.json.decode(encoded, type=kind)
    except UNREADABLE as error:
        message, _, path = str(error).partition(" - at `$")
        named = re.search(r"(?:unknown|required) field `(\w+)`", message)
        parts = [path.rstrip("`").lstrip("."), named[1] if named else ""]
        raise Invalid(".".join(filter(None, parts)) or "body", detail=message) from None


def digest(encoded: bytes) -> str:
    """Hash JSON as parsed: spacing and the order of keys make no difference."""
    canonical = json.dumps(json.loads(encoded), sort_keys=True)
    return hashlib.sha256(canonical.encode()).hexdigest()


def number_of(name: str) -> int | None:
    """Return a query parameter that is a number from 0, None where it is not given.

    Raises Invalid.
    """
    text = request.args.get(name)
    if text is None:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise Invalid(name)
    return int(text)
