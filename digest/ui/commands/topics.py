"""Topics: those of the article that is read, and from mention to mention of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.ui.doors import open_article_topics

if TYPE_CHECKING:
    from digest.ui.screens.main import MainScreen


def article_topics(screen: MainScreen) -> None:
    """The topics of this article."""
    open_article_topics(screen)


def next_mention(screen: MainScreen) -> None:
    """The next mention of the topic that was chosen last."""
    screen.walking.step(1)


def previous_mention(screen: MainScreen) -> None:
    """The mention before."""
    screen.walking.step(-1)


COMMANDS = {
    "article_topics": article_topics,
    "next_mention": next_mention,
    "previous_mention": previous_mention,
}
"""By the id of the action."""
