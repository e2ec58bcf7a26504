"""Progress → JSON for programs, under English names that do not change."""

import json

from noticegen.model import Status
from noticegen.progress import Group, Overdue, Progress

_STATES = {
    Status.COMPLETED: "completed",
    Status.SUBSTANTIALLY_COMPLETED: "substantially_completed",
    Status.ONGOING: "ongoing",
    Status.NOT_COMPLETED: "not_completed",
    "": "not_given",
}


def as_json(progress: Progress) -> str:
    """Return one object: as_of, total, forms, departments, overdue, broken."""
    record = {
        "as_of": progress.day.iso,
        "total": _numbers(progress.total),
        "forms": [
            {"file": form.name, "issuer": form.issuer, **_numbers(form)} for form in progress.forms
        ],
        "departments": [
            {"issuer": one.issuer, "department": one.name, **_numbers(one)}
            for one in progress.departments
        ],
        "overdue": [_overdue(one) for one in progress.overdue],
        "broken": [{"file": name, "message": fault} for name, fault in progress.broken],
    }
    return json.dumps(record, ensure_ascii=False, indent=2)


def _numbers(group: Group) -> dict[str, int]:
    counts = group.tally
    return {
        "findings": counts.findings,
        "measures": counts.measures,
        **{name: counts.by_status[state] for state, name in _STATES.items()},
        "overdue": counts.overdue,
        "overdue_status_not_given": group.unstated,
        "withheld": group.withheld,
    }


def _overdue(one: Overdue) -> dict[str, str | int | bool]:
    return {
        "file": one.file,
        "issuer": one.issuer,
        "finding": one.row.text,
        "department": one.department,
        "status": one.row.status,
        "deadline": one.row.fields["完成时限"],
        "days_late": one.days,
        "withheld": bool(one.row.withheld),
    }
