"""Mining: when the topics of a library are found anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digest.library import Store

ALWAYS_UP_TO = 200
"""Articles up to which every arrival finds the topics anew: two to three seconds of work at about
15 ms an article. Names are told from chance by how often they recur, so a small library gains from
every article."""

GROWTH = 1.2
"""A larger library is mined again when it has grown by a fifth: less changes no topic of weight."""

MOST = 2000
"""Articles that are mined, the newest: half a minute of work. Topics are about what is read now."""

MINED = "topics.articles"
"""Key of the session for the number of articles when topics were last found."""


def mine(library: Store) -> None:
    """Find the topics of a library and keep them with their mentions."""
    from digest.topics import find_topics  # noqa: PLC0415  loaded when articles come in

    articles = tuple(library.articles(limit=MOST))
    library.set_topics(find_topics(articles))
    library.remember({MINED: str(library.counts().articles)})


def mine_if_due(library: Store, *, changed: bool) -> bool:
    """Find topics anew if the library is small or has grown enough; says whether it did.

    Args:
        library: whose topics.
        changed: articles have come. Without that, topics are found only if the library holds
            another number of articles than at the last time: mining may have been interrupted.
    """
    count = library.counts().articles
    before = library.session().get(MINED, "")
    mined = int(before) if before.isdecimal() else 0
    due = (changed or count != mined) and (count <= ALWAYS_UP_TO or count >= mined * GROWTH)
    if due:
        mine(library)
    return due


def expect(library: Store) -> None:
    """Have the topics found anew by the next that asks, also if this program ends before."""
    library.remember({MINED: ""})
