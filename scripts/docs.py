"""Make docs/form.md and docs/rules.md: model and rules in, their references for the office out.

    python scripts/docs.py            write them
    python scripts/docs.py --check    say whether they are up to date, and write nothing

Labels, descriptions, examples and choices are the model's; what a label may stand beside
is asked of the model, what ordinals and dates look like of the modules that make them.
noticegen must be importable: installed, or with PYTHONPATH=src.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import groupby
from pathlib import Path
from typing import Literal, get_args, get_origin

from noticegen import dates, numerals
from noticegen.model import Item, Kind, Notice, Status, Wording
from noticegen.model.base import FieldInfo, Model
from noticegen.model.kinds import LEDGER
from noticegen.model.labels import label_of, part_of
from noticegen.model.names import COUNTED, FACT_NAMES, PATTERN_NAMES, percentage

DOCS = Path(__file__).resolve().parents[1] / "docs"

_INTRODUCTION = """\
# 填报表里能写什么

<!-- 本页由 scripts/docs.py 按程序写成，请不要直接修改。 -->

`noticegen new` 给出一张带说明的表，一般照着改就够了。本页列出全部标签，备查。

- 每行写成“标签: 内容”，冒号用英文冒号，后面空一格；下一级缩进两格。
- 没有写“必填”的都可以不填。
- 文字直接写，不用加引号；序号由程序编，不用写。
- `#` 前后都有空格时，后面是给自己看的说明，不会印出来。
"""
_RULES_INTRODUCTION = """\
# 检查些什么

<!-- 本页由 scripts/docs.py 按规则的说明生成，请改那里。 -->

`noticegen check` 和 `noticegen build` 按下面的规则检查填报表，`noticegen check` 也能检查已经写成的
.docx 和 .txt。错误不改，通报就不生成；警告几乎都该改；提示请看一眼。拿不准的，规则宁可不说。

某一处确实无误，可以在那一行末尾，或者单独写在它的上一行，加一句
`# 豁免: 代号 理由`。豁免只管一行里的一条规则，用不上了会提示；`check --all` 不理会豁免。
生成时也可以用 `build --allow 代号` 放行某一条规则的错误。

