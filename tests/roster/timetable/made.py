"""Timetables made at random in the ways of notices, each with what it says."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from hypothesis import strategies as st

from tests.roster.timetable.drawn import Drawn, as_csv, as_docx, as_html, as_tabs, as_xlsx

COLLEGES = ("文学院", "理学院", "机电工程系", "信息与软件学院", "马克思主义学院", "研究生")
MAJORS = ("汉语言文学", "应用数学", "机械工程22-1班", "网络2101", "法学", "会计（1）班")
PLACES = ("一教101", "图书馆一楼大厅", "J2报告厅")
DAYS = tuple(date(2025, 3, 24) + timedelta(n) for n in range(3))
FILES = (as_xlsx, as_csv, as_html, as_docx, as_tabs)
HEADINGS = {
    "number": ("序号",),
    "day": ("日期", "采集日期"),
    "place": ("采集地点", "地点(校区)", "采集点", "拍摄场地"),
    "zone": ("采集区", "区域"),
    "college": ("学院", "院系", "二级学院", "系部", "教学单位"),
    "class": ("专业", "班级", "年级专业"),
    "heads": ("人数", "预计人数"),
    "hours": ("具体时间", "拍照时段", "时间段"),
    "opens": ("开始时间",),
    "closes": ("结束时间",),
}
# Hours that cannot be known.
UNSAID = ("下午", "待定", "", "25:00-26:00", "10:00-9:00")


class Said(NamedTuple):
    """A window as made: who comes, how many, when and where."""

    day: date
    opens: time
    closes: time
    place: str
    names: tuple[str, ...]
    heads: int | None


class Made(NamedTuple):
    """A timetable's rows and kind of file, and what it says; rows count from 1."""

    rows: Drawn
    file: Callable[[Drawn], bytes]
    windows: list[Said]
    unsaid: set[int]
    heads: int


class Ways(NamedTuple):
    """How a notice is laid out."""

    day: str
    place: str
    hours: str
    classes: bool
    heads: str
    merged: bool
    breaks: bool
    columns: tuple[str, ...]


class Visit(NamedTuple):
    """A college's window, with its majors and their heads."""

    day: date
    place: str
    opens: time
    closes: time
    college: str
    majors: tuple[tuple[str, int], ...]
    heads: int
    unsaid: str | None
    evening: bool


@st.composite
def timetables(draw: st.DrawFn) -> Made:
    """Draw a timetable."""
    ways = draw(_ways())
    visits = list(draw(_visits(ways)))
    title = "滨海大学2025年毕业生图像采集安排"
    lines = [title + (f"（{_day(visits[0].day)}）" if ways.day == "title" else "")]
    if ways.place == "title":
        lines.append(f"采集地点：{visits[0].place}")
    rows: Drawn = [[line] for line in lines]
    rows.append([draw(st.sampled_from(HEADINGS[column])) for column in ways.columns])
    unsaid: set[int] = set()
    above: Visit | None = None
    for n, visit in enumerate(visits, start=1):
        if ways.day == "line" and (above is None or above.day != visit.day):
            rows.append(
                [f"{visit.day.month}月{visit.day.day}日（周{'一二三'[visit.day.day - 24]}）"]
            )
            above = None
        if ways.place == "line" and (above is None or above.place != visit.place):
            rows.append([f"采集点{PLACES.index(visit.place) + 1}：{visit.place}"])
            above = None
        if ways.breaks and above is not None and above.opens.hour < 12 <= visit.opens.hour:
            rows.append(["午休", *[""] * (len(ways.columns) - 1)])
            above = None
        for cells in _rows(ways, n, visit, above):
            rows.append(cells)
            if visit.unsaid is not None:
                unsaid.add(len(rows))
        above = visit
    if ways.heads == "column" and draw(st.booleans()):
        total = dict(zip(ways.columns, ["合计"], strict=False))
        total["heads"] = str(sum(visit.heads for visit in visits))
        rows.append([total.get(column, "") for column in ways.columns])
    said = [said for visit in visits if visit.unsaid is None for said in _said(ways, visit)]
    return Made(
        rows, draw(st.sampled_from(FILES)), said,
        unsaid, sum(v.heads for v in visits) if ways.heads != "none" else 0,
    )  # fmt: skip


@st.composite
def _ways(draw: st.DrawFn) -> Ways:
    hours = draw(st.sampled_from(["dash", "wide", "slip", "words", "afternoon", "two columns"]))
    days = ["title", "column", "line", *([] if hours == "two columns" else ["cell"])]
    day, place = (
        draw(st.sampled_from(days)),
        draw(st.sampled_from(["title", "column", "zone", "line"])),
    )
    classes, heads = draw(st.booleans()), draw(st.sampled_from(["column", "name", "none"]))
    wanted = {
        "number": draw(st.booleans()), "day": day == "column", "place": place == "column",
        "zone": place == "zone", "college": True, "class": classes, "heads": heads == "column",
        "hours": hours != "two columns", "opens": hours == "two columns",
        "closes": hours == "two columns",
    }  # fmt: skip
    columns = tuple(column for column, is_there in wanted.items() if is_there)
    return Ways(
        day, place, hours, classes, heads, draw(st.booleans()), draw(st.booleans()), columns
    )


