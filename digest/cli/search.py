"""`digest find`: answers from topics, titles and passages, with where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from digest.cli import guard, records, terminal
from digest.cli.columns import Column, set_in_columns
from digest.cli.options import PATH, Whole, command, json_option, library_path
from digest.cli.targets import find_in, read_queries
from digest.text.sanitize import inert

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.cli.targets import Answer

HIT_COLUMNS = (
    Column("kind"),
    Column("article", style=terminal.DIM),
    Column("par", right=True),
    Column("text", least=16),
)
"""The columns of `digest find`."""

LEAD = 12
"""Characters of a long passage that are shown before what was found in it."""


@command(
    "find",
    examples=(
        ("digest find 劉慶峰", "A name, in whatever script it is written"),
        ("digest find kdxf --limit 5", "The same by pinyin or its initials, five answers"),
        ("digest find '#8.48亿' --limit 3", "Figures of a value, however it is written"),
        ("digest find '大模型 -华为 since:2024' --order date", "Passages, the newest first"),
        ("digest find --queries queries.txt --json", "Many queries at once, for a program"),
    ),
)
@click.argument("query", required=False)
@click.option(
    "--queries",
    metavar="FILE",
    type=PATH,
    help="Answer every line of FILE, or of standard input for `-`.",
)
@click.option(
    "--limit",
    type=Whole(1),
    default=10,
    show_default=True,
    metavar="N",
    help="At most so many answers to a query.",
)
@click.option(
    "--order",
    type=click.Choice(["rank", "date"]),
    default="rank",
    show_default=True,
    help="The best answers first, or passages of the newest articles.",
)
@json_option
def find(query: str | None, queries: str | None, limit: int, order: str, as_json: bool) -> int:
    """Search topics, titles and passages of the library, best answers first.

    QUERY may be in either script, in pinyin or its initials, and may hold a slip. Passages alone
    are given for `OR` between words, `-` before one, and quotation marks around several. `#`
    before words looks for figures by what they measure or by value, `@` for sources. `kind:`,
    `source:` and `since:` narrow a search.
    """
    if (query is None) == (queries is None):
        raise click.UsageError("say either what to find or a file with --queries")
    asked = [terminal.whole(query)] if query is not None else read_queries(queries or "-")
    any_found = False
    newest = order == "date"
    for words, hits, problem in find_in(asked, limit, library_path(), newest=newest):
        any_found = any_found or bool(hits)
        if problem:
            terminal.complain(problem)
        if not hits:
            terminal.complain(f"nothing was found for {words!r}")
        _print_hits(words, hits, as_json=as_json, headed=queries is not None)
    return guard.DONE if any_found else guard.REFUSED


def _print_hits(query: str, hits: Sequence[Answer], *, as_json: bool, headed: bool) -> None:
    """The answers to one query; under its words if there are several queries."""
    if as_json:
        for rank, answer in enumerate(hits, 1):
            terminal.write_json(records.hit(query, rank, *answer))
        return
    on = terminal.screen()
    if headed:
        terminal.write(on.styled(inert(query), terminal.BOLD))
    if hits:
        for line in set_in_columns(HIT_COLUMNS, map(_hit_row, hits), on):
            terminal.write(line)


def _hit_row(answer: Answer) -> tuple[str, ...]:
    """One answer as texts for the columns; a long passage begins shortly before what was found."""
    hit, place = answer.hit, records.place(answer.article, answer.hit.place)
    begin = max(0, hit.matched[0].start - LEAD) if hit.matched else 0
    text = f"..{hit.text[begin:]}" if begin else hit.text
    return hit.kind.value, hit.article, f"{place['paragraph']}", text
