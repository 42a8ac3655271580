"""A day whose sheets show everything that a sheet can: absent, missed, late, unnamed, unpaid."""

import json

from machine import paths
from queueing import commands as c
from queueing.hall import Hall
from staff.accounts.excerpt import Person, enrolled
from staff.accounts.fee_sheet import fee_sheet, scope
from staff.accounts.proof import as_of, proved
from staff.accounts.words import SheetWords
from staff.document.model import Document
from tests.queueing.account.test_ledger import shot
from tests.queueing.day import Day

WORDS = json.loads((paths.I18N / "zh-CN.json").read_text("utf-8"))
KEY = b"a key for tests"
# Long ones, rare hanzi (beyond the basic plane too), Mongolian, and one that wants to be a formula.
NAMES = [
    "阿拉坦苏布达·孟和巴特尔额尔德尼", "𠮷野𬭎", "㛃䶮", "ᠪᠠᠭᠠᠲᠤᠷ", '=HYPERLINK("http://x","a")',
    "Alexandra Konstantinopolskaya-Бадмаева", "+1", "-2", "@sum", "王伟",
]  # fmt: skip


def students(per_class: int = 30) -> list[Person]:
    """Enrol everybody of the colleges in the east, and one who belongs to no class."""
    back = Person("back", "20190001", "包额尔敦", "art", None, struck=False, added=False)
    return [
        Person(
            f"{class_id}-{n}", f"2020{position}{n:04}", NAMES[n % len(NAMES)], class_id[:-2],
            class_id, struck=False, added=False,
        )
        for position, class_id in enumerate(["art-1", "art-2", "art-3", "design-1"])
        for n in range(per_class)
    ] + [back]  # fmt: skip


def played(people: list[Person]) -> Day:
    """Play a morning."""
    day = Day()
    day.hall = enrolled(day.hall, people)
    heads = day.hall.expected("art-1")
    gone = c.Missing("absent", student="art-1-3"), c.Missing("not_told", student="art-1-4")
    fee = c.Fee(20 * (heads - 2), "wechat", "4200001976202309110000123456", "1 人未拍，现金退回")
    day.do(c.CheckIn, "art-1", heads - 2, gone, fee=fee)
    shot(day, "A001", heads - 3, c.Missing("dress", student="art-1-0"))
    day.do(c.CheckIn, "art-2", heads, (c.Missing("late", count=1),))
    day.do(c.CheckInWalkIn, "held_back", "art", 1, student="back")
    shot(day, "W001", 1)
    return day


def sheet(hall: Hall, people: list[Person], class_id: str | None = None) -> Document:
    """Draw the art college's sheet, or a class's."""
    t, of = SheetWords(WORDS), scope(hall.plan.colleges, "art", class_id)
    return proved(fee_sheet(hall, people, of, WORDS), KEY, as_of(hall, t), t)
