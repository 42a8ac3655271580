"""Normalise text as people type it."""

import re
import unicodedata

# Zero-width characters and the byte order mark, which spreadsheets contain unseen; controls,
# bidirectional controls, and noncharacters (Unicode 23.7). Line breaks count as space.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufdd0-\ufdef\ufeff\ufff9-\ufffb"
    f"{''.join(chr(plane << 16 | end) for plane in range(17) for end in (0xFFFE, 0xFFFF))}]"
)
# Compatibility ideographs stay as they are: some people write their name with them.
_ORDINARY = re.compile("[^\uf900-\ufaff\U0002f800-\U0002fa1f]+")
# Letters and figures of full width, and the radicals that a PDF has for hanzi of the same shape.
_OTHER_FORMS = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u2e80-\u2fdf]")
# What people write between the parts of a name or number: the dots of minority names in all their
# forms (NFKC makes ˙ a space and U+0307), spaces, hyphens.
BETWEEN = r"[\s._\-‐-―−·•‧∙⋅・●▪˙\u0307。、∘◦⚫⦁⸱⸳ꞏᐧ]"
_ALL_BETWEEN = re.compile(BETWEEN)
_SPACE_BESIDE_HANZI = re.compile(r"(?<=[\u2e80-\u9fff])\s+|\s+(?=[\u2e80-\u9fff])")


def half_width(text: str) -> str:
    """Return a text in NFKC, without unseen characters and surrounding spaces."""
    if text.isalnum() and unicodedata.is_normalized("NFKC", text):
        # Nearly every cell, at a tenth of the cost.
        return text
    ordinary = _ORDINARY.sub(lambda run: unicodedata.normalize("NFKC", run[0]), text)
    return _UNSEEN.sub("", ordinary).strip()


def without_spaces(text: str) -> str:
    """Return a text half-width and without any white space."""
    return "".join(half_width(text).split())


def brackets_as_in(text: str, name: str) -> str:
    """Return a name with the wide brackets that the text has which it was taken from."""
    return name.replace("(", "（").replace(")", "）") if "（" in text else name


def person_name(text: str) -> str:
    """Return a name without the spaces that are typed between hanzi to make it wider."""
    return _SPACE_BESIDE_HANZI.sub("", " ".join(half_width(text).split()))


def student_name(text: str) -> str:
    """Return a student's name sign by sign as written, without spaces between hanzi.

    Only forms of the same letter become one (Ａ is A, the radical ⼀ is 一): a dot stays the dot
    that it is, and a sign that stands for a lost one stays to be seen.
    """
    plain = _OTHER_FORMS.sub(lambda sign: unicodedata.normalize("NFKC", sign[0]), text)
    return _SPACE_BESIDE_HANZI.sub("", " ".join(_UNSEEN.sub("", plain).split()))


def joined(text: str) -> str:
    """Return a name or number as it is compared with others: without what is between its parts."""
    return _ALL_BETWEEN.sub("", half_width(text))
