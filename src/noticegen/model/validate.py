"""Model stage: the form's plain values to a Notice, or to everything that is wrong with them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from noticegen import numerals, punctuation
from noticegen.form import Form, Value
from noticegen.model import names
from noticegen.model.fields import HEADING_ORDINAL, may_start_with_ordinal
from noticegen.model.kinds import Kind, Status
from noticegen.model.labels import Path, field_at, labels_at, nearest, parents_of
from noticegen.model.notice import Notice, worded
from noticegen.model.texts import Texts
from noticegen.patterns import pattern
from noticegen.problem import Problem, Severity, errors_in

if TYPE_CHECKING:
    from noticegen.model.explained import ErrorDetails

_STATUS_MEANT = {
    **dict.fromkeys(("完成", "已整改", "已办结", "整改完成", "已销号", "是"), Status.COMPLETED),
    **dict.fromkeys(("基本整改", "基本整改完成"), Status.SUBSTANTIALLY_COMPLETED),
    **dict.fromkeys(("整改中", "正在整改", "推进中", "长期坚持", "进行中"), Status.ONGOING),
    **dict.fromkeys(("未整改", "尚未完成", "否"), Status.NOT_COMPLETED),
}
_FURTHER_WAYS = frozenset(
    ("网址", "网站", "微信", "信箱", "传真", "手机", "联系人", "接待地址", "监督电话", "举报电话")
)
"""Ways to reach an office that are near a label of ours, yet no slip."""
_AS_TYPED = frozenset(
    (
        *("文号", "份号", "密级", "紧急程度", "印章"),
        *("网站域名", "网站标识码", "发布时间", "关键词", "网址"),
    )
)
"""Labels whose punctuation is no prose: a wrong one is told, none is set full-width."""
_TEXT_OR_LIST = (
    *("机关", "署名", "对象", "印章", "标题分行", "引言"),
    *("段落", "内容", "措施", "连续", "关键词"),
)
_LATER_FORMAT = pattern(r"[2-9]|[1-9]\d")
_MOST_LISTED = 10
_LIKE_ENOUGH = 0.6
"""How alike a status must be to be proposed: 部分完成 is no slip of 已完成."""


def validate(form: Form) -> tuple[Notice | None, list[Problem]]:
    """Return the notice that *form* gives, and all that is wrong; None where it gives none."""
    notice, wrong = _read(form.values)
    problems = list(_field_problems(wrong, form))
    for path, code, sentence, text, severity in _faults(form, notice):
        is_label = path[-1:] == (text,)
        mark = form.locate_label(path) if is_label else form.locate(path, text)
        problems.append(Problem(mark, code, sentence, severity, text))
    if errors_in(problems):
        notice = None
    return notice, sorted(set(problems))


def _read(values: dict[str, Value]) -> "tuple[Notice | None, list[ErrorDetails]]":
    """Return the notice, or what pydantic says of the values that are none."""
    try:
        return Notice.model_validate(values), []
    except ValueError:
        from noticegen.model.explained import explain

        return explain(values)


def _faults(form: Form, notice: Notice | None) -> Iterator[names.Fault]:
    said = Texts(form.values)
    yield from names.faults(said, form.values, notice)
    yield from _clashes(form)
    yield from _half_width(said)
    yield from _withheld_without_reason(form, said)
    if notice:
        yield from names.unfilled_locals(notice)
        yield from names.overlong_patterns(notice)
        yield from _typed_ordinals(notice)
        yield from _title_lines(notice)
        yield from _unsaid_inspection(form, notice, said)


def _clashes(form: Form) -> Iterator[names.Fault]:
    """Names of the user's own that mean something else already, or look like a slip."""
    for part in ("数据", "联系"):
        value = form.values.get(part)
        given = value if isinstance(value, dict) else {}
        own = given.keys() - set(labels_at((part,)))
        for label in sorted(own):
            if label in names.FACT_NAMES:
                sentence = f"「{label}」是程序自己的名称，请在「{part}」里换一个名称。"
                yield (part, label), "model-name-taken", sentence, label, Severity.ERROR
            elif (
                part == "联系"
                and label not in _FURTHER_WAYS
                and (meant := nearest(label, labels_at((part,))))
                and (len(meant) == len(label) or meant not in given)
            ):
                sentence = f"不认识的标签「{label}」，是不是「{meant}」？"
                yield (
                    (part, label),
                    "model-unknown-label",
                    sentence,
                    label,
                    Severity.ERROR,
                )


