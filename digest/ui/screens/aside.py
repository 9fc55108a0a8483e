"""Aside: two or more articles side by side, on a topic or as they were marked in the list."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from digest.briefing.aside import Kind
from digest.ui.draw import Text
from digest.ui.screens.view import View
from digest.ui.spoken import Spoken
from digest.ui.widgets.aside_rows import AsideRows

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from digest.model import Article, Span
    from digest.services.asides import Aside as Laid
    from digest.text.aligned import AlignedText
    from digest.ui.screens.main import MainScreen


class Aside(View):
    """What articles say of the same things."""

    NAME = "aside"
    HINTS: ClassVar[Mapping[str, str]] = {"view_kind": "aside.key_column"}

    def __init__(self, main: MainScreen, articles: Sequence[str], topic: str = "") -> None:
        """Lay articles side by side.

        Args:
            main: the screen it lies over.
            articles: their ids; none for the newest on the topic.
            topic: key of the topic they are compared on; empty for all they say.
        """
        self._articles, self._topic = tuple(articles), topic
        self._laid: Laid | None = None
        self.start = 0
        """The band to begin at."""
        super().__init__(main)

    def make_rows(self) -> AsideRows:
        """The bands."""
        self.columns = AsideRows(self.inks)
        return self.columns

    def load(self) -> Laid:
        """Read the articles and what they say."""
        from digest.services.asides import aside  # noqa: PLC0415 - loaded when it is opened

        return aside(self.desk.library, self._articles, self._topic)

    def show_loaded(self, what: Laid) -> None:
        """Show the bands."""
        self._laid = what
        self._fill()
        self.columns.put_band(self.start)

    def tell(self) -> None:
        """Say everything anew, in the script there is now."""
        self._fill()
        super().tell()

    def _fill(self) -> None:
        if self._laid is None:
            return
        spoken = Spoken(self.desk)

        def shown(text: str, article: Article) -> AlignedText:
            return spoken.shown(text, article.script)

        self.columns.heads = {kind: self.desk.say(f"aside.{kind}") for kind in Kind}
        titles = [spoken.shown(a.metadata.title, a.script).text for a in self._laid.articles]
        self.columns.fill(self._laid.bands, self._laid.articles, titles, shown)

    def told(self) -> tuple[Sequence[Text], Sequence[Text]]:
        """The article the cursor is on; how many are laid side by side."""
        if self._laid is None:
            return [], []
        count = len(self._laid.articles)
        name = self._laid.topic
        parts = [
            self.desk.say("brief.topic", name=name) if name else "",
            self.desk.say("aside.count", number=self.columns.column + 1, count=count),
            self.desk.say("aside.left", count=self._laid.left_out) if self._laid.left_out else "",
        ]
        right = [Text(f"{'  '.join(filter(None, parts))} ", "quiet")]
        cell = self.columns.chosen
        listing = self._laid.listings.get(cell.article) if cell else None
        if cell is None or listing is None:
            return [Text(f" {self.desk.say('aside.nothing')}", "quiet")], right
        article = next(a for a in self._laid.articles if a.id == cell.article)
        number = article.paragraph_at(cell.span.start) + 1
        title = self.desk.in_view(listing.title, listing.script)
        whose = self.desk.in_view(listing.source or listing.author, listing.script)
        place = self.desk.say("status.paragraph", number=number)
        told = (place, whose, listing.published, title)
        return [Text(f" {'  '.join(filter(None, told))}", "quiet")], right

    def choose(self) -> None:
        """Read the article at the sentence."""
        cell = self.columns.chosen
        if cell is not None:
            self.go(cell.article, cell.span)

    def go(self, article: str, place: Span) -> None:
        """Read an article at a place; going back from there leads here."""
        main = self.main
        main.attempt(lambda: main.navigator.jump(article, place, self._again))

    def _again(self) -> None:
        """Come back from an article to the sentence one left by."""
        again = Aside(self.main, self._articles, self._topic)
        again.columns.column, again.start = self.columns.column, self.columns.at
        self.main.app.push_screen(again)

    def next_column(self) -> None:
        """To the next article."""
        self.columns.next_column()
        self.tell()

    def previous_column(self) -> None:
        """To the article before."""
        self.columns.next_column(-1)
        self.tell()

    DEEDS: ClassVar[Mapping[str, Callable[[Aside], None]]] = {
        "view_kind": next_column,
        "view_kind_before": previous_column,
    }
