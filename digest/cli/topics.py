"""`digest topics`: what articles speak of, and every passage that speaks of one topic."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from digest.cli import guard, records, terminal
from digest.cli.columns import Column, set_in_columns
from digest.cli.options import Whole, command, complete_target, json_option, library_path
from digest.cli.targets import for_each, lazily
from digest.model import NotFoundError
from digest.services.reading import STDIN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.library import Library
    from digest.model import Article, Topic
    from digest.services.topics import Passage

TOPIC_COLUMNS = (
    Column("topic", style=terminal.BOLD, least=12),
    Column("kind"),
    Column("articles", right=True),
    Column("mentions", right=True),
    Column("also written", least=12, optional=True),
)
"""The columns of a list of topics."""

PASSAGE_COLUMNS = (
    Column("article", style=terminal.DIM),
    Column("par", right=True),
    Column("text", least=16),
)
"""The columns of the passages of a topic."""

LEAD = 12
"""Characters of a long passage that are shown before the first mention in it."""

FILES = frozenset((".txt", ".md", ".markdown", ".html", ".htm"))
"""Ends of names that are meant as files, also where there is none: no topic has them."""


@command(
    "topics",
    examples=(
        ("digest topics", "What the library speaks of"),
        ("digest topics 科大讯飞", "Every passage that speaks of it, newest article first"),
        ("digest topics news/ --limit 20", "The twenty strongest topics of a folder"),
        ("digest topics - --json < article.txt", "Those of one text, for a program"),
    ),
)
@click.argument("targets", metavar="[NAME | TARGET...]", nargs=-1, shell_complete=complete_target)
@click.option(
    "--limit",
    type=Whole(1),
    metavar="N",
    help="At most so many topics, or passages of one.",
)
@json_option
def topics(targets: tuple[str, ...], limit: int | None, as_json: bool) -> int:
    """Name what the library, or each TARGET, speaks of: people, bodies, products, terms.

    The most important come first. All spellings of a name are one topic. TARGET is the id of an
    article, a file, a folder, or `-` for standard input.

    With the NAME of a topic instead, in whatever script or spelling, or by a part of it: every
    sentence of the library that mentions it.
    """
    with lazily(library_path()) as opened:
        if not targets:
            return _list(opened(), limit, as_json=as_json)
        if len(targets) == 1 and _is_name(targets[0]) and not _is_id(opened(), targets[0]):
            return _tell(opened(), terminal.whole(targets[0]), limit, as_json=as_json)
    return _find(targets, limit, as_json=as_json)


def _is_name(target: str) -> bool:
    """Whether something can only be meant as the name of a topic, or as an id."""
    path = Path(target)
    try:
        is_there = path.exists()
    except (OSError, ValueError):
        is_there = False
    return target != STDIN and not is_there and path.name == target and path.suffix not in FILES


def _is_id(library: Library, target: str) -> bool:
    try:
        library.resolve(target)
    except NotFoundError:
        return False
    return True


def _list(library: Library, limit: int | None, *, as_json: bool) -> int:
    """The topics of the library."""
    _renew(library)
    subjects = library.subjects(limit)
    if not subjects:
        terminal.complain("no topics were found")
        return guard.REFUSED
    if as_json:
        for each in subjects:
            ids = [identity for identity, _ in library.passages(each.key)]
            terminal.write_json(records.subject(each, ids))
        return guard.DONE
    rows = (
        (each.name, each.kind.value, f"{each.articles}", f"{each.places}", " ".join(each.aliases))
        for each in subjects
    )
    for line in set_in_columns(TOPIC_COLUMNS, rows, terminal.screen()):
        terminal.write(line)
    return guard.DONE


def _tell(library: Library, name: str, limit: int | None, *, as_json: bool) -> int:
    """The passages of one topic of the library."""
    from digest.services.topics import named, told  # noqa: PLC0415 - for this alone

    _renew(library)
    try:
        subject = named(library, name)
    except NotFoundError:
        terminal.complain(
            f"{name} is neither a file nor the id of an article, nor a topic of the library;"
            " `digest topics` names those"
        )
        return guard.REFUSED
    found = islice(told(library, subject.key), limit)
    if as_json:
        for article, passage in found:
            terminal.write_json(records.passage(subject.name, article, passage))
        return guard.DONE
    for line in set_in_columns(PASSAGE_COLUMNS, _passage_rows(found), terminal.screen()):
        terminal.write(line)
    return guard.DONE


def _find(targets: tuple[str, ...], limit: int | None, *, as_json: bool) -> int:
    """The topics of files, folders and single articles, found for this."""
    from digest.services.own import own_topics  # noqa: PLC0415 - a segmenter and its dictionary
    from digest.topics import find_topics  # noqa: PLC0415 - as above

    articles: dict[str, Article] = {}
    outcome = for_each(
        targets, library_path(), lambda found: articles.update({found.article.id: found.article})
    )
    found = find_topics(tuple(articles.values()), own_topics().own) if articles else ()
    if not found and not outcome.refused:
        terminal.complain("no topics were found")
    if as_json:
        for topic in found[:limit]:
            terminal.write_json(records.topic(topic))
    elif found:
        rows = map(_topic_row, found[:limit])
        for line in set_in_columns(TOPIC_COLUMNS, rows, terminal.screen()):
            terminal.write(line)
    return guard.DONE if found and not outcome.refused else guard.REFUSED


def _renew(library: Library) -> None:
    """Heed what the reader has said of topics since they were last found."""
    from digest.services.mining import renew  # noqa: PLC0415 - not for files

    renew(library)


def _topic_row(topic: Topic) -> tuple[str, ...]:
    """One topic as texts for the columns."""
    return (
        topic.name,
        topic.kind.value,
        f"{len(topic.articles)}",
        f"{len(topic.mentions)}",
        " ".join(topic.aliases),
    )


def _passage_rows(found: Iterator[tuple[Article, Passage]]) -> Iterator[tuple[str, ...]]:
    """Passages as texts for the columns; a long one begins shortly before the first mention."""
    for article, passage in found:
        begin = max(0, passage.place.start - passage.sentence.start - LEAD)
        text = f"..{passage.text[begin:]}" if begin else passage.text
        paragraph = records.place(article, passage.place)["paragraph"]
        yield passage.article, f"{paragraph}", text
