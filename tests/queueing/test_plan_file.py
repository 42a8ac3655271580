"""A plan file: the older form of one day, and what a refusal of it names."""

from typing import Any

import pytest

from queueing.plan_file import PlanError, read_plan
from tests.queueing.day import PLAN

VENUES, COLLEGES, WINDOWS = map(PLAN.index, ("[[venues]]", "[[colleges]]", "[[windows]]"))
SECTIONS = {
    "venues": PLAN[VENUES:COLLEGES],
    "colleges": PLAN[COLLEGES:WINDOWS],
    "windows": PLAN[WINDOWS:],
}
HEAD = PLAN[:COLLEGES]
OWN_WINDOWS = (
    'venue = "east"\nopens = 10:00:00\ncloses = 10:40:00',
    'venue = "east"\nopens = 10:30:00\ncloses = 11:00:00',
    'venue = "west"\nopens = 15:00:00\ncloses = 16:00:00',
)


def one_day() -> str:
    """Return the plan in the form in which a file had one day, and each college one window."""
    _, *colleges = SECTIONS["colleges"].split("[[colleges]]")
    own = zip(colleges, OWN_WINDOWS, strict=True)
    tables = (f"[[colleges]]{college}{window}\n" for college, window in own)
    return "date = 2023-09-11\n" + HEAD + "".join(tables)


def refusal(text: str) -> PlanError:
    with pytest.raises(PlanError) as raised:
        read_plan(text)
    return raised.value


class TestAFileOfOneDay:
    def test_says_the_same_as_one_with_windows(self) -> None:
        assert read_plan(one_day()).body == read_plan(PLAN).body

    @pytest.mark.parametrize(
        ("old", "new", "field", "code"),
        [
            ("closes = 11:00:00", "closes = 10:00:00", "colleges.design.closes", "ends_first"),
            ("closes = 11:00:00", 'closes = "noon"', "colleges.design.closes", "value"),
            ("closes = 11:00:00", "", "colleges.design", "value"),
            ('venue = "west"', 'venue = "north"', "colleges.music.venue", "no_venue"),
            ('name = "Music"', "", "colleges[2]", "value"),
        ],
    )
    def test_has_a_fault_of_a_window_at_its_college(
        self, old: str, new: str, field: str, code: str
    ) -> None:
        raised = refusal(one_day().replace(old, new))
        assert (raised.field, raised.code) == (field, code)

    def test_needs_colleges(self) -> None:
        raised = refusal("date = 2023-09-11\n" + HEAD)
        assert (raised.field, raised.code) == ("colleges", "none")

    def test_whose_colleges_are_no_tables_is_refused(self) -> None:
        assert refusal("date = 2023-09-11\ncolleges = [1]\n" + HEAD).code == "value"

    def test_has_no_windows_beside_its_date(self) -> None:
        raised = refusal("date = 2023-09-11\n" + PLAN)
        assert raised.code == "value"
        assert raised.details == {"detail": "Object contains unknown field `date`"}


@pytest.mark.parametrize(
    ("old", "new", "field", "code", "details"),
    [
        ('id = "west"', 'id = "east"', "venues.east", "twice", {}),
        ('id = "design"', 'id = "art"', "colleges.art", "twice", {}),
        ('"art-2"', '"art-1"', "classes.art-1", "twice", {}),
        ("fee_yuan = 20", "fee_yuan = 12.505", "fee_yuan", "decimals", {"fee": 12.505}),
        ("[1, 2]", "[1, 4]", "venues.east.open_at_start", "no_station", {"station": 4, "last": 3}),
        ("[1, 2]", "[0]", "venues.east.open_at_start", "no_station", {"station": 0, "last": 3}),
        ('venue = "west"', 'venue = "north"', "windows[2].venue", "no_venue", {"id": "north"}),
        ('["art"]', '["arts"]', "windows[0].colleges", "no_college", {"id": "arts"}),
        ('colleges = ["art"]', 'classes = ["x"]', "windows[0].classes", "no_class", {"id": "x"}),
        (
            "10:40",
            "09:40",
            "windows[0].closes",
            "ends_first",
            {"opens": "10:00", "closes": "09:40"},
        ),
        (
            "10:40",
            "10:00",
            "windows[0].closes",
            "ends_first",
            {"opens": "10:00", "closes": "10:00"},
        ),
        ('colleges = ["art"]', "", "windows[0]", "who", {}),
        ('["art"]', '["art"]\nmake_up = true', "windows[0]", "who", {}),
    ],
)
def test_a_refusal_names_the_field_and_by_a_code_what_to_mend(
    old: str, new: str, field: str, code: str, details: dict[str, Any]
) -> None:
    raised = refusal(PLAN.replace(old, new, 1))
    assert (raised.field, raised.code, raised.details) == (field, code, details)


@pytest.mark.parametrize(
    ("old", "new", "field", "detail"),
    [
        ('title = "T"', "title = 1", "title", "Expected `str`, got `int`"),
        ("= 20 }", "= -1 }", "colleges[2].classes[0].expected", "Expected `int` >= 0"),
        ('"+08:00"', '"8"', "utc_offset", "Expected `str` matching regex "),
        ("fee_yuan", "fee", "plan", "Object contains unknown field `fee`"),
    ],
)
def test_a_value_of_the_wrong_kind_is_told_as_the_reader_tells_it(
    old: str, new: str, field: str, detail: str
) -> None:
    raised = refusal(PLAN.replace(old, new, 1))
    assert (raised.field, raised.code) == (field, "value")
    assert str(raised.details["detail"]).startswith(detail)


def test_a_fault_of_syntax_is_told_with_its_line() -> None:
    raised = refusal("title =\n" + PLAN)
    assert (raised.field, raised.code) == ("syntax", "syntax")
    assert raised.details == {"detail": "Invalid value (at line 1, column 8)"}


@pytest.mark.parametrize("field", SECTIONS)
def test_there_must_be_some_of_each(field: str) -> None:
    raised = refusal(f"{field} = []\n" + PLAN.replace(SECTIONS[field], ""))
    assert (raised.field, raised.code) == (field, "none")
    assert str(raised) == f"{field}: none"


def test_a_refusal_is_one_line_that_begins_with_the_field() -> None:
    raised = refusal(PLAN.replace("[1, 2]", "[1, 4]"))
    assert str(raised) == "venues.east.open_at_start: no_station {'station': 4, 'last': 3}"


@pytest.mark.parametrize(
    "sign", ["\\n", "\\r", "\\u2028", "\\u2029", "\\u0085", "\\u202e", "\\u001b"]
)
@pytest.mark.parametrize("name", ['"T"', '"Art"', '"Art 1"', '"Hall"', '"R"', '"S"', '"F"'])
def test_no_name_ends_a_line_turns_its_direction_or_commands_a_printer(
    name: str, sign: str
) -> None:
    assert refusal(PLAN.replace(name, f'"A{sign}B"', 1)).code == "value"
