"""Doors: the screens that open over the main one, and what is done with their answers.

Each is loaded when it is first opened.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from digest.model import Hit, Span
    from digest.ui.auditing import Remark
    from digest.ui.screens.choices import Rule
    from digest.ui.screens.main import MainScreen
    from digest.ui.screens.view import View


def open_finder(screen: MainScreen) -> None:
    """Find anything, and go to what is chosen."""
    from digest.model import HitKind  # noqa: PLC0415 - see above
    from digest.ui.screens.finder import Finder  # noqa: PLC0415 - see above

    def found(hit: Hit | None) -> None:
        if hit is not None and hit.kind is HitKind.COMMAND:
            screen.do(hit.topic)
        elif hit is not None:
            screen.attempt(lambda: screen.navigator.jump(hit.article, hit.place))
            if hit.kind is HitKind.TOPIC:
                screen.attempt(lambda: screen.walking.follow_key(hit.topic))

    screen.navigator.keep_place()
    finder = Finder(screen.desk, screen.keymap, screen.inks, screen.asking, screen.do)
    screen.app.push_screen(finder, found)


VIEWS: Mapping[str, tuple[str, str]] = {
    "brief": ("digest.ui.screens.brief", "BriefView"),
    "figures": ("digest.ui.screens.figures", "Figures"),
    "timeline": ("digest.ui.screens.timeline", "Timeline"),
    "topics": ("digest.ui.screens.topics", "Topics"),
}
"""Where the screens of the views are, by their names."""

TOPIC_BRIEF = "brief of a topic"
"""Under which name the brief of one topic is installed."""


def open_view(screen: MainScreen, name: str) -> None:
    """Show one of the views in place of what lies over the articles; the articles themselves."""
    screen.uncover()
    where = VIEWS.get(name)
    if where is None:
        return
    if not screen.app.is_screen_installed(name):
        module, view = where
        screen.app.install_screen(getattr(import_module(module), view)(screen), name)
    screen.navigator.keep_place()
    screen.app.push_screen(name)


def opened_briefs(screen: MainScreen) -> list[View]:
    """The briefs that have been opened, whether they are shown or not."""
    return _opened(screen, "brief", TOPIC_BRIEF)


def opened_topics(screen: MainScreen) -> list[View]:
    """The view of the topics, if it has been opened."""
    return _opened(screen, "topics")


def _opened(screen: MainScreen, *names: str) -> list[View]:
    from digest.ui.screens.view import View  # noqa: PLC0415 - see above

    there = (name for name in names if screen.app.is_screen_installed(name))
    return [view for name in there if isinstance(view := screen.app.get_screen(name), View)]


def open_topic_brief(screen: MainScreen, topic: str) -> None:
    """Show what the articles on a topic amount to, and what of it is new since the last look."""
    from digest.ui.screens.brief import BriefView  # noqa: PLC0415 - see above

    screen.uncover()
    screen.navigator.keep_place()
    if screen.app.is_screen_installed(TOPIC_BRIEF):
        screen.app.uninstall_screen(TOPIC_BRIEF)
    screen.app.install_screen(BriefView(screen, topic), TOPIC_BRIEF)
    screen.app.push_screen(TOPIC_BRIEF)


def open_article_topics(screen: MainScreen) -> None:
    """Show the topics of the article that is open."""
    opened = screen.desk.opened
    if opened is None:
        return
    from digest.ui.screens.topics import ArticleTopics  # noqa: PLC0415 - see above

    screen.navigator.keep_place()
    screen.app.push_screen(ArticleTopics(screen, opened.article.id))


def open_aside(screen: MainScreen, articles: Sequence[str], topic: str = "") -> None:
    """Lay articles side by side; without any, the newest on a topic."""
    from digest.ui.screens.aside import Aside  # noqa: PLC0415 - see above

    screen.uncover()
    screen.navigator.keep_place()
    screen.app.push_screen(Aside(screen, articles, topic))


def open_help(screen: MainScreen) -> None:
    """Show every action, and do the one that is chosen."""
    from digest.ui.screens.commands import Commands  # noqa: PLC0415 - see above

    def chosen(action_id: str | None) -> None:
        if action_id is not None:
            screen.do(action_id)

    commands = Commands(screen.desk, screen.keymap, screen.inks, screen.do)
    screen.app.push_screen(commands, chosen)


def open_ledger(screen: MainScreen) -> None:
    """Show the figures of the article that is open, and go to the one that is chosen."""
    opened = screen.desk.opened
    if opened is None or not opened.figures:
        screen.teller.say(screen.desk.say("ledger.none"))
        return
    from digest.ui.screens.ledger import Ledger  # noqa: PLC0415 - see above

    article, figures = opened

    def chosen(place: Span | None) -> None:
        if place is not None:
            screen.attempt(lambda: screen.navigator.jump(article.id, place))

    screen.navigator.keep_place()
    seen = screen.reader.seen.start
    ahead = next((figure for figure in figures if figure.span.start >= seen), None)
    ledger = Ledger(
        screen.desk,
        screen.keymap,
        screen.inks,
        article=article,
        figures=figures,
        at=screen.reader.current_figure or ahead,
        do=screen.do,
    )
    screen.app.push_screen(ledger, chosen)


def open_raw(screen: MainScreen) -> None:
    """Show the article that is open as it came, at the same place."""
    opened = screen.desk.opened
    if opened is None:
        return
    from digest.ui.screens.raw import RawText  # noqa: PLC0415 - see above

    screen.navigator.keep_place()
    screen.app.push_screen(RawText(screen, opened.article.id, screen.reader.seen))


def open_choices(screen: MainScreen, remark: Remark) -> None:
    """Show what else may stand at a place, and keep what is chosen as a rule."""
    opened = screen.desk.opened
    if opened is None:
        return
    from digest.ui.screens.choices import Choices  # noqa: PLC0415 - see above

    def chosen(rule: Rule | None) -> None:
        if rule is not None:
            screen.attempt(lambda: _keep(screen, rule))

    screen.app.push_screen(Choices(screen, opened.article, remark), chosen)


def _keep(screen: MainScreen, rule: Rule) -> None:
    screen.desk.add_rule(*rule)
    screen.look_at(screen.desk.look)
    said = screen.desk.say("choices.kept", source=rule.source, target=rule.target)
    screen.teller.say(said)
