"""What phones ask to find out whether a Wi-Fi leads anywhere; the right reply keeps them on it.

The router sends the probes' names (captive.apple.com and the like) here. Each system looks for a
reply of its own.
"""

from flask import Blueprint, Response, request

# Android, Chrome OS, HarmonyOS, MIUI: an empty 204.
EMPTY = ("/generate_204", "/gen_204")
# iOS and macOS (CaptiveNetworkSupport), Windows (NCSI), Firefox, NetworkManager: this very body.
APPLE = "<HTML><HEAD><TITLE>Success</TITLE></HEAD><BODY>Success</BODY></HTML>"
FIREFOX = (
    '<meta http-equiv="refresh" content="0;url=https://support.mozilla.org/kb/captive-portal"/>'
)
BODIES = {
    "/hotspot-detect.html": APPLE,
    "/library/test/success.html": APPLE,
    "/connecttest.txt": "Microsoft Connect Test",
    "/ncsi.txt": "Microsoft NCSI",
    "/success.txt": "success\n",
    "/canonical.html": FIREFOX,
    "/nm-check.txt": "NetworkManager is online\n",
    "/check_network_status.txt": "NetworkManager is online\n",
}


def probe_routes() -> Blueprint:
    """Reply to the systems' questions as the internet would; open to all."""
    routes = Blueprint("probes", __name__)

    def probe() -> Response:
        """Return the body that the path's system looks for."""
        body = BODIES.get(request.path)
        kind = "text/html" if request.path.endswith(".html") else "text/plain"
        response = Response(body, 200 if body else 204, mimetype=kind)
        response.headers["Cache-Control"] = "no-store"
        return response

    for path in (*EMPTY, *BODIES):
        routes.add_url_rule(path, "probe", probe)
    return routes
