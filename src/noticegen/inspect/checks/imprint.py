"""Clause 7.4, 版记: its lines, 抄送, 印发机关和印发日期. Line weights are eighths of a point."""

import re
from collections.abc import Iterator
from itertools import pairwise

from lxml import etree

from noticegen.faces import FANGSONG
from noticegen.inspect.found import Case, Check, Found, Strength, check
from noticegen.inspect.paper import Paragraph, Table
from noticegen.inspect.places import SIZE_4, wrong_face, wrong_size
from noticegen.inspect.whole import whole
from noticegen.writers.wordml import VAL, w

_OUTER = (7, 9)  # 0.35 mm is 8
_INNER = (5, 7)  # 0.25 mm is 6
_SLACK = 60  # twips
_PRINTED = re.compile(r"\S*?(?:19|20)\d{2}年(?:[1-9]|1[0-2])月(?:[1-9]|[12]\d|3[01])日印发")


@check(
    "page-imprint-face",
    "7.4",
    Strength.SHOULD,
    "抄送机关、印发机关和印发日期一般用4号仿宋体",
    "请改为4号（14磅）仿宋_GB2312",
)
def face(case: Case) -> Iterator[Found]:
    """7.4.2 and 7.4.3 (般): 4号仿宋."""
    yield from wrong_face(case.roles.imprint, FANGSONG)
    yield from wrong_size(case.roles.imprint, SIZE_4)


@check(
    "page-imprint-copy",
    "7.4.2",
    Strength.MUST,
    "抄送机关写“抄送：”，最后一个机关名称后标句号",
    "请写成“抄送：某机关，某机关。”",
)
def copy(case: Case) -> Iterator[Found]:
    """7.4.2 (规): 抄送：……。"""  # noqa: D415  # ends in the sign it speaks of
    for paragraph in case.roles.imprint:
        is_copy = re.match(r"抄\s*送", paragraph.words)
        if is_copy and not re.fullmatch("抄送：.+。", paragraph.words, re.DOTALL):
            yield Found(paragraph, "不是这样写的")


@check(
    "page-imprint-date",
    "7.4.3",
    Strength.MUST,
    "印发日期用阿拉伯数字，年份标全称，月、日不编虚位，后加“印发”",
    "请写成“2023年9月6日印发”这样",
)
def date(case: Case) -> Iterator[Found]:
    """7.4.3 (规): 2023年9月26日印发."""
    for paragraph in case.roles.imprint:
        text = "".join(paragraph.words.split())
        written = re.search(r"[0-9０-９〇○零一二三四五六七八九十年月]*日.{0,2}印.?$", text)
        if written and not _PRINTED.fullmatch(text):
            yield Found(paragraph, f"写的是“{written[0]}”")


@check(
    "page-imprint-width",
    "7.4.1",
    Strength.MUST,
    "版记中的分隔线与版心等宽",
    "请把版记表格的宽度设为156毫米",
)
def width(case: Case) -> Iterator[Found]:
    """7.4.1 (规): as wide as 版心."""
    for table in _tables(case):
        found, wanted = _width(table), case.paper.sections[table.section].text_width
        if found and abs(found - wanted) > _SLACK:
            yield Found(_first(table), f"所在的表格宽{found * 25.4 / 1440:.0f}毫米")


@check(
    "page-imprint-lines",
    "7.4.1",
    Strength.SHOULD,
    "版记首条和末条分隔线推荐用粗线（0.35毫米），中间的用细线（0.25毫米）",
    "请把首末两条设为1磅，中间的设为0.75磅",
)
def lines(case: Case) -> Iterator[Found]:
    """7.4.1 (荐): 0.35 mm above and below, 0.25 mm between."""
    for table in _tables(case):
        weights = _weights(table)
        outer = [one for one in (weights[0], weights[-1]) if one]
        inner = [one for one in weights[1:-1] if one]
        if any(not _OUTER[0] <= one <= _OUTER[1] for one in outer):
            yield Found(_first(table), f"上下的线是{_mm(outer)}")
        elif any(not _INNER[0] <= one <= _INNER[1] for one in inner):
            yield Found(_first(table), f"中间的线是{_mm(inner)}")


