"""Reports: what an import could not place, renumbered or left out, as problems."""

from collections.abc import Iterator, Sequence

from noticegen.importers.draft import Draft, Entry
from noticegen.importers.lines import Line, Source
from noticegen.importers.parts import Zones
from noticegen.importers.proof import Proof
from noticegen.problem import Mark, Problem, Severity

_SHOWN, _EXAMPLES, _SENTENCE = 12, 3, 30
_LEAVES = ("问题", "任务")


def problems(source: Source, draft: Draft, zones: Zones, proof: Proof) -> list[Problem]:
    """Return what there is to say of an import, in the order of the source."""
    found = [
        *(_problem(number, code, text) for number, code, text in source.notes),
        *_missing(draft, zones),
        *_left_out(zones),
        *_moved(zones),
        *_renumbered(proof.renumbered),
        *_verbatim(draft),
        *(_problem(1, "file-not-placed", _refused(text)) for text in proof.unplaced),
    ]
    return sorted(set(found))


def _problem(
    number: int, code: str, message: str, severity: Severity = Severity.WARNING, text: str = ""
) -> Problem:
    return Problem(Mark(max(number, 1), 1), code, message, severity, text)


def _missing(draft: Draft, zones: Zones) -> Iterator[Problem]:
    issued = draft.facts["发文"]
    if zones.is_bare:
        yield _problem(1, "file-no-body", "没有找到正文，请在「正文」里补上。")
    if not zones.title:
        yield _problem(1, "file-no-title", "没有找到标题，请核对，有标题就填在「标题」里。")
    if not issued.get("机关"):
        yield _problem(1, "file-no-issuer", "没有找到发文机关，请填上「机关」。")
    if not issued.get("成文日期"):
        sentence = "没有找到落款的日期，请填上「成文日期」，例如：`成文日期: 2023年9月26日`。"
        yield _problem(1, "file-no-date", sentence)
    inspection = draft.facts["巡察"]
    if not inspection.get("巡察组") and not draft.facts["写法"].get("引言"):
        sentence = "没有找到写明巡察组和巡察时间的开头一段，请核对，有就填在「巡察」里。"
        yield _problem(1, "file-no-opening", sentence, Severity.HINT)


def _left_out(zones: Zones) -> Iterator[Problem]:
    lines = zones.left_out
    if not lines:
        return
    sentences = [line for line in lines if _is_sentence(line)]
    others = [line for line in lines if line not in sentences]
    words = "、".join(f"“{_short(line)}”" for line in [*sentences, *others][:_EXAMPLES])
    more = "等" if len(lines) > _EXAMPLES else ""
    sentence = (
        f"正文以外的{len(lines)}行文字没有导入（{words}{more}），请核对其中有没有通报的内容。"
    )
    grave = Severity.WARNING if sentences else Severity.HINT
    yield _problem((sentences or lines)[0].number, "file-chrome", sentence, grave)


def _moved(zones: Zones) -> Iterator[Problem]:
    if zones.after:
        count, first = len(zones.after), zones.after[0]
        sentence = f"落款前后有{count}段文字没有对应的写法，放在了「正文」最后，请核对。"
        yield _problem(first.number, "file-not-placed", sentence, text=first.text[:_SHOWN])


def _is_sentence(line: Line) -> bool:
    """Tell whether *line* may be of the notice after all: it ends like running text."""
    return line.text.endswith("。") and len(line.text) > _SENTENCE and not line.aside


def _renumbered(entries: Sequence[Entry]) -> Iterator[Problem]:
    for kind in dict.fromkeys(entry.kind for entry in entries):
        mine = [entry for entry in entries if entry.kind == kind]
        first = mine[0]
        sentence = (
            f"「{kind}」的序号在原文里不连贯（从“{first.ordinal}”起，共{len(mine)}处），"
            "已按顺序重新编排，请核对。"
        )
        yield _problem(first.lines[0].number, "file-renumbered", sentence, text=first.ordinal)


def _verbatim(draft: Draft) -> Iterator[Problem]:
    for entry in draft.entries:
        line = entry.lines[0]
        if entry.kind == "段落" and entry.sample:
            sentence = "这一段带序号，却没有读出是标题还是问题，照原文放进了「段落」，请核对。"
            yield _problem(line.number, "file-not-placed", sentence, Severity.HINT, line.text[:4])
        elif entry.kind in _LEAVES and "原文" in entry.values and "措施" not in entry.values:
            sentence = "没有读出这个问题的整改措施，照原文放进了「原文」，请核对。"
            yield _problem(line.number, "file-not-placed", sentence, Severity.HINT, line.text[:4])
        elif any(one.rows for one in entry.lines):
            sentence = "正文里的表格没有对应的写法，每行成了一段，请核对。"
            yield _problem(line.number, "file-table", sentence)


def _refused(text: str) -> str:
    return f"“{text[:_SHOWN]}”填进表里会有错误，没有导入，请自己填上。"


def _short(line: Line) -> str:
    text = line.text or " ".join(line.rows[0])
    return text[:_SHOWN] + ("…" if len(text) > _SHOWN else "")
