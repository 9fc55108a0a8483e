"""`digest add` and `digest remove`: articles into the library and out of it."""

from __future__ import annotations

import sys
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from digest.cli import guard, terminal
from digest.cli.options import PATH, command, complete_target, json_option, library_path
from digest.cli.targets import lazily, read_document
from digest.model import NotFoundError, SourceError
from digest.services.reading import STDIN, STDIN_NAME
from digest.text.sanitize import inert

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digest.library import Library
    from digest.services.ingest import IngestReport

ADDED, ALREADY, REFUSED, REMOVED = "added", "already there", "refused", "removed"
"""What became of an article, as the output says it."""


@command(
    "add",
    examples=(
        ("digest add article.txt", "A file"),
        ("digest add news/ more.html", "A folder with all that is in it, and a page"),
        ("curl -s URL | digest add -", "What another program prints"),
        ("digest add news/ --json | jq -r .id", "The ids under which they are kept"),
    ),
)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=PATH)
@json_option
def add(paths: tuple[str, ...], as_json: bool) -> int:
    """Put files, and folders with all that is in them, into the library.

    Says of every file whether it was added or was there already, and why it was refused if it was;
    what could be added stays added. `-` stands for standard input.
    """
    with lazily(library_path(), makes=True) as library:
        try:
            reports = [_taken_in(library(), path) for path in _grouped(paths)]
        except KeyboardInterrupt:
            terminal.note("stopped; what was added is kept, and the same command adds the rest")
            raise
    added = [one for report in reports for one in report.added]
    already = [one for report in reports for one in report.already]
    refused = [one for report in reports for one in report.refused]
    for word, arrivals in ((ADDED, added), (ALREADY, already)):
        for arrival in arrivals:
            _tell(word, arrival.id, arrival.name, as_json=as_json)
    for one in refused:
        if as_json:
            terminal.write_json({"result": REFUSED, "name": one.name, "reason": one.reason})
        terminal.complain(one.reason)
    if not (added or already or refused):
        terminal.complain("there is no file in it that can be read as an article")
    return guard.REFUSED if refused or not (added or already) else guard.DONE


@command(
    "remove",
    examples=(
        ("digest remove a5b98a4d", "An article, by as much of its id as tells it apart"),
        ("digest list --json | jq -r 'select(.read) | .id' | xargs digest remove", "All read ones"),
    ),
)
@click.argument("ids", metavar="ID...", nargs=-1, required=True, shell_complete=complete_target)
@json_option
def remove(ids: tuple[str, ...], as_json: bool) -> int:
    """Take articles out of the library, with all that was kept about them.

    The files they came from stay where they are.
    """
    code = guard.DONE
    with lazily(library_path()) as library:
        for prefix in ids:
            try:
                kept = library().listing(library().resolve(prefix))
                library().remove((kept.id,))
            except NotFoundError as error:
                terminal.complain(str(error))
                code = guard.REFUSED
                continue
            _tell(REMOVED, kept.id, kept.title, as_json=as_json)
    return code


def _grouped(paths: Sequence[str]) -> Iterator[list[str]]:
    """Standard input apart from the files on both sides of it."""
    for is_stream, group in groupby(paths, lambda path: path == STDIN):
        yield [STDIN] if is_stream else list(group)


def _taken_in(library: Library, paths: Sequence[str]) -> IngestReport:
    """Take in files and folders, or standard input."""
    from digest.cli.logbook import keep_log  # noqa: PLC0415 - not for taking out
    from digest.services import ingest  # noqa: PLC0415 - as above

    keep_log()
    if STDIN not in paths:
        from digest.services.crew import hands_here  # noqa: PLC0415 - as above

        hands = hands_here()
        files = tuple(map(Path, paths))
        hands = hands if hands > 1 else 0
        if not terminal.is_terminal(sys.stderr):
            return ingest.add(library, files, hands=hands)
        from digest.cli.progress import Progress  # noqa: PLC0415 - where somebody looks

        progress = Progress()
        return ingest.add(library, files, progress.files, progress.after, hands=hands)
    try:
        return ingest.add_document(library, read_document(STDIN))
    except SourceError as error:
        return ingest.IngestReport((), (), (ingest.Refused(STDIN_NAME, str(error)),))


def _tell(word: str, article: str, name: str, *, as_json: bool) -> None:
    """Say what became of one article."""
    if as_json:
        terminal.write_json({"result": word, "id": article, "name": name})
    else:
        terminal.write(f"{word}  {article}  {inert(name)}")
