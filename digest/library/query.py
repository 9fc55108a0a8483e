"""Query: what a reader typed, as words that must, may or must not stand in an article.

Words apart must all stand there; `OR` or `|` between two asks for either, `-` before one leaves
articles out, quotation marks keep words together. Anything that can be typed is a query, as it is
answered while it is being typed; what is surely not meant so is said in `problem`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from digest.library.bigrams import phrase

_WORD = re.compile(r'([-－]?)(["“”「])([^"“”」]*)(["”“」]?)|(\S+)')
"""A quoted phrase, perhaps with a minus before it, or a run without spaces. Chinese quotation marks
count, since an input method types them."""

_EITHER = frozenset(("OR", "|", "||", "｜", "或"))
"""Between two words: one of them is enough. 或 between spaces is no word one looks for."""

_BOTH = frozenset(("AND", "&", "&&", "＆"))
"""Between two words: both, as without it."""

_MINUS = ("-", "－")

LEAST_SLIP, MOST_SLIP = 3, 12
"""Characters of a word of which one may be wrong: of two, one says too little, and what two of
three lead to is compared by its sound by whoever asks; a longer one is tried by its beginning."""

LEAST_HALF = 4
"""Characters of half a word that tell enough by themselves."""


class Problem(StrEnum):
    """What is wrong with a query; the rest of it is answered all the same."""

    UNCLOSED = "unclosed"
    """Quotation marks were opened and not closed."""
    DANGLING = "dangling"
    """`OR` stands where there is nothing to choose between."""
    ONLY_LEFT_OUT = "only-left-out"
    """Words to leave out, and none to look for."""


@dataclass(frozen=True, slots=True)
class Query:
    """A query over folded texts."""

    wanted: tuple[tuple[str, ...], ...]
    """Folded words; all groups must be met, each by one of its words."""
    unwanted: tuple[str, ...]
    """Folded words that must not stand there."""
    problem: Problem | None = None

    @property
    def expression(self) -> str:
        """The query in FTS5's language; empty if it asks for nothing."""
        return self._expression(slips=False)

    @property
    def slipped(self) -> str:
        """The same for words in which one character is wrong, missing or too much; else empty."""
        return self._expression(slips=True) if any(map(_may_slip, self.words)) else ""

    @property
    def words(self) -> tuple[str, ...]:
        """The wanted words, each once."""
        return tuple(dict.fromkeys(word for group in self.wanted for word in group))

    @property
    def pieces(self) -> tuple[str, ...]:
        """What of the words is whole where `slipped` finds them, each once."""
        parts = (
            part
            for word in self.words
            for way in (_ways(word) if _may_slip(word) else [(word,)])
            for part in way
            if len(part) > 1 or word == part
        )
        return tuple(dict.fromkeys(parts))

    def is_met(self, title: str, text: str) -> bool:
        """Whether a folded title and text hold what is wanted and nothing that is not."""
        return all(
            any(word in text or word in title for word in group) for group in self.wanted
        ) and not any(word in text or word in title for word in self.unwanted)

    def _expression(self, *, slips: bool) -> str:
        of_word = _slipped if slips else phrase
        groups = [" OR ".join(map(of_word, group)) for group in self.wanted]
        if not groups:
            return ""
        wanted = " AND ".join(f"({group})" for group in groups)
        return wanted + "".join(f" NOT {phrase(word)}" for word in self.unwanted)


def parse(typed: str) -> Query:
    """What was typed, as a query; any text is one."""
    # Loads the table of characters, which the start of the program does not need.
    from digest.text.fold import key  # noqa: PLC0415

    groups: list[tuple[str, ...]] = []
    unwanted: list[str] = []
    words, problem = _words(typed)
    either = False
    for word, minus in words:
        if word in _EITHER and not minus:
            problem = problem or (Problem.DANGLING if either or not groups else None)
            either = bool(groups)
            continue
        folded = "" if word in _BOTH else "".join(key(word).split())
        if not folded:
            continue
        if minus:
            unwanted.append(folded)
            continue
        if either:
            groups[-1] += (folded,)
        else:
            groups.append((folded,))
        either = False
    if unwanted and not groups:
        problem = Problem.ONLY_LEFT_OUT
    return Query(tuple(groups), tuple(unwanted), problem or (Problem.DANGLING if either else None))


def _words(typed: str) -> tuple[list[tuple[str, bool]], Problem | None]:
    """The words typed, each with whether it is to be left out; and whether quotes stay open."""
    words: list[tuple[str, bool]] = []
    problem = None
    for match in _WORD.finditer(typed):
        minus, opened, quoted, closed, plain = match.groups()
        if opened:
            words.append((quoted, bool(minus)))
            problem = problem if closed else Problem.UNCLOSED
        elif plain.startswith(_MINUS) and len(plain) > 1:
            words.append((plain[1:], True))
        else:
            words.append((plain, False))
    return words, problem


def _may_slip(word: str) -> bool:
    return len(word) >= LEAST_SLIP and not word.isascii()


def _slipped(word: str) -> str:
    """The FTS5 expression for a word in which one character may be otherwise."""
    if not _may_slip(word):
        return phrase(word)
    ways = (" AND ".join(map(phrase, way)) for way in _ways(word))
    return " OR ".join(f"({way})" for way in dict.fromkeys(ways))


def _ways(word: str) -> list[tuple[str, ...]]:
    """What of a word is whole when one of its characters is otherwise, in every way.

    Whichever character it is, what stands before it and what stands after it is whole; where one is
    missing, leaving out a neighbour comes to the same. The places are told from chance by comparing
    them afterwards. In a long word one half is whole, and telling enough by itself.
    """
    short = word[:MOST_SLIP]
    middle = len(short) // 2
    if middle >= LEAST_HALF:
        return [(short[:middle],), (short[middle:],)]
    if len(short) == LEAST_SLIP:
        return [(short[:-1],), (short[1:],)]
    around = ((short[:at], short[at + 1 :]) for at in range(len(short)))
    return [tuple(filter(None, parts)) for parts in around]
