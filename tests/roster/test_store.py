"""The roster: always whole, its students in the journal by opaque ids, erased without a trace."""

import stat
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from machine.disk import SharedFile
from queueing.enrolment import Enrolled
from roster.errors import RosterError
from roster.store import Roster
from roster.student import Listed, Student

NOW = datetime(2023, 9, 1, 8, tzinfo=UTC)
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
    roster.take([ANNE, BORIS], NOW)
    anne = roster.find("20200001")
    assert anne is not None
    assert roster.find(" ２０２０ ０００１") == roster.find(anne.id) == anne


def test_the_rules_get_no_name_and_no_number(roster: Roster) -> None:
    roster.take([ANNE, CARLA], NOW)
    assert roster.enrolment().students == {
        roster.id_of("20200001"): Enrolled("art", "art-1"),
        roster.id_of("20200003"): Enrolled("music", None, photographed_before=True),
    }


def test_only_the_owner_may_open_the_file(roster: Roster, path: Path) -> None:
    roster.take([ANNE], NOW)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_what_another_process_takes_is_seen_at_once(roster: Roster, path: Path) -> None:
    roster.take([ANNE], NOW)
    assert names(roster.of_class("art-1")) == ["安妮"]
    Roster(path).take([ANNE, BORIS], NOW)
    assert names(roster.of_class("art-1")) == ["安妮", "鲍里斯"]


