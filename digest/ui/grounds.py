"""Why articles are one story, in a line: what the first two of them have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.model import DigestError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.ui.desk import Desk

SHOWN = 3
"""Shared things of a kind that are told on a line."""


def grounds_told(desk: Desk, members: Sequence[str]) -> str:
    """What the leader of a story shares with the next member, by kind; empty for a single one."""
    if len(members) < 2:
        return ""
    from digest.briefing.stories_why import Ground, told  # noqa: PLC0415 - when it is asked
    from digest.services.stories import why  # noqa: PLC0415 - as above

    try:
        found = why(desk.library, members[0], members[1])
        article = desk.library.article(members[0])
    except DigestError:
        return ""
    parts = [desk.say("story.share", articles=len(members), percent=round(found.share * 100))]
    for ground in Ground:
        words = told(found.of(ground)[:SHOWN], article.text)
        if words and ground is not Ground.WORDS:
            shown = (desk.in_view(each, article.script) for each in words)
            parts.append(f"{desk.say(f'story.{ground}')} {'、'.join(shown)}")
    return "  ".join(parts)
