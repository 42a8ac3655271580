"""Find late elements and attributes in markup."""

import re
from collections.abc import Iterator

from scripts import features
from web.floors import Floor


def late_markup(text: str) -> Iterator[tuple[int, str, Floor]]:
    """Yield line, feature and first versions of every late element and attribute."""
    for number, line in enumerate(text.splitlines(), start=1):
        for pattern, needs in features.MARKUP.items():
            if found := re.search(pattern, line):
                yield number, found[0], needs
