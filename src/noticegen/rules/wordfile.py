"""A word list's file: the bytes of YAML or of an .xlsx → its entries and all that is wrong with it.

Both have one entry a row, under the same names: 错误写法, 正确写法, 级别 (错误, 警告, 提示), 例外,
说明. Only 错误写法 must be there.
"""

from collections.abc import Iterator

from noticegen import form
from noticegen.form.encoding import decode
from noticegen.patterns import pattern
from noticegen.problem import Mark, Problem
from noticegen.rules.wordlist import LEVELS, Entry

LABELS = ("错误写法", "正确写法", "级别", "例外", "说明")
_SINGLE = ("正确写法", "级别", "说明")
_LIST = "词表"
_SEPARATORS = pattern("[、，,；;\n]")
_ZIP = b"PK\x03\x04"
_CODE = "file-wordlist"
_SHAPE = "词表每条以“- 错误写法: ”开头，下面写正确写法、级别、例外、说明"
_ILLEGIBLE = frozenset(("form-not-labels", "form-empty", "form-binary", "form-encoding"))

Row = dict[str, tuple[Mark, tuple[str, ...]]]
"""One entry as it was written: label to its place and its texts."""


def read(data: bytes) -> tuple[list[Entry], list[Problem]]:
    """Read a list, .xlsx or YAML, and say all that is wrong with it; it never raises."""
    if data.startswith(_ZIP):
        from noticegen.rules.wordsheet import rows_of

        rows, problems = rows_of(data, LABELS)
    else:
        rows, problems = _rows(data)
    entries: dict[str, Entry] = {}
    for mark, row in rows:
        for found in _entries(mark, row):
            if isinstance(found, Problem):
                problems.append(found)
            elif entries.setdefault(found.wrong, found) is not found:
                sentence = f"“{found.wrong}”在词表里写了不止一次，请只留一条。"
                problems.append(Problem(mark, _CODE, sentence, text=found.wrong))
    return list(entries.values()), sorted(problems)


def _rows(data: bytes) -> tuple[list[tuple[Mark, Row]], list[Problem]]:
    text = decode(data, LABELS)
    if isinstance(text, Problem):
        return [], [text._replace(code=_CODE, message=f"词表读不出来，{_SHAPE}，存为 UTF-8 编码。")]
    headed = f"{_LIST}:\n{text}"  # a list may stand at its label's own margin
    tree, problems = form.read(headed.encode("utf-8"), (_LIST, *LABELS), (_LIST,))
    problems = [_of_list(problem) for problem in problems]
    if tree is None:
        return [], problems
    items = tree.values.get(_LIST)
    if not isinstance(items, list):
        return [], problems or [Problem(Mark(1, 1), _CODE, f"这不是词表，{_SHAPE}。")]
    rows = []
    for index, item in enumerate(items):
        mark = _up(tree.locate((_LIST, index)))
        if not isinstance(item, dict):
            problems.append(
                Problem(mark, _CODE, f"这一条没有标签，{_SHAPE}。", text=str(item)[:40])
            )
            continue
        row: Row = {}
        for label, value in item.items():
            values = value if isinstance(value, list) else [value]
            place = _up(tree.locate((_LIST, index, label)))
            row[label] = (place, tuple(one if isinstance(one, str) else "" for one in values))
        rows.append((mark, row))
    return rows, problems


def _of_list(problem: Problem) -> Problem:
    """A problem of the form stage as one of this list."""
    code, message = problem.code, problem.message.replace("填报表", _LIST)
    if code in _ILLEGIBLE:
        code, message = _CODE, f"这不是词表，{_SHAPE}。"
    return problem._replace(mark=_up(problem.mark), code=code, message=message)


def _up(mark: Mark) -> Mark:
    return Mark(max(mark.line - 1, 1), mark.column)


def _entries(mark: Mark, row: Row) -> Iterator[Entry | Problem]:
    """Yield the entries of *row*, or what is wrong with it."""
    if faults := list(_faults(mark, row)):
        yield from faults
        return
    wrongs, (right, level, note) = row["错误写法"][1], (_one(row, label) for label in _SINGLE)
    exceptions = [
        part for text in row.get("例外", (mark, ()))[1] for part in _SEPARATORS.split(text)
    ]
    words = tuple(word.strip() for word in exceptions if word.strip())
    for wrong in wrongs:
        if word := next((word for word in words if word in wrong), ""):
            sentence = f"例外“{word}”要比“{wrong}”长，写出它前后的字，否则“{wrong}”永远查不出来。"
            yield Problem(row["例外"][0], _CODE, sentence, text=word)
        else:
            yield Entry(wrong.strip(), right, LEVELS[level or "警告"], words, note)


def _one(row: Row, label: str) -> str:
    texts = row[label][1] if label in row else ()
    return texts[0].strip() if texts else ""


def _faults(mark: Mark, row: Row) -> Iterator[Problem]:
    for label, (place, texts) in row.items():
        if label not in LABELS:
            sentence = f"词表里没有「{label}」这一项，只有{'、'.join(LABELS)}。"
            yield Problem(place, _CODE, sentence, text=label)
        elif (
            not texts
            or not all(text.strip() for text in texts)
            or (label in _SINGLE and len(texts) != 1)
        ):
            yield Problem(place, _CODE, f"「{label}」的内容看不出来，请写成一行文字。", text=label)
        elif label == "级别" and texts[0].strip() not in LEVELS:
            sentence = f"“{texts[0]}”不是级别，请写错误、警告或者提示。"
            yield Problem(place, _CODE, sentence, text=texts[0])
    if "错误写法" not in row:
        yield Problem(mark, _CODE, f"这一条没有「错误写法」，{_SHAPE}。")
    elif (wrong := _one(row, "错误写法")) and wrong == _one(row, "正确写法"):
        sentence = f"“{wrong}”的正确写法与错误写法一样，请改正其中一个。"
        yield Problem(mark, _CODE, sentence, text=wrong)
