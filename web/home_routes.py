"""The page that leads to each screen, with a QR code for each."""

import re

from flask import Blueprint, Response, render_template, request

from live.refusals import Invalid
from web.qr import qr
from web.site import Site

# The paths of our own screens, as the home page links them; anybody may ask, and drawing is work.
OWN_PATH = re.compile(r"/(kiosk|display|staff|setup)?(/[a-z]{1,20})?(\?venue=[a-z0-9_-]{1,40})?")


def home_routes(site: Site, has_plan: bool) -> Blueprint:
    """Serve the page to all; without a plan of its own it offers to set up first."""
    routes = Blueprint("home", __name__, template_folder="templates")

    @routes.get("/")
    def home() -> str:
        """Lead to each screen."""
        context = site.pages.context("home") | site.pages.files("home.html", ("home/main.js",))
        return render_template("home.html", has_plan=has_plan, **context)

    @routes.get("/qr.svg")
    def path_qr() -> Response:
        """Draw the QR code of one of our own pages."""
        path = request.args.get("path", "/")
        if not OWN_PATH.fullmatch(path):
            raise Invalid("path")
        return qr(site.pages.public_url + path)

    return routes
