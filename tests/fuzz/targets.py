"""What anybody's bytes may reach: a target each, bytes in, the program's exit codes out.

Shared by the tests, which replay what was found, and by scripts/fuzz.py, which looks for more.
"""

import contextlib
import io
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from noticegen import cli, template
from noticegen.commands.files import FINE, PROBLEMS, USAGE

_SHIPPED = template.resource("rectification/form.yaml")
FORM = b"\n".join(
    line for line in _SHIPPED.splitlines() if line.strip() and not line.lstrip().startswith(b"#")
)
WORDS = "- 错误写法: 登录\n  正确写法: 登陆\n  级别: 警告\n  例外: 登录网站、再登录\n  说明: 规范\n"
DEFAULTS = (
    "联系:\n  电话: 0000-7654321\n  地址: 云山县人民路1号\n版记:\n  印发机关: 云山县示范局办公室\n"
)
RED = FORM.replace("发文:\n".encode(), "发文:\n  文号: 云示组〔2024〕12号\n".encode(), 1)
PROMISED = (FINE, PROBLEMS, USAGE)
"""How a run may end, whatever it was given."""
_RAW = 255  # as the number of a part: the whole file


class Ran(NamedTuple):
    """A run of the program: what it was given, its exit code, all that it printed."""

    arguments: tuple[str, ...]
    code: int
    printed: str


class Target(NamedTuple):
    """*act* gives bytes to the program; *seeds* are bytes to begin with, the first one sound."""

    act: Callable[[bytes], Iterator[Ran]]
    seeds: tuple[bytes, ...]


def run(*arguments: str) -> Ran:
    """Run the program on *arguments* in the present folder."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
        code = cli.run(arguments)
    return Ran(arguments, code, printed.getvalue())


@contextlib.contextmanager
def _folder() -> Iterator[None]:
    """Work in an empty folder."""
    with tempfile.TemporaryDirectory(prefix="fuzz-") as name, contextlib.chdir(name):
        yield


def replay(name: str, data: bytes) -> list[Ran]:
    """Return all runs of the target *name* on *data*."""
    with _folder():
        return list(TARGETS[name].act(data))


def _put(name: str, data: bytes) -> str:
    Path(name).write_bytes(data)
    return name


def _built(form: str, *more: str) -> Iterator[Ran]:
    checked = run("check", form)
    yield checked
    yield run("build", form, "--to", "docx,html,txt", "--force", *more)
    if checked.code == FINE:
        yield run(
            "build", form, "--to", "html,txt", "--fragment", "--encoding", "gb18030", "--force"
        )
        yield run("ledger", form, "--force")
        yield run(
            "status", form, "--to", "html", "-o", "进度.html", "--force", "--as-of", "2025-01-01"
        )


def _form(data: bytes) -> Iterator[Ran]:
    yield from _built(_put("表.yaml", data))


@cache
def _values() -> tuple[tuple[int, int], ...]:
    """Where the values of the form stand."""
    found, at = [], 0
    for line in FORM.split(b"\n"):
        head, colon, value = line.partition(b": ")
        if colon and not head.lstrip().startswith(b"#"):
            found.append((at + len(head) + 2, at + len(head) + 2 + len(value)))
        at += len(line) + 1
    return tuple(found)


def _value(data: bytes) -> Iterator[Ran]:
    """Put *data*, the number of a value before it, in that value's place."""
    start, end = _values()[int.from_bytes(data[:1], "big") % len(_values())]
    yield from _built(_put("表.yaml", FORM[:start] + data[1:] + FORM[end:]))


def _defaults(data: bytes) -> Iterator[Ran]:
    _put("单位信息.yaml", data)
    yield from _built(_put("表.yaml", FORM))


def _words(name: str) -> Callable[[bytes], Iterator[Ran]]:
    def act(data: bytes) -> Iterator[Ran]:
        _put(name, data)
        yield run("check", _put("表.yaml", FORM))
        yield run("check", _put("通报.txt", "登录网站，再登录。".encode()))

    return act


def _look(data: bytes) -> Iterator[Ran]:
    look = _put("版式.docx", data)
    yield run("template", "check", look)
    yield run("build", _put("表.yaml", RED), "--template", look)


def _imported(name: str) -> Callable[[bytes], Iterator[Ran]]:
    def act(data: bytes) -> Iterator[Ran]:
        made = run("import", _put(name, data), "-o", "新.yaml")
        yield made
        if made.code == FINE:
            yield run("check", "新.yaml")

    return act


def _into(data: bytes) -> Iterator[Ran]:
    yield run("import", _put("台账.xlsx", data), "--into", _put("表.yaml", FORM))


def _into_form(data: bytes) -> Iterator[Ran]:
    yield run("import", _put("台账.xlsx", _changed_ledger()), "--into", _put("表.yaml", data))


def _checked(name: str) -> Callable[[bytes], Iterator[Ran]]:
    def act(data: bytes) -> Iterator[Ran]:
        yield run("check", _put(name, data))

    return act


def _inspected(data: bytes) -> Iterator[Ran]:
    yield run("inspect", _put("文.docx", data))