def _withheld_without_reason(form: Form, said: Texts) -> Iterator[names.Fault]:
    """不公开 left empty: an empty label counts for nothing, and the finding would be printed."""
    if "不公开" not in form.labels:
        return
    filled = {path for path, _ in said.located(frozenset(said.texts))}
    for path in form.spans:
        if path[-1:] == ("不公开",) and path[0] == "正文" and path not in filled:
            sentence = "「不公开」后面要写理由才算数，请补上理由；要公开就删去这一行。"
            yield path, "model-withheld-reason", sentence, "", Severity.ERROR


def _typed_ordinals(notice: Notice) -> Iterator[names.Fault]:
    """Ordinals typed before what the program numbers itself: both would be printed."""
    for index, (item, wording) in enumerate(worded(notice)):
        text = item.verbatim or item.heading
        found = may_start_with_ordinal(text) and HEADING_ORDINAL.match(text)
        if found and wording.ordinals.of(item.kind) != numerals.NONE:
            label = "原文" if item.verbatim else item.kind
            sentence = f"「{item.kind}」的序号由程序编排，请删去“{found.group()}”。"
            path = ("正文", index, str(label))
            yield path, "model-typed-ordinal", sentence, found.group(), Severity.ERROR


def _title_lines(notice: Notice) -> Iterator[names.Fault]:
    """标题 and 标题分行 that say two different things."""
    title, lines = notice.issuance.title, notice.issuance.title_lines
    if title and lines and "".join(lines).replace(" ", "") != title.replace(" ", ""):
        sentence = "「标题分行」连起来和「标题」不一样，请改成一样的，或者只填其中一项。"
        yield ("发文", "标题分行"), "model-title-lines", sentence, "", Severity.ERROR


def _unsaid_inspection(form: Form, notice: Notice, said: Texts) -> Iterator[names.Fault]:
    """Facts of 巡察 that no opening paragraph can state and no text calls on."""
    given = form.values.get("巡察")
    if notice.inspection.team or notice.wording.preamble or not isinstance(given, dict):
        return
    called = {name for text in said.holding("{") for name in names.NAME.findall(text)}
    if (unsaid := given.keys() - {"类型"}) and not called & {*given, "巡察时间"}:
        sentence = (
            "「巡察」下没有填「巡察组」，写不成开头一段，请补上；不要开头一段就删去「巡察」各项。"
        )
        yield ("巡察", min(unsaid)), "model-preamble", sentence, "", Severity.ERROR


def _half_width(said: Texts) -> Iterator[names.Fault]:
    """The first text whose punctuation is set full-width: said once a form."""
    marked = said.holding(punctuation.HALF_MARKS)
    if not any(map(_first_half_width, marked)):
        return
    for path, text in said.located(marked):
        is_as_typed = path[1:2] and path[1] in _AS_TYPED
        if not is_as_typed and (mark := _first_half_width(text)):
            sentence = "有半角标点（逗号、冒号、括号等），通报里已一律改成全角，表不用改。"
            yield path, "punctuation-half-width", sentence, mark, Severity.HINT
            return


def _first_half_width(text: str) -> str:
    return next(filter(None, map(punctuation.first_half_width, text.splitlines())), "")


def _field_problems(details: "list[ErrorDetails]", form: Form) -> Iterator[Problem]:
    meant = {_meant(detail["loc"]) for detail in details if detail["type"] == "extra_forbidden"}
    for detail in details:
        path = detail["loc"]
        kind = detail["type"]
        if kind == "missing":
            if form.whole and path not in meant:
                yield Problem(form.locate_label(path), "model-missing", _missing(path))
        elif kind == "too_short" and detail["input"]:
            continue  # its items are told one by one
        elif kind == "extra_forbidden":
            label = str(path[-1])
            sentence = _unknown_label(path)
            yield Problem(form.locate_label(path), "model-unknown-label", sentence, text=label)
        else:
            code, sentence = _value_fault(detail, path)
            words = detail.get("ctx", {}).get("words")
            given = words or (detail["input"] if isinstance(detail["input"], str) else "")
            yield Problem(form.locate(path, words or ""), code, sentence, text=given)


