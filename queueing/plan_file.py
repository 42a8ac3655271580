"""Read a plan from its TOML file, and say of a faulty one which field to mend."""

import tomllib
from collections.abc import Iterable
from typing import Any

import msgspec

from queueing.money import is_to_the_fen
from queueing.plan import Plan, PlanBody, PlannedWindow


class PlanError(Exception):
    """The plan cannot be used: `field` names where, `code` and `details` what to mend."""

    def __init__(self, field: str, code: str, **details: object) -> None:
        super().__init__(f"{field}: {code} {details or ''}".rstrip())
        self.field, self.code, self.details = field, code, details


def read_plan(text: str) -> Plan:
    """Read a plan file's text.

    Raises PlanError naming the field when the syntax, a value or a reference is wrong.
    """
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise PlanError("syntax", "syntax", detail=str(error)) from None
    fields: dict[str, str] = {}
    if "windows" not in raw and "date" in raw:
        raw, fields = _with_windows(raw)
    try:
        body = msgspec.convert(raw, PlanBody)
    except msgspec.ValidationError as error:
        message, _, path = str(error).partition(" - at `$")
        field = path.rstrip("`").lstrip(".") or "plan"
        window, dot, rest = field.partition(".")
        where = fields.get(window, window) + dot + rest
        raise PlanError(where, "value", detail=message) from None
    _check(body, fields)
    return Plan(body)


def _with_windows(raw: dict[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
    """Return a file of one day, whose colleges had one window each, as one with windows.

    The names are those under which the file knows each window.
    """
    windows: list[dict[str, Any]] = []
    colleges: list[Any] = []
    fields: dict[str, str] = {}
    for college in raw.get("colleges", []):
        if not isinstance(college, dict):
            return raw, fields
        fields[f"windows[{len(windows)}]"] = f"colleges.{college.get('id')}"
        own = {name: college[name] for name in ("venue", "opens", "closes") if name in college}
        windows.append({"date": raw["date"], "colleges": [college.get("id")], **own})
        colleges.append({name: value for name, value in college.items() if name not in own})
    others = {name: value for name, value in raw.items() if name != "date"}
    return others | {"colleges": colleges, "windows": windows}, fields


def _check(body: PlanBody, fields: dict[str, str]) -> None:
    classes = [planned for college in body.colleges for planned in college.classes]
    venues = _ids("venues", body.venues)
    colleges = _ids("colleges", body.colleges)
    known = _ids("classes", classes)
    for field, items in (("venues", venues), ("colleges", colleges), ("windows", body.windows)):
        if not items:
            raise PlanError(field, "none")
    if not is_to_the_fen(body.fee_yuan):
        raise PlanError("fee_yuan", "decimals", fee=body.fee_yuan)
    for venue in body.venues:
        for station in venue.open_at_start:
            if not 1 <= station <= venue.stations:
                raise PlanError(
                    f"venues.{venue.id}.open_at_start",
                    "no_station",
                    station=station,
                    last=venue.stations,
                )
    for n, window in enumerate(body.windows):
        where = fields.get(f"windows[{n}]", f"windows[{n}]")
        _check_window(where, window, venues, colleges, known)


def _check_window(
    where: str, window: PlannedWindow, venues: set[str], colleges: set[str], classes: set[str]
) -> None:
    if window.venue not in venues:
        raise PlanError(f"{where}.venue", "no_venue", id=window.venue)
    for college in window.colleges:
        if college not in colleges:
            raise PlanError(f"{where}.colleges", "no_college", id=college)
    for class_id in window.classes:
        if class_id not in classes:
            raise PlanError(f"{where}.classes", "no_class", id=class_id)
    if window.closes <= window.opens:
        opens, closes = f"{window.opens:%H:%M}", f"{window.closes:%H:%M}"
        raise PlanError(f"{where}.closes", "ends_first", opens=opens, closes=closes)
    if window.make_up == bool(window.colleges or window.classes):
        raise PlanError(where, "who")


def _ids(field: str, items: Iterable[Any]) -> set[str]:
    seen: set[str] = set()
    for item in items:
        if item.id in seen:
            raise PlanError(f"{field}.{item.id}", "twice")
        seen.add(item.id)
    return seen
