"""Shapes of rosters: where the class stands, who is not to come, how numbers are written."""

from msgspec.structs import replace
from openpyxl import Workbook
from openpyxl.styles import PatternFill

from roster.intake.enrol import enrol
from roster.tables.read import read
from roster.tables.table import Table
from tests.roster.intake.outcome import NOTICE, PLAN, Outcome, of_rows, outcome, person
from tests.roster.make import saved, xls
from tests.roster.tables.corpus import HEADER, ROWS

TWO = ["学号", "姓名"]
FULL = ["学号", "姓名", "学院", "专业", "班级"]
ADMIN = ["文理学院", "行政管理", "行政管理22-1班"]
YELLOW = PatternFill("solid", fgColor="FFFF00")


class TestTheClassStandsAboveTheList:
    def test_beside_another_list_each_in_its_own_half(self) -> None:
        assert of_rows(
            ["2026届毕业生信息核对表"],
            ["班级：行政管理22-1班", "", "", "", "班级：行政管理22-2班", "", ""],
            ["序号", *TWO, "签名", "序号", *TWO, "签名"],
            ["1", *person(1), "", "1", *person(2), ""],
            ["2", *person(3), "", "", "", "", ""],
            ["班主任签字：", "", "", "", "班主任签字：", "", ""],
        ) == Outcome({"xzgl-1": 2, "xzgl-2": 1})

    def test_over_two_lists_and_once_more_below_them(self) -> None:
        assert of_rows(
            ["班级：行政管理22-1班", "", "", "人数：3", "", ""],
            ["序号", *TWO, "序号", *TWO],
            ["1", *person(1), "3", *person(3)],
            ["2", *person(2), "", "", ""],
            ["班级：统计学22-2班", "", "", "人数：2", "", ""],
            ["序号", *TWO, "序号", *TWO],
            ["1", *person(4), "2", *person(5)],
        ) == Outcome({"xzgl-1": 3, "tjx-2": 2})

    def test_without_a_header_again(self) -> None:
        assert of_rows(
            TWO,
            ["行政管理22-1班", ""],
            person(1),
            ["统计学 22-1 班（2人）", ""],
            person(2),
            person(3),
        ) == Outcome({"xzgl-1": 1, "tjx-1": 2})

    def test_spread_over_several_cells(self) -> None:
        assert of_rows(
            ["序号", *TWO],
            ["班级", "行政管理22-2班", "人数", "1"],
            ["1", *person(1)],
            ["专业班级：", "石油工程22-1班", "共1人"],
            ["1", *person(2)],
            ["统计学22-1班", "1人", "张老师"],
            ["1", *person(3)],
        ) == Outcome({"xzgl-2": 1, "sygc-1": 1, "tjx-1": 1})

    def test_a_class_that_the_plan_lacks_is_never_the_one_before(self) -> None:
        assert of_rows(
            ["行政管理22-1班"], TWO, person(1), ["石工22-3班（1人）"], TWO, person(2)
        ) == Outcome({"xzgl-1": 1}, refused={6: "unknown_class"})

    def test_of_a_subtotal_and_a_new_class_the_new_one_counts(self) -> None:
        assert of_rows(
            ["行政管理22-1班"], TWO, person(1), ["合计 行政管理22-1班 1人"], ["石工22-3"], person(2)
        ) == Outcome({"xzgl-1": 1}, refused={6: "unknown_class"})

    def test_a_line_that_names_none_is_said_and_the_list_goes_on(self) -> None:
        assert of_rows(
            ["行政管理22-1班"], TWO, person(1), ["续表（接上页）"], TWO, person(2)
        ) == Outcome({"xzgl-1": 2}, warned={4: "unclear_line"})

    def test_two_in_one_title_are_nobodys_class(self) -> None:
        assert of_rows(["行政管理22-1班、行政管理22-2班名单"], TWO, person(1)) == Outcome(
            refused={3: "unknown_class"}
        )

    def test_the_tab_is_named_after_it_with_majors_beside(self) -> None:
        assert of_rows([*TWO, "专业"], [*person(1), "统计学"], name="统计学22-2班") == Outcome(
            {"tjx-2": 1}
        )

    def test_a_tab_by_a_short_name_is_mapped_like_any_other(self) -> None:
        assert of_rows(
            TWO, person(1), name="行管221", spellings={"行管221": "行政管理22-1班"}
        ) == Outcome({"xzgl-1": 1})

    def test_each_list_may_have_columns_of_its_own(self) -> None:
        assert of_rows(
            ["行政管理22-1班"], TWO, person(1), ["统计学22-1班"], ["姓名", "性别", "学号"],
            ["乙二", "女", "2201000099"],
        ) == Outcome({"xzgl-1": 1, "tjx-1": 1})  # fmt: skip


