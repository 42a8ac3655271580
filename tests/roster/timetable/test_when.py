"""Days and hours as people type them."""

from datetime import date, time

import pytest

from roster.timetable.when import When, when_in, year_in


def hours(text: str, half: str = "") -> list[str]:
    """Return the hours of a text as 09:00-10:00, a start alone as 09:00."""
    return [
        f"{s.opens:%H:%M}-{s.closes:%H:%M}" if s.closes else f"{s.opens:%H:%M}"
        for s in when_in(text, half=half).slots
    ]


def days(text: str, year: int | None = 2025, month: int | None = None) -> list[str]:
    return [f"{day:%m-%d}" for day in when_in(text, year=year, month=month).days]


@pytest.mark.parametrize(
    "text",
    [
        "9:05-10:00", "09：05～10：00", "9:05 — 10:00", "9时05分至10时", "9点05到10点00",
        "9:05—10:00", "9;05-10;00", "9.05-10.00", "9:05一10:00", "09:05:00-10:00:00",
    ],
)  # fmt: skip
def test_hours_are_read_however_their_dash_and_colon_are_written(text: str) -> None:
    assert hours(text) == ["09:05-10:00"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("下午2:00-6:00", ["14:00-18:00"]),
        ("晚 7:30-9:00", ["19:30-21:00"]),
        ("晚上7点半—9点", ["19:30-21:00"]),
        ("中午12:30-1:30", ["12:30-13:30"]),
        ("中午11:30-1:00", ["11:30-13:00"]),
        ("上午9:00-下午1:00", ["09:00-13:00"]),
        ("下午2:00-晚上7:30", ["14:00-19:30"]),
        ("PM 2:00-3:30", ["14:00-15:30"]),
        ("2:00-4:00", ["14:00-16:00"]),
        ("9-11点", ["09:00-11:00"]),
        ("上午10:00-14:00", ["10:00-14:00"]),
    ],
)
def test_an_afternoon_may_be_written_without_the_twelve(text: str, expected: list[str]) -> None:
    assert hours(text) == expected


@pytest.mark.parametrize(
    ("half", "expected"), [("下午", "16:00-16:40"), ("晚间", "16:00-16:40"), ("", "16:00-16:40")]
)
def test_a_half_day_over_the_row_counts_where_the_hours_say_none(half: str, expected: str) -> None:
    assert hours("4：00－4：40", half) == [expected]
    assert hours("9:00-10:00", "下午") == ["09:00-10:00"]
    assert hours("7:00-8:30", "晚间") == ["19:00-20:30"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("08:30-12:00 12:45-16:30", ["08:30-12:00", "12:45-16:30"]),
        ("8:30-12:00;14:00-17:00", ["08:30-12:00", "14:00-17:00"]),
        ("上午8:00-12:00，下午2:00-5:30", ["08:00-12:00", "14:00-17:30"]),
        ("9:00", ["09:00"]),
        ("8:30起", ["08:30"]),
    ],
)
def test_a_cell_may_have_several_intervals_or_a_start_alone(text: str, expected: list[str]) -> None:
    assert hours(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023-9-11 星期一", ["09-11"]),
        ("2025年3月24日（周一）", ["03-24"]),
        ("2025.3.24", ["03-24"]),
        ("2025/3/24 0:00:00", ["03-24"]),
        ("2025-03-24T00:00", ["03-24"]),
        ("3月24日", ["03-24"]),
        ("12月6日、7日", ["12-06", "12-07"]),
        ("12月6日（周六）、7日（周日）", ["12-06", "12-07"]),
        ("3月24-26日", ["03-24", "03-25", "03-26"]),
        ("3月31日至4月2日", ["03-31", "04-01", "04-02"]),
        ("2025年3月24日-2025年3月25日", ["03-24", "03-25"]),
    ],
)
def test_days_are_read_one_by_one_and_by_range(text: str, expected: list[str]) -> None:
    assert days(text) == expected


def test_a_day_alone_takes_the_titles_month() -> None:
    assert days("24日", month=3) == ["03-24"]


def test_hours_are_of_the_days_before_them() -> None:
    when = when_in("12月6日上午8:00-12:00，7日下午2:00-5:00", year=2025)
    assert [(slot.days, slot.opens) for slot in when.slots] == [
        ((date(2025, 12, 6),), time(8)),
        ((date(2025, 12, 7),), time(14)),
    ]


def test_an_hour_formatted_as_a_date_has_no_day() -> None:
    assert when_in("1899-12-31T09:30").days == ()
    assert hours("1899-12-31T09:30") == ["09:30"]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("3月24日", "no_year"), ("2025-13-01", "bad_date"), ("2025年2月30日", "bad_date"),
        ("25:00-26:00", "bad_time"), ("10:00-9:00", "bad_time"), ("9:00-9:00", "bad_time"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_a_fault_and_nothing_is_guessed(text: str, fault: str) -> None:
    when = when_in(text)
    assert (when.fault, when.days, when.slots) == (fault, (), ())


def test_a_half_day_has_no_hours() -> None:
    assert when_in("下午") == When(half="下午")


def test_what_is_neither_day_nor_hour_is_left() -> None:
    assert when_in("9:00-10:00（提前到场）").rest == "提前到场"
    assert when_in("第1-2节课").rest == ""


def test_a_name_keeps_its_numbers() -> None:
    when = when_in("自动化22-[1-3]班", named=True)
    assert (when.slots, when.rest) == ((), "自动化22-[1-3]班")
    assert when_in("电信学院600 13:30-15:50", named=True).rest == "电信学院600"


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("2026届毕业生（2025年3月24-25日）", 2025),
        ("2025年秋季学期学生图像采集", 2025),
        ("2026届毕业生", None),
        ("2020年级新生", None),
        ("2025年至2026年", None),
    ],
)
def test_the_year_is_the_titles_never_that_of_graduation(title: str, year: int | None) -> None:
    assert year_in(title) == year
