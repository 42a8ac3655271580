"""`paizhao serve`: the flags of the server, which `running` starts."""

from datetime import datetime
from typing import Any

import click
from msgspec.structs import replace

from server.cli.inputs import DATA, PLAN, STORE, load, plan_at
from server.cli.language import say
from server.cli.wrong_input import WrongInput

# In the middle of the notice's morning, with some classes on time and others still to come.
DEMONSTRATION = "2023-09-11T10:35"


@click.command()
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
    if settings.is_demonstration:
        settings = replace(settings, rehearse_at=DEMONSTRATION)
    plan = plan_at(settings.plan_path)
    try:
        at = datetime.fromisoformat(settings.rehearse_at) if settings.rehearse_at else None
    except ValueError:
        raise WrongInput(say("cli.no_time", text=settings.rehearse_at)) from None
    if at is None and (settings.crowd or settings.speed != 1):
        raise WrongInput(say("cli.drill_only"))

    # Patching has to come before anything that opens a socket is imported.
    from server import runtime

    runtime.patch()
    from server.cli.running import run

    run(settings, plan, at and at.replace(tzinfo=at.tzinfo or plan.timezone), new_pin)