def _seal(data: bytes) -> Iterator[Ran]:
    _put("印.png", data)
    text = FORM.replace("发文:\n".encode(), "发文:\n  印章: 印.png\n".encode(), 1)
    yield run("build", _put("表.yaml", text))


def _present(data: bytes) -> Iterator[Ran]:
    """Find *data* in the place of what is to be written."""
    form = _put("表.yaml", FORM)
    for kind in ("docx", "html", "txt"):
        _put(f"表.{kind}", data)
        yield run("build", form, "--to", kind)
        # The zip of a Word file may differ where nobody's work can be: a name's time, a gap.
        assert kind == "docx" or data == Path(f"表.{kind}").read_bytes() or data in _ours()
    _put("表.xlsx", data)
    yield run("ledger", form)


def _arguments(data: bytes) -> Iterator[Ran]:
    """Take *data* as the words of a command line; the files it may name are there."""
    _put("表.yaml", FORM)
    words = data.decode("utf-8", "surrogateescape").replace("\0", "").split("\n")
    banned = {"--watch", "--open"}  # they wait for their user
    if not any(
        word.startswith(tuple(banned)) or "--w".startswith(word[:3]) for word in words if word
    ):
        yield run(*words)


@cache
def made(kind: str, form: bytes = FORM) -> bytes:
    """Return what the program makes of *form*."""
    with _folder():
        _put("表.yaml", form)
        if kind == "xlsx":
            run("ledger", "表.yaml")
        else:
            run("build", "表.yaml", "--to", kind)
        return Path(f"表.{kind}").read_bytes()


@cache
def _ours() -> frozenset[bytes]:
    return frozenset(made(kind) for kind in ("docx", "html", "txt", "xlsx"))


@cache
def _changed_ledger() -> bytes:
    parts = parts_of(made("xlsx"))
    changed = {
        name: part.replace("已完成".encode(), "持续推进".encode()) for name, part in parts.items()
    }
    return zipped(changed)


@cache
def word_sheet() -> bytes:
    """Return a word list kept in Excel."""
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["错误写法", "正确写法", "级别"])
    book.active.append(["登录", "登陆", "警告"])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    """Return the parts of the package *data* by their names."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """Return *parts* as a zip."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return buffer.getvalue()


def _zip(act: Callable[[bytes], Iterator[Ran]], whole: bytes) -> Target:
    """Return a target for one part of the package *whole*: its number, then what it holds."""
    parts = parts_of(whole)
    names = list(parts)

    def on_part(data: bytes) -> Iterator[Ran]:
        number = int.from_bytes(data[:1], "big")
        if number == _RAW:
            yield from act(data[1:])
        else:
            yield from act(zipped({**parts, names[number % len(names)]: data[1:]}))

    seeds = tuple(bytes([number]) + parts[name] for number, name in enumerate(names))
    return Target(on_part, (*seeds, bytes([_RAW]) + whole))


TARGETS: dict[str, Target] = {
    "form": Target(_form, (FORM, RED)),
    "value": Target(_value, tuple(bytes([at]) + b"x" for at in range(30))),
    "defaults": Target(_defaults, (DEFAULTS.encode(),)),
    "words": Target(_words("用词.yaml"), (WORDS.encode(),)),
    "wordsheet": _zip(_words("用词.xlsx"), word_sheet()),
    "look": _zip(_look, template.look("redhead")),
    "import-txt": Target(_imported("旧.txt"), (made("txt"),)),
    "import-html": Target(_imported("旧.html"), (made("html"),)),
    "import-docx": _zip(_imported("旧.docx"), made("docx")),
    "import-xlsx": _zip(_imported("旧.xlsx"), made("xlsx")),
    "into": _zip(_into, _changed_ledger()),
    "into-form": Target(_into_form, (FORM,)),
    "check-txt": Target(_checked("旧.txt"), (made("txt"),)),
    "check-docx": _zip(_checked("旧.docx"), made("docx")),
    "inspect": _zip(_inspected, made("docx", RED)),
    "seal": Target(_seal, (b"\x89PNG\r\n\x1a\n",)),
    "present": Target(_present, (made("docx"), made("html"), made("xlsx"))),
    "arguments": Target(
        _arguments,
        tuple(
            "\n".join(words).encode()
            for words in (
                ("build", "表.yaml", "-o", "出/", "--to", "docx,html,txt", "--force"),
                ("check", "--json", "--strict", "--all", "--rules", "词.yaml", "表.yaml"),
                ("import", "旧.txt", "--into", "表.yaml"),
                ("ledger", "*.yaml", "-o", "台账.xlsx"),
                ("status", "表.yaml", "--as-of", "2024-01-01", "--to", "html", "-o", "进.html"),
                ("template", "copy", "plain", "我.docx"),
                ("template", "check", "表.yaml"),
                ("inspect", "表.yaml", "--json"),
                ("preview", "表.yaml", "-o", "图"),
                ("new", "."),
                ("schema", "--help"),
            )
        ),
    ),
}
"""Every target by its name."""
