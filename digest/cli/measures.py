"""`digest figures`: the figures and dates of texts, with the values they stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from digest.cli import guard, records, terminal
from digest.cli.columns import Column, set_in_columns
from digest.cli.options import Whole, command, complete_target, json_option, library_path
from digest.cli.targets import for_each, listed
from digest.text.sanitize import inert

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.model import Article, Figure
    from digest.services.reading import Reading

COLUMNS = (
    Column("par", right=True),
    Column("figure", style=terminal.KEY, least=8),
    Column("kind"),
    Column("value", right=True),
    Column("unit"),
    Column("level", right=True),
    Column("label", least=8, optional=True),
)
"""The columns of `digest figures`."""

MAX_CELLS = 24
"""Digits a value is shown with; longer ones are in the JSON."""


@command(
    "figures",
    examples=(
        ("digest figures a5b9", "The figures of an article, in the order of its text"),
        ("digest figures news/ --min-salience 3", "Only the key figures of a folder of articles"),
        ("digest figures a5b9 --csv > figures.csv", "A table for a spreadsheet"),
        ("digest figures - --json < article.txt", "Everything known about each, for a program"),
        ("digest figures --compare", "What articles of the library tell alike, and what not"),
    ),
)
@click.argument("targets", metavar="[TARGET...]", nargs=-1, shell_complete=complete_target)
@click.option(
    "--min-salience",
    type=Whole(1, 3),
    default=1,
    metavar="N",
    help="1 all figures, 2 without minor ones, 3 key figures only.",
)
@click.option("--csv", "as_csv", is_flag=True, help="One table in CSV, for spreadsheets.")
@click.option("--compare", is_flag=True, help="What several tell of the same thing, side by side.")
@json_option
def figures(
    targets: tuple[str, ...], min_salience: int, as_csv: bool, compare: bool, as_json: bool
) -> int:
    """Find the figures and dates of each TARGET, with the values they stand for.

    The level of a figure is 3 for a key figure, 2 for an ordinary and 1 for a minor one. TARGET is
    the id of an article, a file, a folder, or `-` for standard input. With --csv and --compare the
    whole library is meant where no TARGET is named.
    """
    if as_csv and (as_json or compare):
        raise click.UsageError("say either --csv or --json or --compare")
    if compare:
        return _compare(targets, as_json=as_json)
    if not targets and not as_csv:
        raise click.UsageError("name a TARGET, or say --csv or --compare for the whole library")
    on, count = terminal.screen(), 0

    def write(reading: Reading) -> None:
        nonlocal count
        kept = [figure for figure in reading.figures if figure.salience >= min_salience]
        is_first, count = not count, count + len(kept)
        if as_json:
            for figure in kept:
                terminal.write_json(records.figure(reading.article, figure))
        elif as_csv and kept:
            _write_csv(reading.article, kept, headed=is_first)
        elif kept:
            _write_table(reading, kept, on, apart=not is_first)

    named = targets or tuple(kept.id for kept in listed(library_path()))
    outcome = for_each(named, library_path(), write)
    if not count and not outcome.refused:
        terminal.complain("no figures were found")
        return guard.REFUSED
    return outcome.code


def _compare(targets: Sequence[str], *, as_json: bool) -> int:
    """What several articles tell of the same thing, and the years that cannot be meant."""
    from digest.cli import comparisons  # noqa: PLC0415 - not for the other forms

    on = terminal.screen()
    readings: list[Reading] = []
    outcome = for_each(targets, library_path(), readings.append) if targets else None
    here = comparisons.of_readings
    found = here(readings) if targets else comparisons.of_library(library_path())
    if as_json:
        comparisons.write_records(found)
    else:
        comparisons.write_tables(found, on)
    comparisons.write_doubts(readings, as_json=as_json, on=on)
    if not found.told:
        terminal.complain("nothing is told by more than one of them")
        return guard.REFUSED
    return outcome.code if outcome else guard.DONE


def _write_csv(article: Article, kept: Sequence[Figure], *, headed: bool) -> None:
    """The figures of one article in the one table; the first names the columns."""
    from digest.briefing.export import as_csv  # noqa: PLC0415 - not for the other forms
    from digest.briefing.ledger import own_wording  # noqa: PLC0415 - not for the other forms

    terminal.write_text(as_csv(article, kept, own_wording(article), headed=headed))


def _write_table(
    reading: Reading, kept: Sequence[Figure], on: terminal.Screen, *, apart: bool
) -> None:
    """The figures of one article under its title; a blank line keeps it apart from another."""
    if apart:
        terminal.write("")
    title = f"{reading.listing.id}  {reading.listing.title}"
    terminal.write(on.styled(inert(title), terminal.BOLD))
    for line in set_in_columns(COLUMNS, [_row(reading.article, one) for one in kept], on):
        terminal.write(line)


def _row(article: Article, figure: Figure) -> tuple[str, ...]:
    """One figure as texts for the columns."""
    return (
        f"{article.paragraph_at(figure.span.start)}",
        figure.span.of(article.text),
        figure.kind.value,
        _value(figure),
        figure.unit or "",
        f"{figure.salience}",
        figure.label.of(article.text) if figure.label else "",
    )


def _value(figure: Figure) -> str:
    """A value in words: the date it resolves to, a number, or the ends of a range."""
    value = figure.resolved or records.plain(figure.value)
    parts = value if isinstance(value, list) else [value]
    words = " to ".join("" if part is None else f"{part}" for part in parts)
    return words if len(words) <= MAX_CELLS else f"{words[: MAX_CELLS - 2]}.."
