"""The command line in Chinese: help pages, and what was typed wrong."""

import difflib
import traceback
from pathlib import Path

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
        word = args[0]
        if word not in self.commands and not word.startswith("-"):
            raise click.UsageError(self.unknown(word), context)
        return super().resolve_command(context, args)

    def unknown(self, word: str) -> str:
        """Return what to say of *word*, which is no command."""
        near = difflib.get_close_matches(word, self.commands, n=1)
        meant = f"是不是 {near[0]}" if near else f"可以用{'、'.join(self.commands)}"
        return f"没有 {word} 这个命令，{meant}。"


class Program(Group):
    """The program itself: a file in place of a command is built."""

    def resolve_command(
        self, context: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Take a form dropped on the program for `build FORM`."""
        word = args[0]
        is_form = Path(word).suffix.lower() in (".yaml", ".yml") or Path(word).is_file()
        if word not in self.commands and not word.startswith("-") and is_form:
            args = ["build", *args]
        return super().resolve_command(context, args)

    def unknown(self, word: str) -> str:
        """Return what to say of *word*, which is neither a command nor a file."""
        return super().unknown(word).replace("命令，", "命令，也没有叫这个名字的文件，", 1)


def usage_fault(error: click.ClickException) -> str:
    """Return in Chinese what was typed wrong on the command line."""
    command = (
        error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else "noticegen"
    )
    return f"用法不对：{_fault(error)}\n用法见 {command} --help。"


def bug_report(error: BaseException, version: str) -> str:
    """Return what a developer needs of a bug of ours: places in our code, nobody's text."""
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    return "\n".join((_REPORT, f"  noticegen {version} {type(error).__name__}", *places))


def _fault(error: click.ClickException) -> str:
    match error:
        case click.NoSuchOption():
            near = difflib.get_close_matches(error.option_name, error.possibilities or (), n=1)
            meant = f"，是不是 {near[0]}" if near else ""
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
