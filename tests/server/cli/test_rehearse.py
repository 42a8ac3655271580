"""`paizhao rehearse`: words, JSON or a page; what is wrong with the call is said in one line."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from machine import paths
from server.cli.rehearse import rehearse


def run(*args: str) -> Result:
    return CliRunner().invoke(rehearse, ["--days", "1", *args])


def test_it_tells_a_plans_overruns_in_words() -> None:
    told = run()
    assert told.exit_code == 0
    assert "影视戏剧学院 13:30–14:00" in told.stdout


def test_it_tells_them_as_json_and_as_a_page(tmp_path: Path) -> None:
    page = tmp_path / "day.html"
    told = run("--json", "--html", str(page), "--stations", "yungu=3", "--policy", "roster")
    first = json.loads(told.stdout)["ways"][0]
    assert first["wish"] == {"stations": {"yungu": 3, "xinhua": 2}, "policy": "roster"}
    assert first["venues"][0]["stations"] == 3
    assert page.read_text("utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize(
    "args", [["--stations", "moon=2"], ["--stations", "yungu=13"], ["--html", "/nowhere/day.html"]]
)
def test_what_is_wrong_with_the_call_is_said(args: list[str]) -> None:
    told = run(*args)
    assert told.exit_code == 2
    assert args[1].partition("=")[0] in told.output


def test_a_page_that_was_there_stays_until_the_new_one_is_written(tmp_path: Path) -> None:
    page = tmp_path / "day.html"
    page.write_text("the old one")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("server.cli.rehearse.simulated", lambda *_: 1 / 0)
        assert run("--html", str(page)).exit_code == 1
    assert page.read_text() == "the old one"


def test_a_plan_whose_classes_are_the_rosters_to_say_has_nothing_to_simulate(
    tmp_path: Path,
) -> None:
    plan = tmp_path / "plan.toml"
    text = paths.DEFAULT_PLAN.read_text("utf-8")
    plan.write_text(re.sub(r"classes = \[.*?\n\]\n", "", text, flags=re.DOTALL), "utf-8")
    told = run("--plan", str(plan))
    assert told.exit_code == 2
    assert "请先导入名册" in told.output
