import pytest
from PIL import Image
from pyzbar.pyzbar import decode

from printer.address import Address
from printer.slip.sample import sample
from printer.virtual.emulator import Emulator
from tests.printer.helpers import URL, WORDS


@pytest.mark.parametrize("encoding", ["raster", "native"])
@pytest.mark.parametrize("width", [576, 384])
@pytest.mark.parametrize("cut", ["yes", "no"])
def test_a_test_page_reaches_both_edges_and_its_code_reads(width, encoding, cut, face):
    address = Address.parse(f"tcp://p?width={width}&encoding={encoding}&cut={cut}")
    papers: list[Image.Image] = []
    Emulator(address.paper, face, papers.append).feed(sample(address, face, URL, WORDS))
    (page,) = papers
    (code,) = decode(page.convert("L"))
    assert code.data.decode() == URL
    ink = page.convert("L").point(lambda grey: 255 - grey).getbbox()
    # In the printer's font a bar is in the middle of its cell of 12 dots.
    assert ink[0] < 12
    assert ink[2] > width - 12
