"""Count heads: rows that share the writing of a college once, and hold them against the sums."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from roster.timetable.grid import Grid, Total
from roster.timetable.record import Record
from roster.timetable.who import Named, major_of


class Party(Struct):
    """The rows of a college's cell, or a row of make-up for anybody; `heads` is None if unknown."""

    records: list[Record]
    heads: int | None

    @property
    def colleges(self) -> tuple[Named, ...]:
        """Whom the cell names."""
        return self.records[0].colleges

    def heads_of(self, records: Sequence[Record]) -> int | None:
        """Return how many of the party some of its rows are for; None where that is not written."""
        if any(len(record.hours) > 1 for record in records):
            return None
        others = [record for record in self.records if record not in records]
        if not others:
            return self.heads
        if any(_shares(record, other) for record in records for other in others):
            return None
        return _sum(records)


def parties_of(records: Sequence[Record], grids: Sequence[Grid]) -> list[Party]:
    """Return the records by the college's cell that they share; sums that differ are said."""
    miss = {grid.sheet: grid.miss for grid in grids}
    together: dict[object, list[Record]] = defaultdict(list)
    for record in map(_with_college, records):
        names = tuple(name for named in record.colleges for name in named.names)
        key = record.college_key if names else ("", record.row)
        together[record.sheet, names, key].append(record)
    sharing: dict[object, set[object]] = defaultdict(set)
    for party, own in together.items():
        for record in own:
            if record.heads:
                sharing[record.sheet, record.heads_key].add(party)
    parties = []
    for own in together.values():
        for n, record in enumerate(own):
            if len(sharing.get((record.sheet, record.heads_key), ())) > 1 and record.heads:
                own[n] = replace(record, heads=())
                miss[record.sheet](record.row, str(sum(record.heads)), "shared_count")
        parties.append(Party(own, _sum(own)))
        stated = _all([named.heads for named in own[0].colleges])
        if stated is not None:
            if parties[-1].heads not in (None, stated):
                miss[own[0].sheet](
                    own[0].row, own[0].text, "sum_differs", written=stated, sum=parties[-1].heads
                )
            parties[-1].heads = stated
    for grid in grids:
        _check_totals(grid, [party for party in parties if party.records[0].sheet == grid.sheet])
    return parties


def class_heads(record: Record, party: Party) -> dict[str, int | None]:
    """Return the classes of a row with their head-counts, None where several share one."""
    counts = {
        name: named.heads if len(named.names) == 1 else None
        for named in record.classes for name in named.names
    }  # fmt: skip
    if len(record.heads) == len(counts) > 1:
        return dict(zip(counts, record.heads, strict=True))
    alone = not any(
        other.heads_key == record.heads_key and other.class_names != record.class_names
        for other in party.records
    )
    if len(counts) == 1 and record.heads and alone:
        return dict.fromkeys(counts, sum(record.heads))
    return counts


def _with_college(record: Record) -> Record:
    """Return a row that names only classes with their majors for colleges."""
    if record.colleges or not record.classes:
        return record
    majors = dict.fromkeys(major_of(name) for name in record.class_names)
    named = tuple(Named((major,)) for major in majors)
    return replace(record, colleges=named, college_key=(" ".join(majors), 0), guessed=True)


def _shares(record: Record, other: Record) -> bool:
    """Return whether a head-count is for another row too."""
    if record.heads and other.heads:
        return record.heads_key == other.heads_key
    return record.class_names == other.class_names


def _sum(records: Iterable[Record]) -> int | None:
    """Return the heads of rows by their own columns, a merged count once; None if one has none."""
    counts: dict[object, int | None] = {}
    for record in records:
        if record.heads:
            counts[record.heads_key] = sum(record.heads)
        elif record.classes:
            for named in record.classes:
                counts[named.names] = named.heads
        else:
            counts[()] = _all([named.heads for named in record.colleges])
    return _all(list(counts.values()))


def _all(counts: Sequence[int | None]) -> int | None:
    known = [count for count in counts if count is not None]
    return sum(known) if counts and len(known) == len(counts) else None


def _check_totals(grid: Grid, parties: Sequence[Party]) -> None:
    """Say which sums that are written differ from those of the rows over them."""
    since = {True: 0, False: 0}
    rows: dict[int, list[Total]] = defaultdict(list)
    for total in sorted(grid.totals, key=lambda total: total.row):
        rows[total.row].append(total)
    for row, totals in rows.items():
        part = totals[0].part
        over = [p for p in parties if since[part] < p.records[0].row < row] or parties
        heads = _all([party.heads for party in over if party.colleges])
        written = sum(total.heads for total in totals)
        if heads not in (None, written):
            grid.miss(row, totals[0].text, "sum_differs", written=written, sum=heads)
        since[True] = row
        if not part:
            since[False] = row