class TestColumns:
    def test_of_the_ministry(self) -> None:
        assert of_rows(
            ["KSH", "XH", "XM", "XB", "BH", "ZYMC", "XSH", "CC"],
            ["22650010000011234", *person(1), "女", ADMIN[2], ADMIN[1], ADMIN[0], "本科"],
        ) == Outcome({"xzgl-1": 1})

    def test_of_two_that_may_be_the_college_the_one_that_is_filled(self) -> None:
        assert of_rows(
            [*TWO, "学院", "分院", "班号"], [*person(1), "", "文理学院", ADMIN[2]]
        ) == Outcome({"xzgl-1": 1})

    def test_a_heading_that_a_person_names(self) -> None:
        assert of_rows(
            ["编码", "称呼", "所在"],
            [*person(1), ADMIN[2]],
            correction={"number": "编码", "name": "称呼", "class": "所在"},
        ) == Outcome({"xzgl-1": 1})

    def test_rows_numbered_beforehand_and_feet_list_nobody(self) -> None:
        assert of_rows(
            ["序号", *FULL],
            ["1", *person(1), *ADMIN],
            ["2", "", "", "", "", ""],
            ["应到：1人", "", "实到：  人", "", "", ""],
            ["实际采集人数", "", "", "", "", ""],
            ["合计", "1", "", "", "", ""],
            ["学生签名：", "", "", "日期：", "", ""],
        ) == Outcome({"xzgl-1": 1})


class TestGraduates:
    def test_by_where_they_study_are_of_no_class(self) -> None:
        assert of_rows(
            [*TWO, "培养单位", "专业", "层次"],
            [*person(1), "石油学院", "地质学", "博士研究生"],
            [*person(2), "文理学院", "管理学", "硕士研究生"],
        ) == Outcome({"yanjiusheng": 2})

    def test_are_known_by_the_title_too(self) -> None:
        assert of_rows(
            ["2026届硕士研究生名单"], [*TWO, "培养单位"], [*person(1), "石油学院"]
        ) == Outcome({"yanjiusheng": 1})

    def test_with_a_class_are_of_it(self) -> None:
        assert of_rows(
            [*TWO, "学院", "班级", "层次"], [*person(1), "研究生", "2022级学硕1班", "硕士"]
        ) == Outcome({"xs-1": 1})


class TestWhoIsNotToCome:
    def test_by_whether_they_take_part(self) -> None:
        answers = ["是", "否", "参加", "不参加", "√", "×", "", "待定"]
        rows = [[*person(n), *ADMIN, answer] for n, answer in enumerate(answers)]
        assert of_rows([*FULL, "是否参加集中采集（是/否）"], *rows) == Outcome(
            {"xzgl-1": 5}, elsewhere=3, warned={9: "unclear"}
        )

    def test_by_how_they_are_photographed(self) -> None:
        ways = ["集中采集", "到校拍摄", "散拍", "线上采集", "自行到照相馆", "非集中采集"]
        rows = [[*person(n), *ADMIN, way] for n, way in enumerate(ways)]
        assert of_rows([*FULL, "采集方式"], *rows) == Outcome({"xzgl-1": 2}, elsewhere=4)

    def test_by_the_state_of_their_studies(self) -> None:
        states = ["在校", "注册学籍", "休学", "保留学籍", "退学", "复学", "不详"]
        rows = [[*person(n), *ADMIN, state] for n, state in enumerate(states)]
        assert of_rows([*FULL, "学籍状态"], *rows) == Outcome(
            {"xzgl-1": 4}, elsewhere=3, warned={8: "unclear"}
        )

    def test_by_a_remark_that_says_nothing_else(self) -> None:
        notes = ["休学", "因病休学", "散拍", "线上采集", "休学警告已撤销", "班长", "不参加采集"]
        rows = [[*person(n), *ADMIN, note] for n, note in enumerate(notes)]
        assert of_rows([*FULL, "备注"], *rows) == Outcome({"xzgl-1": 2}, elsewhere=5)

    def test_they_are_no_reason_for_a_new_class(self) -> None:
        row = [*person(1), "文理学院", "", "水彩班", "休学"]
        read_in = enrol([Table("", 1, [[*FULL, "学籍状态"], row])], PLAN)
        assert read_in.proposed == []


