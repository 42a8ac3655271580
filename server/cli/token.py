"""`paizhao token`: a bearer token for a script."""

from typing import Any

import click

from live.keys import ROLES, bearer_token
from server.cli.inputs import DATA, STORE, load, secret_in
from server.cli.wrong_input import WrongInput


@click.command()
@click.argument("role", type=click.Choice(ROLES))
@DATA
@STORE
def token(role: Any, data: str | None, store: str | None) -> None:
    """Print a bearer token for a script."""
    settings = load({"data": data, "store": store})
    try:
        click.echo(bearer_token(secret_in(settings.data_path), role))
    except OSError as error:
        raise WrongInput(f"{settings.data_path}: {error.strerror}") from None
