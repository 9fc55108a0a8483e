"""What `digest figures --compare` says: the same things as several articles tell them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.cli import records, terminal
from digest.cli.columns import Column, set_in_columns
from digest.text.sanitize import inert

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from digest.cli.records import Record
    from digest.model import Article, Figure
    from digest.services.across import Entry
    from digest.services.comparing import Compared, Told
    from digest.services.reading import Reading

COLUMNS = (
    Column("of", least=4),
    Column("figure", style=terminal.KEY, least=8),
    Column("article"),
    Column("published"),
    Column("par", right=True),
    Column("label", least=8, optional=True),
)
"""The columns below each comparison."""

HEADS = {
    "conflict": "disagree",
    "precise": "agree, one more exact",
    "series": "series",
    "same": "agree",
}
"""What relations are called, the one that matters most first."""


def of_library(path: Path | None) -> Compared:
    """What the articles of the library say of the same things."""
    from digest.cli.targets import lazily  # noqa: PLC0415 - it reads sources
    from digest.services.comparing import compared  # noqa: PLC0415 - as above

    with lazily(path) as library:
        return compared(library())


def of_readings(readings: Iterable[Reading]) -> Compared:
    """What these articles say of the same things."""
    from digest.services.comparing import compared_here  # noqa: PLC0415 - not for other forms

    return compared_here([(one.listing, one.article, one.figures) for one in readings])


def write_records(found: Compared) -> None:
    """One line of JSON for each comparison."""
    for told in found.told:
        terminal.write_json(_record(told))


def write_tables(found: Compared, on: terminal.Screen) -> None:
    """Each comparison under what it is of."""
    for number, told in enumerate(found.told):
        if number:
            terminal.write("")
        terminal.write(on.styled(inert(_head(told)), terminal.BOLD))
        for line in set_in_columns(COLUMNS, map(_row, told.entries), on):
            terminal.write(f"  {line}")
    if found.left_out:
        terminal.complain(f"{found.left_out} older articles were left out")


def write_doubts(readings: Iterable[Reading], *, as_json: bool, on: terminal.Screen) -> None:
    """The years that cannot be meant."""
    from digest.briefing.anachronism import anachronisms  # noqa: PLC0415 - not for other forms

    for one in readings:
        by_span = {figure.span: figure for figure in one.figures}
        for doubt in anachronisms(one.article, one.figures):
            figure = by_span[doubt.span]
            if as_json:
                record = {"relation": "anachronism", "likely": doubt.likely}
                terminal.write_json(record | records.figure(one.article, figure))
            else:
                terminal.write(on.styled(inert(_doubt(one.article, figure, doubt.likely)), "1"))


def _doubt(article: Article, figure: Figure, likely: int | None) -> str:
    perhaps = f", perhaps {likely}" if likely else ""
    written = figure.span.of(article.text)
    return f"doubtful  {written}  {article.id}  a year gone by for what is to come{perhaps}"


def _head(told: Told) -> str:
    from digest.briefing.chart import chart  # noqa: PLC0415 - not for other forms

    name = next(each for key, each in HEADS.items() if key in told.comparison.relations)
    found = told.comparison
    drawn = chart(found.course) if "series" in found.relations else ""
    return "  ".join(filter(None, (name, found.name, found.metric, drawn)))


def _row(entry: Entry) -> tuple[str, ...]:
    return (
        entry.period,
        entry.written,
        entry.listing.id,
        records.marked(entry.listing.published, inferred=entry.listing.published_inferred),
        f"{entry.paragraph}",
        entry.label,
    )


def _record(told: Told) -> Record:
    first = told.comparison.members[0]
    relations = [key for key in HEADS if key in told.comparison.relations]
    return {
        "relation": relations[0],
        "relations": relations,
        "owner": first.owner or None,
        "part": first.part or None,
        "measure": first.metric.removeprefix("="),
        "unit": first.unit,
        "qualifiers": sorted(first.qualifiers),
        "members": [_member(entry) for entry in told.entries],
    }


def _member(entry: Entry) -> Record:
    figure = entry.figure
    return {
        "article": entry.listing.id,
        "paragraph": entry.paragraph,
        "start": entry.start,
        "end": entry.start + len(figure.span),
        "text": entry.written,
        "kind": figure.kind.value,
        "value": records.plain(figure.value),
        "unit": figure.unit,
        "label": entry.label or None,
        "period": entry.period or None,
        "published": entry.listing.published or None,
    }
