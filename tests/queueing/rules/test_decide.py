"""What each command leads to, and what it needs."""

import pytest

from queueing import commands as c
from queueing import events as e
from queueing.enrolment import Enrolled, Enrolment
from queueing.refusals import Rejected, Unknown
from tests.queueing.day import Day


@pytest.fixture
def day() -> Day:
    return Day()


def test_numbers_count_up_by_college_and_walk_ins_have_their_own(day: Day) -> None:
    day.do(c.CheckIn, "art-1", 30)
    day.do(c.CheckIn, "design-1", 25)
    day.do(c.CheckIn, "art-2", 30)
    day.do(c.CheckInWalkIn, "late", "art", 2)
    assert list(day.hall.tickets) == ["A001", "B001", "A002", "W001"]


def test_a_number_is_not_reused_after_cancel(day: Day) -> None:
    day.do(c.Cancel, day.bring("waiting"))
    day.do(c.CheckIn, "art-1", 30)
    assert day.state("A001") == "cancelled"
    assert day.state("A002") == "waiting"


def test_a_number_is_not_reused_after_undo(day: Day) -> None:
    day.bring("waiting")
    day.do(c.Undo, 1)
    day.do(c.CheckIn, "art-1", 30)
    assert list(day.hall.tickets) == ["A002"]


def test_phone_tokens_differ_and_need_the_secret(day: Day) -> None:
    day.do(c.CheckIn, "art-1", 30)
    day.do(c.CheckIn, "art-2", 30)
    tokens = {ticket.token for ticket in day.hall.tickets.values()}
    assert len(tokens) == 2
    assert all(len(token) == 16 for token in tokens)
    other = Day()
    other.hall.secret = b"another"
    other.do(c.CheckIn, "art-1", 30)
    assert other.hall.tickets["A001"].token not in tokens


@pytest.mark.parametrize("class_id", ["nowhere", "music-1"])
def test_a_class_unknown_at_this_venue_is_not_checked_in(day: Day, class_id: str) -> None:
    with pytest.raises(Unknown) as refusal:
        day.do(c.CheckIn, class_id, 30)
    assert refusal.value.code == "unknown_class"


def test_a_walk_in_names_a_college_of_this_venue_and_a_class_of_that_college(day: Day) -> None:
    with pytest.raises(Unknown, match="unknown_college"):
        day.do(c.CheckInWalkIn, "late", "music", 1)
    with pytest.raises(Unknown, match="unknown_class"):
        day.do(c.CheckInWalkIn, "late", "art", 1, class_id="design-1")


def test_call_next_needs_somebody_waiting(day: Day) -> None:
    assert day.refuses(c.CallNext, 1) == "nothing_waiting"


def test_a_busy_station_calls_nobody(day: Day) -> None:
    day.bring("called")
    day.do(c.CheckIn, "art-2", 30)
    assert day.refuses(c.CallNext, 1) == "station_busy"


@pytest.mark.parametrize("state", ["paused", "closed"])
def test_only_an_open_station_calls(day: Day, state: str) -> None:
    day.do(c.CheckIn, "art-1", 30)
    day.do(c.SetStation, 1, state)
    assert day.refuses(c.CallNext, 1) == "station_closed"


def test_an_unknown_station_or_ticket_is_said_to_be_unknown(day: Day) -> None:
    with pytest.raises(Unknown, match="unknown_station"):
        day.do(c.CallNext, 9)
    with pytest.raises(Unknown, match="unknown_ticket"):
        day.do(c.Recall, "A001")


def test_a_button_that_names_another_calls_nobody(day: Day) -> None:
    day.do(c.CheckIn, "art-1", 30)
    assert day.refuses(c.CallNext, 1, expects="A009") == "changed"
    assert day.do(c.CallNext, 1, expects="A001") == (e.Called("A001", 1),)


def test_calling_out_of_order_keeps_its_reason(day: Day) -> None:
    day.do(c.CheckIn, "art-1", 30)
    day.do(c.CheckIn, "art-2", 30)
    assert day.do(c.CallNext, 1, ticket="A002", reason="train") == (e.Called("A002", 1, "train"),)


def test_heads_counted_never_exceed_those_present(day: Day) -> None:
    number = day.bring("shooting")
    assert day.refuses(c.Count, number, 31) == "heads_mismatch"


def test_finishing_accounts_for_every_head(day: Day) -> None:
    number = day.bring("shooting")
    assert day.refuses(c.Finish, number, 28) == "heads_mismatch"
    missed = (c.Missing("absent", count=1), c.Missing("dress", student="s1"))
    day.do(c.Finish, number, 28, missed)
    assert day.hall.tickets[number].missed == missed


def test_heads_counted_are_kept_while_held(day: Day) -> None:
    number = day.bring("shooting")
    day.do(c.Count, number, 12)
    day.do(c.Hold, number)
    day.do(c.Resume, number)
    assert day.hall.tickets[number].photographed == 12


def test_a_transfer_needs_another_open_free_station(day: Day) -> None:
    number = day.bring("called")
    assert day.refuses(c.Transfer, number, 1) == "station_busy"
    assert day.refuses(c.Transfer, number, 3) == "station_closed"
    day.do(c.Transfer, number, 2)
    assert day.hall.at_station == {2: number}


def called_to_both(day: Day) -> tuple[str, str]:
    """Call a class to each of the first two stations."""
    first, second = day.bring_waiting("art-1"), day.bring_waiting("art-2")
    day.do(c.CallNext, 1)
    day.do(c.CallNext, 2)
    return first, second


