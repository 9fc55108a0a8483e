"""Mining: when the topics of a library are found anew, and how every article gets its mentions.

Two things of different cost. Which topics there are is found from a sample, whose candidates are
kept, so that finding them again works out none twice. Where they stand is looked up in every
article, newest first, a slice at a time; an article that comes in later is looked through alone.
Either can be interrupted and goes on where it was.
"""

from __future__ import annotations

import logging
import threading
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from digest.library import Subject
from digest.model import SettingsError
from digest.services.sampled import SLICE, ranked, slices

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from digest.library import Store
    from digest.library.marks import Marks
    from digest.model import Article
    from digest.services.own import Said
    from digest.services.spread import Hands
    from digest.topics import Finder, Ranked

    Progress: TypeAlias = Callable[[int, int], None]
    """Told how many articles of how many are done."""
    _Looked: TypeAlias = tuple[str, Marks]
    """The id of an article and what is mentioned in it."""

ALWAYS_UP_TO = 200
"""Articles up to which every arrival finds the topics anew: a second of work. Names are told from
chance by how often they recur, so a small library gains from every article."""

GROWTH = 1.2
"""A larger library is mined again when it has grown by a fifth: less changes no topic of weight."""

MOST_TOPICS = 6000
"""Topics that are kept, the best: more than anybody looks through, and few enough to be held in
memory with all their forms."""

AT_FIRST = 1000
"""Articles that are looked through newest first; of a large library the others follow as they stand
in the file, where their mentions are then written side by side."""

FIRST_ROWS, MOST_ROWS = 20_000, 160_000
"""Mentions of a topic in an article that are gathered before they are written. The first are soon
to be seen, those of some two hundred articles; then there are twice as many each time, up to what
takes 30 MB. The lists of a topic are kept by blocks of articles: the more articles at once, the
fewer lists are written twice."""

MINED = "topics.articles"
"""Key of the session for the number of articles when topics were last found."""

ROUND = "topics.round"
"""Key of the session for the number of times that topics were found."""

OWN = "topics.own"
"""Key of the session for what the reader had said of topics then."""

RULES, RULES_VERSION = "topics.rules", "3"
"""Key of the session for the rules that topics were last found by, and those of this program: they
grow with every change that shows in the topics, and libraries then find theirs anew."""

PLACES = "places"
"""Name of the mark of an article whose mentions are those of the round that is its version."""

_log = logging.getLogger(__name__)

_lock = threading.RLock()
"""Held by the thread that finds topics or looks for them; another waits, and finds it done."""


def mine(
    library: Store,
    said: Said | None = None,
    on_progress: Progress | None = None,
    *,
    hands: int = 0,
) -> None:
    """Find the topics of a library and where they stand.

    Args:
        library: whose topics.
        said: what the reader says of topics; read from his file if None.
        on_progress: told how many articles of how many have been looked through for them.
        hands: processes that may be called where much is to be done.
    """
    from digest.services.spread import Hands  # noqa: PLC0415  loaded when articles come in

    said = said or _said()
    with _lock, Hands(hands) as called:
        count = library.counts().articles
        topics = said.own.applied(ranked(library, called))[:MOST_TOPICS]
        library.put_subjects([_subject(topic) for topic in topics])
        following = str(_round(library) + 1)
        found = {MINED: str(count), ROUND: following, OWN: said.stamp, RULES: RULES_VERSION}
        library.remember(found)
        while library.drop_other_subjects({topic.key for topic in topics}, SLICE):
            pass
        _find_mentions(library, on_progress, called)


def mine_if_due(
    library: Store, on_progress: Progress | None = None, *, changed: bool, hands: int = 0
) -> bool:
    """Find topics anew if it is time.

    It is if the library is small or has grown enough, or if the reader or the rules say otherwise.

    If it is not due, the articles that have come get the mentions of the topics there are.

    Args:
        library: whose topics.
        on_progress: told how many articles of how many have been looked through for them.
        changed: articles have come. Without that, topics are found only if the library holds
            another number of articles than at the last time: mining may have been interrupted.
        hands: processes that may be called where much is to be done.

    Returns:
        whether topics were found anew.
    """
    said = _said()
    with _lock:
        count = library.counts().articles
        known = library.session()
        before = known.get(MINED, "")
        mined = int(before) if before.isdecimal() else 0
        due = (changed or count != mined) and (count <= ALWAYS_UP_TO or count >= mined * GROWTH)
        otherwise = (known.get(OWN, ""), known.get(RULES)) != (said.stamp, RULES_VERSION)
        due = due or bool(count and otherwise)
        if due:
            mine(library, said, on_progress, hands=hands)
        else:
            find_mentions(library, on_progress, hands=hands)
        return due


