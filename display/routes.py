"""The wall and the phone page, and what they read."""

from urllib.parse import urljoin

from flask import Blueprint, Response, request

from display.tickets import ticket_page
from web.qr import qr
from web.site import Site
from web.wire import reply

# As ZXing's "Barcode Contents" has it: what separates fields is escaped within them.
ESCAPED = str.maketrans({sign: f"\\{sign}" for sign in '\\;,:"'})

# What `?venue=` says for a wall that shows every venue.
ALL = "all"


def display_routes(site: Site) -> Blueprint:
    """Serve the wall, of one venue or of all, and the phone page; open to all."""
    routes = Blueprint("display", __name__, template_folder="templates")
    venues = list(site.plan.venues)

    @routes.get("/display")
    def wall() -> str:
        """Show the wall."""
        every = request.args.get("venue") == ALL
        return site.pages.show(
            "wall.html",
            "display",
            venue=venues[0] if every else None,
            scripts=["wall/main.js"],
            halls=venues if every else [request.args.get("venue", venues[0])],
        )

    @routes.get("/api/board")
    def board() -> Response:
        """Return what the wall shows."""
        return reply(site.draw("display"))

    @routes.get("/t/<token>")
    def phone(token: str) -> str:
        """Show a ticket's phone page."""
        ticket = ticket_page(site.halls, token)
        return site.pages.show(
            "phone.html",
            "phone",
            venue=ticket["venue"],
            token=token,
            ticket=ticket,
            scripts=["phone/main.js"],
        )

    @routes.get("/api/tickets/<token>")
    def ticket(token: str) -> Response:
        """Return one ticket as its phone page shows it."""
        return reply(ticket_page(site.halls, token))

    @routes.get("/wifi.svg")
    def wifi_qr() -> Response:
        """Draw the QR code by which a phone joins the hall's Wi-Fi."""
        return qr(wifi_code(site.plan.body.wifi, site.plan.body.wifi_password))

    @routes.get("/t/<token>/qr.svg")
    def ticket_qr(token: str) -> Response:
        """Draw the QR code that opens a ticket's phone page."""
        ticket_page(site.halls, token)
        return qr(urljoin(site.pages.public_url, f"/t/{token}"))

    return routes


def wifi_code(name: str, password: str) -> str:
    """Return what a QR code says of a Wi-Fi; without a password it is an open one."""
    kind = "T:WPA;" if password else "T:nopass;"
    key = f"P:{password.translate(ESCAPED)};" if password else ""
    return f"WIFI:{kind}S:{name.translate(ESCAPED)};{key};"
