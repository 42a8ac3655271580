"""The command line `paizhao`: 0 done, 1 the answer is no, 2 the call or its input is wrong."""

import sys
from typing import NoReturn

import click

from server.cli.crowd import crowd
from server.cli.language import Speaking
from server.cli.plan import plan_commands
from server.cli.printer import printer_commands
from server.cli.rehearse import rehearse
from server.cli.roster import purge, roster_commands
from server.cli.serve import serve
from server.cli.sheets import sheets
from server.cli.token import token

COMMANDS = (
    serve, plan_commands, roster_commands, rehearse, crowd, sheets, token, printer_commands, purge,
)  # fmt: skip


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


@click.group(cls=Speaking, no_args_is_help=True)
def commands() -> None:
    """Run the photo days of a whole graduating year. With --lang en it speaks English."""


for command in COMMANDS:
    commands.add_command(command)
