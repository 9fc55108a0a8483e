"""Auditing: every choice the conversion made in the text at hand, to be looked at and made anew.

While it is on, the places where a character had more than one candidate and those that were
repaired are lit in place of the figures, and the keys that go from figure to figure go from choice
to choice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.message import Message

from digest.model import Span, View
from digest.ui.draw import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.text.script import Decision
    from digest.ui.look import Look
    from digest.ui.screens.main import MainScreen

UNSURE = frozenset({"character", "author"})
"""Reasons that rest on no word: the places to look at first."""

REPAIRS = frozenset({"repair", "restored"})
"""Reasons that say that something was wrong."""


class Remark(NamedTuple):
    """One place of the clean text at which something was decided."""

    span: Span
    shown: str
    candidates: tuple[str, ...]
    """Empty for what was restored from damage."""
    reason: str
    """A value of `script.Reason`, or `restored`."""

    @property
    def ink(self) -> str:
        """What it is lit in."""
        if self.reason in REPAIRS:
            return "repaired"
        return "unsure" if self.reason in UNSURE else "decided"


class Audited(Message):
    """The choices of a text have been found."""

    def __init__(self, article: str, look: Look, remarks: tuple[Remark, ...]) -> None:
        super().__init__()
        self.article = article
        self.look = look
        self.remarks = remarks


class Audit:
    """The choices in the text of the main screen."""

    def __init__(self, screen: MainScreen) -> None:
        """Begin switched off."""
        self._screen = screen
        self._remarks: tuple[Remark, ...] = ()
        self._begun = False
        self.is_on = False

    @property
    def current(self) -> Remark | None:
        """The choice the reader is on."""
        place = self._screen.reader.current
        return next((each for each in self._remarks if each.span == place), None)

    def toggle(self) -> None:
        """On, or off again."""
        self.is_on = not self.is_on and self._screen.desk.opened is not None
        self._begun = self.is_on
        if self.is_on:
            self.renew()
        else:
            self._remarks = ()
            self._screen.reader.annotate(())
            self._screen.teller.place()

    def renew(self) -> None:
        """Find the choices of the text as it is shown now, in a thread."""
        desk = self._screen.desk
        if not self.is_on or desk.opened is None:
            return
        look, article = desk.look, desk.opened.article

        def find() -> None:
            from digest.text.script import Dictionary, audit  # noqa: PLC0415 - slow to load

            own = look.dictionary or Dictionary.EMPTY
            found = audit(article.text, look.view, article.script, dictionary=own)
            restored = desk.library.repaired(article.id)
            self._screen.post_message(Audited(article.id, look, _remarks(found, restored)))

        self._screen.run_worker(find, thread=True, exclusive=True, group="audit")

    def found(self, event: Audited) -> None:
        """Light what was found, unless something else is shown by now."""
        desk = self._screen.desk
        there = desk.opened is not None and desk.opened.article.id == event.article
        if not (self.is_on and there and desk.look == event.look):
            return
        self._remarks = event.remarks
        self._screen.reader.annotate([(each.span, each.ink) for each in event.remarks])
        if self._begun:
            self._begun = False
            key = "audit.found" if event.remarks else "audit.none"
            key = "audit.original" if desk.look.view is View.ORIGINAL else key
            self._screen.teller.say(desk.say(key, count=len(event.remarks)))

    def step(self, by: int, *, alike: bool = False) -> None:
        """To the next choice or the one before; `alike` goes through those of one reason."""
        reader, current = self._screen.reader, self.current
        wanted = [
            each
            for each in self._remarks
            if not alike or current is None or each.reason == current.reason
        ]
        at = current.span if current is not None else None
        if at is None or not at.overlaps(reader.seen):
            at = Span(reader.seen.start, reader.seen.start)
        ahead = [each for each in wanted if (each.span > at if by > 0 else each.span < at)]
        if not ahead:
            self._screen.teller.say(self._screen.desk.say("audit.no_more"))
            return
        span = ahead[0 if by > 0 else -1].span
        reader.reveal(span).light(reader.hits, span)
        self._screen.teller.place()

    def told(self) -> list[Text]:
        """The choice the reader is on: what was written, what is shown, why, what else."""
        remark, desk = self.current, self._screen.desk
        if remark is None or desk.opened is None:
            return []
        written = remark.span.of(desk.opened.article.text)
        same = remark.shown in {"", written}
        change = written if same else f"{written} → {remark.shown}"
        parts = [desk.say(f"audit.reason.{remark.reason}")]
        if remark.candidates:
            parts.append(desk.say("audit.candidates", all=" ".join(remark.candidates)))
        return [Text(f" {change}", "heading"), Text(f"  {'  '.join(parts)}", "quiet")]

    def choose(self) -> None:
        """Show what else the character might be, and write the reader's choice down."""
        remark = self.current
        if remark is not None and remark.candidates:
            from digest.ui.doors import open_choices  # noqa: PLC0415 - the doors know this module

            open_choices(self._screen, remark)


def _remarks(found: Sequence[Decision], restored: Sequence[Span]) -> tuple[Remark, ...]:
    """Choices and restored runs in the order of the text; a restored run covers its choices."""
    marks = [Remark(span, "", (), "restored") for span in restored]
    marks += [
        Remark(each.span, each.shown, each.candidates, each.reason.value)
        for each in found
        if not any(each.span.overlaps(span) for span in restored)
    ]
    return tuple(sorted(marks, key=lambda mark: mark.span))
