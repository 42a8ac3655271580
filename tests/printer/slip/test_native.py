import pytest
from msgspec.structs import replace
from PIL import Image
from pyzbar.pyzbar import decode

from printer.slip.native import encode_slip
from printer.virtual.emulator import Emulator
from tests.printer.helpers import NARROW, URL, WIDE
from tests.printer.slip.test_raster import full, slip

PAPERS = pytest.mark.parametrize("paper", [WIDE, NARROW], ids=["80mm", "58mm"])


@PAPERS
@pytest.mark.parametrize("text", [slip(), full()], ids=["short", "full"])
def test_a_strict_printer_prints_it_on_one_paper(paper, face, text):
    papers: list[Image.Image] = []
    assert Emulator(paper, face, papers.append).feed(encode_slip(text, paper, face)) == b""
    assert len(papers) == 1


@PAPERS
def test_the_printers_own_code_reads_as_the_phone_page(paper, face):
    papers: list[Image.Image] = []
    Emulator(paper, face, papers.append).feed(encode_slip(slip(), paper, face))
    (code,) = decode(papers[0].convert("L"))
    assert code.data.decode() == f"{URL}/t/token-A001"


def test_hanzi_are_two_bytes_between_their_switches(face):
    data = encode_slip(slip(), WIDE, face)
    assert data.startswith(b"\x1b@\x1c&")
    assert data.endswith(b"\x1c.\x1dV\x42\x03")
    assert "油画班".encode("gb18030") in data


def test_colons_and_degrees_are_no_question_marks(face):
    data = encode_slip(replace(slip(), wifi="Wi-Fi：20℃"), WIDE, face)
    assert "Wi-Fi：20℃".encode("gb18030") in data


@pytest.mark.parametrize("name", ["㛃班", "𬘡班"])
def test_a_name_beyond_two_bytes_is_drawn(face, name):
    data = encode_slip(replace(slip(), heading=name), WIDE, face)
    assert name.encode("gb18030") not in data
    assert b"\x1dv0\x00" in data


def test_a_name_within_two_bytes_is_text(face):
    data = encode_slip(replace(slip(), heading="喆班"), WIDE, face)
    assert "喆班".encode("gb18030") in data
    assert b"\x1dv0\x00" not in data


def test_a_slip_goes_over_a_slow_line_in_a_tenth_of_a_second(face):
    bits = len(encode_slip(slip(), WIDE, face)) * 10
    assert bits / 115_200 < 0.1
