"""The command `digest` itself: which commands there are, and what a line without one means.

Commands are named here with a line on each, and loaded from their modules when they are called, so
that no command pays for another.
"""

from __future__ import annotations

import os
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click
from click.shell_completion import CompletionItem, shell_complete

from digest import __version__
from digest.cli import guard, terminal
from digest.cli.opening import open_app
from digest.cli.options import PATH, Command, library_option, library_path, write_examples

if TYPE_CHECKING:
    from collections.abc import Sequence

COMPLETION = "_DIGEST_COMPLETE"
"""Environment variable through which the shell's completion script asks."""

_PATHS_ONLY = "digest.paths_only"
"""Key in `Context.meta`: the words come after `--`, and none of them is a command."""

_OPENS_PATHS = "digest.opens_paths"
"""Key in `Context.meta`: the line names no command, but paths to open."""


class Entry(NamedTuple):
    """One command of the table."""

    module: str
    attribute: str
    help: str


COMMANDS = {
    "list": Entry("articles", "list_articles", "List the articles of the library."),
    "show": Entry("articles", "show", "Print an article as it would be read."),
    "convert": Entry("conversion", "convert", "Put a text into another script."),
    "figures": Entry("measures", "figures", "Find the figures and dates of texts."),
    "topics": Entry("topics", "topics", "Name what articles speak of, most important first."),
    "timeline": Entry("timeline", "timeline", "Tell what happened when, by whom it is told."),
    "find": Entry("search", "find", "Search topics, titles and passages."),
    "brief": Entry("brief", "brief", "Tell what the library amounts to, in minutes."),
    "add": Entry("shelf", "add", "Put files and folders into the library."),
    "remove": Entry("shelf", "remove", "Take articles out of the library."),
    "doctor": Entry("health", "doctor", "Say what is installed and whether all is sound."),
    "completion": Entry("completion", "completion", "Print the completion script of a shell."),
}
"""Every command by name, in the order in which help lists them."""

EXAMPLES = (
    ("digest", "Open the app on one's library"),
    ("digest article.txt news/", "Open it on a file and a folder too"),
    ("digest list", "See what the library holds"),
    ("digest --library work.db list", "The same for another library"),
)


class Digest(click.Group):
    """The group of all commands; a word that is none of them is a path to open."""

    examples = EXAMPLES
    """As those of a command."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params.insert(0, library_option())

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the table, in its order."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, its module loaded now; None if there is none of that name."""
        del ctx
        entry = COMMANDS.get(cmd_name)
        if entry is None:
            return None
        found = getattr(import_module(f"digest.cli.{entry.module}"), entry.attribute)
        assert isinstance(found, click.Command)  # noqa: S101 - the table names nothing else
        return found

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take the options before the command; after a leading `--` all words are paths."""
        if args[:1] == ["--"]:
            ctx.meta[_PATHS_ONLY] = True
        return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first word names, or the one that opens paths."""
        if args[0] in COMMANDS and not ctx.meta.get(_PATHS_ONLY):
            return args[0], self.get_command(ctx, args[0]), args[1:]
        ctx.meta[_OPENS_PATHS] = True
        return None, open_paths, ["--", *args] if ctx.meta.get(_PATHS_ONLY) else args

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the table without loading what it names."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.help) for name, entry in COMMANDS.items()])

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples after the commands."""
        write_examples(self.examples, formatter)
        super().format_epilog(ctx, formatter)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Paths, commands and options, without loading a command."""
        # First: bash's script forgets what came before an answer of this type.
        paths = [CompletionItem(incomplete, type="file")]
        named = [
            CompletionItem(name, help=entry.help)
            for name, entry in COMMANDS.items()
            if name.startswith(incomplete)
        ]
        return paths + named + click.Command.shell_complete(self, ctx, incomplete)


@click.group(
    cls=Digest,
    invoke_without_command=True,
    subcommand_metavar="[PATH]... | COMMAND [ARGS]...",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(
    __version__, "-V", "--version", prog_name="digest", message="%(prog)s %(version)s"
)
@click.pass_context
def root(ctx: click.Context) -> int:
    """Read Chinese news in the terminal, in your own script.

    Without a command, opens the app on the library and on every PATH. A first start holds five
    articles to look around with.

    Everything the program keeps is in the usual places of the system, or under the folder that
    DIGEST_HOME names.

    Exit codes: 0 done, 1 nothing found or something refused, 2 wrong usage.
    """
    if ctx.invoked_subcommand is None and not ctx.meta.get(_OPENS_PATHS):
        return _open(())
    return guard.DONE


@click.command(cls=Command)
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=PATH)
def open_paths(paths: Sequence[str]) -> int:
    """Open the app on the library and on every PATH."""
    return _open(paths)


def _open(paths: Sequence[str]) -> int:
    return open_app(library_path(), tuple(map(Path, paths)))


def run(arguments: Sequence[str]) -> int:
    """Understand and run a command line; its exit code."""
    asked = os.environ.get(COMPLETION)
    if asked:
        return shell_complete(root, {}, "digest", COMPLETION, asked)
    try:
        with root.make_context("digest", list(arguments)) as context:
            return int(root.invoke(context) or guard.DONE)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.Abort:
        return guard.INTERRUPTED
    except click.UsageError as error:
        return _misused(error)
    except click.ClickException as error:
        terminal.complain(error.format_message())
        return guard.REFUSED


def _misused(error: click.UsageError) -> int:
    """Say how the command is used and what was wrong with this use."""
    if error.ctx is not None:
        for line in error.ctx.get_usage().splitlines():
            terminal.note(line)
        terminal.note(f"Try '{error.ctx.command_path.strip()} --help' for help.")
    terminal.complain(error.format_message())
    return guard.MISUSED
