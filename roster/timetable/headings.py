"""Know the headings that notices use: a noun for what the column holds, and words around it."""

import re
from collections.abc import Sequence

from roster.text import without_spaces

# Columns that name who comes.
NAMES = ("college", "class", "who")
# What a heading is about, by the nouns for it.
_NOUNS = {
    "student": "学号|考生号|姓名|身份证号",
    "number": "序号|编号|批次",
    "note": "备注|说明|注",
    "opens": "(?:开始|起始|开拍)时间|开始|起始",
    "closes": "(?:结束|截止|终止)时间|结束|截止",
    "session": "节次|星期|周次|午别|上午/下午|场次",
    "gather": "(?:候[场拍]|集合|报到|签到|到场)时间",
    "waiting": "候[场拍考]?(?:区|室|地点|教室)|候[场拍]|等[候待](?:区|室|地点|教室)|集合地点",
    "zone": "采集区域?|拍摄区域?|区域|分区|组别|分组|[采集]集组|拍摄组|小组|组|通道|队列",
    "place": "地点|地址|场地|场所|采集点|拍摄点|位置",
    "campus": "校区",
    "room": "教室|房间号?|教室号",
    "phone": "联系电话|联系方式|手机号?码?|电话",
    "counsellor": "(?:学院)?(?:负责|带队)?(?:辅导员|老师|教师)|负责人|联系人|班主任|领队|带队",
    "sum": "(?:学院|院系|总|合计|小计)(?:人数|数)|合计|小计|总计",
    "heads": "人数|学生数",
    "date": "日期",
    "when": "时间段?|时段",
    "college": "学院|[院学]系|院部|系部|系别|系所|学部|书院|分院|单位|部门|系",
    "class": "班级|专业|班别|行政班|年级|班",
    "who": "顺序|对象|安排|人员",
}  # fmt: skip
_BEFORE = (
    "(?:图像|信息|照片|电子|采集|拍摄|拍照|照相|补拍|预计|具体|安排|参加|所在|所属|二级|教学|培养|起止"
    "|毕业生|学生|本科生?|专科生?|高职|研究生|硕士|博士|男生?|女生?|各|应|预|到场)*"
)
_AFTER = "(?:名称|安排|情况|区间|范围|信息|代码)?"
_NOUN = "|".join(f"(?P<{role}>{words})" for role, words in _NOUNS.items())
_ONE = re.compile(rf"{_BEFORE}(?:{_NOUN}){_AFTER}")
_JOINT = re.compile("[及和与、/,及其]*")
_BRACKETED = re.compile(r"[(\[【].*?[)\]】]")
_PUNCTUATION = re.compile(r"[\W_]")
_LONGEST = 20


def role_of(heading: str) -> str:
    """Return what a column holds by its heading; empty for a text that is no known heading."""
    text = without_spaces(heading)
    # 地点（校区） is 地点, but 院（系） is 院系.
    return _role(_BRACKETED.sub("", text)) or _role(_PUNCTUATION.sub("", text))


def _role(text: str) -> str:
    roles: list[str] = []
    at = 0
    while at < len(text) <= _LONGEST:
        found = _ONE.match(text, at)
        if found is None or found.lastgroup is None:
            return ""
        roles.append(found.lastgroup)
        joint = _JOINT.match(text, found.end())
        at = joint.end() if joint else found.end()
    return _one_of(roles)


def _one_of(roles: Sequence[str]) -> str:
    kinds = set(roles)
    if len(kinds) <= 1:
        return roles[0] if roles else ""
    if kinds & {"college", "class", "who"}:
        return "class" if kinds <= {"class", "heads"} else "who"
    if kinds & {"counsellor", "phone"}:
        return "counsellor"
    return next((role for role in ("when", "date", "place", "zone") if role in kinds), roles[0])
