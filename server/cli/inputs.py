"""What the commands read: the plan's file, the settings, and the flags they share."""

from pathlib import Path
from typing import Any

import click

from live.keys import SecretDamaged, load_secret
from queueing.hall import Hall
from queueing.plan import Plan
from queueing.plan_file import PlanError, read_plan
from roster.store import Roster
from server import settings as settings_module
from server.cli.language import plan_error, say
from server.cli.wrong_input import WrongInput
from server.settings import Settings, SettingsError

DATA = click.option("--data", metavar="DIR", help="Where the store, keys and paper are kept.")
STORE = click.option("--store", metavar="URL", help="redis:// or unix:// instead of our own.")
PLAN = click.option("--plan", metavar="FILE", help="The plan of the day (TOML).")


def plan_at(path: Path) -> Plan:
    """Read a plan file, or say in one line what is wrong with it."""
    try:
        return read_plan(path.read_text("utf-8"))
    except PlanError as error:
        raise WrongInput(f"{path}: {plan_error(error)}") from None
    except UnicodeDecodeError as error:
        raise WrongInput(f"{path}: {error}") from None
    except OSError as error:
        raise WrongInput(f"{path}: {error.strerror}") from None


def load(flags: dict[str, Any]) -> Settings:
    """Read the settings, or say in one line which is wrong."""
    try:
        return settings_module.load(flags)
    except SettingsError as error:
        raise WrongInput(str(error)) from None


def load_stored(flags: dict[str, Any]) -> Settings:
    """Read the settings of what a server has stored, or say that there is no such directory."""
    settings = load(flags)
    if not settings.data_path.is_dir():
        raise WrongInput(say("cli.no_data", folder=settings.data_path))
    return settings


def secret_in(directory: Path) -> bytes:
    """Read a data directory's secret, or say in one line that it is none any more."""
    try:
        return load_secret(directory)
    except SecretDamaged as error:
        raise WrongInput(say("cli.secret_damaged", file=error.path)) from None


def must_be_whole(roster: Roster) -> None:
    """Raise WrongInput when the stored roster cannot be read."""
    if roster.damaged:
        raise WrongInput(say("roster.error.damaged", file=roster.path))


def must_be_planned(hall: Hall, plan: Path) -> None:
    """Raise WrongInput when a ticket's class or college is not in the plan."""
    for number, ticket in hall.tickets.items():
        if ticket.class_id is not None and ticket.class_id not in hall.plan.classes:
            about = {"plan": plan, "id": ticket.class_id, "number": number}
            raise WrongInput(say("plan.error.class_has_ticket", **about))
        if ticket.college_id not in hall.plan.colleges:
            about = {"plan": plan, "id": ticket.college_id, "number": number}
            raise WrongInput(say("plan.error.college_has_tickets", **about))
