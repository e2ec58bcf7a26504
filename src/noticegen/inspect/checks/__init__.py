"""The checks of the file itself, in the order of the standard."""

from noticegen.inspect.checks import (
    attachment,
    body,
    imprint,
    masthead,
    number,
    page,
    signature,
    text,
    title,
)
from noticegen.inspect.found import Check

CHECKS: tuple[Check, ...] = (
    *page.CHECKS,
    *masthead.CHECKS,
    *title.CHECKS,
    *body.CHECKS,
    *signature.CHECKS,
    *attachment.CHECKS,
    *imprint.CHECKS,
    *number.CHECKS,
    *text.CHECKS,
)
