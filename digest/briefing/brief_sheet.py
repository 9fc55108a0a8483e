"""The sheet: a brief as entries to be set, in the script and the language of the reader.

Every form of a brief (the screen, a terminal, Markdown, a page, JSON) is made of these entries, so
that all of them say the same. Words of articles keep their place in the clean text; words of the
program have none.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from digest.model import Script, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from digest.briefing.brief_parts import Brief, Item, KeyFigure, Line
    from digest.model import Article
    from digest.text.aligned import AlignedText


class Kind(StrEnum):
    """What an entry is."""

    TITLE = "title"
    NOTE = "note"
    """Words of the program on what is told and what is not."""
    SECTION = "section"
    STORY = "story"
    """The title of the article that leads a story; its place is the head of the text."""
    LINE = "line"
    FIGURE = "figure"
    HAPPENING = "happening"
    SIDE = "side"
    """One of the sentences that disagree."""
    TOPIC = "topic"
    END = "end"


class Entry(NamedTuple):
    """One thing that is said."""

    kind: Kind
    text: str
    """As it is shown."""
    lit: tuple[Span, ...] = ()
    """Figures, in `text`."""
    article: str = ""
    """Id of the article it is from; empty for words of the program."""
    place: Span | None = None
    """Where it stands in the clean text."""
    paragraph: int = 0
    """Counted from 0."""
    note: str = ""
    """What stands with it: a date, who else tells it, what a figure measures."""
    members: tuple[str, ...] = ()
    """Of a story: the articles that tell it; of a happening: who tells it."""
    language: str = ""
    """Of the words of an article as they are shown, as a BCP 47 tag."""


class Manner(Protocol):
    """How a reader wants it."""

    def shown(self, text: str, script: Script) -> AlignedText:
        """Words of an article as they are shown, aligned with them."""
        ...

    def language(self, script: Script) -> str:
        """The language of words in a script as they are shown, as a BCP 47 tag."""
        ...

    def say(self, words: str, **values: object) -> str:
        """A label of the program by its key."""
        ...


class Sheet:
    """Makes the entries of a brief."""

    def __init__(
        self,
        brief: Brief,
        articles: Mapping[str, Article],
        sources: Mapping[str, str],
        manner: Manner,
    ) -> None:
        """Take what is to be said.

        Args:
            brief: what is told.
            articles: those it has something of, by id.
            sources: where every article that tells a story is from, by id.
            manner: how it is shown.
        """
        self._brief, self._articles, self._sources = brief, articles, sources
        self._manner = manner

    def entries(self) -> Iterator[Entry]:
        """All that is said, in order."""
        brief, say = self._brief, self._manner.say
        yield Entry(Kind.TITLE, say("brief.title"), note=self._about())
        if brief.rising:
            yield Entry(Kind.SECTION, say("brief.rising"))
            for topic in brief.rising:
                yield self._placed(
                    Kind.TOPIC,
                    topic.article,
                    topic.place,
                    note=say("brief.rise", now=topic.now, before=topic.before),
                )
        if brief.stories:
            yield Entry(Kind.SECTION, say("brief.stories"))
        for item in brief.stories:
            yield from self._story(item)
        if brief.disputes:
            yield Entry(Kind.SECTION, say("brief.disputes"))
        for number, dispute in enumerate(brief.disputes, 1):
            for side in dispute.sides:
                yield self._line(Kind.SIDE, side, note=f"{number}")
        if brief.happenings:
            yield Entry(Kind.SECTION, say("brief.happenings"))
        for one in brief.happenings:
            told = self._tellers(one.tellers)
            note = f"{one.when}  {told}" if told else one.when
            yield self._line(Kind.HAPPENING, one.line, note=note, members=one.tellers)
        yield from self._rest()

    def _about(self) -> str:
        """What it is about and how long it takes."""
        brief, say = self._brief, self._manner.say
        parts = [
            say("brief.topic", name=self._name(brief.topic)) if brief.topic else "",
            say("brief.since", since=_local(brief.since)) if brief.since else "",
            say("brief.about", articles=brief.articles, stories=len(brief.stories)),
            say("brief.minutes", minutes=brief.minutes) if brief.minutes else "",
        ]
        return "  ".join(filter(None, parts))

    def _rest(self) -> Iterator[Entry]:
        """What was left out, and the end."""
        brief, say = self._brief, self._manner.say
        if not brief.stories:
            yield Entry(Kind.NOTE, say("brief.nothing"))
        elif brief.left:
            left = say("brief.left", stories=brief.left, articles=brief.articles - brief.told)
            yield Entry(Kind.NOTE, left)
        else:
            yield Entry(Kind.NOTE, say("brief.all"))
        yield Entry(Kind.END, say("brief.end"))

    def _story(self, item: Item) -> Iterator[Entry]:
        article = self._articles[item.leader]
        known = article.metadata
        title = self._manner.shown(known.title, article.script).text
        derived = self._manner.say("title.derived") if known.title_derived else ""
        about = self._manner.say("date.about") if known.published_inferred else ""
        published = f"{about}{known.published}" if known.published else ""
        parts = (self._source(item.leader), published, self._tellers(item.members))
        yield Entry(
            Kind.STORY,
            title + derived,
            article=item.leader,
            place=Span(0, 0),
            note="  ".join(filter(None, parts)),
            members=item.members,
            language=self._manner.language(article.script),
        )
        for line in item.lines:
            yield self._line(Kind.LINE, line)
        for figure in item.figures:
            yield self._figure(figure)

    def _figure(self, figure: KeyFigure) -> Entry:
        article = self._articles[figure.article]
        label = self._manner.shown(figure.label.of(article.text), article.script).text
        return self._placed(Kind.FIGURE, figure.article, figure.span, note=label.strip())

    def _line(self, kind: Kind, line: Line, note: str = "", members: tuple[str, ...] = ()) -> Entry:
        return self._placed(kind, line.article, line.span, line.lit, note=note, members=members)

    def _placed(
        self,
        kind: Kind,
        identity: str,
        span: Span,
        lit: tuple[Span, ...] = (),
        **beside: Any,
    ) -> Entry:
        """Words of an article with their place."""
        article = self._articles[identity]
        shown = self._manner.shown(span.of(article.text), article.script)
        marks = (shown.alignment.to_target(each.moved(-span.start)) for each in lit)
        number = article.paragraph_at(span.start)
        language = self._manner.language(article.script)
        made = Entry(kind, shown.text, tuple(marks), identity, span, number, language=language)
        return made._replace(**beside)

    def _source(self, identity: str) -> str:
        article = self._articles.get(identity)
        script = article.script if article else Script.UNDECIDED
        name = self._sources.get(identity, "")
        return self._manner.shown(name, script).text if name else ""

    def _tellers(self, members: tuple[str, ...]) -> str:
        if len(members) < 2:
            return ""
        return self._manner.say("brief.tellers", articles=len(members))

    def _name(self, topic: str) -> str:
        return self._manner.shown(topic, Script.UNDECIDED).text


def _local(since: str) -> str:
    """A date as it is; a moment in UTC as the clock beside the reader showed it."""
    if "T" not in since:
        return since
    return f"{datetime.fromisoformat(since).astimezone():%Y-%m-%d %H:%M}"
