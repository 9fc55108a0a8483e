"""Stories of a library: found as articles come in, kept, and arranged as the reader wants them.

To which story an article belongs is kept beside it, so that opening a list groups nothing. Articles
that are new are compared with those published about the same time; what the reader said about a
pair, to keep it together or apart, holds whatever is found.
"""

from __future__ import annotations

import threading
from collections import defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from digest.services.derivations import derivation

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from digest.briefing.stories import Told
    from digest.briefing.stories_why import Evidence
    from digest.library import Listing, Store

    Decided = Mapping[tuple[str, str], bool | None]
    """Pairs of ids: kept together, apart, or neither."""

STORY = "story"
"""Under which name it is kept to which story an article belongs: the id of its leader."""

VERSION = 2
"""Grows with every change of how stories are found, besides that of fingerprints."""

POOL = 20_000
"""Articles with which new ones are compared at most, those published nearest: 20 s of work when all
of them are new, and 60 MB."""

NEAR = timedelta(days=31)
"""How far from the new articles' dates those are published that they are compared with: twice the
days that a story may take, so that a month without its day is among them."""

_lock = threading.Lock()
"""Held by the thread that finds stories; another waits, and finds them found."""


class Stories:
    """The stories of a library as they are now."""

    def __init__(self, groups: Iterable[Sequence[str]]) -> None:
        """Take stories as the ids of their members, leader first; single articles may be left out.

        Args:
            groups: the members of every story.
        """
        self.groups = [tuple(group) for group in groups if len(group) > 1]
        """Those of several articles."""
        self._of = {member: group for group in self.groups for member in group}

    def of(self, article: str) -> tuple[str, ...]:
        """The members of an article's story, the leader first; the article alone if it has none."""
        return self._of.get(article, (article,))

    def leader(self, article: str) -> str:
        """The article that stands for the story of another, or for itself."""
        return self.of(article)[0]


class Change(NamedTuple):
    """What the reader decided, and how it is taken back."""

    members: tuple[str, ...]
    """The articles that it concerns."""
    before: Decided


def version() -> int:
    """The version under which stories are kept: that of the fingerprints they rest on and ours."""
    return derivation("fingerprint").version * 1000 + VERSION


def stories(library: Store) -> Stories:
    """The stories as they were found last, arranged as the reader decided.

    Raises:
        LibraryError: the library cannot be read.
    """
    from digest.briefing.stories import decided  # noqa: PLC0415  the first picture has none

    groups: defaultdict[str, list[str]] = defaultdict(list)
    for article, leader in library.derived(STORY, version()).items():
        groups[leader.decode()].append(article)
    decisions = library.decisions()
    concerned = {article for pair in decisions for article in pair}
    several = [
        _led(leader, members)
        for leader, members in groups.items()
        if len(members) > 1 or leader in concerned
    ]
    return Stories(decided(several, decisions))


def _led(leader: str, members: list[str]) -> list[str]:
    """Members with the leader first, as far as it is still there."""
    return [leader, *(m for m in members if m != leader)] if leader in members else members


def group_new(library: Store, on_progress: Callable[[int, int], None] | None = None) -> int:
    """Find the stories of the articles that belong to none yet; says how many those were.

    Fingerprints that are lacking are made first.

    Args:
        library: whose articles.
        on_progress: told how many of how many are done.

    Raises:
        LibraryError: the library cannot be read or written.
    """
    with _lock:
        return _group_lacking(library, on_progress)


def _group_lacking(library: Store, on_progress: Callable[[int, int], None] | None) -> int:
    lacking = library.underived(STORY, version())
    if not lacking:
        return 0
    from digest.services.derivations import make_lacking  # noqa: PLC0415  see the line above

    if library.underived("fingerprint", derivation("fingerprint").version):
        make_lacking(library)
    done = 0
    # Oldest first, as they would have come in, and not all of a large library at once.
    waiting = list(reversed(lacking))
    step = POOL // 2
    for at in range(0, len(waiting), step):
        part = waiting[at : at + step]
        _keep(library, part)
        done += len(part)
        if on_progress:
            on_progress(done, len(waiting))
    return done


def _keep(library: Store, part: Sequence[str]) -> None:
    """Group articles and keep it, anew if another program has grouped some of them meanwhile."""
    waiting = list(part)
    while waiting:
        found = _grouped(library, waiting)
        still = set(library.underived(STORY, version()))
        left = [each for each in waiting if each in still]
        if left == waiting:
            library.set_derived(STORY, version(), found)
            return
        waiting = left