def renew(library: Store) -> bool:
    """Find topics anew if the reader has said something else of them since; whether it was so.

    Raises:
        SettingsError: a line of what the reader says is wrong; names the line.
    """
    from digest.services.own import own_topics  # noqa: PLC0415  loaded when it is asked for

    said = own_topics()
    with _lock:
        due = library.session().get(OWN, "") != said.stamp and not library.read_only
        if due:
            mine(library, said)
        return due


def expect(library: Store) -> None:
    """Have the topics found anew by the next that asks, also if this program ends before."""
    library.remember({MINED: ""})


def find_mentions(library: Store, on_progress: Progress | None = None, *, hands: int = 0) -> int:
    """Look for the topics in the articles that have not been looked through; how many they were.

    Args:
        library: whose topics and articles.
        on_progress: told after every slice how many articles of how many are looked through.
        hands: processes that may be called where there are many.
    """
    from digest.services.spread import Hands  # noqa: PLC0415  loaded when articles come in

    with _lock, Hands(hands) as called:
        return _find_mentions(library, on_progress, called)


def _find_mentions(library: Store, on_progress: Progress | None, hands: Hands) -> int:
    """The same, by processes that may be there already."""
    from digest.services.spread import filling  # noqa: PLC0415  loaded when articles come in

    current = _round(library)
    lacking = library.underived(PLACES, current, AT_FIRST) if current else ()
    if not lacking:
        return 0
    look = partial(_looked_through, _finder(library))
    read = map(library.texts_of, slices(lacking))
    parts = hands.spread(look, read, len(lacking))
    if on_progress:
        parts = _told(parts, len(lacking), on_progress)
    with filling(library, len(lacking)):
        for found in _gathered(parts):
            library.set_mentions(found)
            # Last, so that who is cut off before looks through these articles again.
            library.set_derived(PLACES, current, dict.fromkeys(found, b""))
    return len(lacking)


def _told(
    parts: Iterable[list[_Looked]], total: int, on_progress: Progress
) -> Iterator[list[_Looked]]:
    """The same, telling how far it is."""
    done = 0
    for part in parts:
        yield part
        done += len(part)
        on_progress(done, total)


def _gathered(parts: Iterable[list[_Looked]]) -> Iterator[dict[str, Marks]]:
    """What was found, by as many articles as are written together."""
    found: dict[str, Marks] = {}
    rows, most = 0, FIRST_ROWS
    for part in parts:
        found.update(part)
        rows += sum(len(marks.topics) for _, marks in part)
        if rows >= most:
            yield found
            found, rows, most = {}, 0, min(2 * most, MOST_ROWS)
    if found:
        yield found


def _looked_through(finder: Finder, article: Article) -> _Looked:
    """The id of an article and what is mentioned in it, as it is kept."""
    from digest.library.marks import marked  # noqa: PLC0415  loaded when articles come in

    return article.id, marked(finder.places(article))


def _said() -> Said:
    """What the reader says of topics; nothing while the file is wrong, which the log says."""
    from digest.services.own import Said, own_topics  # noqa: PLC0415  as below
    from digest.topics import Own  # noqa: PLC0415  loaded when articles come in

    try:
        return own_topics()
    except SettingsError as error:
        _log.warning("own topics are left out: %s", error)
        return Said(Own.EMPTY, "")


def _round(library: Store) -> int:
    """How many times topics have been found."""
    kept = library.session().get(ROUND, "")
    return int(kept) if kept.isdecimal() else 0


def _finder(library: Store) -> Finder:
    """What finds the mentions of the topics that a library has."""
    from digest.text.fold import key  # noqa: PLC0415  loaded when articles come in
    from digest.topics import Finder  # noqa: PLC0415  as above

    outer: dict[str, str] = {}
    nested: dict[str, str] = {}
    for each in sorted(library.known_subjects(), key=lambda subject: -subject.score):
        forms = nested if each.nested else outer
        for written in (each.key, each.name, *each.aliases):
            forms.setdefault(key(written), each.key)
    return Finder(outer, nested)


def _subject(topic: Ranked) -> Subject:
    """A topic as it is kept; forms that no surface folds to are kept as they are."""
    from digest.text.fold import key  # noqa: PLC0415  loaded when articles come in

    written = set(map(key, topic.surfaces))
    rest = (form for form in topic.forms if form not in written)
    aliases = (*topic.surfaces[1:], *rest)
    return Subject(topic.key, topic.name, aliases, topic.kind, topic.score, topic.nested)
