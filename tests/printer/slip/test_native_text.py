"""The text of a native slip, read back from its bytes."""

import re

import pytest
from msgspec.structs import replace

from printer.slip.native import encode_slip
from printer.slip.text import SlipText
from tests.printer.helpers import NARROW, WIDE
from tests.printer.slip.test_raster import LONGEST, full, slip

PAPERS = pytest.mark.parametrize("paper", [WIDE, NARROW], ids=["80mm", "58mm"])
# All commands a slip uses but a picture, which has its length in its head.
COMMANDS = re.compile(
    rb"\x1b@|\x1b[aE].|\x1d!.|\x1dVB.|\x1bd.|(?P<on>\x1c&)|(?P<off>\x1c\.)|"
    rb"\x1d\(k(?P<length>..)|\x1dv0\x00(?P<row>..)(?P<rows>..)",
    re.DOTALL,
)


def read_back(data: bytes) -> tuple[str, int]:
    """Return the text of a slip and its number of images, obeying FS & and FS .."""
    text, drawings, hanzi, at = "", 0, False, 0
    while at < len(data):
        if not (command := COMMANDS.match(data, at)):
            wide = hanzi and data[at] > 0x7F
            end = at + (2 if wide else 1)
            text += data[at:end].decode("gb18030" if hanzi else "ascii")
            at = end
            continue
        at = command.end()
        hanzi = bool(command["on"]) or (hanzi and not command["off"])
        if command["length"]:
            at += int.from_bytes(command["length"], "little")
        if command["row"]:
            drawings += 1
            row, rows = (int.from_bytes(command[name], "little") for name in ("row", "rows"))
            at += row * rows
    return text, drawings


def words(text: str) -> str:
    return re.sub(r"[\s\[\]-]", "", text)


def expected(text: SlipText) -> str:
    facts = [part for fact in text.facts for part in fact]
    copy = [text.copy] if text.copy else []
    parts = [
        text.title, *copy, text.number, text.heading, text.college, *facts, text.place,
        text.entrance, text.scan, text.wifi, *text.reminders, text.follow_up,
    ]  # fmt: skip
    return words("".join(parts))


@PAPERS
@pytest.mark.parametrize(
    "name", ["油画班", "2020级" + "蒙古族服饰与民间美术方向" * 3, "喆·班（1）"]
)
def test_the_text_is_the_slips_and_nothing_else(paper, face, name):
    text = replace(full(), heading=name)
    printed, drawings = read_back(encode_slip(text, paper, face))
    assert words(printed) == expected(text)
    assert drawings == 0


@PAPERS
@pytest.mark.parametrize("name", ["㛃班", "𬘡班", LONGEST])
def test_of_a_rare_name_only_the_lines_with_rare_letters_are_drawn(paper, face, name):
    text = replace(slip(), heading=name)
    printed, drawings = read_back(encode_slip(text, paper, face))
    rest = words(printed)
    before, after = expected(text).split(words(name))
    assert rest.startswith(before)
    assert rest.endswith(after)
    left = rest.removeprefix(before).removesuffix(after)
    assert drawings >= 1
    assert left in words(name)
    assert not set(left) & set("㛃𬘡")
