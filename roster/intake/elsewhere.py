"""Who a file knows and does not expect here: on leave, photographed elsewhere, not taking part."""

import re
from collections.abc import Mapping

_AWAY = re.compile(
    "休学|退学|保留学籍|转学|转出|开除|除名|取消|注销|死亡|身故|入伍|参军|应征|离校|肄业|未报到|不在[校籍]"
)
_THERE = re.compile("在[校读籍]|注册|正常|毕业|应届|复学|延|有|是")
_NOT = re.compile("^([否不无未没×xX✗✘0]|[Nn]o?$|[Ff]alse|放弃|免|自行|散拍|线上)")
_TAKES_PART = re.compile("[是有√✓✔1]|[Yy](es)?|[Tt]rue|参加|已|集中|现场|统一|能|可")
_OTHER_WAY = re.compile(
    "散[拍采]|线上|网上|在线|自行|自助|自[拍采备]|个人|远程|手机|上传|异地|外地|校外|照相馆|不参加|不采"
    "|免采|放弃|非集中|非现场|其[他它]"
)
_THIS_WAY = re.compile("集中|现场|统一|[学到在本]校|校内|线下")
# In a remark only a clause that says nothing else: 休学警告已撤销 is no leave.
_CLAUSE = re.compile(r"[,;。、\\s]+")
_REMARK = re.compile(
    "(因[^不未]{1,6})?(已|申请|正在?|现|改为?|选择)?(办理?)?"
    "(休学|退学|转学|保留学籍|入伍|散拍|线上(图像)?(采集|拍摄)|(自行|个人)(采集|拍摄)"
    "|不参加(本次|集中|现场|图像|此次)*(采集|拍摄|拍照|照相)?)(中|手续|学生)?"
)
_SAID_BY = {
    "status": (_AWAY, _THERE), "attends": (_NOT, _TAKES_PART), "method": (_OTHER_WAY, _THIS_WAY),
}  # fmt: skip


def elsewhere(texts: Mapping[str, str]) -> str:
    """Return what in a row says that its student is not expected here, empty for nothing."""
    for field, (away, _) in _SAID_BY.items():
        if away.search(texts.get(field, "")):
            return texts[field]
    clauses = _CLAUSE.split(f"{texts.get('note', '')},{texts.get('level', '')}")
    return next((clause for clause in clauses if _REMARK.fullmatch(clause)), "")


def unclear(texts: Mapping[str, str]) -> str:
    """Return what is said of it in words not known, empty where all is clear."""
    said = ((texts.get(field, ""), known) for field, known in _SAID_BY.items())
    return next((t for t, known in said if t and not any(k.search(t) for k in known)), "")
