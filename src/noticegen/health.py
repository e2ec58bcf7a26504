"""The facts of a machine to what it has and lacks for noticegen, and what to do. Pure."""

import json
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from noticegen import fonts
from noticegen.machine import Machine
from noticegen.terminal import printable, width

_TRIED = ((3, 11), (3, 13))  # the versions of Python that the tests run on
_CHINESE = "巡察整改通报“”—"
_LITTLE = 200 << 20  # bytes: LibreOffice alone makes a profile of some MB a start
_GAP = "  "


class State(StrEnum):
    """How something stands."""

    GOOD = "正常"
    LACKING = "缺少"
    NOTE = "注意"


class Condition(NamedTuple):
    """One thing noticegen uses: what was found, and in one sentence what to do, "" for nothing.

    *is_blocking*: without it no Word file can be made here.
    """

    item: str
    status: State
    found: str
    remedy: str = ""
    is_blocking: bool = False


def conditions(machine: Machine, fault: str = "") -> list[Condition]:
    """Judge *machine*; *fault* is why a notice made on trial failed, "" where it did not."""
    return [
        _python(machine.python),
        Condition("noticegen", State.GOOD, f"{machine.version}，装在 {machine.place}"),
        Condition("填报表的版式", State.GOOD, "认得 格式: 1"),
        _trial(fault, machine.broken),
        _folder(machine),
        _temporary(machine.temporary),
        _space(machine.free),
        _console(machine.encoding, machine.system),
        _processes(machine),
        _office(machine),
        _page(machine.lacking),
        *_fonts(machine),
    ]


def is_able(found: Sequence[Condition]) -> bool:
    """Tell whether Word files can be made."""
    return not any(one.is_blocking for one in found)


def as_text(found: Sequence[Condition]) -> str:
    """Return a line for each, what to do below those it is for, and the sum of it."""
    items = max(width(one.item) for one in found)
    lines = []
    for remedy, group in groupby(found, key=lambda one: one.remedy):
        for one in group:
            blanks = " " * (items - width(one.item))
            lines.append(f"{one.item}{blanks}{_GAP}{one.status}{_GAP}{printable(one.found)}")
        if remedy:
            lines.append(f"{' ' * items}{_GAP}怎么办：{remedy}")
    return "\n".join((*lines, _sum(found)))


def as_json(found: Sequence[Condition]) -> str:
    """Return one array of item, status, found and remedy."""
    entries = [
        {"item": one.item, "status": one.status, "found": one.found, "remedy": one.remedy}
        for one in found
    ]
    return json.dumps(entries, ensure_ascii=False, indent=2)


def _sum(found: Sequence[Condition]) -> str:
    if not is_able(found):
        items = "、".join(one.item for one in found if one.is_blocking)
        return f"现在不能生成 Word 通报，请先解决：{items}。"
    counts = {
        state: sum(one.status is state for one in found) for state in (State.LACKING, State.NOTE)
    }
    told = "、".join(f"{count} 项{state}" for state, count in counts.items() if count)
    return f"可以生成 Word 通报{f'；另有 {told}，用得到时再处理' if told else ''}。"


def _python(version: tuple[int, int, int]) -> Condition:
    shown = ".".join(map(str, version))
    first, last = _TRIED
    if first <= version[:2] <= last:
        return Condition("Python", State.GOOD, shown)
    remedy = f"请换用 Python {first[0]}.{first[1]} 到 {last[0]}.{last[1]}，别的版本没有试过。"
    return Condition("Python", State.NOTE, shown, remedy, is_blocking=version[:2] < first)


def _trial(fault: str, broken: Sequence[str]) -> Condition:
    if broken or fault:
        found = f"没有组件 {'、'.join(broken)}" if broken else fault
        remedy = "安装不完整，请重新安装 noticegen。"
        return Condition("生成 Word", State.LACKING, found, remedy, is_blocking=True)
    return Condition("生成 Word", State.GOOD, "试做了一份，没有保存")


def _folder(machine: Machine) -> Condition:
    if machine.is_writable:
        return Condition("当前文件夹", State.GOOD, f"{machine.folder}，可以写入")
    remedy = "请把填报表放到能写入的文件夹（例如“文档”）里，再到那里运行。"
    found = f"{machine.folder}，写不进去"
    return Condition("当前文件夹", State.LACKING, found, remedy, is_blocking=True)


