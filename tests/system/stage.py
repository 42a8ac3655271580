"""A hall that the tests of a worker use one after another, each finding it empty."""

import wave
from pathlib import Path
from typing import Any

from tests.system.hall import RunningHall

DRILL = ("--rehearse-at", "2023-09-11T10:35")
DEFAULT = {"volume": 80, "quiet": None, "dim": None}
VENUES = ("yungu", "xinhua")
# Neither can be undone, and nothing waits for their being undone.
LASTING = ("slip_", "undone")


class Stage(RunningHall):
    """A drill that can be emptied; its journal shows what has been since."""

    def __init__(self, folder: Path) -> None:
        self._past = 0
        self._gone: set[str] = set()
        super().__init__(folder / "data", *DRILL, environ={"PAIZHAO_VOICE_COMMAND": engine(folder)})

    def clear(self) -> None:
        """Undo all that was done, forget the screens and set the walls as they were."""
        if self.process.poll() is not None:
            self.start()
        for venue in VENUES:
            self._undo(venue)
        shown = self.ask("/api/walls?venue=yungu", token=self.token()).body
        for screen in shown["screens"]:
            body = {"venue": "yungu", "id": screen["id"]}
            self.ask("/api/walls/forget", body, self.token())
        set_walls(self, DEFAULT)
        past = super().journal()
        self._past, self._gone = len(past), {e["ticket"] for e in past if e.get("ticket")}

    def _undo(self, venue: str) -> None:
        """Undo a venue's commands, the last one first."""
        events = super().journal(venue)
        undone = {
            n for e in events if e["type"] == "undone" for n in range(e["first"], e["last"] + 1)
        }
        for event in reversed(events):
            if event["version"] not in undone and not event["type"].startswith(LASTING):
                answer = self.staff("undo", venue=venue, version=event["version"])
                undone.update(range(answer.body["events"][0]["first"], event["version"] + 1))

    def journal(self, venue: str = "yungu") -> list[dict[str, Any]]:
        """Return what happened since the hall was emptied, but of the tickets before."""
        return [
            event
            for event in super().journal(venue)
            if event["version"] > self._past and event.get("ticket") not in self._gone
        ]


def set_walls(hall: RunningHall, settings: dict[str, object]) -> None:
    """Set the walls' sound and light as staff do."""
    answer = hall.ask("/api/walls", {"venue": "yungu", "settings": settings}, hall.token())
    assert answer.status == 204


def engine(directory: Path) -> str:
    """Return the command of a speech engine that takes no time and says a tenth of a second."""
    clip = directory / "clip.wav"
    with wave.open(str(clip), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(bytes(1600))
    return f"cp {clip} {{file}}"
