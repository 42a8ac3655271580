"""Put the rows' records together: venues, windows, colleges with their classes and heads."""

from collections.abc import Sequence
from datetime import time

from msgspec import Struct

from roster.timetable.count import Party, class_heads, parties_of
from roster.timetable.grid import Grid
from roster.timetable.record import Hours, Record
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
    rows: list[tuple[Party, Record]]

    def takes(self, party: Party, record: Record) -> bool:
        """Return whether a row's hours are those of this window: one cell's, or one college's."""
        return any(
            own is party or (other.sheet == record.sheet and other.hours_key == record.hours_key)
            for own, other in self.rows
        )


def assemble(
    title: str, institution: str, records: Sequence[Record], grids: Sequence[Grid]
) -> Timetable:
    """Return the timetable of the records of all tables; what does not fit is said in `grids`."""
    venues = venues_of(record.spot for record in records if record.hours)
    parties = parties_of(records, grids)
    windows: list[_Window] = []
    placed = any(venue.name for venue in venues.values())
    sheets = [grid.sheet for grid in grids]
    rows = [(party, record) for party in parties for record in party.records]
    for party, record in sorted(rows, key=lambda row: (sheets.index(row[1].sheet), row[1].row)):
        venue = venues[record.spot].name if record.hours else ""
        if record.hours and not venue and placed:
            _miss(grids, record, "no_place")
            continue
        for hours in record.hours:
            _add(windows, _Window(hours, venue, record.kind, [(party, record)]))
    ended = [w for window in windows if (w := _with_end(window, windows, grids)) is not None]
    colleges = _colleges(parties)
    open_fields = {
        "institution": not institution,
        "title": not title,
        "colleges": any(record.guessed for _, record in rows),
        "heads": any(college.heads is None for college in colleges),
        "venues": bool(ended) and not placed,
    }
    return Timetable(
        institution or None, title,
        tuple(dict.fromkeys(v for v in venues.values() if v.name or not placed)),
        tuple(ended), tuple(colleges),
        tuple(unread for grid in grids for unread in sorted(grid.unread, key=lambda u: u.row)),
        (*(field for field, is_open in open_fields.items() if is_open), *_NEVER_SAID),
    )  # fmt: skip


def _add(windows: list[_Window], new: _Window) -> None:
    """Add a window, to that of other rows where it is the same."""
    ((party, record),) = new.rows
    for window in windows:
        same = (window.hours, window.venue, window.kind) == (new.hours, new.venue, new.kind)
        if same and window.takes(party, record):
            window.rows.append((party, record))
            return
    windows.append(new)


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
            for _, record in window.rows:
                _miss(grids, record, "no_end")
            return None
        closes = min(later)
    records = [record for _, record in window.rows]
    by_party = {id(party): party for party, _ in window.rows}
    heads = [
        party.heads_of([r for own, r in window.rows if own is party]) for party in by_party.values()
    ]
    return Window(
        day, opens, closes, window.venue,
        tuple(dict.fromkeys(name for r in records for name in r.college_names)),
        tuple(dict.fromkeys(name for r in records for name in r.class_names)),
        None if None in heads else sum(n or 0 for n in heads), window.kind,
    )  # fmt: skip


def _half(opens: time) -> int:
    return (opens >= _NOON) + (opens >= _EVENING)


def _colleges(parties: Sequence[Party]) -> list[College]:
    """Return the colleges in the order of the file, each with what all its rows say."""
    heads: dict[str, list[int | None]] = {}
    # Who is only asked to a make-up has been counted where they were asked first.
    planned = [party for party in parties if party.records[0].kind == "planned"]
    first = {name for party in planned for name in party.records[0].college_names}
    classes: dict[str, dict[str, int | None]] = {}
    counsellors: dict[str, str] = {}
    for party in parties:
        for named in party.colleges:
            own = party.heads if len(party.colleges) == 1 else named.heads
            for name in named.names:
                if party not in planned and name in first:
                    continue
                heads.setdefault(name, []).append(own if len(named.names) == 1 else None)
        for record in party.records:
            for name in record.college_names:
                counsellors[name] = counsellors.get(name) or record.counsellor
            for name, count in class_heads(record, party).items():
                known = classes.setdefault(record.college_of(name), {})
                known[name] = known.get(name) or count
    return [
        College(
            name, None if None in counts else sum(n or 0 for n in counts),
            tuple(Class(*item) for item in classes.get(name, {}).items()), counsellors[name],
        )
        for name, counts in heads.items()
    ]  # fmt: skip


def _miss(grids: Sequence[Grid], record: Record, code: str) -> None:
    grid = next(grid for grid in grids if grid.sheet == record.sheet)
    grid.miss(record.row, record.text, code)
