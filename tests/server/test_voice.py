"""Where the walls' clips come from: recordings, the venue's engine, espeak-ng, or nowhere."""

import shlex
import sys
from pathlib import Path

import pytest

from server import voice_clips
from server.voice_clips import Job, render

TEXTS = {"name.绘画1班": "请绘画1班", "station.1": "到1号机位拍摄"}
WRITE = "import sys; open(sys.argv[1], 'w').write(sys.stdin.read())"
ENGINE = shlex.join([sys.executable, "-c", WRITE, "{file}"])


def rendered(directory: Path, command: str = "") -> dict[str, dict[str, str]]:
    (directory / "clips").mkdir(exist_ok=True)
    return render(Job(TEXTS, command, str(directory), parent=0), directory / "clips")


def record(directory: Path, language: str, key: str, sound: bytes) -> None:
    (directory / language).mkdir(exist_ok=True)
    (directory / language / f"{key}.mp3").write_bytes(sound)


def test_the_venues_engine_is_given_each_text_and_a_file(tmp_path: Path) -> None:
    clips = rendered(tmp_path, ENGINE)["zh-CN"]
    assert clips.keys() == TEXTS.keys()
    assert (tmp_path / "clips" / clips["station.1"]).read_text("utf-8") == "到1号机位拍摄\n"


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


def test_an_engine_that_fails_leaves_the_chime(tmp_path: Path) -> None:
    assert rendered(tmp_path, "false") == {"zh-CN": {}}


def test_without_any_engine_the_walls_chime(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(voice_clips.shutil, "which", lambda name: None)
    assert rendered(tmp_path) == {"zh-CN": {}}


def test_espeak_reads_chinese_aloud(tmp_path: Path) -> None:
    clip = rendered(tmp_path)["zh-CN"]["name.绘画1班"]
    sound = (tmp_path / "clips" / clip).read_bytes()
    assert sound[:4] == b"RIFF"
    # A second of speech, mono, 16 bits at 22,050 Hz.
    assert len(sound) > 44_100