def _temporary(folder: str) -> Condition:
    if folder:
        return Condition("临时文件夹", State.GOOD, f"{folder}，可以写入")
    remedy = "画 PDF 和图片时要用，请把环境变量 TMPDIR（Windows 是 TEMP）设为能写入的文件夹。"
    return Condition("临时文件夹", State.LACKING, "写不进去", remedy)


def _space(free: int) -> Condition:
    found = f"还剩 {free >> 20} MB" if free < 10 << 30 else f"还剩 {free >> 30} GB"
    if free >= _LITTLE:
        return Condition("磁盘空间", State.GOOD, found)
    return Condition("磁盘空间", State.NOTE, found, "请清理出 200 MB 以上，以免文件写不完。")


def _console(encoding: str, system: str) -> Condition:
    try:
        _CHINESE.encode(encoding)
    except (LookupError, UnicodeEncodeError):
        asked = "set PYTHONUTF8=1" if system == "Windows" else "export PYTHONUTF8=1"
        remedy = f"屏幕上的中文会变成问号，请先运行 {asked}，再运行本程序；生成的文件不受影响。"
        return Condition("屏幕上的中文", State.NOTE, f"{encoding} 显示不了中文", remedy)
    return Condition("屏幕上的中文", State.GOOD, encoding.upper())


def _processes(machine: Machine) -> Condition:
    if machine.has_processes:
        found = f"{machine.processors} 个处理器，可以用 --jobs"
        return Condition("几张表同时做", State.GOOD, found)
    remedy = "不加 --jobs 一张一张做就可以，不影响结果。"
    return Condition("几张表同时做", State.NOTE, "系统不允许，不能用 --jobs", remedy)


def _office(machine: Machine) -> Condition:
    if not machine.office:
        remedy = (
            "生成 Word 用不到；要 PDF、图片预览和准确的版记页数，Windows 请从 zh-cn.libreoffice.org "
            "下载安装包，麒麟、统信、Debian 请安装软件包 libreoffice-writer。"
        )
        return Condition("LibreOffice", State.LACKING, "没有找到", remedy)
    if not machine.office_version:
        remedy = "可能装得不完整，请打开它试一次，打不开就重新安装。"
        found = f"{machine.office}，问不出版本"
        return Condition("LibreOffice", State.NOTE, found, remedy)
    return Condition("LibreOffice", State.GOOD, f"{machine.office_version}，{machine.office}")


def _page(lacking: Sequence[str]) -> Condition:
    if lacking:
        remedy = "生成 Word 用不到；要用 preview，或者让 inspect 检查画出的页面，请运行 pip install noticegen[page]。"
        return Condition("看页面的组件", State.LACKING, f"没有 {'、'.join(lacking)}", remedy)
    return Condition("看页面的组件", State.GOOD, "pypdfium2、pdfplumber")


def _fonts(machine: Machine) -> Iterator[Condition]:
    families = machine.families
    if families is None:
        where = "“字体册”" if machine.system == "Darwin" else "系统的字体设置"
        remedy = f"请在{where}里看看有没有{'、'.join(fonts.FACES)}。"
        yield Condition("字体", State.NOTE, "这个系统上查不了", remedy)
        return
    found = [_font(face, families, machine.stand_ins.get(face, "")) for face in fonts.FACES]
    remedies = [one.remedy for one in found]  # what one remedy is for stands together
    yield from sorted(found, key=lambda one: remedies.index(one.remedy))


def _font(face: str, families: frozenset[str], stand_in: str) -> Condition:
    if fonts.has(families, face):
        return Condition(face, State.GOOD, "字体已安装")
    if not face.isascii() and (akin := fonts.akin(families, face)):
        remedy = "同类字体符合标准；上级指定要用这一款的，请本单位信息员装上字体文件。"
        return Condition(face, State.NOTE, f"没有这款字体，有同类的“{akin}”", remedy)
    found = f"没有这款字体，用“{stand_in}”代替" if stand_in else "没有这款字体"
    if face.isascii():
        remedy = "自带的版式不用它，自己的模板用了才要装。"
        return Condition(face, State.NOTE, found, remedy)
    remedy = "打开、打印通报的电脑上要有，请本单位信息员装上字体文件（有版权，本程序不带）。"
    return Condition(face, State.LACKING, found, remedy)
