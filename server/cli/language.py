"""The language in which the command line speaks: Chinese, or that of --lang."""

from functools import cache
from typing import Any

import click

from machine import paths
from queueing.plan_file import PlanError
from web.words import DEFAULT, Words

_KEY = "paizhao.language"


@cache
def words() -> Words:
    """Return the catalogues, read once."""
    return Words(paths.I18N)


def language() -> str:
    """Return the language of the call."""
    context = click.get_current_context(silent=True)
    return str(context.meta.get(_KEY, DEFAULT)) if context else DEFAULT


def say(key: str, **details: Any) -> str:
    """Return a key's text in the language of the call, its {placeholders} filled."""
    return words().said(key, language(), **details)


def plan_error(error: PlanError) -> str:
    """Return in words which field of a plan is wrong and how to mend it."""
    return f"{error.field}: {say(f'plan.error.{error.code}', **error.details)}"


class Speaking(click.Group):
    """A group that takes --lang anywhere in the call."""

    def parse_args(self, context: click.Context, args: list[str]) -> list[str]:
        """Take --lang out of the arguments, whichever command they are for."""
        left = iter(args)
        kept = []
        for arg in left:
            name, equals, value = arg.partition("=")
            if name != "--lang":
                kept.append(arg)
                continue
            wanted = value if equals else next(left, "")
            if wanted not in words().languages:
                raise click.UsageError(f"--lang {wanted}: {', '.join(words().languages)}")
            context.meta[_KEY] = wanted
        return super().parse_args(context, kept)
