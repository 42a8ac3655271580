"""The oldest browsers that each page works in: `make check` holds its files to them.

The phone page meets what students carry (WeChat's engine, an iPhone 6), the wall what televisions
have, the kiosk and the staff's pages the tablets and old PCs of a school.
"""

from typing import NamedTuple


class Floor(NamedTuple):
    """The first versions of Chrome and of Safari that a page is written for."""

    chrome: float
    safari: float

    def __str__(self) -> str:
        """Name them, as in "Chrome 80, Safari 13.1"."""
        return f"Chrome {self.chrome:g}, Safari {self.safari:g}"


PHONE = Floor(69, 12)
WALL = Floor(68, 12)
TABLET = Floor(80, 13.1)

# A page's modules lie in static/js/<name>/, its stylesheets are listed in <name>.html.
FLOORS = {"phone": PHONE, "withdrawn": PHONE, "wall": WALL}


def floor(page: str) -> Floor:
    """Return a page's floor, by the name of its template or of its folder of modules."""
    return FLOORS.get(page, TABLET)
