"""The report on a rehearsal."""

from typing import Any

import pytest

from machine import paths
from queueing.plan_file import read_plan
from rehearsal.job import rehearse
from rehearsal.report import report
from rehearsal.ways import Wish
from web.words import Words

NOTICE = read_plan(paths.DEFAULT_PLAN.read_text("utf-8"))


@pytest.fixture(scope="module")
def result() -> Any:
    *_, last = rehearse(NOTICE, Wish({}, "window"), 5, 1)
    return last["result"]


@pytest.fixture(scope="module")
def text(result: Any) -> str:
    return "\n".join(report(Words(paths.I18N).said, result))


def test_it_says_what_is_wrong_with_half_past_one(text: str) -> None:
    (line,) = [line for line in text.splitlines() if "392" in line]
    for fact in ("影视戏剧学院 13:30–14:00", "30 分钟", "196 人", "2 个机位", "350 人"):
        assert fact in line


def test_it_proposes_a_window_and_a_station(text: str, result: Any) -> None:
    moved, helped = (way["wish"] for way in result["ways"][-2:])
    assert "yingshi" in moved["windows"]
    assert "yungu" in [extra["venue"] for extra in helped["extra"]]
    assert "把影视戏剧学院的时段改为 13:30" in text
    assert "多开 1 个机位" in text


def test_every_college_is_in_it(text: str) -> None:
    for window in NOTICE.windows:
        assert f"{NOTICE.name_of(window)} {window.opens:%H:%M}" in text


def test_columns_stand_under_one_another(text: str) -> None:
    table = text.split("\n\n")[-1].splitlines()[1:]
    marks = [line.encode("gb18030").rfind(b" / ") for line in table[1:]]
    assert len(set(marks)) == 1
