"""What a brief says beside its stories: what happened when, and where articles disagree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.briefing.brief import BESIDES_SHARE
from digest.briefing.brief_parts import Dispute, Happening, Line
from digest.text.sentences import sentence_at

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from digest.briefing.brief import Page
    from digest.library import Store
    from digest.model import Article, Figure

MOST_DISPUTES = 5
"""Disagreements that are told: with more, the ledger of figures is the place to look."""

MOST_HAPPENINGS = 6
"""Things that happened that are told: the timeline has all."""

READ_FOR_HAPPENINGS = 40
"""Articles, those of the weightiest stories, whose events are put together: a fifth of a second."""

MONTH = 7
"""Characters of an ISO date that says the month: what is vaguer says nothing in a brief."""

SIDES = 3
"""Values of one disagreement that are quoted."""


def disputes(library: Store, articles: Sequence[str], page: Page) -> tuple[Dispute, ...]:
    """Where these articles disagree in their figures, said on the page as far as there is room."""
    from digest.briefing.comparison import Relation  # noqa: PLC0415  slow to load
    from digest.services.across import Wanted  # noqa: PLC0415  as above
    from digest.services.comparing import compared  # noqa: PLC0415  as above

    if len(articles) < 2:
        return ()
    share = _share(page)
    found: list[Dispute] = []
    for told in compared(library, Wanted(articles=tuple(articles))).told:
        if Relation.CONFLICT not in told.comparison.relations or len(found) == MOST_DISPUTES:
            break
        sides = [(entry.listing.id, entry.figure) for entry in told.entries]
        texts = {each.id: each for each in library.articles_of([a for a, _ in sides])}
        dispute = _dispute(sides, texts, page, share)
        if dispute is not None:
            found.append(dispute)
    return tuple(found)


def happenings(
    library: Store, articles: Sequence[str], page: Page, since: str
) -> tuple[Happening, ...]:
    """What these articles say happened, most told and latest first chosen, in the order of time."""
    from digest.services.timeline import Wish, of_library  # noqa: PLC0415  slow to load

    share = _share(page)
    wish = Wish(since=since, articles=tuple(articles[:READ_FOR_HAPPENINGS]))
    found = of_library(library, wish)
    dated = [one for one in found.happenings if one.is_resolved and len(one.when) >= MONTH]
    dated.sort(key=lambda one: one.first, reverse=True)
    dated.sort(key=lambda one: -min(3, len(one.articles)))
    told: list[tuple[str, Happening]] = []
    for one in dated:
        event = one.tellings[0]
        text = found.articles[event.article].text
        words = event.sentence.of(text)
        if len(told) == MOST_HAPPENINGS or not page.fits(len(words), share):
            break
        if page.is_new(words):
            page.say([words])
            line = Line(event.article, event.sentence, (event.date,))
            told.append((one.first, Happening(one.when, line, one.articles)))
    return tuple(each for _, each in sorted(told, key=lambda pair: pair[0]))


def _share(page: Page) -> float:
    """How much of the page may be full after the next section."""
    used = page.used / page.room
    return used + (1 - used) * BESIDES_SHARE


def _dispute(
    sides: Sequence[tuple[str, Figure]], texts: Mapping[str, Article], page: Page, share: float
) -> Dispute | None:
    """A disagreement with a sentence for each value; None if there is no room or nothing new."""
    lines: dict[str, Line] = {}
    for identity, figure in sides:
        article = texts.get(identity)
        worth = f"{figure.value}"
        if article is None or worth in lines or len(lines) == SIDES:
            continue
        paragraph = article.paragraphs[article.paragraph_at(figure.span.start)].span
        span = sentence_at(article.text, paragraph, figure.span.start)
        lines[worth] = Line(identity, span, (figure.span,))
    words = [line.span.of(texts[line.article].text) for line in lines.values()]
    new = all(page.is_new(each) for each in words) and len(set(words)) == len(words)
    if len(lines) < 2 or not new or not page.fits(sum(map(len, words)), share):
        return None
    page.say(words)
    return Dispute(tuple(lines.values()))
