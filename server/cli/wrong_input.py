"""What the command line says when the call or its input cannot be used."""

import click


class WrongInput(click.ClickException):
    """One line on stderr that names file, setting or field, and exit code 2."""

    exit_code = 2
