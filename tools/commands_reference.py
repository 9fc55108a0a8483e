"""Writes docs/reference/commands.md from the commands themselves.

python tools/commands_reference.py           write the page
python tools/commands_reference.py --check   exit code 1 if the page is not up to date
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from digest.cli.root import COMMANDS, root

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PAGE = Path(__file__).resolve().parents[1] / "docs/reference/commands.md"
"""The page that is written."""

HEAD = """\
# Commands

<!-- Made by tools/commands_reference.py from the commands themselves. -->
"""


def page() -> str:
    """The whole page."""
    context = click.Context(root, info_name="digest", **root.context_settings)
    lines = [HEAD.rstrip(), *_section(root, context)]
    for name in COMMANDS:
        found = root.get_command(context, name)
        if found is not None:
            inner = click.Context(found, info_name=name, parent=context)
            lines += _section(found, inner)
    return "\n".join(lines) + "\n"


def _section(command: click.Command, context: click.Context) -> Iterator[str]:
    """A command's heading, usage, description, options and examples as Markdown."""
    yield from (
        "",
        f"## {context.command_path}",
        "",
        "```text",
        _usage(command, context),
        "```",
        "",
    )
    yield from _paragraphs(command.help or "")
    if isinstance(command, click.Group):
        yield from ("", "| command | does |", "|---|---|")
        yield from (
            f"| [`digest {name}`](#digest-{name}) | {entry.help} |"
            for name, entry in COMMANDS.items()
        )
    found = (param for param in command.get_params(context) if isinstance(param, click.Option))
    options = [option.get_help_record(context) for option in found]
    yield from ("", "| option | does |", "|---|---|")
    yield from (f"| `{_cell(named)}` | {_cell(does)} |" for named, does in filter(None, options))
    yield from _examples(getattr(command, "examples", ()))


def _usage(command: click.Command, context: click.Context) -> str:
    """The usage on one line."""
    return " ".join([context.command_path, *command.collect_usage_pieces(context)])


def _paragraphs(text: str) -> Iterator[str]:
    """A help text's paragraphs, each on one line."""
    for index, paragraph in enumerate(text.replace("\b\n", "").strip().split("\n\n")):
        if index:
            yield ""
        yield " ".join(paragraph.split())


def _examples(examples: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Examples as a block that can be copied."""
    if not examples:
        return
    yield from ("", "```sh")
    for line, meaning in examples:
        yield from (f"# {meaning}", line)
    yield "```"


def _cell(text: str) -> str:
    """`text` for a cell of a table."""
    return " ".join(text.replace("|", "\\|").split())


def main(arguments: Sequence[str]) -> int:
    """Write the page or, with `--check`, compare it; the exit code."""
    made = page()
    if "--check" in arguments:
        kept = PAGE.read_text("utf-8") if PAGE.is_file() else ""
        if kept == made:
            return 0
        sys.stderr.write(f"{PAGE.name} is out of date: run python tools/commands_reference.py\n")
        return 1
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(made, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
