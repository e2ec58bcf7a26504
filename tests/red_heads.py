"""Notices of ours with a red head, a seal or both: a kind's name in, a Word file out."""

from collections.abc import Sequence
from functools import cache

import handmade
from forms import form

from noticegen import office, pdf, pipeline

ORGAN = "中共云山县水务局党组"
JOINT = f"[{ORGAN}, 中共云山县财政局党组]"
TEXT = handmade.SENTENCE * 5 + "成效明显。"
IMPRINT = """\
版记:
  抄送: 县纪委监委，县委巡察工作领导小组办公室
  印发机关: 云山县水务局办公室
  印发日期: 2024年8月16日
"""
NUMBER = "文号: 云水组〔2024〕18号"
KINDS = {
    "red": (ORGAN, [NUMBER], IMPRINT),
    "without imprint": (ORGAN, [NUMBER], ""),
    "secret": (
        ORGAN,
        [NUMBER, "份号: '000001'", "密级: 秘密★1年", "紧急程度: 特急", "范围: 党内"],
        IMPRINT,
    ),
    "sealed": (ORGAN, [NUMBER, "印章: 印章.png"], IMPRINT),
    "joint": (JOINT, [NUMBER], IMPRINT),
    "joint and sealed": (JOINT, [NUMBER, "印章: [印章.png, 印章.png]"], IMPRINT),
    "plain and sealed": (ORGAN, ["印章: 印章.png"], ""),
    "plain and joint": (JOINT, [], ""),
}


@cache
def of(kind: str) -> bytes:
    organ, lines, imprint = KINDS[kind]
    issue = "".join(f"  {line}\n" for line in [f"机关: {organ}", "成文日期: 2024年8月15日", *lines])
    body = f"- 段落: {TEXT}\n" * 9
    checked = pipeline.check(
        form(body, imprint, f"发文:\n{issue}").encode(), lambda _: handmade.seal()
    )
    assert checked.notice is not None, checked.problems
    return pipeline.build(checked.notice, seals=checked.seals, count_pages=_pages).data


def _pages(documents: Sequence[bytes]) -> list[int | None]:
    if office.find() is None:
        return [None] * len(documents)
    return [drawn and pdf.count(drawn) for drawn in office.to_pdfs(documents, timeout=180)]
