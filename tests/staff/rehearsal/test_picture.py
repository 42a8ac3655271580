"""A rehearsal as a file: everything is inside, nothing is fetched."""

import re

from staff.rehearsal.file import rehearsal_file
from tests.queueing.day import plan


def written(**result: object) -> str:
    return rehearsal_file(plan(), {"ways": [], "pictures": [], **result})


def test_it_names_nothing_outside_itself() -> None:
    text = written()
    assert re.findall(r"""(?:src|href)=|@import|url\((?!"?#)""", text) == []


def test_every_module_it_imports_is_inside() -> None:
    text = written()
    for name in (
        "js/rehearsal/exported.js",
        "js/timeline/picture.js",
        "js/shared/render.js",
        "js/shared/page.js",
    ):
        assert f'"{name}": "data:text/javascript;base64,' in text


def test_text_cannot_break_out_of_it() -> None:
    assert "</script><b>" not in written(name="</script><b>")
