import socket

import pytest
from PIL import Image

from printer.paper import CUT
from printer.slip.typeface import Typeface
from printer.virtual.emulator import Emulator
from printer.virtual.printer import Tray, VirtualPrinter
from tests.printer.helpers import FONTS, WIDE


def test_papers_are_numbered_on_from_what_lies_there(tmp_path):
    for _ in range(2):
        Tray(tmp_path).put(Image.new("1", (576, 8)))
    assert sorted(paper.name for paper in tmp_path.iterdir()) == ["0001.png", "0002.png"]


@pytest.mark.system
def test_it_prints_what_comes_over_the_network_and_answers_when_the_paper_lies_there(tmp_path):
    printer = VirtualPrinter(Emulator(WIDE, Typeface(FONTS), Tray(tmp_path).put))
    printer.start()
    with socket.create_connection(("127.0.0.1", printer.port)) as line:
        line.sendall(b"A001\n" + CUT + b"\x1d(H\x06\x00000001")
        assert line.recv(16) == b"\x37\x220001\x00"
        assert [paper.name for paper in tmp_path.iterdir()] == ["0001.png"]
    printer.stop()
