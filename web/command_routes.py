"""Commands over HTTP: every change of a hall comes in here."""

from flask import Blueprint, Response

from live.commands import Commands
from queueing.commands import AnyCommand
from web.site import Site
from web.wire import COMMAND_BYTES, content, decode, digest, reply


def command_routes(site: Site, commands: Commands) -> Blueprint:
    """Take commands from kiosks, staff and scripts."""
    routes = Blueprint("commands", __name__, url_prefix="/api")

    @routes.post("/commands")
    @site.access.signed_in
    def take() -> Response:
        """Take one command."""
        body = content(COMMAND_BYTES)
        command: AnyCommand = decode(body, AnyCommand)
        return reply(commands.take(command, digest(body), site.access.must_be_signed_in()))

    return routes
