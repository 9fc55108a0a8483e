"""Asking: what the finder's screen asks, of the library and of the program itself."""

from __future__ import annotations

from functools import cache, cached_property
from typing import TYPE_CHECKING

from digest.model import Hit, HitKind, Mention, Span, Topic, TopicKind
from digest.ui.actions import ACTIONS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from digest.find import Index
    from digest.library import Store
    from digest.services.finding import Answers, Finder

COLUMNS = {"en": 0, "zh-Hans": 1, "zh-Hant": 2}
"""Where the finder has its names in each language."""


class Asking:
    """Answers whatever is typed into the finder; slow the first time, and made for threads."""

    def __init__(self, library: Store, kept: tuple[Path, Path] | None = None) -> None:
        """Load nothing yet.

        Args:
            library: what is searched.
            kept: the folder in which the index is kept, and the library's file; None for none.
        """
        self._library = library
        self._kept = kept

    @cached_property
    def _finder(self) -> Finder:
        from digest.services.finding import Finder, cache_file  # noqa: PLC0415 - slow to load

        return Finder(self._library, cache_file(*self._kept) if self._kept else None)

    def answer(self, query: str, limit: int) -> Answers:
        """The best answers to what was typed; commands too."""
        answers = self._finder.answer(query, limit)
        from digest.find.request import Aim  # noqa: PLC0415 - as above

        if answers.request.aim is Aim.COMMANDS:
            return answers._replace(hits=commands(answers.request.words))
        return answers

    def complete(self, typed: str, language: str) -> tuple[str, ...]:
        """The lines that what was typed may become."""
        return self._finder.complete(typed, COLUMNS[language])

    def refresh(self) -> None:
        """Get the index ready."""
        self._finder.refresh()


def commands(words: str) -> list[Hit]:
    """The actions that words name, in either script, English, pinyin or its initials."""
    if not words.strip():
        return [_command(action.id, action.names.hans, (), 1.0) for action in ACTIONS]
    found = _actions().search(words, len(ACTIONS))
    return [_command(hit.topic, hit.text, hit.matched, hit.score) for hit in found]


def _command(action: str, name: str, matched: Sequence[Span], score: float) -> Hit:
    return Hit(HitKind.COMMAND, name, tuple(matched), "", Span(0, 0), score, action)


@cache
def _actions() -> Index:
    """The actions as topics, which are found by any of their names."""
    from digest.find import Index  # noqa: PLC0415 - slow to load

    nowhere = (Mention("", Span(0, 0)),)
    return Index.build(
        [
            Topic(
                action.id,
                action.names.hans,
                (action.names.hant, action.names.en, action.id.replace("_", " ")),
                TopicKind.CONCEPT,
                1.0,
                nowhere * 2,
            )
            for action in ACTIONS
        ],
        [],
    )
