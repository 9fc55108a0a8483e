"""What commands work on: articles, files and streams, read through the services.

Commands are given plain values here and say what is wrong with a target here; each of them stays a
matter of options and output.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from digest.cli import guard, terminal
from digest.model import DigestError, LibraryError, NotFoundError, SourceError
from digest.services.opening import open_library
from digest.services.reading import STDIN, STDIN_NAME, Reading, Unreadable, resolve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from digest.library import Library, Listing
    from digest.model import Article, Hit
    from digest.sources import Document

MAX_STREAM_BYTES = 20_000_001
"""Bytes read of a stream: one more than sources take, so that they refuse what is longer, and a
stream without an end does not fill the memory."""

MAX_COMPLETIONS = 50
"""Ids offered to a shell: more are no help to anybody who has to choose."""


class Outcome(NamedTuple):
    """What a command that works on several things made of them."""

    done: int
    """How many it was done for."""
    refused: int
    """How many were refused; standard error says why."""

    @property
    def code(self) -> int:
        """The exit code this amounts to."""
        return guard.DONE if self.done and not self.refused else guard.REFUSED


def for_each(
    targets: Sequence[str], library: Path | None, do: Callable[[Reading], None]
) -> Outcome:
    """Do something with every article that the targets name; complain of those that are none."""
    done = refused = 0
    with lazily(library) as opened:
        for target in targets:
            before = done, refused
            try:
                for found in resolve(target, opened, stdin_bytes):
                    if isinstance(found, Unreadable):
                        terminal.complain(found.reason)
                        refused += 1
                    else:
                        do(found)
                        done += 1
            except NotFoundError as error:
                terminal.complain(str(error) if _may_be_id(target) else _neither(target))
                refused += 1
            except DigestError as error:
                terminal.complain(str(error))
                refused += 1
            if before == (done, refused):
                terminal.complain(f"{target} holds no file that can be read as an article")
                refused += 1
    return Outcome(done, refused)


def _may_be_id(target: str) -> bool:
    """Whether it could be meant as the id of an article: hexadecimal digits."""
    return not target.strip("0123456789abcdefABCDEF")


def _neither(target: str) -> str:
    return f"{target} is neither a file nor the id of an article; `digest list` shows the ids"


@contextmanager
def lazily(path: Path | None, *, makes: bool = False) -> Iterator[Callable[[], Library]]:
    """A function that opens the library when it is first called; closed at the end if it was.

    Args:
        path: the file, for another library than the reader's own.
        makes: make that one where it is not there. A command that only reads would leave a new
            file behind for every slip in its name, and call it empty.
    """
    opened: list[Library] = []

    def library() -> Library:
        if path is not None and not makes and not path.exists():
            raise LibraryError(f"there is no library at {path}; `digest add` with it makes one")
        if not opened:
            opened.append(open_library(path, upgrading=terminal.complain))
        return opened[0]

    try:
        yield library
    finally:
        for one in opened:
            one.close()


def stdin_bytes() -> bytes:
    """All of standard input, as far as an article may be long.

    Raises:
        SourceError: it cannot be read.
    """
    if sys.stdin is None:
        return b""
    try:
        return sys.stdin.buffer.read(MAX_STREAM_BYTES)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise SourceError(f"standard input cannot be read: {reason}") from error


def read_document(name: str) -> Document:
    """A file, or standard input for `-`, decoded but not cleaned.

    Raises:
        SourceError: it is no text.
    """
    from digest.sources import read_path, read_stream  # noqa: PLC0415 - not for kept articles

    return read_stream(stdin_bytes(), STDIN_NAME) if name == STDIN else read_path(Path(name))


def whole_text(document: Document) -> str:
    """All of a document as decoded, which of a page is more than its article."""
    return document.data.decode(document.encoding, "replace").removeprefix("\ufeff")


def listed(path: Path | None) -> list[Listing]:
    """What the library holds, newest first."""
    with lazily(path) as library:
        return library().listings()


def read_queries(name: str) -> list[str]:
    """The queries of a file or of standard input, one a line; blank lines are none.

    Raises:
        SourceError: the file cannot be read.
    """
    return [line for line in whole_text(read_document(name)).splitlines() if line.strip()]


class Answer(NamedTuple):
    """One answer to a query, with what it leads to."""

    hit: Hit
    article: Article
    topic: str
    """Name of the topic, for a topic hit."""


class Asked(NamedTuple):
    """A query and what came of it."""

    query: str
    answers: list[Answer]
    """Best first."""
    problem: str
    """What is wrong with the query, in a sentence; empty if nothing."""


PROBLEMS = {
    "": "",
    "unclosed": "quotation marks are opened and not closed",
    "dangling": "OR stands where there is nothing to choose between",
    "only-left-out": "there are words to leave out, and none to look for",
    "filter": "a filter's value means nothing: {filters}",
    "older": "only the newest articles were looked through for this value; kind, source or date "
    "narrow it",
    "commands": "commands (>) are for the app; `digest --help` lists those of the command line",
}
"""What is said of a query that cannot be meant so."""


def find_in(
    queries: Sequence[str], limit: int, path: Path | None, *, newest: bool = False
) -> Iterator[Asked]:
    """Every query with its answers; passages of the newest articles first if that is asked."""
    from digest.locations import locations  # noqa: PLC0415 - not for other commands
    from digest.services.finding import Finder, cache_file  # noqa: PLC0415 - as above

    with lazily(path) as opened:
        library = opened()
        places = locations()
        finder = Finder(library, cache_file(places.cache, path or places.library))
        article = cache(library.article)
        names = {topic.key: topic.name for topic in library.subjects()}
        for query in queries:
            found = finder.answer(query, limit, newest=newest)
            problem = "commands" if found.request.aim == ">" else found.problem
            told = PROBLEMS[problem].format(filters=" ".join(found.request.unread))
            yield Asked(
                query,
                [
                    Answer(hit, article(hit.article), names.get(hit.topic, hit.topic))
                    for hit in found.hits
                ],
                f"{query!r}: {told}" if told else "",
            )


def known_ids(path: Path | None, prefix: str) -> list[tuple[str, str]]:
    """Ids of the library that begin with `prefix`, with their titles, for a shell to offer."""
    from digest.locations import locations  # noqa: PLC0415 - for completion alone

    if not (path or locations().library).exists():
        return []
    with open_library(path, read_only=True) as library:
        found = ((kept.id, kept.title) for kept in library.listings())
        return [each for each in found if each[0].startswith(prefix)][:MAX_COMPLETIONS]


def examined(path: Path) -> tuple[list[tuple[str, str]], tuple[str, ...]]:
    """What a library holds, and what of it is unsound; nothing is made where there is none.

    Raises:
        LibraryError: it cannot be opened.
    """
    from digest.services.analysis import ANALYSIS_VERSION  # noqa: PLC0415 - for the doctor alone

    if not path.exists():
        return [("articles", "none yet")], ()
    with open_library(path, read_only=True) as library:
        counts = library.counts()
        about = [
            ("articles", f"{counts.articles} ({counts.unread} unread, {counts.starred} starred)"),
            ("topics", f"{len(library.subjects())}"),
            ("to be derived anew", f"{len(library.stale(ANALYSIS_VERSION))}"),
        ]
        return about, library.check()
