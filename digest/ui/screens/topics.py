"""Topics: what the articles speak of, by weight; the passages of one; the topics of one article."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from digest.library import Subject
from digest.model import SettingsError, TopicKind
from digest.services import topics
from digest.services.mining import ALWAYS_UP_TO, renew
from digest.text.fold import key
from digest.ui.draw import Text
from digest.ui.screens.view import View
from digest.ui.widgets.topic_rows import TopicRows, named_in_view

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any

    from digest.model import Span
    from digest.services.topics import Passage
    from digest.ui.screens.main import MainScreen

KINDS = (None, *TopicKind)
"""What the list can be narrowed to; all at first."""


class Page(NamedTuple):
    """The passages of a topic as far as they have been read."""

    passages: Sequence[Passage]
    is_whole: bool
    """Whether these are all."""


class Topics(View):
    """The topics of the library, and the passages of the one that was chosen."""

    NAME = "topics"
    NARROWS = True

    def __init__(self, main: MainScreen) -> None:
        """Read nothing yet."""
        super().__init__(main)
        self._subjects: Sequence[Subject] = ()
        self._names = topics.Names(())
        self._kind: TopicKind | None = None
        self._topic: Subject | None = None
        self._page = Page((), is_whole=True)
        self._articles = topics.PAGE
        self._complaint = ""
        """What is wrong with the reader's own words on topics, until it has been said."""
        self._above = (0, "")
        """Where one was among the topics, and what they were narrowed to."""

    def make_rows(self) -> TopicRows:
        """The list."""
        self.list = TopicRows(self.desk, self.inks)
        return self.list

    def load(self) -> Sequence[Subject] | Page:
        """The topics, or the passages of one."""
        library, topic = self.desk.library, self._topic
        if topic is None:
            return self.subjects()
        found = topics.passages(library, topic.key, self._articles)
        return Page(found, is_whole=len({each.article for each in found}) < self._articles)

    def subjects(self) -> Sequence[Subject]:
        """The topics that are listed; in a thread.

        In a small library, what the reader has said of topics meanwhile is heeded first; in a
        large one the program does so beside the reading.
        """
        if len(self.desk.listings) <= ALWAYS_UP_TO:
            try:
                renew(self.desk.library)
            except SettingsError as error:
                self._complaint = str(error)
        return self.desk.library.subjects()

    def show_loaded(self, what: Sequence[Subject] | Page) -> None:
        """Show them, with the cursor where it was."""
        if isinstance(what, Page):
            self._page = what
        else:
            self._subjects, self._names = what, topics.Names(what)
        self._fill(self.list.cursor)

    def narrow(self, text: str) -> None:
        """Topics by what is typed of a name; passages by what stands in them."""
        del text
        self._fill(0)

    def told(self) -> tuple[Sequence[Text], Sequence[Text]]:
        """The topic the cursor is on, or is in; how many there are."""
        desk, item = self.desk, self.list.chosen
        complaint, self._complaint = self._complaint, ""
        if complaint:
            return [Text(f" {complaint}", "message")], []
        topic = self._topic or (item if isinstance(item, Subject) else None)
        kind = desk.say(f"topic.{self._kind}") if self._kind and self._topic is None else ""
        of = "" if self._topic is None or self._page.is_whole else "+"
        count = [Text(f"  {kind}  {self.list.count:,}{of} ", "quiet")]
        if topic is None:
            return [Text(f" {desk.say('topics.none')}", "quiet")], count
        parts = [
            desk.say("topics.articles", count=f"{topic.articles:,}"),
            desk.say("topics.places", count=f"{topic.places:,}"),
        ]
        if item is not None and not isinstance(item, Subject):
            parts = [self.list.where(item)]
        name = Text(f" {named_in_view(desk, topic)}", "heading")
        return [name, Text(f"  {'  '.join(parts)}", "quiet")], count

    # What it does

    def do(self, action: str) -> None:
        """Do an action of the table; at the end of the passages read on."""
        super().do(action)
        if self._topic and not self._page.is_whole and self.list.cursor >= self.list.count - 1:
            self._articles += topics.PAGE
            self.reload()

    def choose(self) -> None:
        """The passages of a topic; the place of a passage."""
        item = self.list.chosen
        if isinstance(item, Subject):
            self.enter(item)
        elif item is not None and self._topic is not None:
            self.main.walking.follow(self._topic)
            self.go(item.article, item.place)

    def enter(self, topic: Subject) -> None:
        """Show the passages of a topic."""
        self._above = (self.list.cursor, self.narrowing.text)
        self._topic, self._articles, self.narrowing.text = topic, topics.PAGE, ""
        self.main.walking.follow(topic)
        self.list.fill(())
        self.reload()

    def step_back(self) -> bool:
        """From the passages to the topics; from one kind of these to all."""
        if self._topic is None:
            was, self._kind = self._kind, None
            if was is not None:
                self._fill(0)
            return was is not None
        self._topic = None
        cursor, self.narrowing.text = self._above
        self._fill(cursor)
        return True

    def next_kind(self, step: int = 1) -> None:
        """The next kind of topics of which there are any, or all."""
        if self._topic is not None:
            return
        there = {each.kind for each in self._subjects}
        kinds = [kind for kind in KINDS if kind is None or kind in there]
        self._kind = kinds[(kinds.index(self._kind) + step) % len(kinds)]
        self._fill(0)
        self.tell()

    def _fill(self, cursor: int) -> None:
        """Show what is to be shown of what has been read."""
        if self._topic is not None:
            wanted = key(self.narrowing.text)
            found = self._page.passages
            self.list.fill([each for each in found if wanted in key(each.text)], cursor)
            return
        matching = self._names.matching(self.narrowing.text)
        kept = [each for each in matching if self._kind in (None, each.kind)]
        self.list.fill(kept, cursor)

    def compare(self) -> None:
        """Lay the newest articles that mention the topic side by side."""
        from digest.ui.doors import open_aside  # noqa: PLC0415 - when it is asked

        item = self.list.chosen
        topic = self._topic or (item if isinstance(item, Subject) else None)
        if topic is not None:
            open_aside(self.main, (), topic.key)

    def brief(self) -> None:
        """What the articles on the topic amount to, all or since the last look."""
        from digest.ui.doors import open_topic_brief  # noqa: PLC0415 - when it is asked

        item = self.list.chosen
        topic = self._topic or (item if isinstance(item, Subject) else None)
        if topic is not None:
            open_topic_brief(self.main, topic.key)

    DEEDS: ClassVar[Mapping[str, Callable[[Any], None]]] = {
        "topic_brief": brief,
        "view_compare": compare,
        "view_kind": next_kind,
        "view_kind_before": lambda view: view.next_kind(-1),
    }


class ArticleTopics(Topics):
    """The topics of the article that is read, in the order of their weight."""

    def __init__(self, main: MainScreen, article: str) -> None:
        """Read nothing yet.

        Args:
            main: the screen it lies over.
            article: whose topics.
        """
        super().__init__(main)
        self._article = article
        self._places: Mapping[str, tuple[Span, ...]] = {}

    def subjects(self) -> Sequence[Subject]:
        """The topics of the article, with how often it mentions them."""
        found = self.desk.library.subjects_of(self._article)
        self._places = {subject.key: places for subject, places in found}
        counted = [subject._replace(places=len(places)) for subject, places in found]
        return sorted(counted, key=lambda subject: -subject.score)

    def choose(self) -> None:
        """To the first mention in the article."""
        item = self.list.chosen
        if isinstance(item, Subject):
            place = self._places[item.key][0]
            self.main.walking.follow(item)
            self.main.attempt(lambda: self.main.navigator.jump(self._article, place))