def _meant(path: Path) -> Path:
    """The path that the unknown label at *path* was probably meant to be."""
    return (*path[:-1], nearest(str(path[-1]), labels_at(path[:-1])) or "")


def _missing(path: Path) -> str:
    field = field_at(path)
    example = f"，例如：`{path[-1]}: {field.examples[0]}`" if field and field.examples else ""
    below = f"「{path[-2]}」下" if len(path) > 1 and isinstance(path[-2], str) else ""
    return f"{below}还没有填「{path[-1]}」，请补上{example}。"


def _unknown_label(path: Path) -> str:
    label = str(path[-1])
    known = labels_at(path[:-1])
    if (meant := nearest(label, known)) and meant != label:
        return f"不认识的标签「{label}」，是不是「{meant}」？"
    if homes := [f"「{home}」" if home else "最左边一级" for home in parents_of(label)]:
        return f"「{label}」不写在这里，请移到{'、'.join(homes)}下面。"
    listed = "、".join(known[:_MOST_LISTED]) + ("等" if len(known) > _MOST_LISTED else "")
    return f"不认识的标签「{label}」，这里可以写{listed}。"


def _value_fault(detail: "ErrorDetails", path: Path) -> tuple[str, str]:
    """Return code and sentence for a value of the wrong kind or choice."""
    kind, given = detail["type"], detail["input"]
    label = next((part for part in reversed(path) if isinstance(part, str)), "")
    if kind.startswith("model-"):
        return kind, str(detail["ctx"]["sentence"])
    if kind in ("literal_error", "enum"):
        return "model-choice", _choice(label, str(given), str(detail["ctx"]["expected"]))
    if kind == "string_type":
        return (
            "model-not-text",
            f"「{label}」只写文字，下面不能再分项，请写成“{label}: 内容”一行。",
        )
    if kind in ("model_type", "dict_type", "model_attributes_type"):
        return "model-not-labels", _not_labels(label, given)
    if kind == "too_short":
        return "model-missing", f"「{label}」下面还没有内容，请补上。"
    return "model-not-list", _not_list(label)


def _not_list(label: str) -> str:
    if label in _TEXT_OR_LIST:
        return f"「{label}」只写文字，几条的下一行起每条以“- ”开头，不能再带标签。"
    return f"「{label}」要写成列表，下一行起每项以“- ”开头。"


def _not_labels(label: str, given: object) -> str:
    if label == "正文":
        sentence = f"正文的每一项要写成“- 标签: 内容”，标签是{'、'.join(Kind)}中的一个。"
        if isinstance(given, str) and "：" in given:
            return sentence.removesuffix("。") + "，冒号用英文冒号加一个空格。"
        return sentence
    example = labels_at((label,))[:1]
    shown = f"“{example[0]}: 内容”" if example else "“标签: 内容”"
    return f"「{label}」下面要另起一行，缩进两格，写成{shown}这样的一行一项。"


def _choice(label: str, given: str, expected: str) -> str:
    choices = expected.replace(" or ", ", ").replace("'", "").split(", ")
    if label == "格式":
        return _format(given)
    known = _STATUS_MEANT.get(given) if label == "状态" else None
    meant = known or nearest(given, choices, _LIKE_ENOUGH if label == "状态" else 0.5)
    sentence = f"「{label}」只能填{'、'.join(choices)}，不能填“{given}”"
    return f"{sentence}，是不是“{meant}”？" if meant else f"{sentence}。"


def _format(given: str) -> str:
    if _LATER_FORMAT.fullmatch(given):
        return (
            f"这个版本的程序只认得 `格式: 1`，这张表是 `格式: {given}`，要用更新的版本打开；"
            "本来就是照这个版本填的，请写成 `格式: 1`。"
        )
    return f"「格式」只能写 1，不认识“{given}”，请写成 `格式: 1`。"
