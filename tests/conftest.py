"""What holds for every test: under NOTICEGEN_FULL=1 nothing is skipped in silence.

A machine that should be able to run everything (LibreOffice, fonts) sets it; a skip is
then a failure that tells its reason. Tests marked ``may_skip`` need what a clone of the
repository cannot have, and stay skipped.
"""

import os
import signal
from collections.abc import Generator

import pytest

_FULL = os.environ.get("NOTICEGEN_FULL") == "1"

pytest.register_assert_rewrite("rules_on")  # asserts too, and is to say what it met


def pytest_configure(config: pytest.Config) -> None:
    # A shell that starts us in the background has Ctrl+C ignored, in all that we start too.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    config.addinivalue_line("markers", "may_skip: stays skipped under NOTICEGEN_FULL=1")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    is_expected = hasattr(report, "wasxfail") or item.get_closest_marker("may_skip")
    if _FULL and report.skipped and not is_expected:
        _fail(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    if _FULL and report.outcome == "skipped":
        _fail(report)
    return report


def _fail(report: pytest.TestReport | pytest.CollectReport) -> None:
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
    report.outcome = "failed"
    report.longrepr = f"not to be skipped under NOTICEGEN_FULL=1: {reason}"
