"""Reading: what a target of the command line names, ready to be read.

A target is the id of an article, enough of one, a file, a folder, or `-` for standard input. Files
are read where they are and not kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from digest.library import Listing
from digest.model import SourceError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from digest.library import Analysis, Store
    from digest.model import Article, Figure
    from digest.sources import Document
    from digest.text.clean import Cleaned

STDIN = "-"
"""The target that stands for standard input."""

STDIN_NAME = "stdin"
"""What an article from standard input is called."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One article with all that is known about it, whether it is kept or not."""

    listing: Listing
    """As a list shows it; a file that is not in the library counts as unread and unstarred."""
    article: Article
    figures: tuple[Figure, ...]
    """By place."""
    document: Callable[[], Document]
    """Reads the article as it came, decoded but not cleaned."""

    def cleaned(self) -> Cleaned:
        """The text as it came and the clean text, aligned; cleans it anew.

        Raises:
            LibraryError: the original cannot be read from the library.
        """
        from digest.text.clean import clean  # noqa: PLC0415  rarely asked for

        document = self.document()
        return clean(document.text, name=document.name, given=document.given)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file of a target that cannot be read as an article."""

    name: str
    reason: str
    """One sentence, ready to be shown."""


def resolve(
    target: str, library: Callable[[], Store], stdin: Callable[[], bytes]
) -> Iterator[Reading | Unreadable]:
    """What a target names, one by one as it is asked for.

    What is there as a file or folder is read as such; otherwise the target is an id.

    Args:
        target: id or unique beginning of one, file, folder, or `-`.
        library: opens the library; called only for an id.
        stdin: reads standard input; called only for `-`.

    Raises:
        NotFoundError: there is neither such a file nor such an article.
        LibraryError: the library cannot be read.
        SourceError: the folder cannot be opened.
    """
    if target == STDIN:
        yield _document(STDIN_NAME, lambda: _stream(stdin()))
    elif _is_path(target):
        yield from _files(Path(target))
    else:
        yield kept(library(), target)


def kept(library: Store, prefix: str) -> Reading:
    """An article of the library.

    Raises:
        NotFoundError: no id begins so, or several do.
        LibraryError: the library cannot be read.
    """
    identity = library.resolve(prefix)

    def document() -> Document:
        from digest.sources import read_stream  # noqa: PLC0415  rarely asked for

        original = library.original(identity)
        return read_stream(original.raw, original.name)

    listing, article = library.listing(identity), library.article(identity)
    return Reading(listing, article, library.figures(identity), document)


def _is_path(target: str) -> bool:
    """Whether a target names a file or folder, there or not."""
    try:
        # Nothing would be the folder one is in.
        if target and Path(target).exists():
            return True
    except (OSError, ValueError):
        return True  # reading it will say what is wrong
    # An id is made of letters and digits; these are in paths alone.
    return any(mark in target for mark in "/\\.")


def _files(path: Path) -> Iterator[Reading | Unreadable]:
    from digest.sources import read_path, walk  # noqa: PLC0415  not for articles of the library

    for file in walk(path):
        yield _document(file.name, partial(read_path, file))


def _stream(data: bytes) -> Document:
    from digest.sources import read_stream  # noqa: PLC0415  not for articles of the library

    return read_stream(data, STDIN_NAME)


def _document(name: str, read: Callable[[], Document]) -> Reading | Unreadable:
    from digest.services.analysis import analyse  # noqa: PLC0415  not for articles of the library

    try:
        document = read()
        return _reading(document, analyse(document))
    except SourceError as error:
        return Unreadable(name, str(error))


def _reading(document: Document, analysis: Analysis) -> Reading:
    """A document that is not kept, as if it were."""
    article = analysis.article
    known = article.metadata
    listing = Listing(
        id=article.id,
        title=known.title,
        title_derived=known.title_derived,
        source=known.source,
        author=known.author,
        published=known.published,
        published_inferred=known.published_inferred,
        script=article.script,
        characters=len(article.text),
        figures=len(analysis.figures),
        read=False,
        starred=False,
        origin=document.origin or document.name,
        added="",
    )
    return Reading(listing, article, analysis.figures, lambda: document)
