"""Tables of Word documents."""

import io
import zipfile

import pytest

from roster.errors import RosterError
from roster.tables.docx import docx_tables
from roster.tables.read import read

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def document(body: str, prolog: str = "") -> bytes:
    """Make a document of the least that Word opens."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as parts:
        parts.writestr("[Content_Types].xml", "<Types/>")
        text = f'{prolog}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
        parts.writestr("word/document.xml", text)
    return file.getvalue()


def p(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def tc(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def test_merged_cells_are_repeated_downwards_only() -> None:
    first, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    wide = '<w:gridSpan w:val="2"/>'
    (read_in,) = docx_tables(
        document(table(tc("A", first) + tc("B", wide), tc("", goes_on) + tc("1") + tc("2")))
    )
    assert read_in.rows == [["A", "B", ""], ["A", "1", "2"]]
    assert read_in.repeated == [(1, 0)]


def test_each_table_has_the_paragraphs_over_it() -> None:
    body = p("通知") + p("") + p("附件1") + table(tc("a")) + p("附件2") + table(tc("b"))
    tables = docx_tables(document(body))
    assert [(t.name, t.above) for t in tables] == [("1", ["通知", "附件1"]), ("2", ["附件2"])]


def test_what_was_deleted_is_gone_and_what_was_inserted_is_there() -> None:
    changed = (
        "<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>新</w:t></w:r></w:ins></w:p>"
    )
    (read_in,) = docx_tables(document(table(f"<w:tc>{changed}{p('行')}</w:tc>")))
    assert read_in.rows == [["新\n行"]]


def test_content_controls_stand_where_they_stand() -> None:
    body = f"<w:sdt><w:sdtContent>{p('标题')}{table(tc('a'))}</w:sdtContent></w:sdt>"
    (read_in,) = docx_tables(document(body))
    assert (read_in.above, read_in.rows) == (["标题"], [["a"]])


def test_a_document_is_read_in_the_process_that_may_fail() -> None:
    assert read(document(table(tc("学院") + tc("时间"))))[0].rows == [["学院", "时间"]]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (document(p("没有表")), "not_a_table"),
        (document("<w:tbl>"), "broken"),
        (document(table(tc("a")), '<!DOCTYPE x [<!ENTITY l "ha">]>'), "broken"),
        (document(p("x" * (41 << 20))), "too_heavy"),
    ],
    ids=["no table", "cut short", "entities", "too large"],
)
def test_what_cannot_be_read_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(RosterError, match=code):
        docx_tables(data)
