from collections.abc import Callable, Iterator

import pytest

from journal.log import Journal
from journal.store import connect
from printer.device.timeouts import TIMEOUTS, Timeouts
from printer.slip.typeface import Typeface
from tests.printer.helpers import EVERYTHING, FONTS, WIDE, Recorder, Shop, plan


@pytest.fixture(scope="session")
def face() -> Typeface:
    return Typeface(FONTS)


@pytest.fixture
def open_shop(store_url: str, face: Typeface) -> Iterator[Callable[..., Shop]]:
    """Open a shop whose printer answers what is named."""
    shops: list[Shop] = []
    with connect(store_url) as client:

        def opened(*answers: str, timeouts: Timeouts = TIMEOUTS) -> Shop:
            # The printer's thread draws too, with letters of its own.
            recorder = Recorder(WIDE, Typeface(FONTS), frozenset(answers))
            shops.append(Shop(Journal(client, "yungu"), face, recorder, plan(), timeouts))
            return shops[-1]

        yield opened
        for shop in shops:
            shop.switch_off()
            shop.printer.close()


@pytest.fixture
def shop(open_shop: Callable[..., Shop]) -> Shop:
    return open_shop(*EVERYTHING)
