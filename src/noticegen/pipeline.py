"""The straight line, as two functions: what is wrong with a form, and the notice it makes."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, compress
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from noticegen import template
from noticegen.model import Kind, Notice, all_labels, top_labels, validate
from noticegen.problem import Problem, abridged, errors_in

if TYPE_CHECKING:
    from noticegen.document import Document
    from noticegen.form import Form
    from noticegen.rules import Rule
    from noticegen.seal import Fetch
    from noticegen.writers.imprint import Pages
    from noticegen.writers.look import Look

_SAMPLE_NUMBER = "  文号: 云示组〔2024〕12号\n"
_SAMPLE_IMPRINT = {
    "抄送": "  抄送: 县纪委监委，县委巡察工作领导小组办公室\n",
    "印发机关": "  印发机关: 云山县示范局办公室\n",
    "印发日期": "  印发日期: 2024年6月21日\n",
}

CountPages = Callable[[Sequence[bytes]], Sequence[int | None]]
"""How many pages each of some Word files takes; None where that cannot be told."""


class File(NamedTuple):
    """A file given: its name and its bytes."""

    name: str
    data: bytes


class Checked(NamedTuple):
    """A form read and judged; *notice* is None where it cannot be one, rules apart.

    *lines* are the form's, *others* those of the files that marks name as their source.
    *seals* are the pictures that 印章 names.
    """

    notice: Notice | None
    problems: list[Problem]
    lines: tuple[str, ...]
    seals: tuple[bytes, ...] = ()
    others: Mapping[str, Sequence[str]] = MappingProxyType({})


class Built(NamedTuple):
    """A notice as a Word file; *estimated*: nobody counted the pages that 版记 depends on."""

    data: bytes
    estimated: bool


def check(  # noqa: PLR0913  # what may stand beside a form, each of it optional
    data: bytes,
    fetch: "Fetch | None" = None,
    slots: Collection[str] | None = None,
    *,
    own: tuple["Rule", ...] = (),
    is_exempting: bool = True,
    defaults: File | None = None,
) -> Checked:
    """Read and judge a form, *data* being its file's bytes. Never raises for what is in it.

    *fetch* finds the pictures it names. *slots* are those of the look it is to be set in,
    None where the form chooses. *own* are the rules of the office's word lists; the form's
    exemptions hold where *is_exempting*. *defaults* are what the office keeps for all forms.
    """
    from noticegen import fit, seal
    from noticegen.rules import exemptions

    read, problems = read_form(data, defaults)
    if read is None:
        return Checked(None, problems, ())
    notice, more = validate(read)
    sealed = seal.gather(read.values, fetch or _nothing)
    unfit = (fault for fault in fit.faults(read.values, slots) if not read.is_taken(fault[0]))
    more += [
        Problem(read.locate(path, text), code, sentence, severity, text)
        for path, code, sentence, text, severity in (*sealed.faults, *unfit)
    ]
    unsound = [*problems, *more]
    if errors_in(unsound):
        notice = None
    judged = _judged(notice, read, own) if notice else ()
    problems = abridged(chain(unsound, judged))
    if is_exempting:
        problems = exemptions.applied(problems, read.lines, read.others)
    return Checked(notice, problems, read.lines, sealed.pictures, read.others)


def read_form(data: bytes, defaults: File | None = None) -> tuple["Form | None", list[Problem]]:
    """Read a form, completed by what its office keeps for all forms, and say what is mistyped."""
    from noticegen import form
    from noticegen.defaults import completed

    read, problems = form.read(data, all_labels(), top_labels())
    if read is None or defaults is None:
        return read, problems
    read, more = completed(read, *defaults)
    return read, sorted([*problems, *more])


def check_finished(data: bytes, own: tuple["Rule", ...] = ()) -> Checked:
    """Judge a finished notice, a .docx's or .txt's bytes; its lines are its paragraphs."""
    from noticegen import manuscript
    from noticegen.rules import judge, place_in_text
    from noticegen.rules.from_text import subject_from
    from noticegen.rules.registry import RULES

    paragraphs, problems = manuscript.read(data)
    subject = subject_from(list(enumerate(paragraphs, 1)))
    found = judge(subject, (*RULES, *own), place_in_text())
    return Checked(None, abridged(chain(problems, found)), tuple(paragraphs))


def let_through(checked: Checked, allowed: Collection[str]) -> Notice | None:
    """Return the notice; None where there is none, or it has an error not of a code *allowed*."""
    is_barred = any(error.code not in allowed for error in errors_in(checked.problems))
    return None if is_barred else checked.notice


def _judged(notice: Notice, read: "Form", own: tuple["Rule", ...]) -> Iterator[Problem]:
    """Yield what the rules find in a sound form."""
    from noticegen.rules import judge, place_in_form
    from noticegen.rules.from_notice import description_of, subject_of
    from noticegen.rules.registry import RULES

    rules, place = (*RULES, *own), place_in_form(read)
    yield from judge(subject_of(notice), rules, place)
    if description := description_of(notice):
        yield from judge(description, (one for one in rules if _is_of_any_text(one)), place)


def _is_of_any_text(rule: "Rule") -> bool:
    """Tell whether *rule* judges words wherever they are published, not a notice as a whole."""
    return rule.CODE.startswith(("privacy-", "secrecy-", "typo-", "term-own"))


def build(
    notice: Notice,
    look: "Look | None" = None,
    *,
    seals: tuple[bytes, ...] = (),
    count_pages: CountPages | None = None,
) -> Built:
    """Return the notice as a Word file, set in *look* or the one that 文号 chooses.

    *count_pages* finds the page that 版记 falls on; without it that page is estimated.
    Raises TemplateError where the look is at fault.
    """
    document = composed(notice, seals)
    [built] = typeset([(document, look or look_of(document))], count_pages)
    return built


def look_of(document: "Document") -> "Look":
    """Return the look that the document's 文号 chooses."""
    return shipped(template.look_for(document.words.get("文号")))


