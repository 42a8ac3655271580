"""A hall that several tests use one after another, each finding it empty."""

import wave
from pathlib import Path

from tests.system.hall import RunningHall

DEFAULT = {"volume": 80, "quiet": None, "dim": None}


def clear(hall: RunningHall) -> None:
    """Send everybody home, forget the screens and set the walls as they were."""
    shown = hall.ask("/api/walls?venue=yungu", token=hall.token()).body
    for screen in shown["screens"]:
        body = {"venue": "yungu", "id": screen["id"]}
        hall.ask("/api/walls/forget", body, hall.token())
    board = hall.board()
    for station in board["stations"]:
        if station["ticket"]:
            hall.staff("hold", ticket=station["ticket"])
            hall.staff("cancel", ticket=station["ticket"])
    for row in board["next"]:
        hall.staff("cancel", ticket=row["ticket"])
    hall.staff("announce", text="")
    set_walls(hall, DEFAULT)


def set_walls(hall: RunningHall, settings: dict[str, object]) -> None:
    """Set the walls' sound and light as staff do."""
    answer = hall.ask("/api/walls", {"venue": "yungu", "settings": settings}, hall.token())
    assert answer.status == 204


def engine(directory: Path) -> str:
    """Give the command of a speech engine that takes no time and says a tenth of a second."""
    clip = directory / "clip.wav"
    with wave.open(str(clip), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(bytes(1600))
    return f"cp {clip} {{file}}"
