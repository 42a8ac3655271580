"""Processes beside the server are started again."""

from server.children import CHECK_S, FIRST_PAUSE_S, LONGEST_PAUSE_S, ChildProcess


def test_one_that_keeps_dying_is_left_longer_each_time() -> None:
    slept: list[float] = []
    child = ChildProcess("no_such_module", [], slept.append)
    while LONGEST_PAUSE_S not in slept:
        child.keep()
    pauses = [seconds for seconds in slept if seconds != CHECK_S]
    assert pauses == [FIRST_PAUSE_S, 0.4, 0.8, 1.6, LONGEST_PAUSE_S]
    child.stop()
