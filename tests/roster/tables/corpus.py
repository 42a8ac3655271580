"""The corpus: roster files as schools send them, and as nobody should; each with its result.

`python -m tests.roster.tables.corpus DIR` writes them to a folder.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from roster.student import Listed

HEADER = ["学号", "姓名", "学院", "专业", "班级", "层次", "备注"]
ROWS = [
    ["2020010101", "甲一", "美术学院", "绘画", "绘画1班", "本科", ""],
    ["2020010102", "乙二", "美术学院", "绘画", "绘画1班", "本科", ""],
    ["2020010201", "丙三", "美术学院", "绘画", "绘画2班", "本科", ""],
    ["2020010202", "丁四", "美术学院", "绘画", "绘画2班", "本科", ""],
    ["2020060101", "戊·巴图", "音乐学院", "音乐表演", "音乐表演（马头琴）班", "本科", ""],
    ["2020060102", "己六", "音乐学院", "音乐表演", "音乐表演（马头琴）班", "本科", ""],
]
EVERYBODY = [
    Listed("2020010101", "甲一", "meishu", "huihua-1"),
    Listed("2020010102", "乙二", "meishu", "huihua-1"),
    Listed("2020010201", "丙三", "meishu", "huihua-2"),
    Listed("2020010202", "丁四", "meishu", "huihua-2"),
    Listed("2020060101", "戊·巴图", "yinyue", "matouqin"),
    Listed("2020060102", "己六", "yinyue", "matouqin"),
]


class Good(NamedTuple):
    """A file whose every student is read."""

    name: str
    make: Callable[[], bytes]
    students: list[Listed]


class Bad(NamedTuple):
    """A file that is refused whole, by the code of one clear line."""

    name: str
    make: Callable[[], bytes]
    code: str


def write(folder: Path) -> None:
    """Write every file of the corpus."""
    from tests.roster.tables.corpus_bad import BAD
    from tests.roster.tables.corpus_good import GOOD

    for case in (*GOOD, *BAD):
        (folder / case.name).write_bytes(case.make())


if __name__ == "__main__":
    write(Path(sys.argv[1]))
