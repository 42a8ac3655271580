"""What a person changes in a draft, step by step; each change is sent by itself."""

from datetime import date, time
from typing import Annotated, Any

from msgspec import UNSET, Meta, Struct, UnsetType
from msgspec.structs import asdict, replace

from live.refusals import Invalid
from queueing.money import Yuan
from queueing.plan import Blank, Payer, Seconds, Text
from roster.timetable.timetable import Class, College, Kind, Timetable, Venue, Window
from setup.doubts import doubts, key_of
from setup.draft import Crew, Draft, Line

Number = Annotated[int, Meta(ge=0)]
Heads = Annotated[int, Meta(ge=0, le=99_999)] | None


class Change(
    Struct, frozen=True, forbid_unknown_fields=True, tag_field="type", tag=lambda name: name
):
    """One change; `type` is its name."""


class Say(Change, frozen=True, tag="say"):
    """Set fields of the draft."""

    institution: Blank | UnsetType = UNSET
    title: Blank | UnsetType = UNSET
    payer: Payer | UnsetType = UNSET
    fee_yuan: Yuan | UnsetType | None = UNSET
    receiver: Blank | UnsetType = UNSET
    wifi: Blank | UnsetType = UNSET
    follow_up: Line | UnsetType = UNSET
    reminders: tuple[Text, ...] | UnsetType = UNSET
    slip_reminders: tuple[Text, ...] | UnsetType = UNSET
    seconds_per_head: Seconds | UnsetType = UNSET
    changeover_seconds: Seconds | UnsetType = UNSET


class SetWindow(Change, frozen=True, tag="set_window"):
    """Set a window, counted from 0, or add one with the next number.

    `who` are names of colleges, or of classes, known or new; nobody named may be make-up.
    """

    window: Number
    date: date
    opens: time
    closes: time
    venue: Blank
    who: tuple[Text, ...]
    heads: Heads = None
    kind: Kind = "planned"


class RemoveWindow(Change, frozen=True, tag="remove_window"):
    """Take a window out."""

    window: Number


class Settle(Change, frozen=True, tag="settle"):
    """Accept a window as it stands."""

    window: Number


class Leave(Change, frozen=True, tag="leave"):
    """Leave a text that was not understood, counted from 0; with `remind` it is a reminder."""

    unread: Number
    remind: bool = False


class SetVenue(Change, frozen=True, tag="set_venue"):
    """Set what is known of a venue, known by its `former` name."""

    former: Blank
    name: Text
    campus: Blank = ""
    room: Blank = ""
    waiting_room: Blank = ""
    entrance: Blank = ""
    crew: Crew = Crew()


class SetClasses(Change, frozen=True, tag="set_classes"):
    """Set the classes of a college; heads are None where they are not known."""

    college: Text
    classes: tuple[Class, ...]


AnyChange = Say | SetWindow | RemoveWindow | Settle | Leave | SetVenue | SetClasses


def changed(draft: Draft, change: AnyChange) -> Draft:
    """Return a draft after a change.

    Raises Invalid naming the field of what there is none of.
    """
    timetable = draft.timetable
    match change:
        case Say():
            said = {name: value for name, value in asdict(change).items() if value is not UNSET}
            return replace(draft, **said)
        case SetWindow(number):
            return replace(draft, timetable=_with_window(timetable, number, change))
        case RemoveWindow(number):
            _must_be_there("window", number, timetable.windows)
            return _with(draft, windows=_without(timetable.windows, number))
        case Settle(number):
            _must_be_there("window", number, timetable.windows)
            window = timetable.windows[number]
            keys = (key_of(window, doubt.code) for doubt in doubts(draft) if doubt.window == number)
            return replace(draft, settled=(*draft.settled, *keys))
        case Leave(number, remind):
            _must_be_there("unread", number, timetable.not_understood)
            text = timetable.not_understood[number].text[:80]
            reminders = (*draft.reminders, text) if remind else draft.reminders
            left = _without(timetable.not_understood, number)
            return replace(_with(draft, not_understood=left), reminders=reminders)
        case SetVenue():
            return _with_venue(draft, change)
        case SetClasses(name, classes):
            if name not in (college.name for college in timetable.colleges):
                raise Invalid("college")
            return _with(draft, colleges=tuple(
                replace(college, classes=classes) if college.name == name else college
                for college in timetable.colleges
            ))  # fmt: skip


def _with(draft: Draft, **parts: Any) -> Draft:
    return replace(draft, timetable=replace(draft.timetable, **parts))


def _must_be_there(field: str, number: int, items: tuple[Any, ...]) -> None:
    if number >= len(items):
        raise Invalid(field)


def _without(items: tuple[Any, ...], number: int) -> tuple[Any, ...]:
    return (*items[:number], *items[number + 1 :])


def _with_window(timetable: Timetable, number: int, change: SetWindow) -> Timetable:
    """Return a timetable with a window set; names that it has not yet are new colleges."""
    _must_be_there("window", number, (*timetable.windows, None))
    owners = {one.name: c.name for c in timetable.colleges for one in c.classes}
    colleges = {c.name: c for c in timetable.colleges}
    for name in change.who:
        if name not in owners and name not in colleges:
            colleges[name] = College(name, change.heads if len(change.who) == 1 else None)
    if len(change.who) == 1 and change.who[0] in colleges and change.heads is not None:
        colleges[change.who[0]] = replace(colleges[change.who[0]], heads=change.heads)
    classes = tuple(name for name in change.who if name not in colleges)
    named = [name if name in colleges else owners[name] for name in change.who]
    window = Window(
        change.date, change.opens, change.closes, change.venue,
        tuple(dict.fromkeys(named)), classes, change.heads, change.kind,
    )  # fmt: skip
    venues = timetable.venues
    if change.venue not in (venue.name for venue in venues):
        venues = (*venues, Venue(change.venue))
    windows = (*timetable.windows[:number], window, *timetable.windows[number + 1 :])
    return replace(timetable, venues=venues, colleges=tuple(colleges.values()), windows=windows)


def _with_venue(draft: Draft, change: SetVenue) -> Draft:
    """Return a draft with a venue set, its windows too where it has another name now."""
    names = [venue.name for venue in draft.timetable.venues]
    if change.former not in names:
        raise Invalid("former")
    if change.name != change.former and change.name in names:
        raise Invalid("name", reason="name_taken")
    venue = Venue(change.name, change.campus, change.room, change.waiting_room, change.entrance)
    crews = {name: crew for name, crew in draft.crews.items() if name != change.former}
    return replace(
        _with(
            draft,
            venues=tuple(
                venue if each.name == change.former else each for each in draft.timetable.venues
            ),
            windows=tuple(
                replace(w, venue=change.name) if w.venue == change.former else w
                for w in draft.timetable.windows
            ),
        ),
        crews=crews | {change.name: change.crew},
    )
