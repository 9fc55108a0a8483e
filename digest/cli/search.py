"""`digest topics` and `digest find`: what articles speak of, and where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from digest.cli import guard, records, terminal
from digest.cli.columns import Column, set_in_columns
from digest.cli.options import PATH, command, complete_target, json_option, library_path
from digest.cli.targets import find_in, read_queries, topics_of
from digest.text.sanitize import inert

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.cli.targets import Answer
    from digest.model import Topic

TOPIC_COLUMNS = (
    Column("topic", style=terminal.BOLD, least=12),
    Column("kind"),
    Column("articles", right=True),
    Column("mentions", right=True),
    Column("also written", least=12, optional=True),
)
"""The columns of `digest topics`."""

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
    "topics",
    examples=(
        ("digest topics", "What the library speaks of"),
        ("digest topics news/ --limit 20", "The twenty strongest topics of a folder"),
        ("digest topics - --json < article.txt", "Those of one text, for a program"),
    ),
)
@click.argument("targets", metavar="[TARGET]...", nargs=-1, shell_complete=complete_target)
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most so many topics.")
@json_option
def topics(targets: tuple[str, ...], limit: int | None, as_json: bool) -> int:
    """Name what the library, or each TARGET, speaks of: people, bodies, products, terms.

    The most important come first. All spellings of a name are one topic. TARGET is the id of an
    article, a file, a folder, or `-` for standard input.
    """
    found, outcome = topics_of(targets, library_path())
    kept = found[:limit]
    if not kept and not outcome.refused:
        terminal.complain("no topics were found")
    if as_json:
        for topic in kept:
            terminal.write_json(records.topic(topic))
    elif kept:
        for line in set_in_columns(TOPIC_COLUMNS, map(_topic_row, kept), terminal.screen()):
            terminal.write(line)
    return outcome.code


@command(
    "find",
    examples=(
        ("digest find 劉慶峰", "A name, in whatever script it is written"),
        ("digest find kdxf --limit 5", "The same by pinyin or its initials, five answers"),
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
    type=click.IntRange(min=1),
    default=10,
    show_default=True,
    metavar="N",
    help="At most so many answers to a query.",
)
@json_option
def find(query: str | None, queries: str | None, limit: int, as_json: bool) -> int:
    """Search topics, titles and passages of the library, best answers first.

    QUERY may be in either script, in pinyin or its initials, and may hold a slip.
    """
    if (query is None) == (queries is None):
        raise click.UsageError("say either what to find or a file with --queries")
    asked = [terminal.whole(query)] if query is not None else read_queries(queries or "-")
    any_found = False
    for words, hits in find_in(asked, limit, library_path()):
        any_found = any_found or bool(hits)
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


def _topic_row(topic: Topic) -> tuple[str, ...]:
    """One topic as texts for the columns."""
    return (
        topic.name,
        topic.kind.value,
        f"{len(topic.articles)}",
        f"{len(topic.mentions)}",
        " ".join(topic.aliases),
    )


def _hit_row(answer: Answer) -> tuple[str, ...]:
    """One answer as texts for the columns; a long passage begins shortly before what was found."""
    hit, place = answer.hit, records.place(answer.article, answer.hit.place)
    begin = max(0, hit.matched[0].start - LEAD) if hit.matched else 0
    text = f"..{hit.text[begin:]}" if begin else hit.text
    return hit.kind.value, hit.article, f"{place['paragraph']}", text
