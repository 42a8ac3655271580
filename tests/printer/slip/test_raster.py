import pytest
from msgspec.structs import replace
from PIL import Image, ImageChops
from pyzbar.pyzbar import decode

from printer.paper import CUT, INIT
from printer.slip.bands import BAND_ROWS, encode
from printer.slip.raster import draw
from printer.slip.text import SlipText, slip_text
from printer.slip.typeface import Typeface
from printer.virtual.emulator import Emulator
from tests.printer.helpers import FONTS, NARROW, URL, WIDE, WORDS, at, checked_in, hall_of, plan

PAPERS = pytest.mark.parametrize("paper", [WIDE, NARROW], ids=["80mm", "58mm"])
LONGEST = "2020级非物质文化遗产保护与传统工艺（蒙古族服饰与民间美术方向）Héritage实验班㛃𬘡喆"


def slip(name: str = "油画班") -> SlipText:
    hall = hall_of(checked_in(), plan=plan(first=name))
    return slip_text(hall, hall.tickets["A001"], URL, at(), WORDS)


def full() -> SlipText:
    return replace(slip(LONGEST), copy="补打 1", wifi="请先连 Wi-Fi：Hall", mongolian="ᠤᠷᠠᠨ ᠵᠢᠷᠤᠭ")


def printed(data: bytes, paper, face) -> Image.Image:
    papers: list[Image.Image] = []
    Emulator(paper, face, papers.append).feed(data)
    (piece,) = papers
    return piece


@PAPERS
def test_the_paper_shows_the_drawing_dot_for_dot(paper, face):
    image = draw(full(), paper, face)
    piece = printed(INIT + encode(image) + CUT, paper, face)
    assert ImageChops.logical_xor(piece, image).getbbox() is None


@PAPERS
def test_the_code_on_the_paper_reads_as_the_phone_page(paper, face):
    (code,) = decode(draw(slip(), paper, face).convert("L"))
    assert code.data.decode() == f"{URL}/t/token-A001"


@PAPERS
@pytest.mark.parametrize("text", [slip(), full()], ids=["short", "full"])
def test_no_ink_touches_the_edges(paper, face, text):
    image = draw(text, paper, face)
    left, top, right, bottom = ImageChops.invert(image).getbbox()
    assert 0 < left < right < image.width
    assert 0 < top < bottom < image.height


def test_a_picture_is_sent_in_short_bands(face):
    data = encode(Image.new("1", (576, 300), 1))
    heads = [data[i : i + 8] for i in (0, 8 + 72 * BAND_ROWS, 2 * (8 + 72 * BAND_ROWS))]
    assert heads == [b"\x1dv0\x00\x48\x00" + bytes([rows, 0]) for rows in (128, 128, 44)]
    assert len(data) == 3 * 8 + 72 * 300


def test_a_black_dot_is_a_one(face):
    image = Image.new("1", (384, 1), 1)
    image.putpixel((0, 0), 0)
    assert encode(image)[8:] == b"\x80" + bytes(47)


def test_a_copy_looks_unlike_the_original(face):
    original, copy = (draw(replace(slip(), copy=mark), WIDE, face) for mark in ("", "补打 1"))
    assert copy.height > original.height


@pytest.mark.parametrize("char", "㛃𬘡喆é·")
def test_rare_letters_are_drawn(face, char):
    drawn, missing = (face.glyph(c, 40, 700).ink.tobytes() for c in (char, "\U000f0000"))
    assert drawn != missing


def test_a_letter_no_font_has_shows_as_a_geta_mark(face):
    assert face.glyph("\U000f0000", 40, 700) is face.glyph("〓", 40, 700)


def test_weight_makes_letters_fatter():
    face = Typeface(FONTS)
    thin, fat = (sum(face.glyph("班", 40, weight).ink.tobytes()) for weight in (300, 900))
    assert fat > 1.5 * thin


def test_mongolian_stands_upright_and_its_letters_join(face):
    word = face.vertical("ᠤᠷᠠᠨ", 34)
    separate = sum(face.vertical(letter, 34).height for letter in "ᠤᠷᠠᠨ")
    assert word.height > word.width
    assert word.height < separate
