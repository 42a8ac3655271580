"""Read who is asked to come: colleges, classes, ranges of classes, and how many heads."""

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from roster.text import brackets_as_in, half_width, person_name, without_spaces
from roster.timetable.when import DASH

_ABOUT = "(?:预计|大约|约|共计|合计|共|计)*"
_PEOPLE = "余?(?:人|名|位)"
_BRACKETED = re.compile(rf"\(\s*{_ABOUT}\s*(\d+)\s*(?:{_PEOPLE}([^()]*))?\)(?!班)")
_COUNTED = re.compile(rf"(.*?)[\s:]*{_ABOUT}\s*(\d+)\s*{_PEOPLE}(?:左右)?")
# A bare number behind what ends a college's or class's name is its head-count.
_BARE = re.compile(rf"(.*?[院系部所班生])[\s:]*{_ABOUT}\s*(\d{{2,5}})")
_UNIT = re.compile(r".+(?:[院系部所]|中心|研究生|学校)")
_CLASS = re.compile(r".*(?:班|专业|二学位|方向|\d级.*)")
_BETWEEN = r"[、,;/]|\s+|(?<=[班院系])[和及与]"
_IN_BRACKETS = re.compile(r"[(\[【][^()\[\]【】]*[)\]】]")
_CLASS_TO_CLASS = re.compile(rf"(.*\D)?(\d+)班\s*{DASH}\s*(.*\D)?(\d+)班")
_CLASSES = re.compile(rf"(.*\D)?(\d+)\s*{DASH}\s*(\d+)(班?)")
_LISTED = re.compile(r"(.*?)\[([\d\-~、,]+)\](班?)")
_NUMBER_OF_CLASSES = re.compile(r"共?\d+个(?:教学|行政)?班级?")
_NUMBERED = re.compile(rf"([(]\d{{1,2}}[)])(?=\s*(?:[、,/和]|{DASH}))")
_LONE_NUMBER = re.compile(r"第?\d+班?|[(（]\d+[)）]班?")
_NUMBER_OF_CLASS = re.compile(r"第?[(（]?\d+[)）]?班?$")
# More classes than a range ever means.
_MOST_CLASSES = 30
_WHOLE = re.compile("(?:全体|全部|所有|各|全)(?:班级?|专业|学生|毕业生|同学|系|院)*")
_HEADS = re.compile(rf"{_ABOUT}\s*(\d+(?:\s*\+\s*\d+)*)\s*(?:{_PEOPLE})?(?:左右)?")
_NONE = re.compile(r"[\W_]*|无|待定|不详|未定")
_FIRST_WORD = re.compile(r"\d*级?([^\d(（\[]+)")


class Named(Struct, frozen=True):
    """One or more colleges or classes that share a head-count; `rest` is what is said beside it."""

    names: tuple[str, ...]
    heads: int | None = None
    rest: str = ""


def named_in(text: str) -> Named:
    """Return a name and its head-count: 美术学院（预计177人）, 机械工程（64）, 电信学院600."""
    plain = half_width(text)
    heads: int | None = None
    rest = ""
    if found := _BRACKETED.search(plain):
        plain = plain[: found.start()] + plain[found.end() :]
        heads, rest = int(found[1]), (found[2] or "").strip(" ,、;")
    elif found := _COUNTED.fullmatch(plain) or _BARE.fullmatch(plain):
        plain, heads = found[1], int(found[2])
    name = brackets_as_in(text, person_name(plain).strip(",;:、"))
    return Named((name,) if name else (), heads, rest)


def colleges_in(text: str) -> list[Named]:
    """Return the colleges of a cell: several only where each part ends as a college's name does."""
    several = [named_in(part) for part in _parts(text)]
    if all(named.names and is_college(named.names[0]) for named in several):
        return several
    return [named_in(" ".join(text.split()))]


