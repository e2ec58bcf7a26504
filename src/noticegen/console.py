"""The command line in Chinese: help pages, and what was typed wrong."""

import os
from collections.abc import Iterable, Mapping
from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from typing import Any

import click

_REPORT = """\
程序内部出错，这不是表的问题，没有写出任何文件。
请把下面几行发给开发者（其中没有表的内容）："""


class Command(click.Command):
    """A command whose help page is Chinese."""

    def get_help_option(self, context: click.Context) -> click.Option | None:
        """Say in Chinese what --help does."""
        option = super().get_help_option(context)
        if option:
            option.help = "显示这一页。"
        return option

    def format_usage(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """用法, in Chinese."""
        pieces = " ".join(self.collect_usage_pieces(context))
        formatter.write_usage(context.command_path, pieces, prefix="用法：")

    def collect_usage_pieces(self, context: click.Context) -> list[str]:
        """Call the options by their Chinese name."""
        return [
            piece.replace("[OPTIONS]", "[选项]").replace("COMMAND [ARGS]", "命令 [参数]")
            for piece in super().collect_usage_pieces(context)
        ]

    def format_options(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """选项, in Chinese."""
        records = [
            record
            for parameter in self.get_params(context)
            if not isinstance(parameter, click.Argument)
            and (record := parameter.get_help_record(context))
        ]
        if records:
            with formatter.section("选项"):
                formatter.write_dl(records)


class Group(Command, click.Group):
    """A group of commands whose help page is Chinese."""

    command_class = Command

    def format_options(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """选项, then 命令."""
        Command.format_options(self, context, formatter)
        records = [
            (name, command.get_short_help_str(limit=200))
            for name in self.list_commands(context)
            if (command := self.get_command(context, name))
        ]
        with formatter.section("命令"):
            formatter.write_dl(records)

    def list_commands(self, context: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        """List the commands in the order of the work, not of the alphabet."""
        return list(self.commands)

    def resolve_command(
        self, context: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Say in Chinese that there is no such command."""
        word, known = args[0], self.list_commands(context)
        if word not in known and not word.startswith("-"):
            raise click.UsageError(self.unknown(word, known), context)
        return super().resolve_command(context, args)

    def unknown(self, word: str, known: list[str]) -> str:
        """Return what to say of *word*, which is none of the *known* commands."""
        near = nearest(word, known)
        meant = f"是不是 {near}" if near else f"可以用{'、'.join(known)}"
        return f"没有 {word} 这个命令，{meant}。"


class Program(Group):
    """The program itself: a file in place of a command is built.

    *modules* tells the modules of noticegen.commands that its commands are in; one is imported
    when its command is asked for.
    """

    def __init__(self, *, modules: Mapping[str, str], **attributes: Any) -> None:  # noqa: ANN401  # click's
        super().__init__(**attributes)
        self._modules = modules

    def list_commands(self, context: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        """List the commands in the order of the work, none of them imported."""
        return list(self._modules)

    def get_command(self, context: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  # the same
        """Return the command of this name, imported now."""
        if cmd_name not in self._modules:
            return None
        module = import_module(f"noticegen.commands.{self._modules[cmd_name]}")
        name = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        command: click.Command = getattr(module, name)
        return command

    def resolve_command(
        self, context: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Take a form dropped on the program for `build FORM`."""
        word = args[0]
        is_form = Path(word).suffix.lower() in (".yaml", ".yml") or os.path.isfile(word)  # noqa: PTH113  # never raises
        if word not in self._modules and not word.startswith("-") and is_form:
            args = ["build", *args]
        return super().resolve_command(context, args)

    def unknown(self, word: str, known: list[str]) -> str:
        """Return what to say of *word*, which is neither a command nor a file."""
        return super().unknown(word, known).replace("命令，", "命令，也没有叫这个名字的文件，", 1)


def nearest(word: str, known: Iterable[str]) -> str:
    """Return which of the *known* words *word* was meant to be, "" where none is like it."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, known, n=1)), "")


def usage_fault(error: click.ClickException) -> str:
    """Return in Chinese what was typed wrong on the command line."""
    command = (
        error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else "noticegen"
    )
    return f"用法不对：{_fault(error)}\n用法见 {command} --help。"


def bug_report(error: BaseException, version: str) -> str:
    """Return what a developer needs of a bug of ours: places in our code, nobody's text."""
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    places = [f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    return "\n".join((_REPORT, f"  noticegen {version} {type(error).__name__}", *places))


def _fault(error: click.ClickException) -> str:
    match error:
        case click.NoSuchOption():
            near = nearest(error.option_name, error.possibilities or ())
            meant = f"，是不是 {near}" if near else ""
            return f"没有 {error.option_name} 这个选项{meant}。"
        case click.MissingParameter():
            name = error.param.make_metavar(error.ctx) if error.param and error.ctx else ""
            return f"缺少 {name.strip('[].')}。"
        case click.BadOptionUsage():
            return f"{error.option_name} 后面要跟一个值，并且只写一次。"
        case click.BadParameter() if error.param:
            return _bad_value(error.param) or error.message
        case click.UsageError() if error.message.startswith("Got unexpected"):
            return "多写了参数，请去掉。"
    return error.message


def _bad_value(parameter: click.Parameter) -> str:
    """Return what a value of *parameter* may be, "" where its own message says it."""
    name, kind = parameter.opts[0], parameter.type
    if isinstance(kind, click.Choice):
        return f"{name} 只能是 {'、'.join(map(str, kind.choices))}。"
    if isinstance(kind, click.IntRange):
        return f"{name} 要写 {kind.min} 到 {kind.max} 的整数。"
    return ""
