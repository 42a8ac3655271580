"""The command line `paizhao`: 0 done, 1 the answer is no, 2 the call or its input is wrong."""

import sys
from datetime import datetime
from pathlib import Path
from typing import Any, NoReturn

import click

from live.keys import ROLES, bearer_token, load_secret
from server.cli.crowd import crowd
from server.cli.inputs import DATA, PLAN, STORE, load, plan_at
from server.cli.plan import import_ as import_plan
from server.cli.printer import printer_commands
from server.cli.rehearse import rehearse
from server.cli.roster import purge, roster_commands
from server.cli.sheets import sheets
from server.cli.wrong_input import WrongInput


def main() -> NoReturn:
    """Run the command line; errors are one line on stderr."""
    try:
        commands(prog_name="paizhao", standalone_mode=False)
    except click.ClickException as error:
        click.echo(f"paizhao: {' '.join(error.format_message().split())}", err=True)
        sys.exit(error.exit_code)
    except click.Abort:
        sys.exit(130)
    sys.exit(0)


@click.group(no_args_is_help=True)
def commands() -> None:
    """Run the photo day of a whole graduating year."""


@commands.command()
@PLAN
@click.option("--host", help="The address to listen on.")
@click.option("--port", type=int, help="The port to listen on; 0 takes a free one.")
@DATA
@STORE
@click.option("--printer", multiple=True, metavar="[VENUE=]URI", help="A printer; repeatable.")
@click.option("--public-url", metavar="URL", help="What links on slips begin with.")
@click.option("--rehearse-at", metavar="TIME", help="Run a drill: the hall's clock starts here.")
@click.option("--speed", type=float, help="Run a drill's clock so many times faster.")
@click.option("--crowd", is_flag=True, default=None, help="Play a drill's monitors and staff.")
@click.option("--new-pin", is_flag=True, help="Make a new staff PIN and sign everybody out.")
def serve(new_pin: bool, **flags: Any) -> None:
    """Run the day: server, store and printer."""
    settings = load(flags)
    plan = plan_at(settings.plan_path)
    try:
        at = datetime.fromisoformat(settings.rehearse_at) if settings.rehearse_at else None
    except ValueError:
        raise WrongInput(f"rehearse_at: {settings.rehearse_at!r} is no time") from None
    if at is None and (settings.crowd or settings.speed != 1):
        raise WrongInput("speed and crowd are for a drill: say --rehearse-at too")

    # Patching has to come before anything that opens a socket is imported.
    from server import runtime

    runtime.patch()
    from server.cli.serve import run

    run(settings, plan, at and at.replace(tzinfo=at.tzinfo or plan.timezone), new_pin)


@commands.group("plan")
def plan_commands() -> None:
    """Look after the plan."""


@plan_commands.command()
@click.argument("file", type=click.Path(path_type=Path))
def check(file: Path) -> None:
    """Check whether a plan can be used."""
    plan = plan_at(file)
    heads = sum(c.expected for c in plan.body.colleges)
    click.echo(
        f"{file}: {len(plan.venues)} venues, {len(plan.colleges)} colleges, "
        f"{len(plan.classes)} classes, {heads} heads expected"
    )


@commands.command()
@click.argument("role", type=click.Choice(ROLES))
@DATA
@STORE
def token(role: Any, data: str | None, store: str | None) -> None:
    """Print a bearer token for a script."""
    settings = load({"data": data, "store": store})
    try:
        click.echo(bearer_token(load_secret(settings.data_path), role))
    except OSError as error:
        raise WrongInput(f"{settings.data_path}: {error.strerror}") from None


commands.add_command(crowd)
plan_commands.add_command(import_plan)
commands.add_command(roster_commands)
commands.add_command(purge)
commands.add_command(sheets)
commands.add_command(printer_commands)
commands.add_command(rehearse)
