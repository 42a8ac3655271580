"""Distinguish venues, and name each by as little as tells it from the others."""

from collections import Counter
from collections.abc import Iterable

from msgspec.structs import replace

from roster.timetable.appointment import Spot
from roster.timetable.timetable import Venue
from roster.timetable.where import Place, is_room, place_in, zone_in


def venues_of(spots: Iterable[Spot]) -> dict[Spot, Venue]:
    """Return the venue of each spot; a campus with one place is named by the campus alone."""
    venues = {spot: _venue(spot) for spot in dict.fromkeys(spots)}
    campuses = Counter(venue.campus for venue in dict.fromkeys(venues.values()))
    for spot, venue in venues.items():
        if venue.campus and campuses[venue.campus] == 1 and not spot.zone:
            room = venue.name if venue.name != venue.campus else ""
            venues[spot] = replace(venue, name=venue.campus, room=room)
    names = Counter(venue.name for venue in dict.fromkeys(venues.values()))
    return {
        spot: venue if names[venue.name] == 1
        else replace(venue, name=f"{venue.campus or venue.room} {venue.name}".strip())
        for spot, venue in venues.items()
    }  # fmt: skip


def _venue(spot: Spot) -> Venue:
    bare = bool(spot.place) and is_room(spot.place) and spot.over
    place = place_in(f"{spot.over}{spot.place}" if bare else spot.place or spot.over)
    if spot.room:
        place = _with_room(place, spot.room)
    campus = spot.campus or place.campus
    if spot.zone:
        zone, room = zone_in(spot.zone)
        room = room or place.name
        return Venue(zone, campus, room, spot.waiting, place.entrance)
    return Venue(place.name or campus, campus, place.room, spot.waiting, place.entrance)


def _with_room(place: Place, room: str) -> Place:
    if place.name.endswith(room):
        return place
    return replace(place, name=f"{place.name}{room}", room=room)