def _grouped(library: Store, new: Sequence[str]) -> dict[str, bytes]:
    """To which stories new articles belong, and old ones that they join together."""
    from digest.briefing.stories import Grouping  # noqa: PLC0415  slow to load
    from digest.briefing.stories_alike import Rarity  # noqa: PLC0415  as above

    listings = library.listings_of(new)
    old = _neighbours(library, listings, set(new))
    told = _told(library, [*listings, *old])
    grouping = Grouping(Rarity([each.print for each in told.values()]))
    kept = {a: b.decode() for a, b in library.derived(STORY, version(), list(told)).items()}
    before: defaultdict[str, list[str]] = defaultdict(list)
    for article, leader in kept.items():
        before[leader].append(article)
    for leader, members in before.items():
        grouping.recall(_led(leader, members), (told[m] for m in members))
    fresh = [told[each.id] for each in listings if each.id in told and each.id not in kept]
    fresh.sort(key=lambda one: (one.published or "9", one.id))
    for one in fresh:
        grouping.add(one)
    grouping.join(one.id for one in fresh)
    found = {member: story.leader for story in grouping.stories for member in story.members}
    found.update((each, each) for each in new if each not in found)
    changed = {m: leader for m, leader in found.items() if kept.get(m) != leader}
    return {member: leader.encode() for member, leader in changed.items()}


def _neighbours(library: Store, new: Sequence[Listing], taken: set[str]) -> list[Listing]:
    """Articles published about the same time as new ones, or without a date, newest first."""
    dates = sorted(day for each in new if (day := _day(each.published)))
    since = (dates[0] - NEAR).isoformat() if dates and len(dates) == len(new) else ""
    until = (dates[-1] + NEAR).isoformat() if since else ""
    near: list[Listing] = []
    offset = 0
    while len(near) < POOL:
        page = library.listings(POOL, offset)
        for each in page:
            inside = not each.published or (since <= each.published and (each.published <= until))
            if each.id not in taken and (not since or inside):
                near.append(each)
        offset += len(page)
        if len(page) < POOL:
            break
    return near[: max(0, POOL - len(new))]


def _day(published: str) -> date | None:
    parts = [int(part) for part in published.split("-") if part.isdigit()]
    try:
        return date(*[*parts, 1, 1][:3]) if parts else None
    except (ValueError, OverflowError):
        return None


def _told(library: Store, listings: Sequence[Listing]) -> dict[str, Told]:
    """Articles as grouping takes them, by id; those without a fingerprint are left out."""
    from digest.briefing.fingerprint import from_bytes  # noqa: PLC0415  slow to load
    from digest.briefing.stories import Told  # noqa: PLC0415  as above

    data = library.derived(
        "fingerprint", derivation("fingerprint").version, [each.id for each in listings]
    )
    return {
        each.id: Told(each.id, from_bytes(data[each.id]), each.published)
        for each in listings
        if each.id in data
    }


def split(library: Store, article: str, members: Collection[str]) -> Change:
    """Take an article out of its story, and keep it out.

    Args:
        library: where it is kept.
        article: the one that tells other news.
        members: those of the story.
    """
    others = tuple(member for member in members if member != article)
    pairs: dict[tuple[str, str], bool | None] = {
        (min(article, other), max(article, other)): False for other in others
    }
    return Change((article, *others), library.decide(pairs))


def merge(library: Store, one: Collection[str], other: Collection[str]) -> Change:
    """Make one story of two, and keep it one.

    Args:
        library: where they are kept.
        one: the members of a story, leader first.
        other: those of another.
    """
    here, there = list(one), list(other)
    apart = {
        pair
        for pair, together in library.decisions().items()
        if not together and len({*pair} & {*here}) == len({*pair} & {*there}) == 1
    }
    pairs: dict[tuple[str, str], bool | None] = dict.fromkeys(apart)
    pairs[min(here[0], there[0]), max(here[0], there[0])] = True
    return Change((*here, *there), library.decide(pairs))


def take_back(library: Store, change: Change) -> None:
    """Undo what the reader decided."""
    library.decide(change.before)


def why(library: Store, one: str, other: str) -> Evidence:
    """What two articles of a story have in common, as values with their places.

    Raises:
        NotFoundError: one of them is not there.
    """
    from digest.briefing.stories_why import Known, evidence  # noqa: PLC0415  when it is asked

    known = [
        Known(library.article(each), library.figures(each), library.mentions(each))
        for each in (one, other)
    ]
    return evidence(*known)
