"""Whether a text can be a person's name, or has lost signs on its way."""

import re
import unicodedata

# Dots between the parts of a name, and what else is written in one.
_WRITTEN = set("·•・‧．.。●▪˙、･｡∙⋅-‐'’ ()（）〇")
_HANZI = re.compile("[\u3400-\u9fff]+")
# What people write where there is no name.
_PLACEHOLDER = re.compile(r"\W*(无|空|缺|暂无|未知|不详|待定|null|none|nan)\W*", re.IGNORECASE)
# How a name's bytes come to be read in another encoding.
_MISREAD = (("latin-1", "gb18030"), ("cp1252", "utf-8"), ("gb18030", "utf-8"))


def is_no_name(name: str) -> bool:
    """Return whether a text has nothing of a name: 0, ___, #N/A, 无."""
    if name.startswith("#") or _PLACEHOLDER.fullmatch(name):
        return True
    return not any(map(_is_letter, name))


def lost_signs(name: str) -> str:
    """Return what in a name cannot be in one, the whole where it is misread; empty for nothing."""
    if _is_misread(name):
        return name
    strange = (s for s in name if s not in _WRITTEN and not s.isdecimal() and not _is_letter(s))
    return "".join(dict.fromkeys(strange))


def _is_letter(sign: str) -> bool:
    # The planes of rarer hanzi, of which a Python may not know the newest.
    return unicodedata.category(sign)[0] in "LM" or "\U00020000" <= sign <= "\U0003fffd"


def _is_misread(name: str) -> bool:
    """Return whether a name's signs are hanzi's bytes read in another encoding: ÍõÒ», 锟斤拷."""
    for written, read in _MISREAD:
        try:
            meant = name.encode(written).decode(read)
        except UnicodeError:
            continue
        if meant != name and (_HANZI.fullmatch(meant) or "\ufffd" in meant):
            return True
    return False
