"""What a user of docxtpl would write: YAML forms in, their types checked, Word files out.

    python docxtpl_script.py TEMPLATE.docx FORM... -o FOLDER [--jobs 2]

It checks that labels are known and values are texts, and nothing that the notice says.
"""

import argparse
from collections.abc import Iterator
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any, Literal

import yaml
from docxtpl import DocxTemplate
from pydantic import BaseModel, ConfigDict, Field

DIGITS = "零一二三四五六七八九"


class Strict(BaseModel):
    """A part of the form: a label it does not know is an error, a number is a text."""

    model_config = ConfigDict(extra="forbid", frozen=True, coerce_numbers_to_str=True)


class Issuance(Strict):
    """发文."""

    issuer: str = Field(alias="机关")
    date: str = Field(alias="成文日期")


class Inspection(Strict):
    """巡察."""

    dispatched: str = Field(alias="部署")
    team: str = Field(alias="巡察组")
    whom: str = Field(alias="对象")
    start: str = Field(alias="开始")
    end: str = Field(alias="结束")
    told: str = Field(alias="反馈日期")
    basis: str = Field(alias="依据")


class Wording(Strict):
    """写法."""

    measures: Literal["另段"] = Field(alias="措施")
    label: str = Field(alias="措施引语")
    contact: str = Field(alias="联系")


class Item(Strict):
    """An item of 正文."""

    part: str = Field("", alias="部分")
    aspect: str = Field("", alias="方面")
    category: str = Field("", alias="类别")
    point: str = Field("", alias="要点")
    content: str = Field("", alias="内容")
    paragraph: str = Field("", alias="段落")
    finding: str = Field("", alias="问题")
    measures: tuple[str, ...] = Field((), alias="措施")


class Form(Strict):
    """The whole form."""

    version: Literal[1] = Field(alias="格式")
    issuance: Issuance = Field(alias="发文")
    inspection: Inspection = Field(alias="巡察")
    wording: Wording = Field(alias="写法")
    body: tuple[Item, ...] = Field(alias="正文")
    contact: dict[str, str | int] = Field(alias="联系")


def read(path: Path) -> Form:
    """Return the form in the file *path*; raise pydantic's error where it is none."""
    return Form.model_validate(yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader))


def context(form: Form) -> dict[str, Any]:
    """Return what the template calls on."""
    inspection = form.inspection
    contact = form.wording.contact
    for name, value in form.contact.items():
        contact = contact.replace(f"{{{{ {name} }}}}", str(value))
    return {
        "issuer": form.issuance.issuer,
        "date": form.issuance.date,
        "inspection": inspection,
        "end": inspection.end.removeprefix(inspection.start.partition("年")[0] + "年"),
        "body": list(paragraphs(form)),
        "contact": contact,
    }


def paragraphs(form: Form) -> Iterator[dict[str, str]]:
    """Yield the paragraphs of 正文: which kind each is, its text, what runs in before it."""
    parts = aspects = categories = findings = points = 0
    count = str(sum(1 for item in form.body if item.finding))
    for item in form.body:
        if item.part:
            parts, aspects, categories, points = parts + 1, 0, 0, 0
            yield {"kind": "part", "text": f"{chinese(parts)}、{item.part}"}
        elif item.aspect:
            aspects, categories = aspects + 1, 0
            yield {"kind": "aspect", "text": f"（{chinese(aspects)}）{item.aspect}"}
        elif item.category:
            categories += 1
            yield {"kind": "category", "text": f"{categories}.{item.category}"}
        elif item.finding:
            findings += 1
            yield {"kind": "finding", "text": f"（{findings}）{item.finding}"}
            yield {"kind": "text", "text": form.wording.label + measures(item.measures)}
        elif item.point:
            points += 1
            text = item.content.replace("{{ 问题数 }}", count)
            yield {"kind": "point", "head": f"（{chinese(points)}）{item.point}", "text": text}
        else:
            yield {"kind": "text", "text": item.paragraph}


def measures(texts: tuple[str, ...]) -> str:
    """Return *texts* as one: 一是…二是…, a single one as it stands."""
    if len(texts) == 1:
        return texts[0]
    return "".join(f"{chinese(number)}是{text}" for number, text in enumerate(texts, 1))


def chinese(number: int) -> str:
    """Return *number*, 1 to 999, in Chinese."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = DIGITS[hundreds] + "百" if hundreds else ""
    if tens:
        text += "十" if tens == 1 and not hundreds else DIGITS[tens] + "十"
    elif hundreds and ones:
        text += "零"
    return text + (DIGITS[ones] if ones else "")


def render(template: Path, filled: dict[str, Any]) -> bytes:
    """Return the Word file that *template* makes of a context."""
    notice = DocxTemplate(template)
    notice.render(filled, autoescape=True)  # without it an & loses the paragraphs after it
    target = BytesIO()
    notice.save(target)
    return target.getvalue()


def make(form: Path, template: Path, folder: Path) -> None:
    """Read *form*, set it in *template*, save it in *folder*."""
    made = folder / form.with_suffix(".docx").name
    made.write_bytes(render(template, context(read(form))))


def main() -> None:
    """Make the notices that the command line asks for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("template", type=Path)
    parser.add_argument("forms", type=Path, nargs="+")
    parser.add_argument("-o", dest="folder", type=Path, required=True)
    parser.add_argument("--jobs", type=int, default=1)
    given = parser.parse_args()
    work = partial(make, template=given.template, folder=given.folder)
    if given.jobs == 1:
        for form in given.forms:
            work(form)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(given.jobs) as pool:
        list(pool.map(work, given.forms, chunksize=10))


if __name__ == "__main__":
    main()
