"""Whether a check-in would be stored now, and the figures for Prometheus."""

from collections.abc import Iterator, Mapping

import redis
from flask import Blueprint, Response, jsonify
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric

from live.clock import Clock
from live.hall import LiveHall
from queueing.hall import Hall


class HallFigures:
    """Counts what the halls hold, at the moment of asking; no names."""

    def __init__(self, halls: Mapping[str, LiveHall]) -> None:
        self._halls = halls

    def collect(self) -> Iterator[Metric]:
        """Return tickets by state, heads photographed and journal versions, by venue."""
        tickets = GaugeMetricFamily("paizhao_tickets", "Tickets", labels=["venue", "state"])
        heads = GaugeMetricFamily("paizhao_photographed", "Heads photographed", labels=["venue"])
        events = CounterMetricFamily("paizhao_events", "Events in the journal", labels=["venue"])
        for venue, live in self._halls.items():
            states, photographed, version = live.draw(lambda hall, _now: figures(hall))
            for state, count in states.items():
                tickets.add_metric([venue, state], count)
            heads.add_metric([venue], photographed)
            events.add_metric([venue], version)
        return iter((tickets, heads, events))


def figures(hall: Hall) -> tuple[dict[str, int], int, int]:
    """Count a hall's tickets by state, its heads photographed and its events."""
    states: dict[str, int] = {}
    for ticket in hall.tickets.values():
        states[ticket.state] = states.get(ticket.state, 0) + 1
    return states, sum(t.photographed for t in hall.tickets.values()), hall.version


def health_routes(client: redis.Redis, halls: Mapping[str, LiveHall], clock: Clock) -> Blueprint:
    """Serve /healthz and /metrics."""
    routes = Blueprint("health", __name__)
    registry = CollectorRegistry()
    registry.register(HallFigures(halls))

    @routes.get("/healthz")
    def healthz() -> tuple[Response, int]:
        """Write to the store, synced like a check-in, and say whether that went well."""
        try:
            client.set("paizhao:healthz", 1)
        except redis.RedisError as error:
            return jsonify({"status": "store_unavailable", "detail": str(error)}), 503
        return jsonify({"status": "ok", "clock": clock.trouble()}), 200

    @routes.get("/metrics")
    def metrics() -> Response:
        """Return the halls' figures."""
        return Response(generate_latest(registry), mimetype="text/plain; version=0.0.4")

    return routes