def test_a_reader_waits_while_another_thread_reads_the_file_again(
    roster: Roster, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    roster.take([ANNE], NOW)
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


def test_who_a_later_file_lacks_is_missing_and_still_expected(roster: Roster) -> None:
    roster.take([ANNE, BORIS], NOW)
    difference = roster.take([BORIS], NOW)
    assert (names(difference.missing), difference.struck) == (["安妮"], ())
    assert not any(s.struck for s in roster.students.values())


def test_whom_a_person_gives_up_by_name_is_struck_and_stands_at_the_foot(roster: Roster) -> None:
    roster.take([ANNE, BORIS], NOW)
    difference = roster.take([BORIS], NOW, strike=[roster.id_of(ANNE.number)])
    assert names(difference.struck) == ["安妮"]
    assert [(s.name, s.struck) for s in roster.students.values()] == [
        ("鲍里斯", False),
        ("安妮", True),
    ]


def test_a_file_of_one_class_says_nothing_of_another(roster: Roster) -> None:
    dora = Listed("20200004", "多拉", "art", "art-2")
    roster.take([ANNE, dora, CARLA], NOW)
    others = [roster.id_of(one.number) for one in (dora, CARLA)]
    difference = roster.take([ANNE], NOW, strike=others)
    assert (difference.missing, difference.struck) == ((), ())


def test_who_comes_back_in_a_later_file_is_no_longer_struck(roster: Roster) -> None:
    roster.take([ANNE, BORIS], NOW)
    roster.take([BORIS], NOW, strike=[roster.id_of(ANNE.number)])
    assert names(roster.take([ANNE, BORIS], NOW).changed) == ["安妮"]
    assert not any(s.struck for s in roster.students.values())


def test_facts_of_which_a_file_says_nothing_stay_as_they_are(roster: Roster) -> None:
    roster.take([CARLA], NOW)
    plain = Listed(CARLA.number, "卡拉拉", "music", None)
    roster.take([plain], NOW, unsaid=["photographed_before", "note", "elsewhere"])
    (carla,) = roster.students.values()
    assert (carla.name, carla.photographed_before, carla.note) == ("卡拉拉", True, "延读生")


def test_who_is_photographed_elsewhere_is_known_and_expected_nowhere(roster: Roster) -> None:
    roster.take([ANNE, replace(BORIS, elsewhere=True, note="休学")], NOW)
    enrolment = roster.enrolment()
    assert enrolment.of_class("art-1") == [roster.id_of(ANNE.number)]
    assert enrolment.students[roster.id_of(BORIS.number)] == Enrolled("art", None, struck=True)
    assert not roster.add("鲍里斯", BORIS.number, "art", "art-1").elsewhere


class TestTakingBack:
    def test_leaves_the_roster_as_it_was_before_the_import(self, roster: Roster) -> None:
        roster.take([ANNE, BORIS, CARLA], NOW)
        before = list(roster.students.values())
        renamed, late = replace(CARLA, name="卡拉拉"), Listed("20200005", "埃里克", "art", "art-1")
        roster.take([renamed, BORIS, late], NOW, strike=[roster.id_of(ANNE.number)])
        taken = roster.take_back(NOW)
        assert list(roster.students.values()) == before
        assert (len(taken.added), names(taken.before)) == (1, ["卡拉", "安妮"])

    def test_goes_back_import_by_import(self, roster: Roster) -> None:
        roster.take([ANNE], NOW)
        roster.take([BORIS], NOW)
        roster.take_back(NOW)
        assert names(tuple(roster.students.values())) == ["安妮"]
        roster.take_back(NOW)
        assert not roster.students
        with pytest.raises(RosterError, match="nothing_to_take_back"):
            roster.take_back(NOW)

    def test_is_possible_for_a_day(self, roster: Roster) -> None:
        roster.take([ANNE], NOW)
        assert roster.last_import(NOW + timedelta(hours=23)) is not None
        assert roster.last_import(NOW + timedelta(hours=24)) is None

    def test_keeps_whom_staff_added_since_then(self, roster: Roster) -> None:
        roster.take([ANNE], NOW)
        roster.add("鲍里斯", "20200002", "art", "art-1")
        roster.take_back(NOW)
        assert names(tuple(roster.students.values())) == ["鲍里斯"]

    def test_is_no_longer_possible_after_a_purge(self, roster: Roster, path: Path) -> None:
        roster.take([ANNE], NOW)
        roster.take([replace(ANNE, name="安妮妮")], NOW)
        roster.purge()
        assert "安妮" not in path.read_text("utf-8")
        assert roster.last_import(NOW) is None


def test_looking_at_the_difference_takes_nothing(roster: Roster) -> None:
    roster.take([ANNE], NOW)
    assert names(roster.difference([BORIS]).added) == ["鲍里斯"]
    assert names(tuple(roster.students.values())) == ["安妮"]


def test_who_is_added_by_hand_stands_at_the_foot_and_no_file_strikes_them(roster: Roster) -> None:
    roster.take([ANNE], NOW)
    added = roster.add("鲍里斯", "20200002", "art", "art-1")
    assert added.added
    assert roster.take([ANNE], NOW).struck == ()
    assert names(roster.of_class("art-1")) == ["安妮", "鲍里斯"]


def test_who_is_listed_is_not_added_again_unless_struck(roster: Roster) -> None:
    roster.take([ANNE, BORIS], NOW)
    with pytest.raises(RosterError, match="already_listed"):
        roster.add("安妮", "20200001", "art", "art-1")
    roster.take([BORIS], NOW, strike=[roster.id_of(ANNE.number)])
    assert not roster.add("安妮", "20200001", "art", "art-1").struck


class TestPurge:
    def test_leaves_no_name_and_no_number_on_the_disk(self, roster: Roster, path: Path) -> None:
        roster.take([ANNE, CARLA], NOW)
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
        roster.take([ANNE, BORIS, CARLA], NOW)
        roster.take([ANNE, CARLA], NOW)
        before = roster.enrolment().students
        roster.purge()
        assert roster.enrolment().students == before
        # An API call may still name a number; that changes no count.
        roster.id_of("20200009")
        assert roster.enrolment().students == before

    def test_begins_anew_with_the_next_file(self, roster: Roster) -> None:
        roster.take([ANNE, BORIS], NOW)
        roster.purge()
        roster.take([ANNE], NOW)
        assert list(roster.enrolment().students) == [roster.id_of(ANNE.number)]
        assert roster.purges == 1

    def test_does_away_with_a_damaged_file(self, roster: Roster, path: Path) -> None:
        roster.take([ANNE], NOW)
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
        roster.take([ANNE], NOW)
        path.write_bytes(harm(path.read_bytes()))
        late = Roster(path)
        assert (late.damaged, dict(late.students)) == (True, {})

    def test_leaves_whoever_was_read_before(self, roster: Roster, path: Path) -> None:
        roster.take([ANNE], NOW)
        assert not roster.damaged
        path.write_bytes(path.read_bytes()[:-9])
        assert (roster.damaged, names(roster.of_class("art-1"))) == (True, ["安妮"])

    def test_is_replaced_by_the_next_and_gives_the_same_ids(
        self, roster: Roster, path: Path
    ) -> None:
        roster.take([ANNE], NOW)
        before = roster.id_of(ANNE.number)
        path.write_bytes(path.read_bytes()[:-9])
        Roster(path).take([ANNE, BORIS], NOW)
        assert (roster.damaged, roster.id_of(ANNE.number)) == (False, before)
        assert names(roster.of_class("art-1")) == ["安妮", "鲍里斯"]


@property_test
@given(numbers, listings)
def test_a_number_keeps_its_id_over_every_import(
    tmp_path: Path, number: str, lines: list[Listed]
) -> None:
    roster = Roster(tmp_path / "roster.jsonl")
    before = roster.id_of(number)
    roster.take(lines, NOW)
    assert roster.id_of(number) == before


@property_test
@given(listings, listings)
def test_after_a_file_its_students_stand_first_in_its_order_and_everybody_is_expected(
    tmp_path: Path, earlier: list[Listed], later: list[Listed]
) -> None:
    roster = Roster(tmp_path / "roster.jsonl")
    roster.purge()
    roster.take(earlier, NOW)
    roster.take(later, NOW)
    everybody = list(roster.students.values())
    assert [listed(s) for s in everybody[: len(later)]] == later
    assert {s.number for s in everybody} == {line.number for line in (*earlier, *later)}
    assert not any(s.struck for s in everybody)


@property_test
@given(listings, listings)
def test_taken_back_an_import_has_never_been(
    tmp_path: Path, earlier: list[Listed], later: list[Listed]
) -> None:
    roster = Roster(tmp_path / "roster.jsonl")
    roster.purge()
    roster.take(earlier, NOW)
    before = list(roster.students.values())
    roster.take(later, NOW, strike=list(roster.students))
    roster.take_back(NOW)
    assert list(roster.students.values()) == before


@property_test
@given(listings, listings)
def test_a_difference_tells_of_each_once_and_nobody_is_lost(
    tmp_path: Path, earlier: list[Listed], later: list[Listed]
) -> None:
    roster = Roster(tmp_path / "roster.jsonl")
    roster.purge()
    roster.take(earlier, NOW)
    before = dict(roster.students)
    difference = roster.take(later, NOW)
    ids = [s.id for part in (difference.added, difference.changed, difference.unchanged)
            for s in part]  # fmt: skip
    assert sorted(ids) == sorted(roster.id_of(line.number) for line in later)
    assert not {s.id for s in difference.missing} & set(ids)
    assert roster.students.keys() == before.keys() | set(ids)
    again = roster.difference(later)
    assert (again.added, again.changed, len(again.unchanged)) == ((), (), len(later))
