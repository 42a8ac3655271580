"""Put the rows' appointments together: venues, windows, colleges with their classes and heads."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import time

from msgspec import Struct

from roster.timetable.appointment import Appointment, Hours
from roster.timetable.count import Party, class_heads, parties_of
from roster.timetable.grid import Grid
from roster.timetable.timetable import Class, College, Kind, Timetable, Window
from roster.timetable.venues import venues_of

# Fields of a plan that no timetable has.
_NEVER_SAID = ("fee_yuan", "receiver", "reminders", "follow_up", "wifi", "stations")
_NOON, _EVENING = time(12), time(18)


class _Window(Struct):
    """A window in the making, of rows by their party."""

    hours: Hours
    venue: str
    kind: Kind
    rows: list[tuple[Party, Appointment]]

    def takes(self, party: Party, appointment: Appointment) -> bool:
        """Return whether a row's hours are those of this window: one cell's, or one college's."""
        return any(
            own is party
            or (other.tab == appointment.tab and other.hours_key == appointment.hours_key)
            for own, other in self.rows
        )


def assemble(
    title: str, institution: str, appointments: Sequence[Appointment], grids: Sequence[Grid]
) -> Timetable:
    """Return the timetable of all tables' appointments; what does not fit is said in `grids`."""
    venues = venues_of(appointment.spot for appointment in appointments if appointment.hours)
    parties = parties_of(appointments, grids)
    windows: list[_Window] = []
    alike: dict[tuple[Hours, str, Kind], list[_Window]] = defaultdict(list)
    placed = any(venue.name for venue in venues.values())
    tabs = [grid.tab for grid in grids]
    rows = [(party, appointment) for party in parties for appointment in party.appointments]
    for party, appointment in sorted(rows, key=lambda row: (tabs.index(row[1].tab), row[1].row)):
        venue = venues[appointment.spot].name if appointment.hours else ""
        if appointment.hours and not venue and placed:
            _miss(grids, appointment, "no_place")
            continue
        for hours in appointment.hours:
            same = alike[hours, venue, appointment.kind]
            window = next((w for w in same if w.takes(party, appointment)), None)
            if window is None:
                window = _Window(hours, venue, appointment.kind, [])
                same.append(window)
                windows.append(window)
            window.rows.append((party, appointment))
    ended = [w for window in windows if (w := _with_end(window, windows, grids)) is not None]
    colleges = _colleges(parties)
    open_fields = {
        "institution": not institution,
        "title": not title,
        "colleges": any(appointment.guessed for _, appointment in rows),
        "heads": any(college.heads is None for college in colleges),
        "venues": bool(ended) and not placed,
    }
    return Timetable(
        institution or None, title,
        tuple(dict.fromkeys(v for v in venues.values() if v.name or not placed)),
        tuple(ended), tuple(colleges),
        tuple(unread for grid in grids for unread in grid.unread),
        (*(field for field, is_open in open_fields.items() if is_open), *_NEVER_SAID),
    )  # fmt: skip


def _with_end(window: _Window, windows: Sequence[_Window], grids: Sequence[Grid]) -> Window | None:
    """Return a window; a start alone ends with the next start there in the same half day."""
    day, opens, closes = window.hours.day, window.hours.opens, window.hours.closes
    if closes is None:
        later = [
            other.hours.opens for other in windows
            if (other.venue, other.hours.day) == (window.venue, day)
            and other.hours.opens > opens and _half(other.hours.opens) == _half(opens)
        ]  # fmt: skip
        if not later:
            for _, appointment in window.rows:
                _miss(grids, appointment, "no_end")
            return None
        closes = min(later)
    appointments = [appointment for _, appointment in window.rows]
    by_party = {id(party): party for party, _ in window.rows}
    heads = [
        party.heads_of([r for own, r in window.rows if own is party]) for party in by_party.values()
    ]
    return Window(
        day, opens, closes, window.venue,
        tuple(dict.fromkeys(name for r in appointments for name in r.college_names)),
        tuple(dict.fromkeys(name for r in appointments for name in r.class_names)),
        None if None in heads else sum(n or 0 for n in heads), window.kind,
    )  # fmt: skip


def _half(opens: time) -> int:
    return (opens >= _NOON) + (opens >= _EVENING)


def _colleges(parties: Sequence[Party]) -> list[College]:
    """Return the colleges in the order of the file, each with what all its rows say."""
    heads: dict[str, list[int | None]] = {}
    # Who is only asked to a make-up has been counted where they were asked first.
    first = {name for party in parties if party.kind == "planned" for name in party.college_names}
    classes: dict[str, dict[str, int | None]] = {}
    counsellors: dict[str, dict[str, None]] = defaultdict(dict)
    for party in parties:
        for named in party.colleges:
            own = party.heads if len(party.colleges) == 1 else named.heads
            for name in named.names:
                if party.kind == "make_up" and name in first:
                    continue
                heads.setdefault(name, []).append(own if len(named.names) == 1 else None)
        for appointment in party.appointments:
            for name in appointment.college_names:
                counsellors[name] |= dict.fromkeys(filter(None, [appointment.counsellor]))
            for name, count in class_heads(appointment, party).items():
                known = classes.setdefault(appointment.college_of(name), {})
                known[name] = known.get(name) or count
    return [
        College(
            name, None if None in counts else sum(n or 0 for n in counts),
            tuple(Class(*item) for item in classes.get(name, {}).items()),
            "、".join(counsellors[name]),
        )
        for name, counts in heads.items()
    ]  # fmt: skip


def _miss(grids: Sequence[Grid], appointment: Appointment, code: str) -> None:
    grid = next(grid for grid in grids if grid.tab == appointment.tab)
    grid.miss(appointment.row, appointment.text, code)
