"""联系方式以外印出了手机号码。

正确：联系电话：13800138000。

错误：经核实，举报人李某（13800138000）反映的问题属实。
"""

from collections.abc import Iterator
from typing import Final

from noticegen.patterns import pattern
from noticegen.problem import Severity
from noticegen.rules.search import not_after, search
from noticegen.rules.subject import Fault, Role, Subject

CODE = "privacy-mobile"
SEVERITY: Final = Severity.WARNING
_MOBILE = pattern(
    r"(?<![\dA-Za-z.\-])(?:\+?86[ -]?)?1[3-9]\d(?:\d{8}|[ -]\d{4}[ -]\d{4})"
    r"(?![\dA-Za-z.\-%]|[余多]?(?:元|万|亿|吨|平方|立方|公里|人|户|亩|字|号|次))"
)
_PUBLIC = pattern("(?:监督|举报|联系|咨询|服务|值班|投诉|公开)(?:电话|方式)|热线|联系人[：:]")
_NUMBERED = pattern("(?:编号|单号|证号|合同号|批号|文号|序号)[：:为]?$")


def check(subject: Subject) -> Iterator[Fault]:
    """Yield each mobile number that is no office's own."""
    for passage, found in not_after(search(subject, _MOBILE, "3456789"), _PUBLIC):
        start = found.start()
        is_numbered = _NUMBERED.search(passage.text, max(start - 6, 0), start)
        if passage.role is not Role.CONTACT and not is_numbered:
            message = f"联系方式以外印出了手机号码“{found.group()}”，请删去，或者用星号遮住。"
            yield Fault(passage, start, found.end(), message)
