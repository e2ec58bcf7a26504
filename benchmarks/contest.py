"""What is run: the same forms for each contestant, and the commands that set them.

noticegen is the one installed in the interpreter that runs this.
"""

import shutil
import sys
import sysconfig
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import docx
import forms
import timing
from rivals import docxtpl_script, markdown, template
from timing import Command

SIZES = (28, 280, 2800)
BATCH = tuple(f"batch{number:03}" for number in range(200))
JOBS = ("--jobs", "2")
PANDOC = shutil.which("pandoc")

_NOTICEGEN = Path(sysconfig.get_path("scripts")) / "noticegen"
_DOCXTPL = (  # imported: Python keeps modules compiled, scripts it compiles each time
    f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r}); "
    "from rivals.docxtpl_script import main; main()"
)


class Contest(NamedTuple):
    """The commands, as they run in a *folder* that `prepare` filled; they write to *made*."""

    folder: Path

    @property
    def made(self) -> Path:
        """The folder that notices go to."""
        return self.folder / "made"

    @property
    def template(self) -> Path:
        """The template of the docxtpl script."""
        return self.folder / "template.docx"

    def form(self, name: str) -> Path:
        """The form *name*, a size or one of BATCH, for noticegen."""
        return self.folder / "forms" / f"{name}.yaml"

    def plain(self, name: str) -> Path:
        """The same form as any YAML parser takes it."""
        return self.folder / "plain" / f"{name}.yaml"

    def noticegen(self, *arguments: str | Path) -> Command:
        """Return the command noticegen with *arguments*."""
        return [sys.executable, _NOTICEGEN, *arguments]

    def build(self, names: Iterable[str], *options: str) -> Command:
        """Return noticegen's command that builds the forms *names*."""
        return self.noticegen("build", *map(self.form, names), "-o", self.made, *options)

    def docxtpl(self, names: Iterable[str], *options: str) -> Command:
        """Return the docxtpl script's command for them."""
        script: Command = [sys.executable, "-c", _DOCXTPL, self.template]
        return [*script, *map(self.plain, names), "-o", self.made, *options]

    def pandoc(self) -> Command:
        """Return the command of pandoc, which must be there, for the smallest form."""
        source, reference = self.folder / "28.md", f"--reference-doc={self.template}"
        return [PANDOC or "", source, reference, "-o", self.made / "28.docx"]


def prepare(folder: Path) -> Contest:
    """Fill *folder* with the forms and the template; return the commands, proved.

    Raises:
        ValueError: Two contestants do not make the same notice.
    """
    contest = Contest(folder)
    for name in ("forms", "plain", "made"):
        (folder / name).mkdir()
    for size in SIZES:
        _put(contest, str(size), forms.enlarged(size // forms.FINDINGS))
    for number, name in enumerate(BATCH):
        _put(contest, name, forms.reworded(number))
    template.build(contest.template)
    names = [*map(str, SIZES), *BATCH]
    wanted = _texts(contest, contest.build(names), names)
    form = docxtpl_script.read(contest.plain("28"))
    (folder / "28.md").write_text(markdown.written(wanted["28"], form), encoding="utf-8")
    _compare(wanted, _texts(contest, contest.docxtpl(names), names))
    if PANDOC:
        _compare(wanted, _texts(contest, contest.pandoc(), ["28"]))
    return contest


def _put(contest: Contest, name: str, form: bytes) -> None:
    contest.form(name).write_bytes(form)
    contest.plain(name).write_bytes(forms.plain(form))


def _texts(contest: Contest, command: Command, names: Iterable[str]) -> dict[str, list[str]]:
    """Return the paragraphs of the notices *names* that *command* makes, empty ones left out."""
    timing.afresh(command, contest.made)
    return {name: _paragraphs(contest.made / f"{name}.docx") for name in names}


def _paragraphs(path: Path) -> list[str]:
    texts = (paragraph.text.replace("\n", "") for paragraph in docx.Document(str(path)).paragraphs)
    return [text for text in texts if text]


def _compare(wanted: dict[str, list[str]], found: dict[str, list[str]]) -> None:
    for name, texts in found.items():
        if texts != wanted[name]:
            pairs = zip(wanted[name], texts, strict=False)
            first = next((pair for pair in pairs if pair[0] != pair[1]), "one ends early")
            raise ValueError(f"not the same notice ({name}): {first}")