def classes_in(text: str) -> list[Named]:
    """Return the classes or majors of a cell, ranges as their classes; none for all of a college.

    They are written as 22-[1-2]班, 22-1班、2班, 1班—3班, 2101-2104班, 会计（1）、（2）班.
    """
    if _WHOLE.fullmatch(without_spaces(text)):
        return []
    classes: list[Named] = []
    stem = ""
    for named in map(named_in, _parts(text)):
        if any(map(_NUMBER_OF_CLASSES.fullmatch, named.names)):
            classes.append(Named((), None, named.names[0]))
            continue
        names = tuple(name for one in named.names for name in _expanded(one, stem))
        stem = _NUMBER_OF_CLASS.sub("", names[-1]) if names else stem
        classes.append(replace(named, names=names))
    if classes and classes[-1].names and classes[-1].names[-1].endswith("班"):
        # 电气1、2、3班 names 电气1班 too.
        classes = [
            replace(c, names=tuple(re.sub(r"(?<=\d)$", "班", name) for name in c.names))
            for c in classes
        ]
    return classes


def is_class(name: str) -> bool:
    """Return whether a name is a class's or major's by its looks."""
    return bool(_CLASS.fullmatch(name))


def is_college(name: str) -> bool:
    """Return whether a name is a college's by its looks."""
    return bool(_UNIT.fullmatch(name))


def major_of(name: str) -> str:
    """Return what a class is called without its year and number: 自动化 of 自动化22-1班."""
    found = _FIRST_WORD.match(name)
    return (found[1].removesuffix("班").rstrip("-－ 第") if found else "") or name


def heads_in(text: str) -> tuple[int, ...] | None:
    """Return the head-counts of a cell, two of 31+30, none of a dash; None if it is no count."""
    plain = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", half_width(text))
    if _NONE.fullmatch(plain):
        return ()
    found = _HEADS.fullmatch(plain)
    return tuple(map(int, found[1].split("+"))) if found else None


def counsellor_in(text: str) -> str:
    """Return a counsellor's name, empty for a dash."""
    return "" if _NONE.fullmatch(text) else person_name(text)


def _parts(text: str) -> list[str]:
    """Split a cell between its names, never within brackets."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    # A name may be broken over two lines.
    whole = all(re.search("[班院系部所)）人]$", line) for line in lines) and not any(
        line[0] in "(（" for line in lines
    )
    plain = ("、" if whole else "").join(lines)
    # The first of 会计（1）、（2）班 is a class as well.
    plain = _NUMBERED.sub(r"\1班", half_width(plain)) if "班" in plain else half_width(plain)
    hidden = _IN_BRACKETS.sub(lambda found: "\0" * len(found[0]), plain)
    parts, start = [], 0
    for found in re.finditer(_BETWEEN, hidden):
        parts.append(plain[start : found.start()])
        start = found.end()
    return [brackets_as_in(text, part) for part in (*parts, plain[start:]) if part.strip()]


def _expanded(name: str, stem: str) -> Iterator[str]:
    """Yield the classes of a range, or the name itself; a lone number takes the stem before it."""
    if _LONE_NUMBER.fullmatch(name):
        name = stem + name.removeprefix("第")
    if found := _LISTED.fullmatch(name):
        for part in re.split("[、,]", found[2]):
            bounds = re.split("[-~]", part)
            yield from (f"{found[1]}{n}{found[3]}" for n in _numbers(bounds[0], bounds[-1]))
        return
    if found := _CLASS_TO_CLASS.fullmatch(name):
        stem, first, again, last = found[1] or "", found[2], found[3] or "", found[4]
        if stem.endswith(again) and (numbers := _numbers(first, last)):
            yield from (f"{stem}{n}班" for n in numbers)
            return
    found = _CLASSES.fullmatch(name)
    if found and (found[4] or len(found[2]) > 2) and (numbers := _numbers(found[2], found[3])):
        yield from (f"{found[1] or ''}{n}{found[4]}" for n in numbers)
        return
    yield name


def _numbers(first: str, last: str) -> list[str]:
    """Return the numbers from first to last, as wide as the first; none if that is no range."""
    numbers = range(int(first), int(last) + 1)
    return [f"{n:0{len(first)}}" for n in numbers] if len(numbers) <= _MOST_CLASSES else []
