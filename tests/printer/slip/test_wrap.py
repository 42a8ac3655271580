import pytest

from printer.slip.wrap import balance, columns, wrap


def test_a_short_text_is_one_line():
    assert wrap("油画班", 10, columns) == ["油画班"]


def test_an_empty_text_has_no_lines():
    assert wrap("", 10, columns) == []


def test_hanzi_break_anywhere():
    assert wrap("请打开采集码", 6, columns) == ["请打开", "采集码"]


def test_a_latin_word_moves_to_the_next_line_whole():
    assert wrap("请登录 chsi.com.cn", 12, columns) == ["请登录", "chsi.com.cn"]


def test_a_word_longer_than_a_line_is_torn():
    assert wrap("www.chsi.com.cn", 8, columns) == ["www.chsi", ".com.cn"]


def test_no_line_begins_with_a_comma():
    assert wrap("请打开采，集码", 8, columns) == ["请打开", "采，集码"]


def test_no_line_ends_with_an_opening_bracket():
    assert wrap("油画班（一）", 8, columns) == ["油画班", "（一）"]


def test_balanced_lines_are_of_like_length():
    assert balance("扫码看排队进度吧", 14, columns) == ["扫码看排", "队进度吧"]


def test_balancing_tears_no_word():
    assert balance("连 IMAC-Guest", 12, columns) == ["连", "IMAC-Guest"]


@pytest.mark.parametrize("width", [4, 7, 16, 48])
def test_no_line_is_wider_than_allowed_and_nothing_is_lost(width):
    text = "内蒙古（非遗）2020级，油画。Héritage www.chsi.com.cn 㛃𬘡喆班！"
    for broken in (wrap(text, width, columns), balance(text, width, columns)):
        assert max(map(columns, broken)) <= width
        assert "".join(broken).replace(" ", "") == text.replace(" ", "")
