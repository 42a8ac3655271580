"""The roster: always whole, its students in the journal by opaque ids, erased without a trace."""

import stat
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from machine.disk import SharedFile
from queueing.enrolment import Enrolled
from roster.errors import RosterError
from roster.store import Roster
from roster.student import Listed, Student

ANNE = Listed("20200001", "安妮", "art", "art-1")
BORIS = Listed("20200002", "鲍里斯", "art", "art-1")
CARLA = Listed("20200003", "卡拉", "music", None, photographed_before=True, note="延读生")

numbers = st.text("0123456789X", min_size=1, max_size=4)
listings = st.dictionaries(
    numbers,
    st.builds(
        Listed,
        number=st.just(""),
        name=st.sampled_from(["甲", "乙"]),
        college_id=st.sampled_from(["art", "music"]),
        class_id=st.sampled_from(["art-1", "music-1", None]),
    ),
    max_size=8,
).map(lambda lines: [_numbered(line, number) for number, line in lines.items()])
property_test = settings(
    deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60
)


def _numbered(line: Listed, number: str) -> Listed:
    return Listed(number, line.name, line.college_id, line.class_id)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "roster.jsonl"


@pytest.fixture
def roster(path: Path) -> Roster:
    return Roster(path)


def listed(student: Student) -> Listed:
    return Listed(*(getattr(student, field) for field in Listed.__struct_fields__))


def names(students: tuple[Student, ...]) -> list[str]:
    return [student.name for student in students]


def test_no_file_is_an_empty_roster_and_looking_makes_none(roster: Roster, path: Path) -> None:
    assert (dict(roster.students), roster.find("20200001")) == ({}, None)
    assert not path.parent.exists()


def test_a_student_is_found_by_number_however_typed_and_by_id(roster: Roster) -> None:
    roster.take([ANNE, BORIS])
    anne = roster.find("20200001")
    assert anne is not None
    assert roster.find(" ２０２０ ０００１") == roster.find(anne.id) == anne


def test_the_rules_get_no_name_and_no_number(roster: Roster) -> None:
    roster.take([ANNE, CARLA])
    assert roster.enrolment().students == {
        roster.id_of("20200001"): Enrolled("art", "art-1"),
        roster.id_of("20200003"): Enrolled("music", None, photographed_before=True),
    }


def test_only_the_owner_may_open_the_file(roster: Roster, path: Path) -> None:
    roster.take([ANNE])
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_what_another_process_takes_is_seen_at_once(roster: Roster, path: Path) -> None:
    roster.take([ANNE])
    assert names(roster.of_class("art-1")) == ["安妮"]
    Roster(path).take([ANNE, BORIS])
    assert names(roster.of_class("art-1")) == ["安妮", "鲍里斯"]


