"""Kinds: a group of tokens in; what each form of ordinal in it numbers, out."""

import itertools
import re
from collections.abc import Iterator, Sequence

from noticegen.importers import measures, ordinals
from noticegen.importers.patterns import PHRASE
from noticegen.importers.tokens import NONE, Group, Token, followers

_ORGANISATION = re.compile(
    "组织|领导|责任|动员|部署|站位|巩固|长效|下一步|打算|线索|深化|机制|保障|总体|基本情况|开展情况"
)
_RECTIFICATION = re.compile("反馈|问题|任务|整改落实|整改进展|整改情况|整改完成|成效")
_UNFINISHED = re.compile("需要?(?:继续|进一步)整改|未完成整改|尚未整改|后续整改")
_MATTER = re.compile("需(?:要)?(?:继续|进一步)整改")
_LABELLED = re.compile("(?:反馈|具体|存在)?问题[一1]")
_ABOVE = {1: ("方面",), 2: ("方面", "类别"), 3: ("单位", "方面", "类别")}
_FINDINGS = 4  # the depth of （1）


def kinds_of(group: Group) -> dict[str, str]:
    """Return what each form of ordinal in *group* numbers: 方面, 类别, 问题, 要点, 事项, 措施.

    A form that numbers measures in paragraphs of their own has 措施.
    """
    forms = _forms(group.tokens)
    if _UNFINISHED.search(group.title) and forms:
        first = [token for token in group.tokens if token.sample == forms[0]]
        if all(_MATTER.search(token.rest) for token in first):
            return {forms[0]: "事项", **dict.fromkeys(forms[1:], "措施")}
    leaf = _leaf(group, forms)
    if leaf is None and _promote(group.tokens):
        forms = _forms(group.tokens)
        leaf = _leaf(group, forms)
    if leaf is None:
        return _organisation(forms)
    above = forms[: forms.index(leaf)]
    kinds = dict(zip(above, _above(above), strict=False))
    deeper = dict.fromkeys(forms[forms.index(leaf) + 1 :], "措施")
    return {**kinds, leaf: _leaf_kind(group, leaf), **deeper}


def _forms(tokens: Sequence[Token]) -> list[str]:
    """The forms of ordinals in *tokens*, the highest first."""
    depths = {token.sample: token.depth for token in reversed(tokens) if not token.is_plain}
    first = [token.sample for token in tokens]
    return sorted(depths, key=lambda sample: (depths[sample], first.index(sample)))


def _organisation(forms: Sequence[str]) -> dict[str, str]:
    """Where there are no findings the lowest form numbers 要点."""
    if not forms:
        return {}
    above = forms[:-1]
    return {**dict(zip(above, _above(above), strict=False)), forms[-1]: "要点"}


def _above(forms: Sequence[str]) -> tuple[str, ...]:
    """Return the kinds of the headings above the findings."""
    if len(forms) == 1 and ordinals.depth(forms[0]) > 2 and forms[0] != NONE:  # noqa: PLR2004  # 1. is a 类别 by custom
        return ("类别",)
    return _ABOVE.get(len(forms), _ABOVE[3])


def _leaf(group: Group, forms: Sequence[str]) -> str | None:
    """Return the form that numbers findings, None where there are none."""
    for at in reversed(range(len(forms))):
        form = forms[at]
        if _LABELLED.match(form) or any(_is_finding(*unit) for unit in _units(group, form)):
            return form
        if forms[at + 1 :] and _has_measures_below(group, form, forms[at + 1]):
            return form
    title = group.title
    is_plain = all(ordinals.depth(form) != _FINDINGS for form in forms)
    tells_nothing = len(forms) == 1 and is_plain and not _RECTIFICATION.search(title)
    if _ORGANISATION.search(title) or tells_nothing:
        return None
    for form in reversed(forms):
        if any(_is_answered(*unit) for unit in _units(group, form)):
            return form
    return None


def _units(group: Group, form: str) -> Iterator[tuple[Token, list[Token]]]:
    """Yield each token of *form* with the running text right under it."""
    for at, token in enumerate(group.tokens):
        if token.sample != form:
            continue
        below = []
        for follower in followers(group.tokens, at):
            if not follower.is_plain:
                break
            below.append(follower)
        yield token, below


def _is_finding(token: Token, below: Sequence[Token]) -> bool:
    """Tell for certain: labelled measures follow, or it is worded as a finding and answered."""
    head, rest = token.head()
    if any(measures.label_of(follower.text) for follower in below[:2]):
        return True
    if measures.split(token.rest, len(token.rest))[1]:
        return True
    return PHRASE.match(head) is not None and bool(rest or below)


def _has_measures_below(group: Group, form: str, lower: str) -> bool:
    """Tell whether *form* numbers findings and *lower* their measures, begun anew each time."""
    is_phrased = any(PHRASE.match(token.rest) for token, _ in _units(group, form))
    lower_units = list(_units(group, lower))
    is_listed = sum(1 for _, below in lower_units if below) * 2 < len(lower_units)
    starts = [
        following.number
        for token, following in zip(group.tokens, group.tokens[1:], strict=False)
        if token.sample == form and following.sample == lower
    ]
    return is_phrased and is_listed and set(starts) == {1}


def _is_answered(token: Token, below: Sequence[Token]) -> bool:
    _, rest = token.head()
    return bool(below) or len(rest) > 0


def _leaf_kind(group: Group, leaf: str) -> str:
    """问题, or 任务 where a group of tasks says nothing of a fault."""
    heads = [token.head()[0] for token in group.tokens if token.sample == leaf]
    is_task = "任务" in group.title and not any(
        re.search("[不未缺弱慢差滞薄漏偏]|问题", head) for head in heads
    )
    return "任务" if is_task else "问题"


def _promote(tokens: Sequence[Token]) -> bool:
    """Take running text that labelled measures follow for a finding without an ordinal."""
    found = False
    for token, following in itertools.pairwise(tokens):
        is_answered = token.is_plain and following.is_plain and measures.label_of(following.text)
        if is_answered and not measures.label_of(token.text) and not token.line.exact:
            token.sample, token.rest, token.depth = NONE, token.text, 4
            found = True
    return found
