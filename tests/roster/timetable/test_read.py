"""Each notice is a file: the table as drawn, then all that it comes to."""

from pathlib import Path

import pytest

from roster.tables.read_child import tables_in
from roster.timetable.read import read_timetable
from tests.roster.timetable.drawn import as_xlsx, drawn, said

NOTICES = sorted((Path(__file__).parent / "notices").glob("*.txt"))


@pytest.mark.parametrize("notice", NOTICES, ids=lambda path: path.stem)
def test_a_notice_comes_to_what_its_file_says(notice: Path) -> None:
    table, _, expected = notice.read_text("utf-8").partition("\n----\n")
    timetable = read_timetable(tables_in(as_xlsx(drawn(table)), hidden=False).tables)
    assert said(timetable) == expected.splitlines()
