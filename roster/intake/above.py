"""What the lines above a list say of the class and college of everybody in it."""

import re

from msgspec import Struct

from roster.intake.naming import PlanNames
from roster.tables.lists import Block, Line
from roster.text import half_width, without_spaces

_LABELLED = re.compile(r"(?:班级名称|专业班级|行政班级?|班级|班号|班别|班)\s*:\s*([^\s:,;。(]+)")
_HEADS = re.compile(r"\(?(共|计|预计)?\d+人\)?")
_TITLE = re.compile(
    "(毕业生|学生|人员|图像|照片|采集|信息|核对|确认|汇总|统计|情况|花)*(名单|名册|一览表|表|册)$"
)
# 行管221, 石工22-1, 软件工程2班, 储运创新班; no 2026届, 各班, 附件2.
_CLASS = re.compile(
    r"(?!附件|第\d|[各全本每]班)[^:,。]{0,20}?"
    r"(\d班|(?<!\d)(?!20\d\d$)\d{2,4}([-~]\d{1,2})?班?|[\u4e00-\u9fff)]班)"
)


class Above(Struct, frozen=True):
    """The names of a college and a class as written, empty for none.

    `unclear` is the nearest line that names no class though it stands between two lists.
    """

    college: str = ""
    class_: str = ""
    unclear: Line | None = None


def named_above(above: tuple[Block, ...], tab: str, names: PlanNames) -> Above:
    """Return what the blocks of lines above a list and the tab's name say, the nearest first."""
    blocks = above or ((),)
    class_, unclear = "", None
    for block in reversed(blocks):
        whole = [line.whole for line in block]
        title = [tab] if block is blocks[0] else []
        if class_ := _class([line.text for line in block], names) or _class(
            [*title, *whole], names
        ):
            break
        unclear = unclear or (block[-1] if block is not blocks[0] else None)
    lines = [tab, *(line.whole for block in blocks for line in block)]
    colleges = (names.college_in(line) for line in reversed(lines))
    return Above(next(filter(None, colleges), ""), class_, unclear)


def _class(lines: list[str], names: PlanNames) -> str:
    """Return the class that the last line which names any names, be it none of the plan."""
    for line in reversed(lines):
        known = names.classes_in(line)
        # Two in one line are of no use: whose is the list?
        if class_ := known[0] if len(known) == 1 else line if known else unknown_class(line):
            return class_
    return ""


def unknown_class(line: str) -> str:
    """Return what in a line is the name of a class by its looks, empty for none."""
    if labelled := _LABELLED.search(half_width(line)):
        return _HEADS.sub("", labelled[1])
    text = _TITLE.sub("", _HEADS.sub("", without_spaces(line)))
    return text if _CLASS.fullmatch(text) else ""
