from msgspec.structs import replace

from printer.slip.text import SlipText, slip_text
from queueing import events as e
from queueing.hall import Hall
from tests.printer.helpers import URL, WORDS, at, checked_in, hall_of, plan, three_classes


def slip(hall: Hall, number: str = "A001") -> SlipText:
    return slip_text(hall, hall.tickets[number], URL, at(), WORDS)


def test_it_names_the_class_its_college_and_the_way_to_the_hall():
    text = slip(hall_of(checked_in()))
    assert (text.title, text.number) == ("毕业照采集", "A001")
    assert (text.heading, text.college) == ("油画班", "美术学院")
    assert (text.place, text.entrance) == ("云谷校区 123阶梯教室", "东门进入")


def test_it_tells_how_many_wait_before():
    assert slip(hall_of(*three_classes()), "A003").facts == (
        ("前方等候", "2 个班"),
        ("预计叫号", "约 10:18"),
        ("到场人数", "18 人"),
        ("报到时间", "10:12"),
    )


def test_nothing_is_foretold_while_no_station_is_open():
    closed = [e.StationSet(station=station, state="closed") for station in (1, 2)]
    labels = [label for label, _ in slip(hall_of(*three_classes(), *closed), "A003").facts]
    assert "预计叫号" not in labels


def test_who_has_nobody_before_is_told_so():
    assert slip(hall_of(checked_in())).facts[0] == ("前方等候", "下一个")


def test_a_ticket_that_waits_no_more_has_nobody_before():
    hall = hall_of(checked_in(), e.Called(ticket="A001", station=1))
    assert [label for label, _ in slip(hall).facts] == ["到场人数", "报到时间"]


def test_its_code_leads_to_the_phone_page():
    assert slip(hall_of(checked_in(token="7qk3m9"))).url == f"{URL}/t/7qk3m9"


def test_the_wifi_is_named_where_there_is_one():
    assert slip(hall_of(checked_in())).wifi == ""
    with_wifi = hall_of(checked_in(), plan=plan(more='wifi = "Hall-5G"'))
    assert slip(with_wifi).wifi == "请先连 Wi-Fi：Hall-5G"


def test_it_carries_the_plans_reminders():
    text = slip(hall_of(checked_in()))
    assert text.reminders == ("请打开采集码", "请勿穿蓝色上衣")
    assert text.follow_up == "一个月后请核对照片"


def test_a_copy_says_which_one_it_is():
    reprinted = e.SlipReprinted(ticket="A001")
    assert slip(hall_of(checked_in())).copy == ""
    assert slip(hall_of(checked_in(), reprinted)).copy == "补打 1"
    assert slip(hall_of(checked_in(), reprinted, reprinted)).copy == "补打 2"


def test_a_mongolian_name_is_printed_once_it_is_reviewed():
    assert slip(hall_of(checked_in())).mongolian == ""
    reviewed = hall_of(checked_in(), plan=plan(more="mongolian_reviewed = true"))
    assert slip(reviewed).mongolian == "ᠤᠷᠠᠨ ᠵᠢᠷᠤᠭ"


def test_a_walk_in_is_told_by_its_kind_and_names_no_student():
    walked_in = e.WalkedIn(
        ticket="W001", token="t", kind="late", college_id="meishu", heads=1, student="张三"
    )
    assert slip(hall_of(walked_in), "W001").heading == "晚到补拍"
    of_a_class = replace(walked_in, class_id="two")
    assert slip(hall_of(of_a_class), "W001").heading == "国画班 · 晚到补拍"
    assert "张三" not in repr(slip(hall_of(of_a_class), "W001"))
