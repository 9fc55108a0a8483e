"""Topics: looked through, narrowed by name, and followed from passage to passage.

Everything is read by the page, so that a topic that stands in thirty thousand articles costs as
much as one that stands in thirty.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, Protocol

from digest.model import NotFoundError, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from digest.library import Store, Subject
    from digest.library.store import Answering
    from digest.model import Article

PAGE = 50
"""Articles whose passages are read at once: more than two screens, about 20 ms."""


_VERSION = re.compile(r"[a-z]{0,2}\d")
"""How what follows a folded name begins where it is a version: V3.0, X1, 4.0 Turbo."""


class Named(Protocol):
    """A topic as far as it has names."""

    @property
    def key(self) -> str:
        """Its folded name."""
        ...

    @property
    def name(self) -> str:
        """Its commonest form."""
        ...

    @property
    def aliases(self) -> tuple[str, ...]:
        """Its other forms."""
        ...


def forms(topic: Named) -> frozenset[str]:
    """Everything a topic is called, folded."""
    from digest.text.fold import key  # noqa: PLC0415 - not for opening the app

    return frozenset((topic.key, key(topic.name), *map(key, topic.aliases))) - {""}


def with_versions(topic: Named, others: Iterable[Named]) -> frozenset[str]:
    """Keys of a topic and of its versions: what is told of 星火大模型 V3.0 is told of 星火."""
    from digest.text.fold import key  # noqa: PLC0415 - not for opening the app

    own = forms(topic)
    return frozenset(
        other.key
        for other in others
        for form in (other.key, key(other.name))
        if form in own
        or any(form.startswith(one) and _VERSION.match(form, len(one)) for one in own)
    ) | {topic.key}


class Passage(NamedTuple):
    """A sentence that mentions a topic."""

    article: str
    """The article's id."""
    sentence: Span
    """In the clean text; the beginning of the text for whoever wrote or published it."""
    mentions: tuple[Span, ...]
    """In the clean text; empty for whoever wrote or published it without being named."""
    text: str
    """The sentence as it is written."""

    @property
    def place(self) -> Span:
        """Where it leads: to the first mention."""
        return self.mentions[0] if self.mentions else Span(self.sentence.start, self.sentence.start)


class Names:
    """Topics of a library, narrowed by what is typed of their names."""

    def __init__(self, subjects: Sequence[Subject]) -> None:
        """`subjects` are the topics, best first."""
        self._subjects = subjects
        self._written: list[tuple[str, ...]] = []
        self._spelt: list[tuple[str, ...]] = []

    def matching(self, typed: str) -> list[Subject]:
        """Topics that have what was typed in a name, in either script, or in its pinyin.

        Those of which a form begins with it come first; each half keeps its order, best first.
        """
        from digest.text.fold import key  # noqa: PLC0415 - not for opening the app

        wanted = key(typed)
        if not wanted:
            return list(self._subjects)
        if not self._written:
            self._written = [tuple(map(key, (s.name, *s.aliases))) for s in self._subjects]
        rows = self._written
        if wanted.isascii() and wanted.isalpha():
            rows = [(*forms, *more) for forms, more in zip(rows, self._spellings(), strict=True)]
        found = [
            (not any(form.startswith(wanted) for form in forms), at)
            for at, forms in enumerate(rows)
            if any(wanted in form for form in forms)
        ]
        return [self._subjects[at] for _, at in sorted(found)]

    def _spellings(self) -> list[tuple[str, ...]]:
        """Each name in pinyin and by its initials, character by character."""
        from digest.text.pinyin import readings  # noqa: PLC0415 - not for opening the app

        if not self._spelt:
            for each in self._subjects:
                said = [(readings(character) or (character.lower(),))[0] for character in each.name]
                self._spelt.append(("".join(said), "".join(part[:1] for part in said)))
        return self._spelt


def named(library: Answering, name: str) -> Subject:
    """The topic that a name, in whatever script and spelling, stands for.

    That which has the name, failing that the strongest with the name in one of its own.

    Raises:
        NotFoundError: there is none.
        LibraryError: the library cannot be read.
    """
    from digest.text.fold import key  # noqa: PLC0415 - not for opening the app

    wanted = key(name)
    found = library.subject(name) or library.subject(wanted)
    if found is not None and found.articles:
        return found
    subjects = library.subjects()
    exact = (each for each in subjects if wanted in forms(each))
    best = next(exact, None) or next(iter(Names(subjects).matching(name) if wanted else ()), None)
    if best is None:
        raise NotFoundError(f"no topic {name!r} in the library; `digest topics` names all")
    return best


