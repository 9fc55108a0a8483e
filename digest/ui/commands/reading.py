"""Reading: the script on the screen, the figures, and finding in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.ui import doors, quoted
from digest.ui.look import LEAST_SALIENCE, FigureLevel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.model import Figure
    from digest.ui.screens.main import MainScreen


def toggle_script(screen: MainScreen) -> None:
    """Original, Simplified, Traditional, and round again."""
    screen.look_at(screen.desk.look.toggled())


def next_variant(screen: MainScreen) -> None:
    """Traditional of Taiwan, of Hong Kong, of neither."""
    screen.look_at(screen.desk.look.next_variant())


def toggle_wording(screen: MainScreen) -> None:
    """Regional words on or off."""
    screen.look_as(wording=not screen.desk.look.wording)


def figure_level(screen: MainScreen) -> None:
    """Key figures, all, none."""
    screen.look_at(screen.desk.look.next_level())
    screen.teller.say(screen.desk.say(f"figures.{screen.desk.look.figures}"))


def figure_table(screen: MainScreen) -> None:
    """The figures of this article in a table."""
    doors.open_ledger(screen)


def _lit(screen: MainScreen) -> Sequence[Figure]:
    """The figures one can go to: those that are lit, or the key ones while none is."""
    level = screen.desk.look.figures
    least = LEAST_SALIENCE[FigureLevel.KEY if level is FigureLevel.NONE else level]
    return [figure for figure in screen.reader.figures if figure.salience >= least]


def _go_to_figure(screen: MainScreen, figures: Sequence[Figure], step: int) -> None:
    """To the next figure after the one the reader is on, or after the top of the screen."""
    if not figures:
        screen.teller.say(screen.desk.say("figures.no_more"))
        return
    current = screen.reader.current
    seen = screen.reader.seen
    if current is not None and current.overlaps(seen):
        ahead = [f for f in figures if (f.span.start > current.start) == (step > 0)]
        ahead = [f for f in ahead if f.span.start != current.start]
    elif step > 0:
        ahead = [f for f in figures if f.span.start >= seen.start]
    else:
        ahead = [f for f in figures if f.span.start < seen.start]
    if not ahead:
        screen.teller.say(screen.desk.say("figures.no_more"))
        return
    figure = ahead[0] if step > 0 else ahead[-1]
    screen.reader.reveal(figure.span).light(screen.reader.hits, figure.span)
    screen.teller.place()


def next_figure(screen: MainScreen) -> None:
    """The next figure that is lit; while auditing, the next choice."""
    if screen.audit.is_on:
        screen.audit.step(1)
    else:
        _go_to_figure(screen, _lit(screen), 1)


def previous_figure(screen: MainScreen) -> None:
    """The one before."""
    if screen.audit.is_on:
        screen.audit.step(-1)
    else:
        _go_to_figure(screen, _lit(screen), -1)


def _same_kind(screen: MainScreen) -> Sequence[Figure]:
    current = screen.reader.current_figure
    return [f for f in _lit(screen) if current is None or f.kind is current.kind]


def next_same_kind(screen: MainScreen) -> None:
    """The next figure of the kind the reader is on; while auditing, of the reason."""
    if screen.audit.is_on:
        screen.audit.step(1, alike=True)
    else:
        _go_to_figure(screen, _same_kind(screen), 1)


def previous_same_kind(screen: MainScreen) -> None:
    """The one before of the same kind."""
    if screen.audit.is_on:
        screen.audit.step(-1, alike=True)
    else:
        _go_to_figure(screen, _same_kind(screen), -1)


def audit(screen: MainScreen) -> None:
    """What the conversion decided, or the figures again."""
    screen.audit.toggle()


def raw(screen: MainScreen) -> None:
    """The article as it came."""
    doors.open_raw(screen)


def follow(screen: MainScreen) -> None:
    """What the place one is on offers: the other candidates, or what the summary quotes next."""
    if screen.audit.is_on:
        screen.audit.choose()
    else:
        quoted.step(screen)


def summary(screen: MainScreen) -> None:
    """The summary above the text, or the text alone."""
    quoted.toggle(screen)


COMMANDS = {
    "follow": follow,
    "summary": summary,
    "audit": audit,
    "raw": raw,
    "toggle_script": toggle_script,
    "next_variant": next_variant,
    "toggle_wording": toggle_wording,
    "figure_level": figure_level,
    "figure_table": figure_table,
    "next_figure": next_figure,
    "previous_figure": previous_figure,
    "next_same_kind": next_same_kind,
    "previous_same_kind": previous_same_kind,
}
