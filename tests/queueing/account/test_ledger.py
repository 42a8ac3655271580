"""The account of every head: totals, reasons, money, and what is still lacking."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queueing import commands as c
from queueing.account.lacks import Lack
from queueing.account.ledger import Head, Line, ledger
from queueing.enrolment import Enrolled, Enrolment
from queueing.refusals import Refused
from queueing.ticket import COUNTED
from tests.queueing.day import Day

PAID = c.Fee(600, "wechat")


def day_with_roster(per_class: int = 30) -> Day:
    day = Day()
    day.hall.enrolment = Enrolment(
        {
            f"{planned.id}-{n}": Enrolled(day.hall.plan.college_of[planned.id].id, planned.id)
            for planned in day.hall.plan.classes.values()
            for n in range(per_class)
        }
        | {"old": Enrolled("art", None, photographed_before=True), "back": Enrolled("art", None)}
    )
    return day


def line(day: Day, class_id: str | None = "art-1") -> Line:
    return next(entry for entry in ledger(day.hall) if entry.class_id == class_id)


def shot(day: Day, number: str, photographed: int, *missed: c.Missing) -> None:
    day.do(c.CallNext, 1, ticket=number, reason="asked")
    day.do(c.Start, number)
    day.do(c.Finish, number, photographed, missed)


def lacks(day: Day, class_id: str | None = "art-1") -> list[tuple[str, int]]:
    return [(lack.what, lack.amount) for lack in line(day, class_id).lacks]


def standings(entry: Line) -> dict[str, int]:
    counts: dict[str, int] = {}
    for head in entry.heads:
        counts[head.standing] = counts.get(head.standing, 0) + 1
    return counts


def test_a_class_that_never_came_lacks_a_reason_for_every_head() -> None:
    assert lacks(Day()) == [("reason", 30)]


def test_a_reason_noted_for_a_class_that_never_came_closes_it() -> None:
    day = Day()
    day.do(c.NoteAbsent, (c.Missing("not_told", count=30),), "art-1")
    assert (line(day).absent, lacks(day)) == ({"not_told": 30}, [])


def test_a_class_that_checked_in_is_noted_by_its_ticket() -> None:
    day = Day()
    day.bring("waiting")
    assert day.refuses(c.NoteAbsent, (), "art-1") == "already_checked_in"


def test_a_class_is_closed_when_all_are_photographed_and_paid() -> None:
    day = Day()
    day.do(c.CheckIn, "art-1", 30, fee=PAID)
    shot(day, "A001", 30)
    assert (line(day).photographed, line(day).due, lacks(day)) == (30, 600, [])


def test_a_payment_is_wanted_once_the_class_is_done() -> None:
    day = Day()
    day.do(c.CheckIn, "art-1", 30)
    assert lacks(day) == [("shooting", 30)]
    shot(day, "A001", 30)
    assert lacks(day) == [("payment", 600)]


def test_a_difference_has_to_be_noted() -> None:
    day = Day()
    day.do(c.CheckIn, "art-1", 30, fee=PAID)
    shot(day, "A001", 29, c.Missing("dress", count=1))
    assert lacks(day) == [("difference", 20)]
    day.do(c.Amend, "A001", fee=c.Fee(600, "wechat", note="20 returned in cash"))
    assert lacks(day) == []


def test_the_absent_want_their_reasons() -> None:
    day = Day()
    day.do(c.CheckIn, "art-1", 28, (c.Missing("late", count=1),))
    shot(day, "A001", 28)
    assert ("reason", 1) in lacks(day)


def test_of_heads_missing_without_a_reason_nobody_can_say_who_they_are() -> None:
    day = day_with_roster()
    day.do(c.CheckIn, "art-1", 20, (c.Missing("absent", student="art-1-3"),))
    assert standings(line(day)) == {"absent": 1, "unknown": 29}
    shot(day, "A001", 20)
    assert standings(line(day)) == {"absent": 1, "unknown": 29}


def test_what_is_lacking_says_at_which_ticket_it_is_mended() -> None:
    day = day_with_roster()
    day.do(c.CheckIn, "art-1", 28, (c.Missing("absent", count=1),))
    assert line(day).lacks == (
        Lack("shooting", 28, "A001"), Lack("reason", 1, "A001"), Lack("name", 1, "A001")
    )  # fmt: skip


def test_those_who_are_photographed_already_are_no_longer_wanted_at_the_camera() -> None:
    day = Day()
    number = day.bring("shooting")
    day.do(c.Count, number, 5)
    assert lacks(day) == [("shooting", 25)]


def test_a_line_names_its_college_its_tickets_and_what_was_paid() -> None:
    day = Day()
    day.do(c.CheckIn, "art-1", 30, fee=PAID)
    entry = line(day)
    assert (entry.college_id, entry.tickets) == ("art", ("A001",))
    assert (entry.paid, entry.fees, entry.guests) == (600, (PAID,), ())


def test_every_head_says_by_which_ticket_it_is_known() -> None:
    day = day_with_roster()
    day.do(c.CheckIn, "art-1", 29, (c.Missing("absent", student="art-1-0"),))
    absent, *others = line(day).heads
    assert absent == Head("art-1-0", "absent", "absent", "A001")
    assert {head.ticket for head in others} == {"A001"}


def test_heads_of_one_reason_are_added_up_however_they_are_noted() -> None:
    day = day_with_roster()
    gone = (c.Missing("absent", student="art-1-0"), c.Missing("absent", count=2))
    day.do(c.CheckIn, "art-1", 27, gone)
    assert line(day).absent == {"absent": 3}


def test_a_head_too_many_leaves_it_unknown_whom_a_number_speaks_of() -> None:
    day = day_with_roster()
    day.do(c.CheckIn, "art-1", 30, (c.Missing("absent", count=1),))
    shot(day, "A001", 30)
    assert (standings(line(day)), line(day).extra) == ({"unknown": 30}, 1)


def test_an_unnamed_latecomer_is_one_of_the_absent_before_one_of_the_missed() -> None:
    day = Day()
    day.do(c.CheckIn, "art-1", 29, (c.Missing("not_told", count=1),))
    shot(day, "A001", 28, c.Missing("late", count=1))
    day.do(c.CheckInWalkIn, "late", "art", 1, "art-1")
    assert (line(day).absent, line(day).missed) == ({}, {"late": 1})


def test_who_came_before_the_class_may_be_one_whom_it_missed() -> None:
    day = Day()
    day.do(c.CheckInWalkIn, "late", "art", 1, "art-1")
    day.do(c.CheckIn, "art-1", 30)
    shot(day, "A001", 29, c.Missing("late", count=1))
    assert (line(day).missed, line(day).extra) == ({}, 0)


def test_an_unnamed_latecomer_is_nobody_who_was_noted_by_name() -> None:
    day = day_with_roster()
    day.do(c.CheckIn, "art-1", 29, (c.Missing("absent", student="art-1-0"),))
    day.do(c.CheckInWalkIn, "late", "art", 1, "art-1")
    assert (line(day).absent, line(day).extra) == ({"absent": 1}, 1)


def test_a_named_walk_in_goes_to_the_line_of_the_class_that_the_roster_knows() -> None:
    day = day_with_roster()
    day.do(c.CheckInWalkIn, "late", "art", 1, student="art-1-0")
    entry = line(day)
    assert entry.heads[0] == Head("art-1-0", "pending", ticket="W001")
    assert (entry.tickets, entry.guests) == (("W001",), ())


def test_a_held_back_student_fills_no_place_of_the_class() -> None:
    day = Day()
    day.do(c.CheckIn, "art-1", 29)
    day.do(c.CheckInWalkIn, "held_back", "art", 1, "art-1")
    assert (line(day).extra, line(day).unexplained) == (1, 1)


def test_a_named_walk_in_whom_a_later_roster_lacks_fills_no_place_of_the_class() -> None:
    day = Day()
    day.do(c.CheckIn, "art-1", 29)
    day.do(c.CheckInWalkIn, "late", "art", 1, "art-1", student="stranger")
    day.hall.enrolment = day_with_roster().hall.enrolment
    assert (line(day).extra, line(day).unexplained) == (1, 1)
    assert line(day).guests == (Head("stranger", "pending", ticket="W001"),)


def test_a_guest_who_is_missed_is_no_guest_and_a_head_beyond_the_roll() -> None:
    day = Day()
    day.do(c.CheckIn, "art-1", 30)
    day.do(c.CheckInWalkIn, "held_back", "art", 1, "art-1", student="stranger")
    shot(day, "W001", 0, c.Missing("dress", count=1))
    entry = line(day)
    assert (entry.guests, entry.extra, entry.missed) == ((), 1, {"dress": 1})


def test_who_was_absent_and_moved_by_a_new_roster_is_known_by_number_only() -> None:
    day = day_with_roster()
    day.do(c.CheckIn, "art-1", 29, (c.Missing("absent", student="art-1-0"),))
    moved = {"art-1-0": Enrolled("art", "art-2")}
    day.hall.enrolment = Enrolment(day.hall.enrolment.students | moved)
    assert (lacks(day), standings(line(day))) == (
        [("shooting", 29), ("name", 1)], {"unknown": 29}
    )  # fmt: skip


def test_heads_beyond_the_roll_are_told_apart() -> None:
    day = Day()
    day.do(c.CheckIn, "art-1", 32)
    assert (line(day).expected, line(day).extra, line(day).pending) == (30, 2, 32)


def test_a_latecomer_goes_back_to_the_class_s_line() -> None:
    day = Day()
    day.do(c.CheckIn, "art-1", 28, (c.Missing("absent", count=1), c.Missing("late", count=1)))
    shot(day, "A001", 28)
    day.do(c.CheckInWalkIn, "late", "art", 1, "art-1")
    shot(day, "W001", 1)
    assert (line(day).photographed, line(day).absent) == (29, {"absent": 1})


def test_what_a_latecomer_owes_is_asked_at_the_latecomer_s_ticket() -> None:
    day = Day()
    day.do(c.CheckIn, "art-1", 29, (c.Missing("late", count=1),), fee=c.Fee(580, "wechat"))
    shot(day, "A001", 29)
    day.do(c.CheckInWalkIn, "late", "art", 1, "art-1")
    shot(day, "W001", 1)
    (lack,) = line(day).lacks
    assert (lack.what, lack.amount, lack.ticket) == ("payment", 20, "W001")


def test_a_retake_is_neither_counted_nor_paid_again() -> None:
    day = Day()
    day.do(c.CheckIn, "art-1", 30, fee=PAID)
    shot(day, "A001", 30)
    day.do(c.CheckInWalkIn, "retake", "art", 1, "art-1")
    shot(day, "W001", 1)
    assert (line(day).photographed, lacks(day)) == (30, [])


def test_a_named_student_is_absent_with_a_reason_and_the_others_are_photographed() -> None:
    day = day_with_roster()
    day.do(c.CheckIn, "art-1", 29, (c.Missing("absent", student="art-1-3"),), fee=PAID)
    shot(day, "A001", 29)
    entry = line(day)
    assert standings(entry) == {"photographed": 29, "absent": 1}
    assert entry.heads[3].reason == "absent"


def test_heads_noted_by_number_leave_it_unknown_whose_they_are() -> None:
    day = day_with_roster()
    day.do(c.CheckIn, "art-1", 29, (c.Missing("absent", count=1),), fee=c.Fee(580, "cash"))
    shot(day, "A001", 29)
    assert (standings(line(day)), lacks(day)) == ({"unknown": 30}, [("name", 1)])


def test_a_student_missed_for_dress_who_comes_back_is_photographed() -> None:
    day = day_with_roster()
    day.do(c.CheckIn, "art-1", 30, fee=PAID)
    shot(day, "A001", 29, c.Missing("dress", student="art-1-0"))
    day.do(c.CheckInWalkIn, "late", "art", 1, "art-1", student="art-1-0")
    shot(day, "W001", 1)
    assert (standings(line(day)), lacks(day)) == ({"photographed": 30}, [])


def test_a_named_latecomer_who_is_missed_again_is_missed_with_the_last_reason() -> None:
    day = day_with_roster()
    day.do(c.CheckIn, "art-1", 29, (c.Missing("late", student="art-1-0"),), fee=c.Fee(580, "cash"))
    shot(day, "A001", 29)
    day.do(c.CheckInWalkIn, "late", "art", 1, "art-1", student="art-1-0")
    shot(day, "W001", 0, c.Missing("dress", count=1))
    entry = line(day)
    assert (entry.heads[0].standing, entry.heads[0].reason) == ("missed", "dress")
    assert (entry.absent, lacks(day)) == ({}, [])


def test_a_held_back_student_without_a_class_is_accounted_for_by_the_college() -> None:
    day = day_with_roster()
    day.do(c.CheckInWalkIn, "held_back", "art", 1, student="back")
    shot(day, "W001", 1)
    assert standings(line(day, None)) == {"unknown": 1, "photographed": 1}


def test_those_of_no_class_who_never_came_want_a_reason_too() -> None:
    day = day_with_roster()
    assert lacks(day, None) == [("reason", 2)]
    away = c.Missing("absent", student="back"), c.Missing("photographed_before", student="old")
    day.do(c.NoteAbsent, away, college_id="art")
    assert (standings(line(day, None)), lacks(day, None)) == ({"absent": 2}, [])


def test_nobody_of_a_class_is_noted_among_those_of_none() -> None:
    day = day_with_roster()
    with pytest.raises(Refused, match="unknown_student"):
        day.do(c.NoteAbsent, (c.Missing("absent", student="art-1-0"),), college_id="art")


def test_a_finished_class_s_count_is_corrected_as_a_whole() -> None:
    day = day_with_roster()
    day.do(c.CheckIn, "art-1", 30, fee=PAID)
    shot(day, "A001", 29, c.Missing("dress", count=1))
    named = (c.Missing("no_code", student="art-1-5"),)
    assert day.refuses(c.Amend, "A001", photographed=30, missed=named) == "heads_mismatch"
    day.do(c.Amend, "A001", missed=named)
    assert standings(line(day)) == {"photographed": 29, "missed": 1}
    day.do(c.Amend, "A001", photographed=30, missed=())
    assert standings(line(day)) == {"photographed": 30}


def test_a_count_is_not_corrected_before_the_end() -> None:
    day = Day()
    number = day.bring("shooting")
    assert day.refuses(c.Amend, number, photographed=3) == "illegal_transition"


def test_the_held_back_who_were_photographed_before_are_not_eligible() -> None:
    day = day_with_roster()
    refused = day.refuses(c.CheckInWalkIn, "held_back", "art", 1, student="old")
    assert refused == "not_eligible"


def test_a_held_back_student_beside_a_class_leaves_its_names_known() -> None:
    day = day_with_roster()
    day.do(c.CheckIn, "art-1", 30, fee=c.Fee(620, "wechat"))
    shot(day, "A001", 30)
    day.do(c.CheckInWalkIn, "held_back", "art", 1, "art-1")
    shot(day, "W001", 1)
    entry = line(day)
    assert (standings(entry), entry.extra, lacks(day)) == ({"photographed": 30}, 1, [])


def test_of_a_class_at_the_camera_nobody_can_say_who_is_done() -> None:
    day = day_with_roster()
    day.bring("shooting")
    assert standings(line(day)) == {"pending": 30}
    day.do(c.Count, "A001", 5)
    assert standings(line(day)) == {"unknown": 30}


def test_a_named_walk_in_whom_no_roster_lists_is_the_class_s_guest() -> None:
    day = Day()
    day.do(c.CheckInWalkIn, "late", "design", 1, "design-1", student="back")
    guests = [(head.student, head.standing) for head in line(day, "design-1").guests]
    assert guests == [("back", "pending")]


def test_a_latecomer_of_a_class_that_never_came_leaves_its_reasons_to_be_noted() -> None:
    day = Day()
    day.do(c.CheckInWalkIn, "late", "art", 1, "art-1")
    shot(day, "W001", 1)
    reason, payment = line(day).lacks
    assert (reason.what, reason.amount, reason.ticket) == ("reason", 29, None)
    assert (payment.what, payment.ticket) == ("payment", "W001")
    day.do(c.NoteAbsent, (c.Missing("not_told", count=30),), "art-1")
    day.do(c.Amend, "W001", fee=c.Fee(20, "cash"))
    # Of thirty that were noted the latecomer is one no more.
    assert (line(day).absent, lacks(day)) == ({"not_told": 29}, [])


def test_nobody_is_photographed_for_another_college_or_class() -> None:
    day = day_with_roster()
    with pytest.raises(Refused, match="unknown_student"):
        day.do(c.CheckInWalkIn, "late", "design", 1, student="art-1-0")
    with pytest.raises(Refused, match="unknown_student"):
        day.do(c.CheckInWalkIn, "late", "art", 1, "art-2", student="art-1-0")


def test_who_is_present_with_the_class_is_no_latecomer_of_it() -> None:
    day = day_with_roster()
    day.do(c.CheckIn, "art-1", 30)
    refused = day.refuses(c.CheckInWalkIn, "late", "art", 1, "art-1", student="art-1-0")
    assert refused == "already_checked_in"


def test_who_was_absent_cannot_be_taken_again() -> None:
    day = day_with_roster()
    day.do(c.CheckIn, "art-1", 29, (c.Missing("absent", student="art-1-0"),))
    refused = day.refuses(c.CheckInWalkIn, "retake", "art", 1, "art-1", student="art-1-0")
    assert refused == "heads_mismatch"


def test_a_class_goes_on_although_a_new_roster_moved_one_of_its_absent() -> None:
    day = day_with_roster()
    day.do(c.CheckIn, "art-1", 29, (c.Missing("absent", student="art-1-0"),))
    moved = {"art-1-0": Enrolled("art", "art-2")}
    day.hall.enrolment = Enrolment(day.hall.enrolment.students | moved)
    day.do(c.Amend, "A001", fee=PAID)
    shot(day, "A001", 29)


def test_a_note_speaks_only_of_the_heads_it_was_written_for() -> None:
    day = Day()
    day.do(c.CheckIn, "art-1", 30, fee=c.Fee(580, "wechat", note="one pays later"))
    shot(day, "A001", 2, c.Missing("dress", count=28))
    assert lacks(day) == [("difference", 540)]


def test_a_note_of_the_class_does_not_excuse_a_latecomer_who_has_not_paid() -> None:
    day = Day()
    absent = (c.Missing("late", count=1),)
    day.do(c.CheckIn, "art-1", 29, absent, fee=c.Fee(560, "wechat", note="one pays later"))
    shot(day, "A001", 29)
    day.do(c.CheckInWalkIn, "late", "art", 1, "art-1")
    shot(day, "W001", 1)
    assert lacks(day) == [("payment", 20)]


def test_nobody_gets_two_tickets() -> None:
    day = day_with_roster()
    day.do(c.CheckInWalkIn, "held_back", "art", 1, student="back")
    refused = day.refuses(c.CheckInWalkIn, "late", "art", 1, student="back")
    assert refused == "already_checked_in"


def test_one_student_is_one_head() -> None:
    day = day_with_roster()
    refused = day.refuses(c.CheckInWalkIn, "held_back", "art", 2, student="back")
    assert refused == "heads_mismatch"


def test_a_student_of_another_class_cannot_be_absent_from_this_one() -> None:
    day = day_with_roster()
    with pytest.raises(Refused, match="unknown_student"):
        day.do(c.CheckIn, "art-1", 29, (c.Missing("absent", student="art-2-0"),))


def test_nobody_is_both_absent_and_missed() -> None:
    day = day_with_roster()
    gone = c.Missing("absent", student="art-1-0")
    day.do(c.CheckIn, "art-1", 29, (gone,))
    day.do(c.CallNext, 1)
    day.do(c.Start, "A001")
    assert day.refuses(c.Finish, "A001", 28, (gone,)) == "heads_mismatch"


def test_a_class_cannot_miss_more_than_it_has() -> None:
    day = Day()
    refused = day.refuses(c.CheckIn, "art-1", 5, (c.Missing("absent", count=31),))
    assert refused == "heads_mismatch"


def test_no_more_can_be_ready_than_are_present() -> None:
    refused = Day().refuses(c.CheckIn, "art-1", 20, ready=c.Ready(code=21))
    assert refused == "heads_mismatch"


def test_a_struck_student_stays_in_a_class_that_has_checked_in() -> None:
    day = day_with_roster()
    day.hall.enrolment = Enrolment(
        day.hall.enrolment.students | {"art-1-0": Enrolled("art", "art-1", struck=True)}
    )
    assert day.hall.expected("art-1") == 29
    day.do(c.CheckIn, "art-1", 30)
    assert day.hall.expected("art-1") == 30


REASONS = st.sampled_from(["absent", "late", "dress"])
STUDENTS = st.integers(0, 29)
KINDS = st.sampled_from(["late", "held_back", "retake"])
WALK_INS = st.sampled_from(["back", "old", "art-1-0", "design-1-0"])


@st.composite
def histories(draw: st.DrawFn) -> Day:
    """A day of random wishes; those that the rules refuse leave no trace."""
    day = day_with_roster() if draw(st.booleans()) else Day()
    classes = ["art-1", "art-2", "design-1"]
    tickets = ["A001", "A002", "A003", "B001", "W001", "W002", "W003"]
    for _ in range(draw(st.integers(0, 40))):
        class_id, number = draw(st.sampled_from(classes)), draw(st.sampled_from(tickets))
        named = draw(st.booleans())
        reason, count = draw(REASONS), draw(st.integers(1, 4))
        student = f"{class_id}-{draw(STUDENTS)}"
        missing = c.Missing(reason, student=student) if named else c.Missing(reason, count=count)
        present = day.hall.tickets[number].present if number in day.hall.tickets else 1
        if draw(st.booleans()):
            # By single commands few tickets would get as far as the camera.
            gone = draw(st.integers(0, min(present, 2)))
            with suppress(Refused):
                shot(day, number, present - gone, *[c.Missing(reason, count=gone)] * bool(gone))
            continue
        wishes = [
            (c.CheckIn, (class_id, draw(st.integers(1, 32)), (missing,)), {}),
            (c.CheckIn, (class_id, 30 - missing.heads, (missing,)), {"fee": PAID}),
            (c.CheckInWalkIn, ("late", class_id[:-2], 1, class_id), {"student": student}),
            (c.CheckInWalkIn, (draw(KINDS), class_id[:-2], 2), {}),
            (c.CheckInWalkIn, (draw(KINDS), class_id[:-2], 1, class_id), {}),
            (c.CheckInWalkIn, (draw(KINDS), class_id[:-2], 1), {"student": draw(WALK_INS)}),
            (c.CheckInWalkIn, ("late", class_id[:-2], 1, class_id), {"student": draw(WALK_INS)}),
            (c.NoteAbsent, ((missing,), class_id), {}),
            (c.NoteAbsent, ((missing,),), {"college_id": class_id[:-2]}),
            (c.CallNext, (draw(st.integers(1, 2)),), {}),
            (c.Start, (number,), {}),
            (c.Count, (number, 1), {}),
            (c.Finish, (number, present), {}),
            (c.Finish, (number, max(present - missing.heads, 0), (missing,)), {}),
            (c.Finish, (number, 0, (c.Missing(reason, count=present),)), {}),
            (c.Hold, (number,), {}),
            (c.Resume, (number,), {}),
            (c.Cancel, (number,), {}),
            (c.MarkNoShow, (number,), {}),
            (c.Amend, (number,), {"present": draw(st.integers(1, 40))}),
            (c.Amend, (number,), {"absent": (missing,)}),
            (c.Undo, (max(day.hall.version, 1),), {}),
        ]
        kind, args, fields = draw(st.sampled_from(wishes))
        with suppress(Refused):
            day.do(kind, *args, **fields)
    return day


@given(histories())
def test_the_ledger_agrees_with_the_log_whatever_happened(day: Day) -> None:
    lines = ledger(day.hall)
    counted = [t for t in day.hall.tickets.values() if t.kind in COUNTED and t.state != "cancelled"]
    assert sum(entry.photographed for entry in lines) == sum(t.photographed for t in counted)
    assert sorted(n for entry in lines for n in entry.tickets) == sorted(t.number for t in counted)
    for entry in lines:
        assert entry.due == entry.photographed * day.hall.plan.body.fee_yuan
        missing = sum(entry.absent.values()) + sum(entry.missed.values())
        heads = entry.photographed + entry.pending + missing + entry.unexplained
        assert heads == entry.expected + entry.extra
        students = [head.student for head in entry.heads]
        members = day.hall.members(entry.class_id) if entry.class_id else students
        assert sorted(students) == sorted(members)
        # What is said of students by name never exceeds what is said of heads by number.
        counts = standings(entry)
        assert counts.get("photographed", 0) <= entry.photographed
        assert counts.get("missed", 0) <= sum(entry.missed.values())
        assert counts.get("absent", 0) <= sum(entry.absent.values())
    on_lines = [head.student for entry in lines for head in entry.heads]
    here = [s for s, e in day.hall.enrolment.students.items() if e.college_id in ("art", "design")]
    assert sorted(on_lines) == sorted(here)
