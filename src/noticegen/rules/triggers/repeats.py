"""What must be said twice for a rule on repetition to find anything."""

from noticegen.rules import findings, sentences
from noticegen.rules.subject import Role, Subject

ADVERBS = ("真正", "切实", "已经", "必须", "应当", "目前", "正在")
"""What a clause says once only."""


def repeats_finding(subject: Subject) -> bool:
    """Tell whether two findings may be alike."""
    return bool(findings.alike(subject))


def repeats_heading(subject: Subject) -> bool:
    """Tell whether two headings of a form are alike."""
    headings = [passage.text.rstrip("。") for passage in subject.of((Role.HEADING,))]
    return subject.notice is not None and len(set(headings)) < len(headings)


def repeats_paragraph(subject: Subject) -> bool:
    """Tell whether two paragraphs are alike."""
    paragraphs = [passage.text for passage in subject.of((Role.PARAGRAPH,))]
    return len(set(paragraphs)) < len(paragraphs)


def repeats_sentences(subject: Subject) -> bool:
    """Tell whether two sentences have the same words."""
    alike = sentences.alike(subject)
    return len({one.words for one in alike}) < len(alike)


def resembles_sentences(subject: Subject) -> bool:
    """Tell whether two sentences may have the same core in other words."""
    alike = sentences.alike(subject)
    return len({one.gist for one in alike}) < len({one.words for one in alike})
