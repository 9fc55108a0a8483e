"""Candidates: what one article contributes to the topics of a library, in plain values.

They are made once an article and can be stored (JSON), so that adding one article does not read the
others again.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from digest.text.fold import key, simplified
from digest.topics.beside import add_same
from digest.topics.bylines import bylines
from digest.topics.drugs import drugs
from digest.topics.forms import SHORT
from digest.topics.mending import mended
from digest.topics.mining import mine
from digest.topics.naming import SHORT_NAME, introduced
from digest.topics.people import people
from digest.topics.phrases import Phrase, phrases
from digest.topics.quoted import add_quoted, quoted_names, unknown_quoted
from digest.topics.segment import Mined, Token, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.model import Article

MAX_KEPT = 400
"""Candidates of one article; a long feature has some 250 that count."""

_MARKED = frozenset(("quoted", "title"))
_LETTERS = frozenset(("latin",))


class Candidate(NamedTuple):
    """A string of one article that could be a topic."""

    key: str
    parts: tuple[str, ...]
    """Keys of its words."""
    surfaces: dict[str, int]
    """As written, and how often so."""
    cues: tuple[str, ...]
    """What speaks for it, sorted."""

    @property
    def tally(self) -> int:
        """Occurrences in the article, those inside longer candidates included."""
        return sum(self.surfaces.values())


class Told(NamedTuple):
    """What one article says of words that the segmenter may not know."""

    names: list[str]
    """Of persons whom it introduces."""
    quoted: dict[str, int]
    """What stands in marks, and what speaks for each."""


def told_words(article: Article) -> Told:
    """What one article says of words that the segmenter may not know."""
    text = _read(article)
    names = {name for name in introduced(simplified(text)) if len(name) > SHORT_NAME}
    return Told(sorted(names), quoted_names(text))


def unknown_words(articles: Iterable[Article], told: Iterable[Told] | None = None) -> Mined:
    """The words of a library that the segmenter does not know; mine again when it has grown.

    Args:
        articles: of the library.
        told: what `told_words` makes of each, if that is worked out elsewhere; asked for last.
    """
    articles = articles if told is not None else [*articles]
    found = set(mine(map(_read, articles)).words)
    counts: Counter[str] = Counter()
    for names, quoted in told if told is not None else map(told_words, articles):
        found.update(names)
        counts.update(quoted)
    return Mined(found | unknown_quoted(counts))


def _read(article: Article) -> str:
    return f"{article.metadata.title}\n{article.text}"


def cut_up(text: str, mined: Mined) -> list[Token]:
    """The words of a text; the persons that it introduces and its drugs are cut out whole."""
    plain = simplified(text)
    return mended(tokens(text, mined.joined((*introduced(plain), *drugs(plain)))))


def candidates(article: Article, mined: Mined) -> list[Candidate]:
    """The candidates of one article, sorted by key."""
    cut = cut_up(article.text, mined)
    found = phrases(article.text, cut, people(article.text, cut))
    add_quoted(found, article.text, cut)
    add_same(found, article.text)
    add_headline(found, article.metadata.title, mined)
    for name, cue in bylines(article):
        phrase = found.setdefault(key(name), Phrase(key(name), (key(name),)))
        phrase.cues.add(cue)
        phrase.surfaces[name] = phrase.surfaces.get(name, 0) + 1
    kept = sorted(filter(_is_kept, found.values()), key=lambda phrase: -phrase.count)[:MAX_KEPT]
    return sorted(
        Candidate(phrase.key, phrase.parts, phrase.surfaces, tuple(sorted(phrase.cues)))
        for phrase in kept
    )


def add_headline(found: dict[str, Phrase], title: str, mined: Mined) -> None:
    """Say of the phrases of a text that its title has them, and in what marks."""
    if not title:
        return
    cut = cut_up(title, mined)
    headline = phrases(title, cut, people(title, cut))
    add_quoted(headline, title, cut)
    for name in headline.keys() & found.keys():
        said = {cue for cue in headline[name].cues if cue in _MARKED or cue.startswith("beside:")}
        found[name].cues.update({"headline"}, said)


def _is_kept(phrase: Phrase) -> bool:
    """Once and inside a longer phrase, without a cue of its own, a string says nothing."""
    own = phrase.cues & {
        "whole",
        "quoted",
        "title",
        "person",
        "acts",
        "aside",
        "body",
        "drug",
        "launched",
        "led",
        "headline",
    }
    own.update(_LETTERS & phrase.cues if len(phrase.parts) == 1 and len(phrase.key) > SHORT else ())
    own.update({"placed"} & phrase.cues if len(phrase.parts) == 1 else ())
    known = any(cue.startswith("known:") for cue in phrase.cues)
    return phrase.count > 1 or bool(own) or known
