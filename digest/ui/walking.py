"""Walking: from mention to mention of the topic that was chosen last, over all articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digest.library import Subject
    from digest.model import Span
    from digest.services.topics import Walk
    from digest.ui.screens.main import MainScreen


class Walking:
    """The topic that is followed in the text."""

    def __init__(self, screen: MainScreen) -> None:
        """Follow nothing yet."""
        self._screen = screen
        self._topic: Subject | None = None
        self._walk: Walk | None = None
        self._revision = -1

    @property
    def topic(self) -> Subject | None:
        """The topic that is followed; None before one was chosen."""
        return self._topic

    def follow(self, topic: Subject) -> None:
        """Follow a topic from now on."""
        self._topic, self._walk = topic, None

    def follow_key(self, key: str) -> None:
        """Follow the topic of a key, if there is still one."""
        topic = self._screen.desk.library.subject(key)
        if topic is not None:
            self.follow(topic)

    def step(self, by: int) -> None:
        """To the next mention after the one the reader is on, or the one before."""
        desk, reader = self._screen.desk, self._screen.reader
        if self._topic is None:
            self._screen.teller.say(desk.say("topics.choose"))
            return
        article, current, seen = self._screen.navigator.article_id, reader.current, reader.seen
        if current is not None and current.overlaps(seen):
            at = current.start
        else:
            at = seen.start - (by > 0)
        found = self._current(self._topic).step(article, at, by)
        if found is None:
            self._screen.teller.say(desk.say("topics.no_more"))
        elif found[0] == article:
            reader.reveal(found[1]).light((), found[1])
        else:
            self._screen.navigator.jump(*found)
        if found is not None:
            self._tell(self._topic, *found)

    def _tell(self, topic: Subject, article: str, place: Span) -> None:
        """Say which of the article's mentions one is on."""
        from digest.ui.widgets.topic_rows import named_in_view  # noqa: PLC0415 - loaded when used

        desk = self._screen.desk
        places = self._current(topic).within(article)
        self._screen.teller.say(
            desk.say(
                "topics.walked",
                name=named_in_view(desk, topic),
                number=places.index(place) + 1,
                count=len(places),
            )
        )

    def _current(self, topic: Subject) -> Walk:
        """The way over the library as it is now."""
        from digest.services.topics import Walk  # noqa: PLC0415 - loaded when first walked

        revision = self._screen.desk.library.revision
        if self._walk is None or self._revision != revision:
            self._walk = Walk(self._screen.desk.library, topic.key)
            self._revision = revision
        return self._walk
