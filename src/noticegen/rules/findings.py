"""The findings in their own words, as rules compare them."""

from noticegen.rules.gists import gists, repeated
from noticegen.rules.subject import Role, Subject, shared


@shared
def alike(subject: Subject) -> set[int]:
    """Return which of the findings, the first being 0, may have the letters of another."""
    texts = [passage.text for passage in subject.of((Role.FINDING,))]
    if subject.notice is None:
        texts = list(map(first_sentence, texts))
    text = "\n".join(texts).replace("。", "").replace("：", "")
    return set(repeated(gists(text.replace("\n", "。"))))


def first_sentence(text: str) -> str:
    """Return what a passage of a finished text says as a finding."""
    return text.partition("。")[0]