@st.composite
def _visits(draw: st.DrawFn, ways: Ways) -> list[Visit]:
    days = DAYS[:1] if ways.day == "title" else DAYS[: draw(st.integers(1, 3))]
    places = PLACES[:1] if ways.place == "title" else PLACES[: draw(st.integers(1, 3))]
    visits: list[Visit] = []
    colleges, majors = iter(COLLEGES), iter(MAJORS)
    for day in days:
        for place in places:
            at = datetime.combine(day, time(8, 30))
            for college in [
                c for _, c in zip(range(draw(st.integers(1, 3))), colleges, strict=False)
            ]:
                if at.hour == 12:
                    at = at.replace(hour=14, minute=0)
                end = at + timedelta(minutes=draw(st.sampled_from([5, 15, 40, 60])))
                own = (
                    [next(majors, "") for _ in range(draw(st.integers(1, 2)))]
                    if ways.classes
                    else []
                )
                counted = tuple((m, draw(st.integers(20, 300))) for m in own if m)
                heads = sum(n for _, n in counted) or draw(st.integers(20, 999))
                unsaid = (
                    st.none()
                    if ways.hours == "two columns"
                    else st.sampled_from([None] * 6 + list(UNSAID))
                )
                evening = st.just(False) if ways.hours == "two columns" else st.booleans()
                hours = at.time(), end.time()
                visits.append(
                    Visit(day, place, *hours, college, counted, heads, draw(unsaid), draw(evening))
                )
                at = end
    return visits


def _rows(ways: Ways, number: int, visit: Visit, above: Visit | None) -> Iterator[list[str]]:
    """Yield a row a major, or one for a college without any."""
    counted = f"（预计{visit.heads}人）" if ways.heads == "name" else ""
    for n, (major, heads) in enumerate(visit.majors or (("", visit.heads),)):
        cells = {
            "number": str(number),
            "day": _day(visit.day),
            "place": visit.place,
            "zone": visit.place,
            "college": visit.college + counted,
            "class": major + (f"（{heads}人）" if ways.heads == "name" and major else ""),
            "heads": str(heads),
            "hours": _hours(ways, visit),
            "opens": f"{visit.opens:%H:%M}",
            "closes": f"{visit.closes:%H:%M}",
        }
        if ways.merged:
            together = {"day": "day", "place": "place", "zone": "place"}
            for column, field in together.items():
                if n or (above is not None and getattr(above, field) == getattr(visit, field)):
                    cells[column] = "^"
            if n:
                cells |= dict.fromkeys(("number", "college", "hours", "opens", "closes"), "^")
        yield [cells[column] for column in ways.columns]


def _hours(ways: Ways, visit: Visit) -> str:
    text = "、".join(_interval(ways.hours, *hours) for hours in _intervals(visit))
    text = text if visit.unsaid is None else visit.unsaid
    return f"{visit.day.month}月{visit.day.day}日 {text}" if ways.day == "cell" else text


def _intervals(visit: Visit) -> list[tuple[time, time]]:
    hours = [(visit.opens, visit.closes)]
    return [*hours, (time(19), time(20, 30))] if visit.evening else hours


def _interval(way: str, opens: time, closes: time) -> str:
    return {
        "dash": f"{opens:%H:%M}-{closes:%H:%M}",
        "wide": f"{opens:%H}：{opens:%M}—{closes:%H}：{closes:%M}",
        "slip": f"{opens:%H;%M}~{closes:%H;%M}",
        "words": f"{opens:%H}点{opens:%M}分至{closes:%H}点{closes:%M}分",
        "afternoon": _without_the_twelve(opens, closes),
    }.get(way, "")


def _without_the_twelve(opens: time, closes: time) -> str:
    half = "晚上" if opens.hour >= 18 else "下午" if opens.hour >= 13 else "上午"
    late = opens.hour >= 13
    return half + "-".join(f"{t.hour - 12 if late else t.hour}:{t:%M}" for t in (opens, closes))


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _said(ways: Ways, visit: Visit) -> list[Said]:
    names = tuple(major for major, _ in visit.majors) or (visit.college,)
    # How many of them come to which of two windows, nobody writes.
    heads = None if ways.heads == "none" or visit.evening else visit.heads
    return [Said(visit.day, *hours, visit.place, names, heads) for hours in _intervals(visit)]