def passages(
    library: Answering, topic: str, limit: int | None = PAGE, offset: int = 0
) -> list[Passage]:
    """The sentences that mention a topic, by article, newest first, then by place.

    Args:
        library: where they stand.
        topic: key of the topic.
        limit: of so many articles at most.
        offset: so many articles are passed over.
    """
    found = dict(library.passages(topic, limit, offset))
    return [
        passage
        for article in library.articles_of(tuple(found))
        for passage in passages_in(article, found[article.id])
    ]


def told(library: Answering, topic: str) -> Iterator[tuple[Article, Passage]]:
    """The sentences that mention a topic, each with its article, as `passages` orders them."""
    offset = 0
    while page := library.passages(topic, PAGE, offset):
        offset += len(page)
        found = dict(page)
        for article in library.articles_of(tuple(found)):
            for passage in passages_in(article, found[article.id]):
                yield article, passage


def passages_in(article: Article, mentions: Sequence[Span]) -> Iterator[Passage]:
    """The sentences of an article that hold some places, in order."""
    from digest.text.sentences import sentence_at  # noqa: PLC0415 - not for opening the app

    at: Span | None = None
    inside: list[Span] = []
    for mention in mentions:
        if at is not None and at.start <= mention.start < at.end and len(mention):
            inside.append(mention)
            continue
        if at is not None:
            yield _passage(article, at, inside)
        paragraph = article.paragraphs[article.paragraph_at(mention.start)].span
        at = sentence_at(article.text, paragraph, mention.start)
        at = Span(min(at.start, mention.start), max(at.end, mention.end))
        inside = [mention] if len(mention) else []
    if at is not None:
        yield _passage(article, at, inside)


class Walk:
    """The mentions of one topic over all articles, gone through in either direction."""

    def __init__(self, library: Store, topic: str) -> None:
        """Read nothing yet.

        Args:
            library: where they stand.
            topic: key of the topic.
        """
        self._library = library
        self.topic = topic
        self._pages: list[tuple[str, tuple[Span, ...]]] = []
        self._is_whole = False

    def step(self, article: str, at: int, by: int) -> tuple[str, Span] | None:
        """The nearest mention that begins after a place, or before it; None at either end.

        Args:
            article: id of the article one is in, which need not mention the topic.
            at: where one is in it: code point of the clean text.
            by: 1 for the next, -1 for the one before.
        """
        index = self._index(article)
        if index is None:
            return self._end(0, by) if by > 0 else None
        spans = self._pages[index][1]
        if by > 0:
            ahead = [span for span in spans if span.start > at]
        else:
            ahead = [span for span in reversed(spans) if span.start < at]
        return (article, ahead[0]) if ahead else self._end(index + by, by)

    def within(self, article: str) -> tuple[Span, ...]:
        """The mentions in one article, in order."""
        index = self._index(article)
        return () if index is None else self._pages[index][1]

    def _end(self, at: int, by: int) -> tuple[str, Span] | None:
        """The mention of another article at which one enters it."""
        if at < 0 or not self._has(at):
            return None
        article, spans = self._pages[at]
        return article, spans[0 if by > 0 else -1]

    def _index(self, article: str) -> int | None:
        """Where an article stands among those that mention the topic."""
        at = 0
        while self._has(at):
            if self._pages[at][0] == article:
                return at
            at += 1
        return None

    def _has(self, at: int) -> bool:
        """Whether there is an article of that number; reads on as far as is needed."""
        while at >= len(self._pages) and not self._is_whole:
            page = self._library.passages(self.topic, PAGE, len(self._pages))
            self._pages += page
            self._is_whole = len(page) < PAGE
        return at < len(self._pages)


def _passage(article: Article, sentence: Span, mentions: Sequence[Span]) -> Passage:
    return Passage(article.id, sentence, tuple(mentions), sentence.of(article.text))
