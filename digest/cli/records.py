"""What the commands say to machines: model values as the records of the contract.

The keys of a record keep their order; keys that the contract does not name come last. Offsets are
code points in the paragraph's clean text.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.library import Listing, Subject
    from digest.model import Article, Figure, Hit, Span, Topic, Value
    from digest.services.topics import Passage

Record: TypeAlias = dict[str, object]
"""One line of output."""

MAX_DIGITS = 40
"""Integral numbers are written out up to here; 10 to the power of 40 is beyond what news counts,
and a hostile exponent must not become a gigabyte of zeros."""


def listing(known: Listing) -> Record:
    """What a list shows of an article."""
    return {**known._asdict(), "script": known.script.value}


def marked(words: str, *, inferred: bool) -> str:
    """Words that an article does not state itself are marked with a tilde."""
    return f"~{words}" if inferred and words else words


def number(value: Decimal) -> int | Decimal:
    """The number without a fraction of zeros, exactly."""
    if not value.is_finite() or value.adjusted() > MAX_DIGITS:
        return value
    if value == value.to_integral_value():
        return int(value)
    return value.normalize()


def plain(value: Value) -> object:
    """A figure's value as JSON has it: a number, a string, an array of either, or null."""
    if isinstance(value, Decimal):
        return number(value)
    if isinstance(value, tuple):
        return [plain(part) for part in value]
    return value


def place(article: Article, span: Span) -> Record:
    """Where a span of the clean text stands; one that runs on ends with its paragraph."""
    index = article.paragraph_at(span.start)
    if not article.paragraphs:
        return {"paragraph": 0, "start": span.start, "end": span.end}
    inside = article.paragraphs[index].span
    start = min(max(span.start, inside.start), inside.end)
    end = min(max(span.end, start), inside.end)
    return {"paragraph": index, "start": start - inside.start, "end": end - inside.start}


def figure(article: Article, found: Figure) -> Record:
    """One figure of an article."""
    return {
        "article": article.id,
        **place(article, found.span),
        "text": found.span.of(article.text),
        "kind": found.kind.value,
        "value": plain(found.value),
        "unit": found.unit,
        "approx": found.approx,
        "modifier": found.modifier,
        "change": found.change,
        "label": found.label.of(article.text) if found.label else None,
        "salience": found.salience,
        "resolved": found.resolved,
        "base": found.base,
        "subject": found.subject.of(article.text) if found.subject else None,
        "core": found.core.of(article.text),
        "rule": found.rule,
    }


def topic(found: Topic) -> Record:
    """One topic, with the ids of its articles and the number of its mentions."""
    return {
        "name": found.name,
        "aliases": list(found.aliases),
        "kind": found.kind.value,
        "articles": list(found.articles),
        "mentions": len(found.mentions),
        "score": found.score,
        "key": found.key,
    }


def subject(found: Subject, articles: Sequence[str]) -> Record:
    """One topic of the library, with the ids of its articles."""
    return {
        "name": found.name,
        "aliases": list(found.aliases),
        "kind": found.kind.value,
        "articles": list(articles),
        "mentions": found.places,
        "score": found.score,
        "key": found.key,
    }


def passage(topic_name: str, article: Article, found: Passage) -> Record:
    """One sentence that mentions a topic; the places of the mentions are in its paragraph too."""
    where = place(article, found.sentence)
    mentions = [place(article, span) for span in found.mentions]
    return {
        "topic": topic_name,
        "article": article.id,
        **where,
        "text": found.text,
        "mentions": [[each["start"], each["end"]] for each in mentions],
    }


def hit(query: str, rank: int, found: Hit, article: Article, topic_name: str) -> Record:
    """One answer to a query, with the place in `article` that it leads to."""
    where = place(article, found.place)
    return {
        "query": query,
        "rank": rank,
        "kind": found.kind.value,
        "text": found.text,
        "topic": topic_name or None,
        "article": found.article,
        **where,
        "score": found.score,
        "key": found.topic or None,
        "matched": [[span.start, span.end] for span in found.matched],
    }
