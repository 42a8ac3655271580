"""What every page is given: its words, its venue, the plan, the hall's time."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from flask import render_template, request

from live.refusals import Invalid
from machine import paths
from machine.hall_clock import HallClock
from queueing.plan import Plan
from queueing.refusals import Unknown
from web.floors import floor
from web.modules import Preloads
from web.origins import Origins
from web.words import DEFAULT, Words

PLAN_FIELDS = (
    "title", "institution", "fee_yuan", "payer", "reminders", "follow_up", "wifi",
    "mongolian_side", "mongolian_reviewed", "reasons", "policy",
)  # fmt: skip


class Pages:
    """Renders the page shells; the screens draw themselves from there."""

    def __init__(
        self,
        plan: Plan,
        words: Words,
        clock: HallClock,
        origins: Origins,
        public_url: str,
        edition: str,
    ) -> None:
        self._plan = plan
        self._words = words
        self._clock = clock
        self._origins = origins
        self.public_url = public_url
        self._edition = edition
        self._preloads = Preloads(paths.STATIC)
        self._about = {name: msgspec.to_builtins(getattr(plan.body, name)) for name in PLAN_FIELDS}
        self._about["days"] = [day.isoformat() for day in plan.days]
        self._about["has_mongolian"] = any(c.mongolian for c in plan.colleges.values())

    @property
    def is_drill(self) -> bool:
        """Whether the pages are a drill's."""
        return self._clock.drill

    def language(self) -> str:
        """Choose the page's language: `?lang=`, if it is offered, else Chinese."""
        wanted = request.args.get("lang", "")
        return wanted if wanted in self._words.languages else DEFAULT

    def t(self, key: str) -> str:
        """Return a key's text in the page's language."""
        return self._words.text(self.language(), key)

    def said(self, key: str, **details: Any) -> str:
        """Fill a key's text in the page's language."""
        return self._words.said(key, self.language(), **details)

    def venue(self) -> str:
        """Return the venue that the request asks for; the plan's only one need not be named.

        Raises Invalid when none is named, Unknown when there is none such.
        """
        venue = request.args.get("venue")
        if venue is None and len(self._plan.venues) == 1:
            return next(iter(self._plan.venues))
        if venue is None:
            raise Invalid("venue")
        if venue not in self._plan.venues:
            raise Unknown("venue", venue)
        return venue

    def show(
        self,
        template: str,
        kind: str,
        venue: str | None = None,
        scripts: Sequence[str] = (),
        **more: Any,
    ) -> str:
        """Render a screen for a venue; a page without one offers the venues.

        Raises ForeignHost where the screen would get no socket.
        """
        better = self.public_url + request.full_path.rstrip("?")
        self._origins.must_be_ours(request.headers.get("Host"), better)
        if venue is None and "venue" not in request.args and len(self._plan.venues) > 1:
            return render_template("venues.html", **self.context("home", path=request.path))
        shown = self._plan.venues[venue or self.venue()]
        context = self.context(kind, venue=msgspec.to_builtins(shown), **more)
        return render_template(template, **context | self.files(template, scripts))

    def files(self, template: str, scripts: Sequence[str]) -> dict[str, Any]:
        """Return what a page's scripts are and import, and the browsers that it is written for."""
        return {
            "scripts": scripts,
            "modules": self._preloads.of(scripts),
            "floor": floor(template.removesuffix(".html")),
        }

    def _today(self, venue: Mapping[str, Any] | None) -> str:
        """Return the day that a venue's page is about, of a page without one the plan's."""
        venue_id = venue["id"] if venue else self._plan.body.venues[0].id
        return self._plan.day_at(self._clock.now(), venue_id).isoformat()

    def context(self, kind: str, **more: Any) -> dict[str, Any]:
        """Return what every template is given; `more` goes into the page's own data."""
        page = {
            "language": self.language(),
            "languages": self._words.languages,
            "catalogues": self._words.subset((kind, "common", "error")),
            "drill": self._clock.drill,
            "rate": self._clock.rate,
            "edition": self._edition,
            "plan": self._about | {"date": self._today(more.get("venue"))},
            "venues": msgspec.to_builtins(list(self._plan.venues.values())),
            "public_url": self.public_url,
            **more,
        }
        return {
            "page": page,
            "kind": kind,
            "title": self.t(f"{kind}.title"),
            "scripts": [],
            "modules": [],
        }
