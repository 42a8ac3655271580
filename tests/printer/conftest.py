from collections.abc import Callable, Iterator

import pytest

from journal.log import Journal
from journal.store import connect
from printer.device.timeouts import TIMEOUTS, Timeouts
from printer.slip.typeface import Typeface
from tests.printer.helpers import EVERYTHING, FONTS, WIDE, Recorder, Rig, plan


@pytest.fixture(scope="session")
def face() -> Typeface:
    return Typeface(FONTS)


@pytest.fixture
def open_rig(store_url: str, face: Typeface) -> Iterator[Callable[..., Rig]]:
    """Return a function that makes a rig whose printer replies to what it is called with."""
    rigs: list[Rig] = []
    with connect(store_url) as client:

        def opened(*replies_to: str, timeouts: Timeouts = TIMEOUTS) -> Rig:
            # The printer's thread draws too, with a typeface of its own.
            recorder = Recorder(WIDE, Typeface(FONTS), frozenset(replies_to))
            rigs.append(Rig(Journal(client, "yungu"), face, recorder, plan(), timeouts))
            return rigs[-1]

        yield opened
        for rig in rigs:
            rig.switch_off()
            rig.printer.close()


@pytest.fixture
def rig(open_rig: Callable[..., Rig]) -> Rig:
    return open_rig(*EVERYTHING)
