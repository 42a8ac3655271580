"""What the walls say, and how an engine is told to say it."""

import pytest

from tests.queueing.day import plan
from voice.sentences import pinyin, sentences

WORDS = {
    "common.kind.held_back": "延读生",
    "common.kind.late": "晚到补拍",
    "common.kind.retake": "重拍",
    "display.voice.name": "请{name}",
    "display.voice.kind": "{kind}的同学",
    "display.voice.station": "到{n}号机位拍摄",
    "display.voice.test": "声音测试",
}


def test_every_class_college_and_station_has_a_sentence() -> None:
    said = sentences(plan(), WORDS)
    assert said["name.Art 1"] == "请Art 1"
    assert said["name.Music"] == "请Music"
    assert said["kind.late"] == "晚到补拍的同学"
    assert said["station.3"] == "到3号机位拍摄"
    assert "station.4" not in said


@pytest.mark.parametrize(
    ("text", "spelt"),
    [
        ("请音乐学班", "qing3 yin1 yue4 xue2 ban1"),
        ("绘画1班", "hui4 hua4 yi1 ban1"),
        ("10班", "shi2 ban1"),
        ("12班", "shi2 er4 ban1"),
        ("20班", "er4 shi2 ban1"),
        ("123教室", "yi1 er4 san1 jiao4 shi4"),
        ("美术，国画", "mei3 shu4 , guo2 hua4"),
    ],
)
def test_chinese_is_spelt_with_tones_and_numbers_as_they_are_read(text: str, spelt: str) -> None:
    assert pinyin(text) == spelt
