"""The sentences of a day as clips, each from the best source there is."""

import hashlib
import os
import shlex
import shutil
import signal
import subprocess
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

import structlog
from msgspec import Struct

from voice.sentences import pinyin

LISTING = "clips.json"
SPOKEN = "zh-CN"
# What Chromium and Firefox decode.
KINDS = (".wav", ".mp3", ".ogg", ".opus", ".m4a")
# espeak-ng 1.51 of Debian 12 reads hanzi in English; this voice of its reads tone-numbered pinyin.
# 150 words a minute and gaps of 20 ms are understood in a hall with an echo.
ESPEAK = ("espeak-ng", "-v", "cmn-latn-pinyin", "-s", "150", "-g", "2", "-w", "{file}", "{pinyin}")
# A neural engine on a small machine takes several seconds.
ENGINE_TIMEOUT_S = 60
# An engine that failed so often is not asked for the rest.
MOST_FAILURES = 2
# Bytes of a WAVE file: a sentence is longer than a click and shorter than a minute of anything.
SHORTEST, LONGEST = 1_000, 20_000_000

Engine = tuple[str, ...]
Listing = dict[str, dict[str, str]]

log = structlog.get_logger()


class NotAClip(Exception):
    """An engine said that it was done, and left no sound."""


class VoiceTask(Struct, frozen=True):
    """What to render by key, with which engine of the venue's own, where recordings lie, and into.

    `directory` gets the clips, and their list as `clips.json`.
    """

    texts: Mapping[str, str]
    command: str
    recorded: str
    directory: str


def recordings(folder: Path) -> list[Path]:
    """List the recordings: `<language>/<key>` with the ending of its kind."""
    return sorted(path for path in folder.glob("*/*") if path.suffix.lower() in KINDS)


def render(task: VoiceTask) -> Iterator[Listing]:
    """Put every clip that can be had into the directory.

    Yield their names by language and key: of what is there, and again after each that is rendered.
    """
    engines, directory = engines_of(task.command), Path(task.directory)
    listing: Listing = {SPOKEN: {}}
    for engine in reversed(engines):
        named = {key: _name(text, engine) for key, text in task.texts.items()}
        listing[SPOKEN] |= {key: n for key, n in named.items() if (directory / n).exists()}
    recorded = set()
    for path in recordings(Path(task.recorded)):
        if path.stem in task.texts:
            name = _hash(path.read_bytes()) + path.suffix.lower()
            shutil.copyfile(path, directory / name)
            listing.setdefault(path.parent.name, {})[path.stem] = name
            recorded.add((path.parent.name, path.stem))
    yield listing
    missing = {key: text for key, text in task.texts.items() if (SPOKEN, key) not in recorded}
    for key, name in _synthesized(missing, engines, directory):
        listing[SPOKEN][key] = name
        yield listing


def engines_of(command: str) -> list[Engine]:
    """List the venue's engine and espeak-ng, as far as there are; without any the walls chime."""
    own = tuple(shlex.split(command))
    espeak = ESPEAK if shutil.which(ESPEAK[0]) else ()
    return [engine for engine in (own, espeak) if engine]


def _synthesized(
    texts: Mapping[str, str], engines: list[Engine], directory: Path
) -> Iterator[tuple[str, str]]:
    failures: Counter[Engine] = Counter()
    for key, text in texts.items():
        for engine in engines:
            name = _name(text, engine)
            if not (directory / name).exists():
                if failures[engine] == MOST_FAILURES:
                    continue
                try:
                    _speak(text, engine, directory / name)
                except (OSError, subprocess.SubprocessError, NotAClip) as error:
                    failures[engine] += 1
                    log.warning("voice_clip_failed", key=key, error=str(error))
                    continue
            yield key, name
            break


def _speak(text: str, engine: Engine, file: Path) -> None:
    part = file.with_suffix(".part.wav")
    part.unlink(missing_ok=True)
    values = {"{file}": str(part), "{text}": text, "{pinyin}": pinyin(text)}
    command = [values.get(word, word) for word in engine]
    # Told to end while it starts an engine, this process would not know what to end with it.
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})
    try:
        # In a group of its own: what an engine started goes with it, whatever ends us.
        with subprocess.Popen(  # noqa: S603 - no shell; the operator's own command
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=_take_sigterm,
        ) as process:
            try:
                _take_sigterm()
                process.communicate(f"{text}\n".encode(), ENGINE_TIMEOUT_S)
            finally:
                with suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)
    finally:
        _take_sigterm()
    if process.returncode != 0:
        raise subprocess.CalledProcessError(process.returncode, command)
    _must_be_wave(part)
    part.replace(file)


def _take_sigterm() -> None:
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})


def _must_be_wave(file: Path) -> None:
    """Raise NotAClip unless a file begins as RIFF/WAVE does and is about as long as a sentence."""
    with file.open("rb") as sound:
        head = sound.read(12)
    if (head[:4], head[8:]) != (b"RIFF", b"WAVE"):
        raise NotAClip("what the engine wrote is no WAVE file")
    if not SHORTEST <= (size := file.stat().st_size) <= LONGEST:
        raise NotAClip(f"the engine wrote {size} bytes, which is no sentence")


def _name(text: str, engine: Engine) -> str:
    return _hash("\0".join((*engine, text)).encode()) + ".wav"


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:24]
