"""The paths of all files that are not code; no other module has any."""

from pathlib import Path

_HERE = Path(__file__).parent
# In the wheel they are inside this package, in the checkout beside it.
SHARE = _HERE / "share" if (_HERE / "share").is_dir() else _HERE.parent
STATIC = SHARE / "static"
FONTS = STATIC / "fonts"
CONFIG = SHARE / "config"
I18N = CONFIG / "i18n"
SLIP_WORDS = I18N / "zh-CN.json"
VOICE = CONFIG / "voice"
DEFAULT_SETTINGS = CONFIG / "default.toml"
DEFAULT_PLAN = CONFIG / "photo-day.toml"
