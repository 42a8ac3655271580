"""Count heads: rows that share the writing of a college once, and hold them against the sums."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from roster.timetable.appointment import Appointment
from roster.timetable.grid import Grid, Total
from roster.timetable.timetable import Kind
from roster.timetable.who import Named, major_of


class Party(Struct):
    """The rows of a college's cell, or a row of make-up for anybody; `heads` is None if unknown."""

    appointments: list[Appointment]
    heads: int | None

    @property
    def colleges(self) -> tuple[Named, ...]:
        """Whom the cell names."""
        return self.appointments[0].colleges

    @property
    def college_names(self) -> tuple[str, ...]:
        """Whom the cell names, by name."""
        return self.appointments[0].college_names

    @property
    def kind(self) -> Kind:
        """Whether it is for who comes first or who is still missing."""
        return self.appointments[0].kind

    def heads_of(self, appointments: Sequence[Appointment]) -> int | None:
        """Return how many of the party some of its rows are for; None where that is not written."""
        if any(len(appointment.hours) > 1 for appointment in appointments):
            return None
        others = [
            appointment for appointment in self.appointments if appointment not in appointments
        ]
        if not others:
            return self.heads
        if any(_shares(appointment, other) for appointment in appointments for other in others):
            return None
        return _sum(appointments)


def parties_of(appointments: Sequence[Appointment], grids: Sequence[Grid]) -> list[Party]:
    """Return the appointments by the college's cell that they share; sums that differ are said."""
    miss = {grid.tab: grid.miss for grid in grids}
    together: dict[object, list[Appointment]] = defaultdict(list)
    for appointment in map(_with_college, appointments):
        names = tuple(name for named in appointment.colleges for name in named.names)
        key = appointment.college_key if names else ("", appointment.row)
        together[appointment.tab, names, key].append(appointment)
    sharing: dict[object, set[object]] = defaultdict(set)
    for party, own in together.items():
        for appointment in own:
            if appointment.heads:
                sharing[appointment.tab, appointment.heads_key].add(party)
    parties = []
    for own in together.values():
        for n, appointment in enumerate(own):
            if appointment.heads and len(sharing[appointment.tab, appointment.heads_key]) > 1:
                own[n] = replace(appointment, heads=())
                miss[appointment.tab](appointment.row, str(sum(appointment.heads)), "shared_count")
        parties.append(Party(own, _sum(own)))
        stated = _all([named.heads for named in own[0].colleges])
        if stated is not None:
            if parties[-1].heads not in (None, stated):
                miss[own[0].tab](
                    own[0].row, own[0].text, "sum_differs", written=stated, sum=parties[-1].heads
                )
            parties[-1].heads = stated
    for grid in grids:
        _check_totals(grid, [party for party in parties if party.appointments[0].tab == grid.tab])
    return parties


def class_heads(appointment: Appointment, party: Party) -> dict[str, int | None]:
    """Return the classes of a row with their head-counts, None where several share one."""
    counts = {
        name: named.heads if len(named.names) == 1 else None
        for named in appointment.classes for name in named.names
    }  # fmt: skip
    if len(appointment.heads) == len(counts) > 1:
        return dict(zip(counts, appointment.heads, strict=True))
    alone = not any(
        other.heads_key == appointment.heads_key and other.class_names != appointment.class_names
        for other in party.appointments
    )
    if len(counts) == 1 and appointment.heads and alone:
        return dict.fromkeys(counts, sum(appointment.heads))
    return counts


def _with_college(appointment: Appointment) -> Appointment:
    """Return a row that names only classes with their majors for colleges."""
    if appointment.colleges or not appointment.classes:
        return appointment
    majors = dict.fromkeys(major_of(name) for name in appointment.class_names)
    named = tuple(Named((major,)) for major in majors)
    return replace(appointment, colleges=named, college_key=(" ".join(majors), 0), guessed=True)


def _shares(appointment: Appointment, other: Appointment) -> bool:
    """Return whether a head-count is for another row too."""
    if appointment.heads and other.heads:
        return appointment.heads_key == other.heads_key
    return appointment.class_names == other.class_names


def _sum(appointments: Iterable[Appointment]) -> int | None:
    """Return the heads of rows by their own columns, a merged count once; None if one has none."""
    counts: dict[object, int | None] = {}
    for appointment in appointments:
        if appointment.heads:
            counts[appointment.heads_key] = sum(appointment.heads)
        elif appointment.classes:
            for named in appointment.classes:
                counts[named.names] = named.heads
        else:
            counts[()] = _all([named.heads for named in appointment.colleges])
    return _all(list(counts.values()))


def _all(counts: Sequence[int | None]) -> int | None:
    known = [count for count in counts if count is not None]
    return sum(known) if counts and len(known) == len(counts) else None


def _check_totals(grid: Grid, parties: Sequence[Party]) -> None:
    """Add to what was not understood the sums that differ from those of the rows over them."""
    since = {True: 0, False: 0}
    rows: dict[int, list[Total]] = defaultdict(list)
    for total in sorted(grid.totals, key=lambda total: total.row):
        rows[total.row].append(total)
    for row, totals in rows.items():
        part = totals[0].part
        over = [p for p in parties if since[part] < p.appointments[0].row < row] or parties
        heads = _all([party.heads for party in over if party.colleges])
        written = sum(total.heads for total in totals)
        if heads not in (None, written):
            grid.miss(row, totals[0].text, "sum_differs", written=written, sum=heads)
        since[True] = row
        if not part:
            since[False] = row
