"""Progress → the sentences that the terminal and the page have in common."""

from noticegen.model import Status
from noticegen.progress import Group, Progress

STATES = (*Status, "")
UNSTATED = "未填状态"
NO_DEPARTMENT = "（未填责任单位）"
RESTRICTED = "内部使用"


def state(status: str) -> str:
    """Return what to call *status*, "" being one nobody filled in."""
    return status or UNSTATED


def title(progress: Progress) -> str:
    """Return 中共……党组整改进展（内部使用，截至……）, without a name where there are several."""
    issuers = {form.issuer for form in progress.forms}
    name = issuers.pop() if len(issuers) == 1 else ""
    return f"{name}整改进展（{RESTRICTED}，截至{progress.day}）"


def told(progress: Progress) -> str:
    """Return one sentence of all (28个问题：已完成20个，……；逾期2个。) that tells how things stand."""
    counts = progress.total.tally
    forms = f"{len(progress.forms)}张表、" if len(progress.forms) > 1 else ""
    states = "，".join(f"{state(name)}{counts.by_status[name]}个" for name in STATES)
    return f"{forms}{counts.findings}个问题：{states}；逾期{counts.overdue}个。"


def notes(progress: Progress) -> list[str]:
    """Return what one must know of the numbers, a sentence each."""
    total, day = progress.total, progress.day
    told = [f"逾期：完成时限早于{day}，状态是持续推进或者未完成；只写年月的，过了那个月才算。"]
    if total.unstated:
        told.append(f"另有{total.unstated}个问题完成时限已过，没有填状态，不知道是否逾期，请补填。")
    if total.withheld:
        told.append(f"其中{total.withheld}个问题不公开，也计算在内。")
    if progress.broken:
        names = "、".join(name for name, _ in progress.broken)
        told.append(f"{len(progress.broken)}张表有错误，没有计入：{names}。")
    return told


def department(group: Group) -> str:
    """Return what to call a department."""
    return group.name or NO_DEPARTMENT
