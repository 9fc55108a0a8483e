"""`digest timeline`: what articles say happened when, each event once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from digest.cli import guard, records, terminal
from digest.cli.columns import Column, set_in_columns
from digest.cli.options import command, complete_target, json_option, library_path
from digest.cli.targets import for_each, lazily
from digest.text.sanitize import inert

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.briefing.events import Event
    from digest.briefing.timeline import Happening
    from digest.services.reading import Reading
    from digest.services.timeline import Timeline, Wish

COLUMNS = (
    Column("when", style=terminal.KEY, least=10),
    Column("told by", right=True),
    Column("text", least=24),
)
"""The columns of `digest timeline`."""

LEAD = 20
"""Characters of a long sentence that are shown before the date in it."""

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def _date(_ctx: click.Context, _parameter: click.Parameter, value: str) -> str:
    if value and not _DATE.fullmatch(value):
        raise click.BadParameter(f"{value!r} is no date: write 2024-05-01, 2024-05 or 2024")
    return value


@command(
    "timeline",
    examples=(
        ("digest timeline", "What happened when, by all articles of the library"),
        ("digest timeline --topic 科大讯飞 --since 2023-05", "Of one topic, from a month on"),
        ("digest timeline news/ --markdown > timeline.md", "Of a folder, for a document"),
        ("digest timeline a5b9 --json", "Of one article, for a program"),
    ),
)
@click.argument("targets", metavar="[TARGET...]", nargs=-1, shell_complete=complete_target)
@click.option("--topic", default="", metavar="NAME", help="Only what mentions this topic.")
@click.option("--since", default="", metavar="DATE", callback=_date, help="From a date on.")
@click.option("--until", default="", metavar="DATE", callback=_date, help="To a date, itself too.")
@click.option("--markdown", "as_markdown", is_flag=True, help="As Markdown.")
@json_option
def timeline(
    *,
    targets: tuple[str, ...],
    topic: str,
    since: str,
    until: str,
    as_markdown: bool,
    as_json: bool,
) -> int:
    """Tell what happened when, by the library or by each TARGET, each event once.

    Every line is the sentence of an article as it stands there, under the date it speaks of, with
    how many articles tell it. Dates whose year cannot be told stand at the end with a question
    mark. TARGET is the id of an article, a file, a folder, or `-` for standard input.
    """
    if as_json and as_markdown:
        raise click.UsageError("say either --json or --markdown")
    from digest.services.timeline import Wish  # noqa: PLC0415 - loads what the help needs not

    wish = Wish(terminal.whole(topic), since, until)
    found, code = _of_targets(targets, wish) if targets else (_of_library(wish), guard.DONE)
    if found is None or not found.happenings:
        if code == guard.DONE:
            terminal.complain("no events were found")
        return guard.REFUSED
    _write(found, as_markdown=as_markdown, as_json=as_json)
    return code


def _of_library(wish: Wish) -> Timeline:
    from digest.services.timeline import of_library  # noqa: PLC0415 - as above

    with lazily(library_path()) as opened:
        found = of_library(opened(), wish)
    if found.left_out:
        terminal.complain(
            f"{found.left_out} articles were not read; --since, --until and --topic lead to others"
        )
    return found


def _of_targets(targets: tuple[str, ...], wish: Wish) -> tuple[Timeline | None, int]:
    from digest.services.timeline import of_articles  # noqa: PLC0415 - as above

    readings: dict[str, Reading] = {}
    outcome = for_each(
        targets, library_path(), lambda found: readings.update({found.article.id: found})
    )
    if not readings:
        return None, outcome.code
    pairs = [(one.article, one.figures) for one in readings.values()]
    return of_articles(pairs, wish), outcome.code


def _write(found: Timeline, *, as_markdown: bool, as_json: bool) -> None:
    if as_json:
        for one in found.happenings:
            terminal.write_json(_record(found, one))
    elif as_markdown:
        from digest.briefing.timeline_page import as_markdown as lines  # noqa: PLC0415 - one form

        terminal.write_text(lines(found.happenings, found.articles))
    else:
        for line in set_in_columns(COLUMNS, _rows(found), terminal.screen()):
            terminal.write(line)


def _rows(found: Timeline) -> Iterator[tuple[str, ...]]:
    from digest.briefing.timeline_page import shown_when  # noqa: PLC0415 - as above

    for one in found.happenings:
        best = one.tellings[0]
        begin = max(best.sentence.start, best.date.start - LEAD)
        lead = ".." if begin > best.sentence.start else ""
        text = found.articles[best.article].text[begin : best.sentence.end]
        yield shown_when(one.when), f"{len(one.articles)}", inert(lead + text)


def _record(found: Timeline, one: Happening) -> records.Record:
    """One event, with everybody who tells it."""
    best = one.tellings[0]
    return {
        "when": one.when,
        "first": one.first or None,
        "last": one.last or None,
        "precision": best.unit,
        "resolved": one.is_resolved,
        "ahead": best.ahead,
        **_place(found, best),
        "tellers": [_teller(found, event) for event in one.tellings],
    }


def _place(found: Timeline, event: Event) -> records.Record:
    article = found.articles[event.article]
    return {
        "article": event.article,
        **records.place(article, event.sentence),
        "text": event.sentence.of(article.text),
    }


def _teller(found: Timeline, event: Event) -> records.Record:
    article = found.articles[event.article]
    where = records.place(article, event.date)
    return {
        **_place(found, event),
        "title": article.metadata.title,
        "published": article.metadata.published or None,
        "when": event.when,
        "date": [where["start"], where["end"]],
    }
