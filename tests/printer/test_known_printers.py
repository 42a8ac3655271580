import msgspec
import pytest

from printer.known_printers import VIRTUAL, KnownPrinter, KnownPrinters

KITCHEN = KnownPrinter(name="XP-80C", uri="usb:/dev/usb/lp0?width=384&cut=no", venue="yungu")


def test_until_one_is_set_up_there_is_the_virtual_printer(tmp_path):
    assert KnownPrinters(tmp_path / "printers.json").read() == [VIRTUAL]


def test_what_was_set_up_is_remembered_with_all_choices(tmp_path):
    KnownPrinters(tmp_path / "printers.json").write([KITCHEN])
    assert KnownPrinters(tmp_path / "printers.json").read() == [KITCHEN]
    assert KITCHEN.option == "yungu=usb:/dev/usb/lp0?width=384&cut=no"


def test_a_file_that_is_no_list_of_printers_is_refused(tmp_path):
    file = tmp_path / "printers.json"
    file.write_text('[{"uri": 1}]')
    with pytest.raises(msgspec.ValidationError):
        KnownPrinters(file).read()
