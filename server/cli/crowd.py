"""`paizhao crowd`: plays the people of a drill against the server that runs it."""

import time

import click

from live.keys import bearer_token
from rehearsal.drill import NotADrill, Tokens, Unauthorized, play
from server.cli.inputs import DATA, PLAN, load_stored, plan_at, secret_in
from server.cli.wrong_input import WrongInput


@click.command()
@click.argument("url", default="http://127.0.0.1:8000")
@PLAN
@DATA
@click.option("--seed", type=int, default=1, help="Other seeds are other people.")
def crowd(url: str, plan: str | None, data: str | None, seed: int) -> None:
    """Play the monitors and crews of a drill that runs at URL."""
    settings = load_stored({"plan": plan, "data": data})
    secret = secret_in(settings.data_path)
    tokens = Tokens(bearer_token(secret, "kiosk"), bearer_token(secret, "staff"))
    try:
        play(url, plan_at(settings.plan_path), tokens, seed, time.sleep)
    except NotADrill:
        raise WrongInput(f"{url} runs the day itself, nobody may be played there") from None
    except Unauthorized:
        raise WrongInput(f"{settings.data_path} is not the data directory of {url}") from None
