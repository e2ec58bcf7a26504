"""Trial: a form's values in, the document they compose out; None where they are no form."""

from collections.abc import Mapping

from noticegen import document as doc
from noticegen.compose import compose
from noticegen.form import Form, Value
from noticegen.model import validate

STAND_IN = {"机关": "某机关", "成文日期": "2000年1月1日"}
"""What a trial takes for facts that the source does not tell."""

EMPTY = "请在这里写正文。"
"""What stands for a body that the source does not have."""


def composed(values: Mapping[str, Value]) -> doc.Document | None:
    """Return the document that a form of these *values* composes."""
    issuance = values.get("发文")
    given = issuance if isinstance(issuance, dict) else {}
    whole: dict[str, Value] = {**values, "发文": {**STAND_IN, **given}}
    notice, _ = validate(Form((), whole, whole=True))
    return compose(notice) if notice else None


def paragraphs(values: Mapping[str, Value]) -> list[str]:
    """Return the paragraphs that *values* compose; [] where they compose nothing."""
    document = composed({"正文": [{"段落": "正文"}], **values})
    blocks = document.blocks if document else ()
    return [block.text for block in blocks if isinstance(block, doc.Paragraph)]
