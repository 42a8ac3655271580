"""Where the walls' clips come from: recordings, the venue's engine, espeak-ng, or nowhere."""

import shlex
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from display.voice_service import Voice
from tests.processes import alive
from tests.wait import wait_for
from voice import clips as voice_clips
from voice.clips import Listing, VoiceTask, render

TEXTS = {"name.绘画1班": "请绘画1班", "station.1": "到1号机位拍摄"}
# A wave in name: what it says, and the silence after it.
WRITE = """import sys
open(sys.argv[1], "wb").write(b"RIFF....WAVE" + sys.stdin.buffer.read() + bytes(1000))"""
ENGINE = shlex.join([sys.executable, "-c", WRITE, "{file}"])


def listings(directory: Path, command: str = "") -> Iterator[Listing]:
    (directory / "clips").mkdir(exist_ok=True)
    return render(VoiceTask(TEXTS, command, str(directory), str(directory / "clips")))


def rendered(directory: Path, command: str = "") -> Listing:
    *_, last = listings(directory, command)
    return last


@pytest.fixture
def without_espeak(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)


def record(directory: Path, language: str, key: str, sound: bytes) -> None:
    (directory / language).mkdir(exist_ok=True)
    (directory / language / f"{key}.mp3").write_bytes(sound)


def test_the_venues_engine_is_given_each_text_and_a_file(tmp_path: Path) -> None:
    clips = rendered(tmp_path, ENGINE)["zh-CN"]
    assert clips.keys() == TEXTS.keys()
    assert "到1号机位拍摄\n".encode() in (tmp_path / "clips" / clips["station.1"]).read_bytes()


def test_a_recording_goes_before_the_engine(tmp_path: Path) -> None:
    record(tmp_path, "zh-CN", "station.1", b"a voice")
    clip = rendered(tmp_path, ENGINE)["zh-CN"]["station.1"]
    assert (tmp_path / "clips" / clip).read_bytes() == b"a voice"


def test_a_clips_name_changes_with_what_it_says(tmp_path: Path) -> None:
    names = []
    for sound in (b"one", b"another"):
        record(tmp_path, "zh-CN", "station.1", sound)
        names.append(rendered(tmp_path, ENGINE)["zh-CN"]["station.1"])
    assert len(set(names)) == 2


def test_other_languages_are_recordings_alone(tmp_path: Path) -> None:
    record(tmp_path, "mn-Mong", "name.绘画1班", b"a voice")
    assert rendered(tmp_path, ENGINE)["mn-Mong"].keys() == {"name.绘画1班"}


def test_what_is_rendered_already_is_not_rendered_again(tmp_path: Path) -> None:
    first = rendered(tmp_path, ENGINE)
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "clips").iterdir()}
    assert rendered(tmp_path, ENGINE) == first
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "clips").iterdir()} == before


def test_the_recordings_are_listed_before_any_engine_is_asked(tmp_path: Path) -> None:
    record(tmp_path, "zh-CN", "station.1", b"a voice")
    assert next(listings(tmp_path, "no-such-engine"))["zh-CN"].keys() == {"station.1"}


def test_each_clip_is_listed_as_soon_as_it_is_there(tmp_path: Path) -> None:
    assert [len(listing["zh-CN"]) for listing in listings(tmp_path, ENGINE)] == [0, 1, 2]


@pytest.mark.usefixtures("without_espeak")
@pytest.mark.parametrize("command", ["false", "no-such-engine", "cp /etc/passwd {file}", ""])
def test_without_an_engine_that_speaks_the_walls_chime(tmp_path: Path, command: str) -> None:
    assert rendered(tmp_path, command) == {"zh-CN": {}}


@pytest.mark.usefixtures("without_espeak")
def test_an_engine_that_fails_twice_is_asked_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(voice_clips, "ENGINE_TIMEOUT_S", 0.1)
    monkeypatch.setitem(TEXTS, "station.2", "到2号机位拍摄")
    asked = tmp_path / "asked"
    assert rendered(tmp_path, f"sh -c 'echo >> {asked}; sleep 60'") == {"zh-CN": {}}
    assert asked.read_text() == "\n\n"


def test_espeak_speaks_where_the_venues_engine_does_not(tmp_path: Path) -> None:
    assert rendered(tmp_path, "false")["zh-CN"].keys() == TEXTS.keys()


def test_an_engine_ends_with_the_server_and_all_that_it_started(tmp_path: Path) -> None:
    note = f"echo $! > {tmp_path}/part; mv {tmp_path}/part {tmp_path}/pid"
    hanging = f"sh -c 'sleep 600 & {note}; wait'"
    voice = Voice(TEXTS, hanging, tmp_path, tmp_path / "clips", lambda s: time.sleep(s / 50))
    rendering = Thread(target=voice.refresh)
    rendering.start()
    started = int(wait_for(lambda: (tmp_path / "pid").exists() and (tmp_path / "pid").read_text()))
    voice.stop()
    wait_for(lambda: not alive(started))
    rendering.join()


def test_espeak_reads_chinese_aloud(tmp_path: Path) -> None:
    clip = rendered(tmp_path)["zh-CN"]["name.绘画1班"]
    sound = (tmp_path / "clips" / clip).read_bytes()
    assert sound[:4] == b"RIFF"
    # A second of speech, mono, 16 bits at 22,050 Hz.
    assert len(sound) > 44_100
