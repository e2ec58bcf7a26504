"""What a form gives beside its texts, and what may be asked of a finished text."""

from noticegen.rules import filled
from noticegen.rules.subject import Role, Subject, shared


def is_finished(subject: Subject) -> bool:
    """Tell whether a finished text is judged."""
    return subject.notice is None


def is_public(subject: Subject) -> bool:
    """Tell whether all may read it."""
    return subject.public


def is_dated(subject: Subject) -> bool:
    """Tell whether the date of issue is known."""
    return subject.date_of_issue is not None


@shared
def gives_statuses(subject: Subject) -> bool:
    """Tell whether a form gives any status: rules on completeness ask only those."""
    return filled.has_status(subject)


def has_matters(subject: Subject) -> bool:
    """Tell whether a form that gives statuses has a 事项."""
    return gives_statuses(subject) and bool(subject.of((Role.MATTER,)))


def has_imprint(subject: Subject) -> bool:
    """Tell whether a form that gives statuses has 版记."""
    notice = subject.notice
    return notice is not None and notice.imprint is not None and gives_statuses(subject)


def has_copy_number(subject: Subject) -> bool:
    """Tell whether a form gives 份号."""
    return subject.notice is not None and bool(subject.notice.issuance.copy_number)


def is_classified(subject: Subject) -> bool:
    """Tell whether a form gives 密级."""
    return subject.notice is not None and bool(subject.notice.issuance.classification)


def is_signed_apart(subject: Subject) -> bool:
    """Tell whether a form gives 署名 beside 机关."""
    return subject.notice is not None and bool(subject.notice.issuance.signature)


def has_title(subject: Subject) -> bool:
    """Tell whether a title is printed that is given word for word."""
    return bool(subject.of((Role.TITLE,)))


def lists_measures(subject: Subject) -> bool:
    """Tell whether it lists measures."""
    return subject.listed.measures is not None


def gives_duration(subject: Subject) -> bool:
    """Tell whether a form gives 历时."""
    return subject.notice is not None and bool(subject.notice.inspection.duration)