@check(
    "page-imprint-no-line",
    "7.4.1",
    Strength.MUST,
    "首条分隔线位于版记第一个要素之上，末条与最后一面的版心下边缘重合",
    "请给版记表格加上、下框线",
)
def no_line(case: Case) -> Iterator[Found]:
    """7.4.1 (规): a line above the first element and one below the last."""
    for table in _tables(case):
        weights = _weights(table)
        if not weights[0] or not weights[-1]:
            yield Found(_first(table), "没有上面或下面的线")


@check(
    "page-imprint-recipients",
    "7.4.2",
    Strength.MUST,
    "主送机关与抄送机关之间不加分隔线",
    "请去掉两行之间的线",
)
def recipients(case: Case) -> Iterator[Found]:
    """7.4.2 (规): no line between 主送 and 抄送."""
    for table in _tables(case):
        starts = ["".join(p.words for p in row)[:2] for row in table.rows]
        for at, pair in enumerate(pairwise(starts), 1):
            if pair == ("主送", "抄送") and _weights(table)[at]:
                yield Found(_first(table), "与抄送之间有线")


def _tables(case: Case) -> list[Table]:
    """Return the tables that 版记 is set in."""
    imprint = set(case.roles.imprint)
    return [one for one in case.paper.tables if any(p in imprint for row in one.rows for p in row)]


def _first(table: Table) -> Paragraph:
    return next(p for row in table.rows for p in row if p.words)


def _width(table: Table) -> int:
    """Return the width in twips; 0 where it is left to the program."""
    columns = table.element.findall(f"{w('tblGrid')}/{w('gridCol')}")
    total = sum(whole(column.get(w("w"))) for column in columns)
    stated = table.element.find(f"{w('tblPr')}/{w('tblW')}")
    if stated is None or stated.get(w("type")) != "dxa":
        return 0
    is_sure = abs(whole(stated.get(w("w"))) - total) <= _SLACK
    return total if is_sure else 0


def _weights(table: Table) -> list[int]:
    """Return the weight of the line above each row and below the last; 0 for none.

    A table whose lines are those of its style says nothing here that is certain: all 8
    without, 6 between.
    """
    rows = [row for row in table.element.iter(w("tr")) if _belongs(row, table)]
    if table.element.find(f"{w('tblPr')}/{w('tblStyle')}") is not None and not _own_lines(table):
        return [8, *[6] * (len(rows) - 1), 8]
    weights = []
    for at in range(len(rows) + 1):
        above = _line(table, rows[at - 1], "bottom", at in (0, len(rows))) if at else 0
        below = _line(table, rows[at], "top", at in (0, len(rows))) if at < len(rows) else 0
        weights.append(max(above, below))
    return weights


def _belongs(row: etree._Element, table: Table) -> bool:
    return next(row.iterancestors(w("tbl"))) is table.element


def _own_lines(table: Table) -> bool:
    names = (w("tblBorders"), w("tcBorders"))
    return any(next(table.element.iter(name), None) is not None for name in names)


def _line(table: Table, row: etree._Element, side: str, is_outer: bool) -> int:  # noqa: FBT001  # its table's edge or not
    """Return the weight of a *row*'s line: its cells' own, else the table's."""
    own = row.find(f"{w('tc')}/{w('tcPr')}/{w('tcBorders')}/{w(side)}")
    shared = table.element.find(
        f"{w('tblPr')}/{w('tblBorders')}/{w(side if is_outer else 'insideH')}"
    )
    line = own if own is not None else shared
    if line is None or line.get(VAL) in ("nil", "none"):
        return 0
    return whole(line.get(w("sz")), 4)


def _mm(weights: list[int]) -> str:
    return "、".join(f"{one / 8 * 25.4 / 72:.2f}毫米" for one in sorted(set(weights)))


CHECKS: tuple[Check, ...] = (face, copy, date, width, lines, no_line, recipients)
