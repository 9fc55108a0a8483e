"""A timeline as a page: dates as they are written, and the whole as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.briefing.markdown import escaped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from digest.briefing.timeline import Happening
    from digest.model import Article


def shown_when(when: str) -> str:
    """A date as a list shows it: ISO 8601, with a question mark for the year that is not known."""
    return when.replace("XXXX", "????") if when.startswith("X") else when


def as_markdown(happenings: Iterable[Happening], articles: Mapping[str, Article]) -> str:
    """A timeline in Markdown, an item an event, with who tells it and in which paragraph.

    Args:
        happenings: in the order of time.
        articles: those that tell them, by id.
    """
    return "".join(f"{line}\n" for line in _lines(happenings, articles))


def _lines(happenings: Iterable[Happening], articles: Mapping[str, Article]) -> Iterator[str]:
    year = ""
    for one in happenings:
        now = one.when[:4] if one.is_resolved else "????"
        if now != year:
            yield from (f"## {now}", "") if not year else ("", f"## {now}", "")
            year = now
        best = one.tellings[0]
        text = best.sentence.of(articles[best.article].text)
        yield f"- **{shown_when(one.when)}** {escaped(text)}"
        for identity in one.articles:
            article = articles[identity]
            event = next(event for event in one.tellings if event.article == identity)
            paragraph = article.paragraph_at(event.date.start) + 1
            yield f"  - {escaped(article.metadata.title)} ({identity}, ¶{paragraph})"