def composed(notice: Notice, seals: tuple[bytes, ...] = ()) -> "Document":
    """Return the notice composed; *seals* are the pictures that 印章 names."""
    from noticegen.compose import compose

    return compose(notice, seals)


def typeset(
    documents: "Sequence[tuple[Document, Look]]", count_pages: CountPages | None = None
) -> list[Built]:
    """Return each document as a Word file in its look; all pages are counted in one call."""
    from noticegen.writers import docx

    open_ended = [docx.needs_pages(*pair) for pair in documents]
    counted = iter(_counted(list(compress(documents, open_ended)), count_pages))
    built = []
    for pair, is_open in zip(documents, open_ended, strict=True):
        pages = next(counted) if is_open else None
        estimated = is_open and pages is None
        pages = docx.estimate_pages(*pair) if estimated else pages
        built.append(Built(docx.write(*pair, pages), estimated))
    return built


def sample(look: "Look") -> bytes:
    """Return the notice of the form that `new` gives, set in *look* with its slots filled."""
    text = template.resource("rectification/form.yaml").decode()
    if "文号" in look.slots:
        text = text.replace("\n发文:\n", f"\n发文:\n{_SAMPLE_NUMBER}", 1)
    if imprint := [line for slot, line in _SAMPLE_IMPRINT.items() if slot in look.slots]:
        text += "版记:\n" + "".join(imprint)
    checked = check(text.encode(), slots=look.slots)
    if checked.notice is None:
        raise ValueError("the form that ships has errors")
    return build(checked.notice, look).data


@lru_cache
def shipped(name: str) -> "Look":
    """Return the look *name* that ships with the program, compiled."""
    from noticegen.writers import docx

    return docx.compile_look(template.look(name))


def _counted(
    documents: "Sequence[tuple[Document, Look]]", count: CountPages | None
) -> "list[Pages | None]":
    """Count the pages of each text, and those with 版记, which tell whether it has room there."""
    from noticegen.writers import docx
    from noticegen.writers.imprint import without_imprint

    if count is None or not documents:
        return [None] * len(documents)
    texts = [docx.write(without_imprint(document), look) for document, look in documents]
    wholes = [docx.write(document, look) for document, look in documents]
    counts = count([*texts, *wholes])
    pairs = zip(counts[: len(texts)], counts[len(texts) :], strict=True)
    return [_pages(text, whole) for text, whole in pairs]


def _pages(text: int | None, whole: int | None) -> "Pages | None":
    """Return where 版记 goes, of the pages without and with it; None where nobody knows."""
    from noticegen.writers.imprint import Pages

    if text is None or (whole is None and text % 2 == 0):
        return None
    # After an odd page 版记 is on the even one that follows, whatever room there is.
    return Pages(text, room=text % 2 == 0 and whole == text)


def _nothing(_: str) -> None:
    """Find no picture: for whoever reads no files."""


def summary(notice: Notice) -> str:
    """Return 28个问题、67条措施: what the form holds, withheld items too."""
    findings = [item for item in notice.body if item.kind in (Kind.FINDING, Kind.TASK)]
    measures = sum(len(item.measures) for item in findings)
    return f"{len(findings)}个问题、{measures}条措施"