def test_a_reader_waits_while_another_thread_reads_the_file_again(
    roster: Roster, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    roster.take([ANNE])
    late, reading, go = Roster(path), threading.Event(), threading.Event()
    read = SharedFile.read

    def slowly(file: SharedFile) -> bytes:
        reading.set()
        assert go.wait(5)
        return read(file)

    monkeypatch.setattr(SharedFile, "read", slowly)
    counts: list[int] = []
    readers = [threading.Thread(target=lambda: counts.append(len(late.students))) for _ in range(2)]
    readers[0].start()
    assert reading.wait(5)
    readers[1].start()
    readers[1].join(0.1)
    go.set()
    for reader in readers:
        reader.join(5)
    assert counts == [1, 1]


def test_who_a_later_file_lacks_is_struck_and_stands_at_the_foot(roster: Roster) -> None:
    roster.take([ANNE, BORIS])
    difference = roster.take([BORIS])
    assert names(difference.struck) == ["安妮"]
    assert [(s.name, s.struck) for s in roster.students.values()] == [
        ("鲍里斯", False),
        ("安妮", True),
    ]


def test_a_file_of_one_college_strikes_nobody_of_another(roster: Roster) -> None:
    roster.take([ANNE, CARLA])
    assert roster.take([ANNE]).struck == ()


def test_who_comes_back_in_a_later_file_is_no_longer_struck(roster: Roster) -> None:
    roster.take([ANNE, BORIS])
    roster.take([BORIS])
    assert names(roster.take([ANNE, BORIS]).changed) == ["安妮"]
    assert not any(s.struck for s in roster.students.values())


def test_looking_at_the_difference_takes_nothing(roster: Roster) -> None:
    roster.take([ANNE])
    assert names(roster.difference([BORIS]).added) == ["鲍里斯"]
    assert names(tuple(roster.students.values())) == ["安妮"]


def test_who_is_added_by_hand_stands_at_the_foot_and_no_file_strikes_them(roster: Roster) -> None:
    roster.take([ANNE])
    added = roster.add("鲍里斯", "20200002", "art", "art-1")
    assert added.added
    assert roster.take([ANNE]).struck == ()
    assert names(roster.of_class("art-1")) == ["安妮", "鲍里斯"]


def test_who_is_listed_is_not_added_again_unless_struck(roster: Roster) -> None:
    roster.take([ANNE, BORIS])
    with pytest.raises(RosterError, match="already_listed"):
        roster.add("安妮", "20200001", "art", "art-1")
    roster.take([BORIS])
    assert not roster.add("安妮", "20200001", "art", "art-1").struck


class TestPurge:
    def test_leaves_no_name_and_no_number_on_the_disk(self, roster: Roster, path: Path) -> None:
        roster.take([ANNE, CARLA])
        path.with_suffix(".new").write_text("what a power cut left of 安妮")
        roster.purge()
        left = b"".join(file.read_bytes() for file in path.parent.iterdir()).decode()
        assert not any(text in left for text in ("安妮", "卡拉", "2020000", "延读生"))
        assert (roster.purges, dict(roster.students)) == (1, {})
        assert roster.find("20200001") is None

    def test_forgets_whose_number_an_id_was(self, roster: Roster) -> None:
        before = roster.id_of(ANNE.number)
        roster.purge()
        assert roster.id_of(ANNE.number) != before

    def test_lets_the_rules_count_on_as_before(self, roster: Roster) -> None:
        roster.take([ANNE, BORIS, CARLA])
        roster.take([ANNE, CARLA])
        before = roster.enrolment().students
        roster.purge()
        assert roster.enrolment().students == before
        # An API call may still name a number; that changes no count.
        roster.id_of("20200009")
        assert roster.enrolment().students == before

    def test_begins_anew_with_the_next_file(self, roster: Roster) -> None:
        roster.take([ANNE, BORIS])
        roster.purge()
        roster.take([ANNE])
        assert list(roster.enrolment().students) == [roster.id_of(ANNE.number)]
        assert roster.purges == 1

    def test_does_away_with_a_damaged_file(self, roster: Roster, path: Path) -> None:
        roster.take([ANNE])
        path.write_bytes(path.read_bytes()[:-9])
        Roster(path).purge()
        assert "安妮" not in path.read_text("utf-8")
        assert not roster.damaged


class TestADamagedFile:
    @pytest.mark.parametrize(
        "harm",
        [
            lambda good: good[:-9],
            lambda good: b"",
            lambda good: bytes(len(good)),
            lambda good: b"{" + good,
            lambda good: good.replace("安".encode(), b"\xff\xff\xff"),
            lambda good: good.replace(b'"key":"', b'"key":"x'),
        ],
        ids=["cut", "emptied", "zeros", "no head", "no UTF-8", "no key"],
    )
    def test_is_told_and_lists_nobody(
        self, roster: Roster, path: Path, harm: Callable[[bytes], bytes]
    ) -> None:
        roster.take([ANNE])
        path.write_bytes(harm(path.read_bytes()))
        late = Roster(path)
        assert (late.damaged, dict(late.students)) == (True, {})

    def test_leaves_whoever_was_read_before(self, roster: Roster, path: Path) -> None:
        roster.take([ANNE])
        assert not roster.damaged
        path.write_bytes(path.read_bytes()[:-9])
        assert (roster.damaged, names(roster.of_class("art-1"))) == (True, ["安妮"])

    def test_is_replaced_by_the_next_and_gives_the_same_ids(
        self, roster: Roster, path: Path
    ) -> None:
        roster.take([ANNE])
        before = roster.id_of(ANNE.number)
        path.write_bytes(path.read_bytes()[:-9])
        Roster(path).take([ANNE, BORIS])
        assert (roster.damaged, roster.id_of(ANNE.number)) == (False, before)
        assert names(roster.of_class("art-1")) == ["安妮", "鲍里斯"]


@property_test
@given(numbers, listings)
def test_a_number_keeps_its_id_over_every_import(
    tmp_path: Path, number: str, lines: list[Listed]
) -> None:
    roster = Roster(tmp_path / "roster.jsonl")
    before = roster.id_of(number)
    roster.take(lines)
    assert roster.id_of(number) == before


@property_test
@given(listings, listings)
def test_after_a_file_the_unstruck_of_its_colleges_are_the_files_in_its_order(
    tmp_path: Path, earlier: list[Listed], later: list[Listed]
) -> None:
    roster = Roster(tmp_path / "roster.jsonl")
    roster.purge()
    roster.take(earlier)
    roster.take(later)
    colleges = {line.college_id for line in later}
    assert later == [
        listed(s) for s in roster.students.values() if not s.struck and s.college_id in colleges
    ]


@property_test
@given(listings, listings)
def test_a_difference_tells_of_each_once_and_nobody_is_lost(
    tmp_path: Path, earlier: list[Listed], later: list[Listed]
) -> None:
    roster = Roster(tmp_path / "roster.jsonl")
    roster.purge()
    roster.take(earlier)
    before = dict(roster.students)
    difference = roster.take(later)
    ids = [s.id for part in (difference.added, difference.changed, difference.unchanged)
            for s in part]  # fmt: skip
    assert sorted(ids) == sorted(roster.id_of(line.number) for line in later)
    assert not {s.id for s in difference.struck} & set(ids)
    assert roster.students.keys() == before.keys() | set(ids)
    assert roster.difference(later) == type(difference)((), (), (), tuple(
        roster.students[roster.id_of(line.number)] for line in later))  # fmt: skip
