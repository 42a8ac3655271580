"""The kiosk in every state, at every size: nothing lies over anything else, nothing is cut off."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

FITS = (Path(__file__).parent / "kiosk_fits.js").read_text("utf-8")
SIZES = [(1280, 800), (1180, 820), (1024, 768), (820, 1180)]


@pytest.mark.parametrize("large", [False, True], ids=["", "large"])
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_every_state_has_room(kiosk: Page, width: int, height: int, large: bool) -> None:
    kiosk.set_viewport_size({"width": width, "height": height})
    assert kiosk.evaluate(FITS, {"large": large}) == {}


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_forty_classes_need_no_scroll(kiosk: Page, width: int, height: int) -> None:
    kiosk.set_viewport_size({"width": width, "height": height})
    kiosk.evaluate(FITS, {"large": False, "only": "40 classes"})
    assert kiosk.locator(".groups").evaluate("e => e.scrollHeight <= e.clientHeight")