class TestNumbers:
    def numbers(self, *written: str) -> dict[str, str]:
        rows = [[number, f"甲{n}", *ADMIN] for n, number in enumerate(written)]
        read_in = enrol([Table("", 1, [FULL, *rows])], PLAN)
        refused = {written[r.row - 2]: r.code for r in read_in.refused}
        return {written[int(s.name[1:])]: s.number for s in read_in.students} | refused

    def test_with_a_point_and_noughts(self) -> None:
        assert self.numbers("2020000001.0") == {"2020000001.0": "2020000001"}

    def test_with_a_power_of_ten_and_every_digit(self) -> None:
        assert self.numbers("2.0200101005E+10", "2.020010101E10") == {
            "2.0200101005E+10": "20200101005",
            "2.020010101E10": "20200101010",
        }

    def test_rounded_are_refused(self) -> None:
        assert self.numbers("2.02001E+10", "2.02E+17") == {
            "2.02001E+10": "number_rounded",
            "2.02E+17": "number_rounded",
        }

    def test_shown_with_letters_that_are_not_stored_are_refused(self) -> None:
        book = Workbook()
        for row in (HEADER, [20200101, *ROWS[0][1:]], [12345678, "乙二", *ROWS[0][2:]]):
            book.worksheets[0].append(row)
        book.worksheets[0]["A2"].number_format = '"B"00000000'
        read_in = enrol(read(saved(book)), NOTICE)
        assert outcome(read_in) == Outcome({"huihua-1": 1}, refused={2: "shown_otherwise"})


class TestLooks:
    def sheet(self) -> Workbook:
        book = Workbook()
        for row in (HEADER, *ROWS):
            book.worksheets[0].append(row)
        return book

    def warned(self, book: Workbook) -> dict[int | None, str]:
        return outcome(enrol(read(saved(book)), NOTICE)).warned

    def test_bands_of_colour_mark_nobody(self) -> None:
        book = self.sheet()
        for row in book.worksheets[0].iter_rows(min_row=2):
            for cell in row if row[0].row % 2 else row[:1]:
                cell.fill = YELLOW
        assert self.warned(book) == {}

    def test_most_of_them_in_colour_are_marked_all_the_same(self) -> None:
        book = self.sheet()
        for row in book.worksheets[0].iter_rows(min_row=2, max_row=6):
            row[1].fill = YELLOW
        assert self.warned(book) == dict.fromkeys(range(2, 7), "fill")

    def test_a_hidden_column_that_holds_something_is_named(self) -> None:
        book = self.sheet()
        book.worksheets[0].column_dimensions["G"].hidden = True
        book.worksheets[0].column_dimensions["F"].hidden = True
        warnings = enrol(read(saved(book)), NOTICE).warnings
        assert [(w.code, w.text) for w in warnings] == [("hidden_column", "层次")]

    def test_an_old_workbook_is_said_not_to_show_them(self) -> None:
        warnings = enrol(read(xls([HEADER, *ROWS])), NOTICE).warnings
        assert [(w.row, w.code) for w in warnings] == [(None, "looks_unseen")]


class TestNames:
    def names(self, *written: str) -> list[str]:
        rows = [[*person(n)[:1], name, *ADMIN] for n, name in enumerate(written)]
        return [s.name for s in enrol([Table("", 1, [FULL, *rows])], PLAN).students]

    def test_stay_sign_by_sign(self) -> None:
        written = [
            "买买提．吐尔逊",
            "阿布都˙热合曼",
            "古丽﹒阿依",
            "王（女＋冉）",
            "李㊀",
            "张…三",
            "陈﹖",
        ]
        assert self.names(*written) == written

    def test_are_more_than_a_placeholder(self) -> None:
        assert self.names("（空）", "无", "待定", "NULL", "无为") == ["无为"]

    def test_lose_nothing_but_width_and_gaps(self) -> None:
        assert self.names("王　　五", " 阿布都 · 热合曼 ", "Ａｎｎａ  M") == [
            "王五", "阿布都·热合曼", "Anna M",
        ]  # fmt: skip


def test_a_file_without_remarks_says_nothing_of_them() -> None:
    plain, full = [FULL, [*person(1), *ADMIN]], [[*FULL, "备注"], [*person(1), *ADMIN, ""]]
    assert enrol([Table("", 1, plain)], PLAN).unsaid == ("photographed_before", "note", "elsewhere")
    assert enrol([Table("", 1, full)], PLAN).unsaid == ()


def test_a_hidden_tab_is_said_and_not_read() -> None:
    table = Table("今年", 1, [FULL, [*person(1), *ADMIN]])
    read_in = enrol([replace(table, name="去年", number=2, rows=[], hidden=True), table], PLAN)
    assert ("去年", "hidden_tab") in [(w.tab, w.code) for w in read_in.warnings]
    assert len(read_in.students) == 1