def test_two_tickets_swap_their_stations(day: Day) -> None:
    first, second = called_to_both(day)
    day.do(c.Swap, first, second)
    assert day.hall.at_station == {1: second, 2: first}
    assert [day.hall.tickets[n].station for n in (first, second)] == [2, 1]


def test_a_swap_is_undone(day: Day) -> None:
    first, second = called_to_both(day)
    day.do(c.Swap, first, second)
    day.do(c.Undo, day.hall.version)
    assert day.hall.at_station == {1: first, 2: second}


def test_a_call_is_not_undone_once_the_other_has_swapped_with_it(day: Day) -> None:
    first, second = called_to_both(day)
    day.do(c.Swap, first, second)
    assert day.refuses(c.Undo, day.hall.version - 1) == "cannot_undo"


def test_a_ticket_swaps_with_another_that_is_at_a_station(day: Day) -> None:
    first = day.bring("called")
    waiting = day.bring_waiting("art-2")
    assert day.refuses(c.Swap, first, waiting) == "illegal_transition"
    assert day.refuses(c.Swap, first, first) == "illegal_transition"


def test_a_paused_station_keeps_its_ticket(day: Day) -> None:
    number = day.bring("shooting")
    day.do(c.SetStation, 1, "paused")
    assert day.hall.at_station == {1: number}


def test_amending_corrects_only_what_it_names(day: Day) -> None:
    number = day.bring("waiting")
    day.do(c.Amend, number, fee=c.Fee(600, "wechat"))
    day.do(c.Amend, number, present=28)
    ticket = day.hall.tickets[number]
    assert (ticket.present, ticket.fee) == (28, c.Fee(600, "wechat"))


def test_amending_the_class_moves_the_ticket_to_it(day: Day) -> None:
    number = day.bring("waiting")
    day.do(c.Amend, number, class_id="art-2")
    assert day.hall.checked_in == {"art-2": number}
    with pytest.raises(Unknown, match="unknown_class"):
        day.do(c.Amend, number, class_id="design-1")


def test_amending_to_a_class_already_there_is_refused(day: Day) -> None:
    number = day.bring("waiting")
    day.do(c.CheckIn, "art-2", 30)
    assert day.refuses(c.Amend, number, class_id="art-2") == "already_checked_in"


def test_heads_shot_already_cannot_be_amended_away(day: Day) -> None:
    number = day.bring("shooting")
    day.do(c.Count, number, 20)
    assert day.refuses(c.Amend, number, present=19) == "heads_mismatch"


def test_cancelling_a_walk_in_leaves_its_class_checked_in(day: Day) -> None:
    day.bring("waiting")
    day.do(c.CheckInWalkIn, "late", "art", 1, class_id="art-1")
    day.do(c.Cancel, "W001")
    assert day.refuses(c.CheckIn, "art-1", 30) == "already_checked_in"


def test_calling_out_of_order_needs_its_reason(day: Day) -> None:
    with pytest.raises(ValueError, match="reason"):
        c.CallNext(1, id="a", venue="east", ticket="A001")


def test_an_amendment_of_nothing_is_refused(day: Day) -> None:
    with pytest.raises(ValueError, match="nothing"):
        c.Amend("A001", id="a", venue="east")


def test_only_an_unconfirmed_slip_is_confirmed(day: Day) -> None:
    number = day.bring("waiting")
    assert day.refuses(c.ConfirmSlip, number) == "illegal_transition"


def test_a_reprint_owes_one_more_copy(day: Day) -> None:
    number = day.bring("waiting")
    day.do(c.Reprint, number)
    slip = day.hall.tickets[number].slip
    assert (slip.state, slip.copy) == ("owed", 1)


def test_an_empty_announcement_takes_the_last_away(day: Day) -> None:
    day.do(c.Announce, "Lunch")
    assert day.hall.announcement == e.Announced("Lunch")
    day.do(c.Announce, "")
    assert day.hall.announcement is None


def test_paper_is_confirmed_once_it_is_not_sure_that_it_came(day: Day) -> None:
    number = day.bring("waiting")
    with pytest.raises(Rejected) as refusal:
        day.do(c.ConfirmSlip, number)
    assert refusal.value.details == {"reason": "illegal_transition", "state": "owed"}
    day.add(e.SlipUnconfirmed(number, "not_composed"))
    assert day.do(c.ConfirmSlip, number) == (e.SlipConfirmed(number),)
    assert day.hall.tickets[number].slip.state == "confirmed"


def test_who_was_at_the_head_and_missed_returns_behind_others_on_time(day: Day) -> None:
    number = day.bring("called")
    day.do(c.Return, number)
    for class_id in ("art-2", "art-3"):
        day.do(c.CheckIn, class_id, 30)
    day.do(c.CallNext, 1)
    day.do(c.MarkNoShow, number)
    assert day.do(c.Return, number) == (e.Returned(number, None, "A003"),)


def test_more_of_no_class_cannot_be_absent_than_there_are(day: Day) -> None:
    day.hall.enrolment = Enrolment({"x": Enrolled("art", None)})
    with pytest.raises(Rejected) as refusal:
        day.do(c.NoteAbsent, (c.Missing("late", count=2),), college_id="art")
    assert refusal.value.details == {"reason": "heads_mismatch", "expected": 1}


def test_a_ticket_is_not_amended_to_a_class_of_another_college(day: Day) -> None:
    number = day.bring("waiting")
    with pytest.raises(Unknown) as refusal:
        day.do(c.Amend, number, class_id="design-1")
    assert (refusal.value.code, refusal.value.details) == ("unknown_class", {"name": "design-1"})
