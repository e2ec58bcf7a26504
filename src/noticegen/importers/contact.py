"""The contact paragraph to the fields of 联系, and to 写法.联系 where its wording is its own."""

import re
from collections.abc import Iterator, Sequence

from noticegen.importers import trial
from noticegen.importers.draft import Values
from noticegen.importers.lines import Line

_FIELDS = {
    "电话": re.compile(
        r"电话(?:号码)?[：为]?\s*((?:（?\d{3,5}）?[-—－ ]?)?\d{5,11}(?:[、，/转-]\d{3,12})*)"
    ),
    "地址": re.compile(r"地址[：为]?\s*([^；。，：\n]+?)(?=（?邮(?:政)?编|[；。，：\n]|$)"),
    "邮编": re.compile(r"邮(?:政)?编码?[：为]?\s*(\d{6})(?!\d)"),
    "邮箱": re.compile(r"([A-Za-z0-9][A-Za-z0-9._%+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)"),
}
_LEAD = re.compile(
    "^(.*?[。：，])(?=(?:联系|监督|举报|咨询|受理|办公)?(?:电话|方式|人)|通[信讯]地址|邮|电子)"
)
_SEGMENT = re.compile("([^：；。，（）]{2,8})：([^；。，]+)")
_KNOWN = re.compile("电话|地址|邮编|邮政编码|邮箱|电子邮件|引语|信箱$")
_PRINTED_ITSELF = "监督信箱"  # a place, no address of the net


def fields(lines: Sequence[Line], known: Values) -> tuple[Values, Values, list[str]]:
    """Return 联系, 写法 and what of *lines* goes before them as paragraphs of its own.

    Several lines give the last one as 写法.联系; those above it call on the fields by name.
    Nothing is returned where no field is found. *known* are 发文 and 巡察.
    """
    if not lines:
        return {}, {}, []
    *above, last = [line.text for line in lines]
    if not above:
        for contact, wording in _ways(last):
            if _gives(contact, wording, known, [last]):
                return contact, wording, []
    found = _found("\n".join([*above, last]))
    reached: Values = {label: text for label, text in found.items() if label != "引语"}
    told: Values = {"联系": _named(last, reached)}
    if reached and _gives(reached, told, known, [last]):
        return reached, told, [_named(text, reached) for text in above]
    return {}, {}, []


def _ways(text: str) -> Iterator[tuple[Values, Values]]:
    """Yield what the paragraph may be, the most usual first."""
    found = _found(text)
    more = {
        label: value.strip()
        for label, value in _SEGMENT.findall(text)
        if label == _PRINTED_ITSELF or not _KNOWN.search(label + value)
    }
    usual: Values = {label: value for label, value in found.items() if label != "引语"}
    if not usual:
        return
    whole: Values = dict(found)
    for contact in (usual, whole, {**usual, **more}, {**whole, **more}):
        yield contact, {}
    for contact in ({**whole, **more}, {**usual, **more}, whole, usual):
        yield contact, {"联系": _named(text, contact)}


def _gives(contact: Values, wording: Values, known: Values, texts: list[str]) -> bool:
    return trial.paragraphs({**known, "联系": contact, "写法": wording})[-1:] == texts


def _found(text: str) -> dict[str, str]:
    """Return what *text* tells, by the labels of 联系."""
    lead = _LEAD.match(text)
    found = {"引语": lead.group(1)} if lead and lead.group(1).endswith("。") else {}
    for label, form in _FIELDS.items():
        if place := form.search(text):
            found[label] = place.group(1).strip()
    return found


def _named(text: str, contact: Values) -> str:
    """Return *text* with the fields as names."""
    names = {value: label for label, value in contact.items() if isinstance(value, str)}
    longest = sorted(names, key=len, reverse=True)
    return re.sub(
        "|".join(map(re.escape, longest)),
        lambda place: f"{{{{ {names[place.group()]} }}}}",
        text,
    )
