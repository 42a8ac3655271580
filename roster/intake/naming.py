"""Match the names of colleges and classes in a roster, however written, with the plan's."""

import re
from collections.abc import Mapping

from queueing.plan import Plan
from roster.text import without_spaces

_DIGIT = "一二三四五六七八九"
_BRACKETS = r"[()\[\]【】《》〈〉「」]+"
_NUMERAL = re.compile(rf"([{_DIGIT}]?)(十?)([{_DIGIT}]?)(?=\W*(?:班|$))")
_YEAR = re.compile(r"(?:20)?(\d\d)[级届]|^20(\d\d)(?=\D)")
_ENDING = re.compile("(专业|班)$")
_GRADUATE = re.compile("研究生|硕士|博士|学硕|专硕")


def canonical(name: str) -> str:
    """Return a canonical form of a name: the same for 绘画（一）班, 绘画01班 and 绘画 1."""
    return _ENDING.sub("", _plain(name))


def split_year(name: str) -> tuple[str, str]:
    """Return the year of entry, two digits or empty, and the class's name without it."""
    text = without_spaces(name)
    year = _YEAR.search(text)
    return (year[1] or year[2], text.replace(year[0], "")) if year else ("", text)


def is_graduate(level: str) -> bool:
    """Return whether a level of study is a graduate's."""
    return bool(_GRADUATE.search(level))


def _plain(name: str) -> str:
    text = _NUMERAL.sub(_arabic, without_spaces(name).casefold())
    text = re.sub(rf"(?<=\d){_BRACKETS}(?=\d)", "-", text)
    return re.sub(rf"{_BRACKETS}|(?<!\d)0+(?=\d)", "", text)


def _arabic(numeral: re.Match[str]) -> str:
    tens, ten, ones = numeral.groups()
    if not ten:
        return "".join(str(_DIGIT.index(sign) + 1) for sign in tens + ones)
    # 十 alone is 10, 二十 is 20, 十一 is 11.
    return str((_DIGIT.find(tens or "一") + 1) * 10 + (_DIGIT.index(ones) + 1 if ones else 0))


def place_name(plan: Plan, college_id: str, class_id: str | None) -> str:
    """Return the name of a class, or of the college when there is no class."""
    planned = plan.classes.get(class_id or "")
    return planned.name if planned else plan.colleges[college_id].name


class PlanNames:
    """The plan's colleges and classes, found by their names in rosters.

    `spellings` are names that a person has said to mean a class, with the class.
    """

    def __init__(self, plan: Plan, spellings: Mapping[str, str] | None = None) -> None:
        self._plan = plan
        self._institution = canonical(plan.body.institution)
        self._colleges = {canonical(college.name): college.id for college in plan.body.colleges}
        self._classes: dict[str, set[str]] = {}
        for planned in plan.classes.values():
            for name in {planned.name, split_year(planned.name)[1]}:
                self._classes.setdefault(canonical(name), set()).add(planned.id)
        graduates = [c.id for c in plan.body.colleges if _GRADUATE.search(c.name)]
        self._graduates = graduates[0] if len(graduates) == 1 else None
        self._spelt = {canonical(text): name for text, name in (spellings or {}).items()}

    def college(self, name: str, level: str = "") -> str | None:
        """Return a college's id; graduates (by `level`) have their own where the plan has one."""
        if self._graduates and is_graduate(level):
            return self._graduates
        text = canonical(name)
        return self._colleges.get(text) or self._colleges.get(text.removeprefix(self._institution))

    def classes(self, college_id: str | None, name: str, major: str) -> set[str]:
        """Return the ids of the classes, of one college or all, that a name and major may mean."""
        if college_id is not None and (whole := self._undivided(college_id)):
            return {whole}
        for text in (name, major + name):
            if text and (found := self._called(college_id, text)):
                return found
        found = self._called(college_id, major)
        # A student of 环境设计1班 queues with a unit 环境设计, but not with a class 环境设计班.
        return found if not name else {id_ for id_ in found if not self._is_class(id_)}

    def named(self, text: str) -> set[str]:
        """Return the ids of the classes that a person may mean: 绘画1班, 美术学院绘画1班, an id."""
        if text in self._plan.classes:
            return {text}
        wanted = canonical(text)
        return self._classes.get(wanted) or {
            c.id
            for college in self._plan.body.colleges
            for c in college.classes
            if canonical(college.name + c.name) == wanted
        }

    def spelt(self, college: str, class_: str) -> str | None:
        """Return the id of the class that a person has said a name to mean, or None."""
        texts = (canonical(college + class_), canonical(class_))
        said = next((self._spelt[text] for text in texts if text in self._spelt), "")
        found = self.named(said) if said else set()
        return next(iter(found)) if len(found) == 1 else None

    def college_of(self, class_id: str) -> str:
        """Return the id of a class's college."""
        return self._plan.college_of[class_id].id

    def college_in(self, text: str) -> str:
        """Return the name of the college, the longest, that a text names; empty for none."""
        return max(self._colleges_in(_plain(text)), key=len, default="")

    def classes_in(self, text: str) -> list[str]:
        """Return the names of the classes that a text names, in whatever writing."""
        plain = _plain(text)
        for college in self._colleges_in(plain):
            # 音乐学院 names no class 音乐.
            plain = plain.replace(_plain(college), "|")
        names = {c.name for c in self._plan.classes.values() if _plain(c.name) in plain}
        return [n for n in names if not any(_plain(n) in _plain(o) for o in names if o != n)]

    def _colleges_in(self, plain: str) -> list[str]:
        named = [c.name for c in self._plan.body.colleges if _plain(c.name) in plain]
        return sorted(named, key=len, reverse=True)

    def _called(self, college_id: str | None, name: str) -> set[str]:
        return {
            id_
            for id_ in self._classes.get(canonical(name), ())
            if college_id in (None, self.college_of(id_))
        }

    def _is_class(self, id_: str) -> bool:
        return self._plan.classes[id_].name.endswith("班")

    def _undivided(self, college_id: str) -> str | None:
        """Return the only class of a college that has the college's own name, or None."""
        college = self._plan.colleges[college_id]
        names = [planned.name for planned in college.classes]
        return college.classes[0].id if names == [college.name] else None
