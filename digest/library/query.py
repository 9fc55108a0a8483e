"""Query: what a reader typed, as words that must, may or must not stand in an article."""

from __future__ import annotations

import re
from dataclasses import dataclass

from digest.library.bigrams import phrase

_WORD = re.compile(r'(-?)["“”「]([^"“”」]*)["“”」]?|(\S+)')
"""A quoted phrase, perhaps with a minus before it, or a run without spaces. Chinese quotation marks
count, since an input method types them."""

_EITHER = frozenset(("OR", "|", "｜"))
"""Between two words: one of them is enough."""


@dataclass(frozen=True, slots=True)
class Query:
    """A query over folded texts."""

    wanted: tuple[tuple[str, ...], ...]
    """Folded words; all groups must be met, each by one of its words."""
    unwanted: tuple[str, ...]
    """Folded words that must not stand there."""

    @property
    def expression(self) -> str:
        """The query in FTS5's language; empty if it asks for nothing."""
        groups = [" OR ".join(map(phrase, group)) for group in self.wanted]
        if not groups:
            return ""
        wanted = " AND ".join(f"({group})" for group in groups)
        return wanted + "".join(f" NOT {phrase(word)}" for word in self.unwanted)

    @property
    def words(self) -> tuple[str, ...]:
        """The wanted words, each once."""
        return tuple(dict.fromkeys(word for group in self.wanted for word in group))

    def count(self, folded: str) -> int:
        """How often the wanted words stand in a folded text."""
        return sum(folded.count(word) for group in self.wanted for word in group)


def parse(typed: str) -> Query:
    """What was typed, as a query; any text is one."""
    # Loads the table of characters, which the start of the program does not need.
    from digest.text.fold import key  # noqa: PLC0415

    groups: list[tuple[str, ...]] = []
    unwanted: list[str] = []
    either = False
    for word, minus in _words(typed):
        if word in _EITHER and groups:
            either = True
            continue
        folded = "".join(key(word).split())
        if not folded:
            continue
        if minus:
            unwanted.append(folded)
        elif either:
            groups[-1] += (folded,)
        else:
            groups.append((folded,))
        either = False
    return Query(tuple(groups), tuple(unwanted))


def _words(typed: str) -> list[tuple[str, bool]]:
    """The words typed, each with whether it is to be left out."""
    words: list[tuple[str, bool]] = []
    for match in _WORD.finditer(typed):
        minus, quoted, plain = match.groups()
        if plain is None:
            words.append((quoted, bool(minus)))
        elif plain.startswith("-") and len(plain) > 1:
            words.append((plain[1:], True))
        else:
            words.append((plain, False))
    return words
