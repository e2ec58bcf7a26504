"""一段话末尾没有句号。

段里已经有句号、段末却没有点号的才查；许多行都这样的稿子是按行断开的，不查。

正确：一是完善制度。二是加强监督。

错误：一是完善制度。二是加强监督
"""

from collections.abc import Iterator
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules.subject import Fault, Passage, Role, Subject

CODE = "punctuation-no-stop"
SEVERITY: Final = Severity.WARNING
_IN_FORM = (Role.PREAMBLE, Role.PARAGRAPH)
_IN_TEXT = (*_IN_FORM, Role.HEADING, Role.FINDING, Role.MEASURE, Role.MATTER, Role.CONTACT)
_OPEN = pattern(r"[\u4e00-\u9fff0-9A-Za-z%][”》）]?$")
_REMARK = pattern("。（[^（）]*）$")
_CLOSING = "。；：！？，、…"  # nearly every paragraph ends so
_FEW = 3


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each paragraph of whole sentences whose last one is not closed."""
    roles = _IN_TEXT if subject.notice is None else _IN_FORM
    whole = [passage for passage in subject.of(roles) if _has_sentences(passage)]
    unclosed = [passage for passage in whole if _is_open(passage.text)]
    if len(unclosed) >= _FEW and 4 * len(unclosed) > len(whole):
        return
    for passage in unclosed:
        end = len(passage.text)
        words = passage.text[-8:]
        yield Fault(passage, end - len(words), end, f"这一段末尾“{words}”后面没有句号，请补上。")


def _is_open(text: str) -> bool:
    """Tell a text that ends in a word; a remark in brackets after 。 has no stop."""
    return text[-1:] not in _CLOSING and bool(_OPEN.search(text)) and not _REMARK.search(text)


def _has_sentences(passage: Passage) -> bool:
    """Tell prose from headings; 导语 is closed by the composer, 附件 has no stop."""
    is_prose = "。" in passage.text[:-1] and passage.place[-1] != "导语"
    return is_prose and not passage.text.startswith("附件")
