"""Who asks too often is told so, until the window is over."""

from live.allowance import Allowance


def test_each_asker_has_an_allowance_of_their_own_that_comes_back() -> None:
    seconds = [0.0]
    allowance = Allowance(2, 10.0, lambda: seconds[0])
    assert [allowance.takes("a") for _ in range(3)] == [True, True, False]
    assert allowance.takes("b")
    seconds[0] = 10.0
    assert allowance.takes("a")


def test_who_left_is_forgotten() -> None:
    allowance = Allowance(1, 10.0, lambda: 0.0)
    allowance.takes("a")
    allowance.forget("a")
    assert allowance.takes("a")
