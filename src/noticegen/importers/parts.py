"""The zones of a notice: which lines of a source are what."""

import re
from dataclasses import dataclass, field

from noticegen import dates
from noticegen.importers.lines import Line

_ORGAN = re.compile(
    "(?:党组|党委|党工委|工委|委员会|支部|总支部?|部|委|局|会|办|办公室|公司|集团|中心|院|校"
    "|学|社|厅|站|处|所|馆|署|政府)$"
)
_ORGAN_MOST = 60  # characters
CHROME = re.compile(
    r"(?:浏览|点击|访问|阅读)(?:次数|量|数|率)|发布(?:人|时间|日期|单位|机构|者)|来源[：:]"
    "|(?:信息|文章|稿件)来源|作者[：:]|字号|字体|打印|关闭|分享|加入收藏|编辑[：:]|版权所有"
    "|ICP备|公网安备|技术支持|主办(?:单位)?[：:]|承办(?:单位)?[：:]|[上下]一篇|网站地图|网站标识码"
    "|索引号|当前位置|您的位置|设为主页|设为首页|扫一扫|建议使用|联系我们|Copyright|©|返回顶部",
    re.IGNORECASE,
)
"""What only stands around a notice on a web page."""


@dataclass(slots=True)
class AttachmentZone:
    """附件 as it stands at the back: its label, the lines of its title, what it holds."""

    label: Line
    title: list[Line]
    content: list[Line]


@dataclass(slots=True)
class Zones:
    """Which lines are what; None or empty where the source has none."""

    head: list[Line] = field(default_factory=list)
    title: list[Line] = field(default_factory=list)
    recipients: Line | None = None
    body: list[Line] = field(default_factory=list)
    contact: list[Line] = field(default_factory=list)
    note: list[Line] = field(default_factory=list)
    organs: list[Line] = field(default_factory=list)
    date: Line | None = None
    signed: str = ""  # the organ, where it stands on the date's own line
    annotation: Line | None = None
    attachments: list[AttachmentZone] = field(default_factory=list)
    imprint: list[Line] = field(default_factory=list)
    after: list[Line] = field(default_factory=list)  # below the date, and nothing known
    left_out: list[Line] = field(default_factory=list)

    @property
    def is_bare(self) -> bool:
        """Whether nothing is left to be 正文."""
        return not (self.body or self.contact or self.note or self.after)


def day_of(text: str) -> str:
    """Return the whole day that *text* is, as it is set in a notice; "" for anything else."""
    try:
        day = dates.parse(text)
    except ValueError:
        return ""
    return str(day) if day.day else ""


def is_organ(text: str) -> bool:
    """Tell whether *text* may be the name of an organ."""
    short = len(text) <= _ORGAN_MOST and not re.search("[，。；：！？、]", text)
    return short and _ORGAN.search(text) is not None