本单位自己的用词可以列成表（YAML 或者 .xlsx，表头是错误写法、正确写法、级别、例外、说明），
存成填报表旁边的 `用词.yaml` 或者 `用词.xlsx`，或者用 `check --rules 文件` 指定，代号是 term-own。
"""
_FAMILIES = {
    "completeness": "完整",
    "count": "数量",
    "date": "日期",
    "duplicate": "重复",
    "name": "名称",
    "numbering": "序号",
    "percent": "百分比",
    "placeholder": "待填",
    "privacy": "隐私",
    "punctuation": "标点",
    "secrecy": "保密",
    "term": "用语",
    "typo": "错字",
}
_OPEN = {
    "写法": "「问题」「任务」「事项」里的 `{{ 问题 }}` 等名称，印的时候换成正文那一项的文字，"
    "后面还有字的，文字末尾的句号省去。",
    "数据": "其余的名称自己起，只写数字，例如 `修订制度数: 6`，正文里写 `{{ 修订制度数 }}`。",
    "联系": "还可以加别的标签，例如 `传真: 0550-7770321`，照样印在这一段里。",
}
_COUNTS = {
    "方面数": "方面有几个",
    "类别数": "类别有几个",
    "问题数": "问题有几个",
    "任务数": "任务有几个",
    "措施数": "问题和任务下面的措施共有几条",
    "完成数": f"状态是{Status.COMPLETED}的有几个",
    "基本完成数": f"状态是{Status.SUBSTANTIALLY_COMPLETED}的有几个",
    "推进数": f"状态是{Status.ONGOING}的有几个",
    "未完成数": f"状态是{Status.NOT_COMPLETED}的有几个",
    "完成率": f"完成数占问题和任务总数的百分比，29个完成12个是{percentage(12, 29)}",
}
_COMPOSED = {"巡察时间": "由开始和结束写成，例如"}
_SAMPLES = ("一、", "（一）", "1.", "（1）", "①", "一是", "第一，", "反馈问题一：")
_SPELLINGS = (
    *("2023年9月6日", "2023-09-06", "2023.9.6", "2023/9/6", "二〇二三年九月六日"),
    *("2023年9月", "2023-9", "2023年9月上旬", "2023年9月底", "2023年"),
)
# A value of each shape that a label of an item may take.
_VALUES: tuple[object, ...] = ("文字", ["文字"], {}, Status.COMPLETED.value)


def page() -> str:
    """Return docs/form.md."""
    return "\n".join(
        (
            _INTRODUCTION,
            *_parts(Notice, ()),
            *_names(),
            *_ordinals(),
            *_dates(),
        )
    )


def _parts(model: type[Model], path: tuple[str, ...]) -> Iterator[str]:
    """The section of *model*, then those of the parts below it, each model once."""
    fields = {label_of(name, field): field for name, field in model.model_fields.items()}
    yield from _body(fields) if model is Item else _part(fields, path)
    for label, field in fields.items():
        part = part_of(field)
        if part and not (model is Item and issubclass(Wording, part)):
            yield from _parts(part, (*path, label))


def _part(fields: dict[str, FieldInfo], path: tuple[str, ...]) -> Iterator[str]:
    name = " › ".join(path)
    yield f"## {name or '最左边一级'}\n"
    yield from _table(
        ("标签", "说明", "例"),
        ((label, _told(field), _example(field)) for label, field in fields.items()),
    )
    if name in _OPEN:
        yield f"{_OPEN[name]}\n"


def _body(fields: dict[str, FieldInfo]) -> Iterator[str]:
    """正文: what an item may be, and what may stand beside that."""
    beside = {kind: [label for label in fields if _may_stand(label, kind)] for kind in Kind}
    yield "## 正文\n"
    yield "一项的第一个标签说明它是什么。各级标题都可以不用，也可以跳级。\n"
    yield from _table(
        ("标签", "说明", "序号", "同一项里还可以写"),
        (
            (
                kind.value,
                _told(fields[kind]),
                _code(Wording().ordinals.of(kind)),
                _beside(beside[kind]),
            )
            for kind in Kind
        ),
    )
    yield f"台账各项是{'、'.join(LEDGER)}。状态写在标题里，下面没有写状态的问题都照它。\n"
    yield from _table(
        ("标签", "说明"),
        ((label, _told(field)) for label, field in fields.items() if label not in tuple(Kind)),
    )


def _beside(labels: list[str]) -> str:
    own = [label for label in labels if label not in LEDGER]
    return "、".join([*own, "台账各项"] if set(LEDGER) <= set(labels) else own)


def _may_stand(label: str, kind: Kind) -> bool:
    """Ask the model whether an item of *kind* takes *label*, with a value of any shape."""
    return label not in tuple(Kind) and any(
        _is_item({kind.value: "文字", label: v}) for v in _VALUES
    )


def _is_item(values: dict[str, object]) -> bool:
    try:
        Item.model_validate(values)
    except ValueError:
        return False
    return True


def _names() -> Iterator[str]:
    """The names that {{ }} may look up."""
    if set(_COUNTS) != set(COUNTED):
        raise KeyError(set(_COUNTS) ^ set(COUNTED))
    facts = [name for name in FACT_NAMES if name not in (*COUNTED, *_COMPOSED)]
    period = dates.period(dates.parse("2022年10月24日"), dates.parse("2022年11月19日"))
    yield "## 引用 {{ }}\n"
    yield "文字里写 `{{ 名称 }}`，印出来就是那一项的内容；被引用的项里不能再引用。能用的名称：\n"
    yield f"- 表里填了的：{'、'.join(facts)}，以及「数据」「联系」里自己起名的项。"
    yield from (f"- {name}：{told}{period}。" for name, told in _COMPOSED.items())
    yield "- 程序数的，见下表；不公开的问题不数进去，除非「写法」里写 `不公开计数: 计入`。"
    for label, own in PATTERN_NAMES.items():
        yield f"- 只在「写法」的「{label}」里：这一项自己的{'、'.join(own)}。"
    yield ""
    yield from _table(("名称", "数的是什么"), ((name, f"{_COUNTS[name]}。") for name in COUNTED))


def _ordinals() -> Iterator[str]:
    yield "## 序号的样子\n"
    yield "「写法」的「序号」和「措施序号」写第一个序号的样子，后面的照着编：\n"
    numbers = (2, 3, 11)
    yield from _table(
        ("样子", *(f"第 {number} 个" for number in numbers)),
        (
            (_code(sample), *(numerals.ordinal(sample, number) for number in numbers))
            for sample in _SAMPLES
        ),
    )
    yield f"{_code(numerals.NONE)}就是不编号。\n"


def _dates() -> Iterator[str]:
    yield "## 日期的写法\n"
    yield "年份写四位。成文日期和印发日期要写到日。下面的写法都认得：\n"
    yield from _table(
        ("表里写", "印出来"),
        ((_code(spelling), str(dates.parse(spelling))) for spelling in _SPELLINGS),
    )


def _told(field: FieldInfo) -> str:
    """What the model tells of a field: need, description, choices, default."""
    told = field.description or ""
    choices = _choices(field.annotation)
    if all(choice in told for choice in choices):
        choices = []
    else:
        told += f"可以填{'、'.join(choices)}。"
    if isinstance(field.default, str) and field.default and "不填" not in told:
        told += f"不填则为 {_code(field.default)}。"
    return f"**必填。**{told}" if field.is_required() else told


def _choices(annotation: object) -> list[str]:
    """The values that *annotation* leaves to choose from; none where any text will do."""
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return [choice.value for choice in annotation]
    if get_origin(annotation) is Literal:
        return list(get_args(annotation))
    return [choice for part in get_args(annotation) for choice in _choices(part)]


def _example(field: FieldInfo) -> str:
    return "".join(_code(str(example)) for example in field.examples or ())


def _code(text: str) -> str:
    return f"`{text}`"


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield _row(head)
    yield _row(["---"] * len(head))
    yield from map(_row, rows)
    yield ""


def _row(cells: Iterable[str]) -> str:
    escaped = (cell.replace("|", r"\|") for cell in cells)
    return f"| {' | '.join(escaped)} |"


def rules_page() -> str:
    """Return docs/rules.md: the manual page of each rule, by family."""
    from noticegen.report import NAMES
    from noticegen.rules.registry import RULES

    lines = [_RULES_INTRODUCTION]
    for family, group in groupby(RULES, key=lambda rule: rule.CODE.partition("-")[0]):
        lines += [f"## {_FAMILIES[family]}（{family}）", ""]
        for rule in group:
            manual = (rule.module.__doc__ or "").strip()
            lines += [f"### {rule.CODE}（{NAMES[rule.SEVERITY]}）", "", manual, ""]
    return "\n".join(lines).rstrip() + "\n"


PAGES = {"form.md": page, "rules.md": rules_page}


def main() -> int:
    """Write the pages, or compare them."""
    parser = argparse.ArgumentParser(description="Make docs/form.md and docs/rules.md.")
    parser.add_argument("--check", action="store_true", help="only say whether they are fresh")
    is_check = parser.parse_args().check
    stale = 0
    for name, make in PAGES.items():
        path, made = DOCS / name, make()
        if path.is_file() and path.read_text(encoding="utf-8") == made:
            continue
        stale += 1
        if is_check:
            print(f"{path} is out of date: run python scripts/docs.py and commit what it writes.")
        else:
            path.write_text(made, encoding="utf-8", newline="\n")
            print(path)
    return 1 if is_check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
