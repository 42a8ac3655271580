"""`python -m server.voice_clips TASK`: renders the sentences of a day, the best source first."""

import hashlib
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec
import structlog

from display.voice import pinyin
from journal.process import die_with

LISTING = "clips.json"
SPOKEN = "zh-CN"
# What Chromium and Firefox decode.
KINDS = (".wav", ".mp3", ".ogg", ".opus", ".m4a")
# espeak-ng 1.51 of Debian 12 reads hanzi in English; this voice of its reads tone-numbered pinyin.
# 150 words a minute and gaps of 20 ms are understood in a hall with an echo.
ESPEAK = ("espeak-ng", "-v", "cmn-latn-pinyin", "-s", "150", "-g", "2", "-w", "{file}", "{pinyin}")
# A neural engine on a small machine takes several seconds.
PATIENCE_S = 60

log = structlog.get_logger()


class Job(msgspec.Struct, frozen=True):
    """What to render, with which engine of the venue's own, and where recordings lie."""

    texts: Mapping[str, str]
    command: str
    recorded: str
    parent: int


def recordings(folder: Path) -> list[Path]:
    """List the recordings: `<language>/<key>` with the ending of its kind."""
    return sorted(path for path in folder.glob("*/*") if path.suffix.lower() in KINDS)


def render(job: Job, directory: Path) -> dict[str, dict[str, str]]:
    """Put every clip that can be had into a directory; give their names by language and key."""
    listing: dict[str, dict[str, str]] = {SPOKEN: {}}
    if engine := engine_of(job.command):
        listing[SPOKEN] = dict(_synthesized(job.texts, engine, directory))
    for path in recordings(Path(job.recorded)):
        if path.stem in job.texts:
            name = _hash(path.read_bytes()) + path.suffix.lower()
            shutil.copyfile(path, directory / name)
            listing.setdefault(path.parent.name, {})[path.stem] = name
    return listing


def engine_of(command: str) -> tuple[str, ...] | None:
    """Choose the venue's engine, else espeak-ng, else none: the walls chime."""
    if command:
        return tuple(shlex.split(command))
    return ESPEAK if shutil.which(ESPEAK[0]) else None


def _synthesized(
    texts: Mapping[str, str], engine: tuple[str, ...], directory: Path
) -> Iterator[tuple[str, str]]:
    for key, text in texts.items():
        name = _hash("\0".join((*engine, text)).encode()) + ".wav"
        if not (directory / name).exists():
            try:
                _speak(text, engine, directory / name)
            except (OSError, subprocess.SubprocessError) as error:
                log.warning("voice_clip_failed", key=key, error=str(error))
                continue
        yield key, name


def _speak(text: str, engine: tuple[str, ...], file: Path) -> None:
    part = file.with_suffix(".part.wav")
    values = {"{file}": str(part), "{text}": text, "{pinyin}": pinyin(text)}
    subprocess.run(  # noqa: S603 - no shell; the operator's own command
        [values.get(word, word) for word in engine],
        input=f"{text}\n".encode(), stdout=subprocess.DEVNULL, check=True, timeout=PATIENCE_S,
    )  # fmt: skip
    part.replace(file)


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:24]


def main(task: Path) -> None:
    """Render a task and list the clips beside it."""
    job = msgspec.json.decode(task.read_bytes(), type=Job)
    die_with(job.parent, signal.SIGTERM)
    listing = task.with_name(".clips.part")
    listing.write_bytes(msgspec.json.encode(render(job, task.parent)))
    listing.replace(task.with_name(LISTING))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
