"""Write a plan as TOML that people edit."""

import json
from datetime import date, time
from typing import Any

import msgspec

from queueing.plan import PlanBody


def plan_text(body: PlanBody) -> str:
    """Return a plan as TOML, which `read_plan` reads back unchanged."""
    fields: dict[str, Any] = msgspec.to_builtins(body, builtin_types=(date, time))
    lists = {name: fields.pop(name) for name in ("venues", "colleges", "windows")}
    blocks = [_lines(fields)]
    for name, items in lists.items():
        blocks += [f"[[{name}]]\n{_lines(item)}" for item in items]
    return "\n".join(blocks)


def _lines(fields: dict[str, Any]) -> str:
    return "".join(f"{name} = {_value(value)}\n" for name, value in fields.items())


def _value(value: Any) -> str:
    match value:
        case date() | time():
            return value.isoformat()
        case list() | tuple() if value and isinstance(value[0], dict | str):
            return "[\n" + "".join(f"  {_value(item)},\n" for item in value) + "]"
        case list() | tuple():
            return f"[{', '.join(map(_value, value))}]"
        case dict():
            return f"{{ {', '.join(f'{name} = {_value(item)}' for name, item in value.items())} }}"
        case _:
            # Strings, numbers and booleans are written alike in JSON and TOML.
            return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
