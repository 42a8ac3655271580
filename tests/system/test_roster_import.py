"""The import page: what a person sees before they confirm, corrects, gives up and takes back."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.roster.make import xlsx
from tests.system.hall import RunningHall

HEADER = ["学号", "姓名", "学院", "班级", "采集方式"]
PEOPLE = [
    ["20200001", "王一"],
    ["20200002", "李二"],
    ["20200003", "赵\ufffd"],
    ["20200004", "钱四"],
]
WAYS = ["集中", "集中", "集中", "线上"]


@pytest.fixture
def hall(own_hall: RunningHall) -> RunningHall:
    """A hall whose roster is the test's own."""
    return own_hall


def roster(folder: Path, class_: str, left_out: int = 0) -> Path:
    rows = [[*who, "美术学院", class_, way] for who, way in zip(PEOPLE, WAYS, strict=True)]
    file = folder / "roster.xlsx"
    file.write_bytes(xlsx([HEADER, *rows[left_out:]]))
    return file


def test_a_file_is_corrected_confirmed_and_taken_back(
    hall: RunningHall, console: Page, tmp_path: Path
) -> None:
    page = console
    page.goto(f"{hall.url}/staff/roster?venue=yungu")
    page.locator("#file").set_input_files(roster(tmp_path, "画一"))
    expect(page.locator("#list-unknown")).to_contain_text("画一")
    page.locator("#list-unknown summary").click()
    page.get_by_label("“美术学院 画一”是哪个班").select_option(label="绘画1班")
    expect(page.locator("#list-warnings")).to_contain_text("第 4 行 赵\ufffd")
    expect(page.locator(".figures")).to_contain_text("不在这里拍")
    page.get_by_role("button", name="确认收下 3 名学生").click()
    expect(page.get_by_text("已收下 3 名学生")).to_be_visible()

    page.locator("#file").set_input_files(roster(tmp_path, "画一", left_out=1))
    page.locator("#list-missing summary").click()
    page.get_by_text("王一").click()
    page.get_by_role("button", name="确认收下 2 名学生").click()
    expect(page.get_by_text("本场地共 2 人")).to_be_visible()
    page.get_by_role("button", name="撤回这次导入").click()
    expect(page.get_by_text("本场地共 3 人")).to_be_visible()


def test_on_a_phone_the_preview_is_no_wider_than_the_screen(
    hall: RunningHall, console: Page, tmp_path: Path
) -> None:
    console.set_viewport_size({"width": 390, "height": 844})
    console.goto(f"{hall.url}/staff/roster?venue=yungu")
    console.locator("#file").set_input_files(roster(tmp_path, "绘画1班"))
    expect(console.locator("#list-warnings")).to_be_visible()
    assert console.evaluate("document.documentElement.scrollWidth") == 390
