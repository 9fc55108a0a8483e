"""`digest list` and `digest show`: what the library holds, and one article as it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from digest.cli import guard, records, terminal
from digest.cli.columns import Column, set_in_columns
from digest.cli.options import (
    command,
    complete_target,
    json_option,
    library_path,
    marks_option,
    script_option,
    wording_option,
)
from digest.cli.targets import for_each, listed
from digest.model import View

if TYPE_CHECKING:
    from digest.library import Listing
    from digest.services.reading import Reading

COLUMNS = (
    Column("id", style=terminal.DIM),
    Column("date"),
    Column("script", optional=True),
    Column("chars", right=True, optional=True),
    Column("figs", right=True, optional=True),
    Column("state"),
    Column("title", least=28),
    Column("source", least=8, optional=True),
)
"""The columns of `digest list`."""


@command(
    "list",
    examples=(
        ("digest list", "The articles, newest first"),
        ("digest list --json | jq -r 'select(.read | not) | .title'", "Titles of the unread ones"),
    ),
)
@json_option
def list_articles(as_json: bool) -> int:
    """List the articles of the library, newest first.

    A tilde before a date or a title marks one that the article does not state: the date was read
    out of the text, the title made from its words.
    """
    found = listed(library_path())
    if not found:
        terminal.complain("the library is empty; `digest add PATH` puts articles into it")
        return guard.REFUSED
    if as_json:
        for listing in found:
            terminal.write_json(records.listing(listing))
        return guard.DONE
    for line in set_in_columns(COLUMNS, map(_row, found), terminal.screen()):
        terminal.write(line)
    return guard.DONE


def _row(listing: Listing) -> tuple[str, ...]:
    """One article as texts for the columns."""
    state = "read" if listing.read else "new"
    return (
        listing.id,
        records.marked(listing.published, inferred=listing.published_inferred),
        listing.script.value,
        f"{listing.characters}",
        f"{listing.figures}",
        f"{state} *" if listing.starred else state,
        records.marked(listing.title, inferred=listing.title_derived),
        listing.source,
    )


@command(
    "show",
    examples=(
        ("digest show a5b9", "An article of the library, by as much of its id as tells it apart"),
        ("digest show article.txt --script zh-Hans", "A file, in Simplified"),
        ("digest show a5b9 --summary", "The few sentences that tell what it tells"),
        ("curl -s URL | digest show -", "What another program prints"),
    ),
)
@click.argument("target", shell_complete=complete_target)
@script_option("--script", View.ORIGINAL, "Show it in this script.")
@wording_option
@marks_option
@click.option("--summary", is_flag=True, help="Only the sentences that sum it up.")
@json_option
def show(
    *,
    target: str,
    script: View,
    wording: bool | None,
    marks: bool,
    summary: bool,
    as_json: bool,
) -> int:
    """Print TARGET as it would be read: cleaned, with its title, source, author and date.

    TARGET is the id of an article, a file, a folder, or `-` for standard input. Files are read
    where they are and not put into the library. With --summary the few sentences that sum it up
    are printed instead of all of it, as they stand there.
    """
    from digest.cli.page import InScript, page, summary_of  # noqa: PLC0415 - not for the list
    from digest.services.manner import own_manner  # noqa: PLC0415 - as above

    on, manner, first = terminal.screen(), own_manner(script, wording=wording, marks=marks), True

    def write(reading: Reading) -> None:
        nonlocal first
        shown = InScript(reading, manner)
        told = summary_of(reading) if summary else None
        if as_json:
            terminal.write_json(shown.record(told))
            return
        if not first:
            terminal.write("")
        first = False
        for line in page(shown, on, told):
            terminal.write(line)

    return for_each((target,), library_path(), write).code
