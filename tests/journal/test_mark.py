"""The mark outside the store: what it has not seen is on no disk."""

from pathlib import Path

from journal.mark import Mark


def test_a_new_mark_knows_of_no_log(tmp_path: Path):
    assert Mark(tmp_path / "mark.json").versions == {}


def test_what_is_marked_is_there_for_who_reads_it_next(tmp_path: Path):
    mark = Mark(tmp_path / "mark.json")
    mark.advance({"yungu": 3})
    assert mark.versions == Mark(tmp_path / "mark.json").versions == {"yungu": 3}


def test_what_is_marked_already_is_not_written_again(tmp_path: Path):
    path = tmp_path / "mark.json"
    mark = Mark(path)
    mark.advance({"yungu": 3})
    path.unlink()
    mark.advance({"yungu": 3})
    assert not path.exists()
