import pytest

from printer.known_printers import VIRTUAL, KnownPrinter, KnownPrinters

KITCHEN = KnownPrinter(name="XP-80C", uri="usb:/dev/usb/lp0?width=384&cut=no", venue="yungu")


def test_until_one_is_set_up_there_is_the_virtual_printer(tmp_path):
    assert KnownPrinters(tmp_path / "printers.json").read() == [VIRTUAL]


def test_on_the_day_there_is_no_virtual_printer(tmp_path):
    day = KnownPrinters(tmp_path / "printers.json", virtual=False)
    assert day.read() == []
    day.write([KITCHEN, VIRTUAL])
    assert day.read() == [KITCHEN]


def test_what_was_set_up_is_remembered_with_all_choices(tmp_path):
    KnownPrinters(tmp_path / "printers.json").write([KITCHEN])
    assert KnownPrinters(tmp_path / "printers.json").read() == [KITCHEN]
    assert KITCHEN.option == "yungu=usb:/dev/usb/lp0?width=384&cut=no"


@pytest.mark.parametrize("content", ["", '[{"uri": 1}]', '[{"name": "A", "ur', "\0" * 9])
def test_a_damaged_file_is_put_aside_for_printers_to_be_set_up_anew(tmp_path, content):
    file = tmp_path / "printers.json"
    file.write_text(content)
    assert KnownPrinters(file).read() == [VIRTUAL]
    assert not file.exists()
    assert (tmp_path / "printers.damaged").read_text() == content
