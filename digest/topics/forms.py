"""Forms: strings with all that the articles of a library say of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from digest.model import TopicKind
from digest.topics.lexicon import words

SAME = "same:"
"""Beginning of the cue that names the key of another form for the same thing."""

FIELDS = ("行业", "领域", "市场")
"""Ends of words for a field, which nothing is called by: 电子行业."""

SHORT = 2
"""Letters of an abbreviation that may be anything: AI, TV."""


@dataclass(slots=True)
class Form:
    """A string over all articles."""

    key: str
    parts: tuple[str, ...]
    surfaces: dict[str, int] = field(default_factory=dict)
    cues: set[str] = field(default_factory=set)
    articles: dict[str, int] = field(default_factory=dict)
    """Occurrences by article, those inside longer strings included."""
    kind: TopicKind = TopicKind.CONCEPT
    alone: dict[str, int] = field(default_factory=dict)
    """Occurrences by article outside any longer form."""

    is_known: bool = False
    """Whether the lexicon has it."""
    is_named: bool = False
    """Whether something shows that it is a name: worth a topic even where it stands once."""

    @property
    def count(self) -> int:
        """Occurrences, those inside longer strings included."""
        return sum(self.articles.values())

    @property
    def surface(self) -> str:
        """The commonest form as written, the first of equals."""
        return max(self.surfaces, key=lambda surface: self.surfaces[surface])

    def settle(self, kind: TopicKind) -> None:
        """Tell the kind, and what follows from it and the cues, once all articles are told."""
        self.kind = kind
        self.is_known = any(cue.startswith("known:") for cue in self.cues)
        self.is_named = self.is_known or self._is_named()

    def _is_named(self) -> bool:
        if self.cues & {"person", "title"}:
            return True
        if self.kind is TopicKind.CONCEPT:
            headed = any(cue.startswith("head:") for cue in self.cues) or self.parts[-1].isascii()
            latin = headed and {"latin", "proper", "whole"} <= self.cues
            if ("whole" in self.cues and self.cues & {"foreign", "instrument"}) or self._is_letters:
                return True
            if {"of body", "headed"} <= self.cues and self._is_clear:
                return True
            beside = any(cue.startswith("beside:") for cue in self.cues)
            return ("quoted" in self.cues or latin) and (len(self.parts) > 1 or beside)
        return self.kind is not TopicKind.PLACE or len(self.parts) == 1 or "whole" in self.cues

    @property
    def _is_clear(self) -> bool:
        """Whether its last word says what it is: 达芬奇架构, no 某某行业."""
        last = self.parts[-1]
        return last not in words("vague") and not last.endswith(FIELDS)

    @property
    def _is_letters(self) -> bool:
        """Whether it is an abbreviation by itself: IDC, AI PC."""
        return len(self.parts) == 1 and "latin" in self.cues and len(self.key) > SHORT
