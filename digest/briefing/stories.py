"""Stories: the articles that tell the same news, put together.

Articles are taken one by one, oldest first. What an article shares with those before it is found
through an index of the smallest hashes of their texts, so that each is compared with a few stories
and not with all. It joins a story only if it is like most of those that stand for the story: news
that is like a piece of news that is like a third chains nothing together.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from digest.briefing.stories_alike import ENOUGH, Rarity, Subject, alike, period

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from digest.briefing.fingerprint import Fingerprint

KEYS = 48
"""Hashes of an article by which it is found: two texts that share a seventh miss each other once in
two hundred times."""

COMMON = 64
"""Stories in which a hash may stand and still lead to one: what stands in more is a phrase."""

AGREEING = 2
"""Hashes that must lead to a story before it is looked at; one is chance."""

LOOKED_AT = 10
"""Stories with which an article is compared, those that most hashes lead to."""

SPEAKERS = 6
"""Members that stand for a story: the first, which leads it, and others spread over it."""

MOST = 0.5
"""Share of a story's speakers that an article must be like."""


class Told(NamedTuple):
    """An article as grouping takes it."""

    id: str
    print: Fingerprint
    published: str
    """ISO 8601 to the precision known; empty if unknown."""


class Story:
    """Articles that tell the same news, as they come together."""

    def __init__(self, members: Sequence[str] = ()) -> None:
        self.members = list(members)
        self.speakers: list[Subject] = []

    @property
    def leader(self) -> str:
        """The member that stands for the story: the first."""
        return self.members[0]

    def take(self, subject: Subject) -> None:
        """Make an article a member."""
        self.members.append(subject.id)
        self.speak(subject)

    def speak(self, subject: Subject) -> None:
        """Let a member stand for the story, if there are few or it is time for another."""
        if len(self.speakers) < SPEAKERS:
            self.speakers.append(subject)
        elif len(self.members).bit_count() == 1:
            # The last of them is exchanged ever more rarely, so that late members are heard.
            self.speakers[-1] = subject

    def likeness(self, subject: Subject) -> float:
        """How like the story an article is: the mean over its speakers; 0 if unlike most."""
        scores = [alike(subject, each) for each in self.speakers]
        agreeing = sum(score >= ENOUGH for score in scores)
        return sum(scores) / len(scores) if agreeing >= MOST * len(scores) else 0.0


class Grouping:
    """Stories in the making."""

    def __init__(self, rarity: Rarity) -> None:
        """Hold none yet; `rarity` says how much each hash counts."""
        self._rarity = rarity
        self._stories: list[Story] = []
        self._by_hash: defaultdict[int, list[int]] = defaultdict(list)

    @property
    def stories(self) -> list[Story]:
        """The stories, each with at least one member."""
        return [story for story in self._stories if story.members]

    def subject(self, told: Told) -> Subject:
        """An article as it is compared."""
        weights = self._rarity.weights(told.print)
        return Subject(told.id, told.print, period(told.published), weights)

    def recall(self, members: Sequence[str], known: Iterable[Told]) -> None:
        """Put a story in that was found before.

        Args:
            members: their ids, the leader first.
            known: the members of which there are fingerprints; a few will do.
        """
        story, at = Story(members), len(self._stories)
        self._stories.append(story)
        for told in known:
            subject = self.subject(told)
            story.speak(subject)
            self._enter(subject, at)

    def add(self, told: Told) -> None:
        """Let an article join the story it tells, or begin one."""
        subject = self.subject(told)
        at = self._best(subject, self._near([subject]))
        if at is None:
            at = len(self._stories)
            self._stories.append(Story())
        self._stories[at].take(subject)
        self._enter(subject, at)

    def join(self, added: Iterable[str]) -> None:
        """Join stories that turned out to be one, as far as these articles are in them.

        Two that begin with different halves of the news are known for one by those that come later.
        """
        wanted = set(added)
        for at, story in enumerate(self._stories):
            if not story.members or wanted.isdisjoint(story.members):
                continue
            near = [each for each in self._near(story.speakers) if each != at]
            other = self._same(story, near)
            if other is None:
                continue
            first, second = sorted((at, other))
            kept, gone = self._stories[first], self._stories[second]
            kept.members += gone.members
            kept.speakers = _spread([*kept.speakers, *gone.speakers])
            for subject in gone.speakers:
                self._enter(subject, first)
            gone.members, gone.speakers = [], []

    def _near(self, subjects: Iterable[Subject]) -> list[int]:
        """The stories that several hashes of an article lead to, most first."""
        votes: Counter[int] = Counter()
        for subject in subjects:
            for found in subject.print.sample[:KEYS].tolist():
                stories = self._by_hash.get(found, ())
                if len(stories) <= COMMON:
                    votes.update(stories)
        near = [at for at, count in votes.most_common(LOOKED_AT) if count >= AGREEING]
        return [at for at in near if self._stories[at].speakers]

    def _best(self, subject: Subject, near: Iterable[int]) -> int | None:
        """The story an article is most like, if it is like one."""
        scored = ((self._stories[at].likeness(subject), -at) for at in near)
        score, at = max(scored, default=(0.0, 0))
        return -at if score > 0 else None

    def _same(self, story: Story, near: Iterable[int]) -> int | None:
        """A story that tells the same as another: most of its speakers say so of most."""
        for at in near:
            scores = [self._stories[at].likeness(subject) for subject in story.speakers]
            if sum(score > 0 for score in scores) > MOST * len(scores):
                return at
        return None

    def _enter(self, subject: Subject, at: int) -> None:
        """Let the hashes of an article lead to its story."""
        for found in subject.print.sample[:KEYS].tolist():
            stories = self._by_hash[found]
            if len(stories) <= COMMON and at not in stories:
                stories.append(at)


def _spread(speakers: list[Subject]) -> list[Subject]:
    """As many as may speak, evenly out of these."""
    if len(speakers) <= SPEAKERS:
        return speakers
    step = len(speakers) / SPEAKERS
    return [speakers[int(at * step)] for at in range(SPEAKERS)]


def group(articles: Sequence[Told]) -> list[tuple[str, ...]]:
    """The stories of articles, each as the ids of its members with the leader first."""
    grouping = Grouping(Rarity([told.print for told in articles]))
    ordered = sorted(articles, key=lambda told: (told.published or "9", told.id))
    for told in ordered:
        grouping.add(told)
    grouping.join(told.id for told in ordered)
    return [tuple(story.members) for story in grouping.stories]


def decided(
    stories: Iterable[Sequence[str]], decisions: Mapping[tuple[str, str], bool]
) -> list[tuple[str, ...]]:
    """Stories as the reader wants them.

    Args:
        stories: as they were found, leader first.
        decisions: pairs of articles that the reader keeps together (True) or apart (False).
    """
    apart: defaultdict[str, set[str]] = defaultdict(set)
    for (one, other), together in decisions.items():
        if not together:
            apart[one].add(other)
            apart[other].add(one)
    parts: list[list[str]] = []
    for story in stories:
        own: list[list[str]] = []
        for member in story:
            home = next((part for part in own if apart[member].isdisjoint(part)), None)
            if home is None:
                own.append(home := [])
            home.append(member)
        parts += own
    at = {member: number for number, part in enumerate(parts) for member in part}
    for (one, other), together in decisions.items():
        if together and one in at and other in at and at[one] != at[other]:
            first, second = sorted((at[one], at[other]))
            at.update(dict.fromkeys(parts[second], first))
            parts[first] += parts[second]
            parts[second] = []
    return [tuple(part) for part in parts if part]
