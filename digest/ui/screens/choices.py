"""Choices: what else a character might have become, and the rule that makes it so from now on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual import events, on
from textual.screen import Screen

from digest.model import View
from digest.services.words import word_around
from digest.text.sentences import sentence_at
from digest.text.shown import shown
from digest.ui.draw import Mark, Part, Text, marked, row
from digest.ui.inks import PLAIN
from digest.ui.widgets.bars import StatusLine
from digest.ui.widgets.prompt import Prompt
from digest.ui.widgets.rows import RowList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.strip import Strip

    from digest.model import Article
    from digest.ui.auditing import Remark
    from digest.ui.inks import Inks
    from digest.ui.screens.main import MainScreen

MOVES = {"down": 1, "up": -1, "ctrl+n": 1, "ctrl+p": -1}
"""Keys that move over the candidates while the letters go to the line."""


class Rule(NamedTuple):
    """A line of the reader's dictionary."""

    source: str
    target: str
    variant: str


class CandidateList(RowList):
    """Candidates, one a row; the one that is shown now is marked."""

    def __init__(self, inks: Inks, remark: Remark, now: str) -> None:
        super().__init__(inks, id="found")
        self.can_focus = False
        self._remark = remark
        self._now = now

    @property
    def count(self) -> int:
        """How many candidates there are."""
        return len(self._remark.candidates)

    def draw_item(self, index: int, line: int, width: int) -> Strip:
        """The row of a candidate."""
        del line
        candidate = self._remark.candidates[index]
        over = self.inks["cursor"] if index == self.cursor else PLAIN
        note = f"  {self._now}" if candidate == self._remark.shown else ""
        parts = [Part(f"  {candidate}  ", over), Part(note, self.inks["quiet"])]
        return row(parts, width, self.base)


class Choices(Screen[Rule | None], inherit_bindings=False):
    """The candidates at one place, and the words that a rule would be about."""

    AUTO_FOCUS = None

    def __init__(self, main: MainScreen, article: Article, remark: Remark) -> None:
        """Show a choice.

        Args:
            main: the screen it lies over.
            article: what is read.
            remark: the place of its text and what may stand there.
        """
        super().__init__()
        self._main, self._desk, self._inks = main, main.desk, main.inks
        self._article, self._remark = article, remark
        self._word = word_around(article.text, remark.span)
        self._source = self._word.of(article.text)
        self._variants = _variants(self._desk.look.view)
        self._variant = 0
        self._list = CandidateList(self._inks, remark, self._desk.say("choices.now"))
        self._sentence, self._rule = StatusLine(self._inks), StatusLine(self._inks)

    def compose(self) -> ComposeResult:
        """The sentence, the candidates, the words of the rule, the rule."""
        yield self._sentence
        yield self._list
        yield Prompt(self._desk.say("choices.label"), self._source)
        yield self._rule

    def on_mount(self) -> None:
        """Begin at the first candidate that is not shown now."""
        others = [at for at, c in enumerate(self._remark.candidates) if c != self._remark.shown]
        self._list.put_cursor(others[0] if others else 0)
        self._tell()

    @property
    def rule(self) -> Rule | None:
        """What would be written; None if the words do not hold the character."""
        written = self._remark.span.of(self._article.text)
        at = self._source.find(written)
        if at < 0 or not self._list.count:
            return None
        if self._source == self._word.of(self._article.text):
            at = self._remark.span.start - self._word.start
        manner = self._desk.look.manner.one_for_one._replace(dictionary=None)
        now = shown(self._source, self._article.script, manner).text
        chosen = self._remark.candidates[self._list.cursor]
        target = now[:at] + chosen + now[at + len(written) :]
        return Rule(self._source, target, self._variants[self._variant])

    def _tell(self) -> None:
        """Say where it stands and what would be written."""
        text, desk = self._article.text, self._desk
        paragraph = self._article.paragraphs[self._article.paragraph_at(self._remark.span.start)]
        sentence = sentence_at(text, paragraph.span, self._remark.span.start)
        # A long sentence is begun near the place.
        start = max(sentence.start, self._remark.span.start - self.size.width // 6)
        part = desk.in_view(text[start : sentence.end], self._article.script)
        at = self._remark.span.moved(-start)
        parts = marked(part, 0, PLAIN, [Mark(at, self._inks["matched"])])
        inked = [Text(each.text, "matched" if each.style != PLAIN else "") for each in parts]
        self._sentence.say([Text(" "), *inked])
        rule = self.rule
        if rule is None:
            words = desk.say("choices.wrong", character=self._remark.span.of(text))
            self._rule.say([Text(f" {words}", "message")])
        else:
            words = desk.say("choices.rule", source=rule.source, target=rule.target)
            self._rule.say(
                [Text(f" {words}", "heading"), Text(f"  {rule.variant}", "quiet")],
                [Text(f"{desk.say('choices.keys')} ", "quiet")],
            )

    def on_key(self, event: events.Key) -> None:
        """Move over the candidates, choose the views, or go back."""
        if event.key in MOVES:
            self._list.move(MOVES[event.key])
        elif event.key in {"tab", "shift+tab"}:
            self._variant = (self._variant + 1) % len(self._variants)
        elif event.key == "escape":
            self.dismiss(None)
        else:
            return
        event.stop()
        self._tell()

    @on(Prompt.Changed)
    def _typed(self, event: Prompt.Changed) -> None:
        self._source = event.text
        self._tell()

    @on(Prompt.Submitted)
    def _submitted(self) -> None:
        if self.rule is not None:
            self.dismiss(self.rule)

    @on(RowList.Chosen)
    def _clicked(self) -> None:
        self._tell()


def _variants(view: View) -> Sequence[str]:
    """The variants a rule made in a view may be for, the narrowest first."""
    if view in {View.HANT_TW, View.HANT_HK}:
        return view.value, View.HANT.value
    return (view.value,)
