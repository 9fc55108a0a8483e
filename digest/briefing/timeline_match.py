"""Match: how surely two events, told in two places, are the same one.

Two things have to agree: the days that the dates stand for, of which one must hold the other, and
what is told. The nearer the dates, the less need be shared: a day that two articles name, and that
is not the day of either, is seldom named for two things; a year is named for many. Words count by
how rare they are in the sentences of all the articles, so that the company that all of them write
about says next to nothing.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from digest.briefing.summary_words import words
from digest.text.fold import simplified
from digest.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from digest.briefing.events import Event
    from digest.model import Article

NAMED = 1.0
"""What it adds that both name the same thing: a title, a name in quotation marks, a model."""
SAME_TOPIC = 0.8
"""What it adds that both speak of the same product, event, place or person."""
SAME_ACT = 0.8
"""What it adds that both tell of the same kind of act."""
OTHER_ACT = -0.6
"""What it costs that both tell of acts, and of none alike."""
OTHER_NAME = -1.0
"""What it costs that both name things, and none alike."""
OTHER_SUBJECT = -3.5
"""What it costs that both name who acted, and neither names the other's."""
OTHER_NUMBERS = -1.0
"""What it costs that both give numbers, and none alike, of one day: counts change in a day."""
NEVER = -9.0
"""Two versions of one thing are not the same news."""

NAMED_DAY, SAME_DAY, SAME_MONTH, SAME_YEAR, IN_YEAR = 0.5, 1.5, 2.1, 2.4, 3.2
"""What has to be shared where the narrower date of the two, as far as both tell it, is a day that
is not the day of either article, such a day, a month, the same year, and a year that holds the
other date. In rarity: a word that stands in
one sentence of a hundred counts as one half, a name of four characters as about two."""

FEW = 20
"""Sentences below which rarity cannot be told, and is worked out as if there were so many."""
SAMPLE = 4000
"""Sentences by which rarity is told, at most."""


@dataclass(frozen=True, slots=True)
class Rarity:
    """How rare each word is, from 0 for one in every sentence to 1 for one in a single sentence."""

    known: Mapping[str, float]
    """Of the words that were counted; others are as rare as can be."""

    @classmethod
    def of(cls, articles: Iterable[Article]) -> Rarity:
        """Rarity in the sentences of some articles."""
        counts: Counter[str] = Counter()
        total = 0
        for article in articles:
            plain = simplified(article.text)
            for paragraph in article.paragraphs:
                for sentence in sentences(article.text, paragraph.span):
                    counts.update(words(sentence.of(plain)))
                    total += 1
            if total >= SAMPLE:
                break
        many = max(total, FEW)
        whole = math.log(many)
        return cls(
            {one: math.log(many / min(many, count)) / whole for one, count in counts.items()}
        )

    def __call__(self, word: str) -> float:
        """The rarity of a word."""
        return self.known.get(word, 1.0)


def likeness(one: Event, other: Event, rarity: Rarity, things: frozenset[str]) -> float:
    """How much two events share of what is told; comparable with the thresholds above.

    Args:
        one: an event.
        other: another.
        rarity: of words, in the articles that are looked at.
        things: keys of the topics that name one thing: no organisations, no concepts.
    """
    if _conflict(one, other):
        return NEVER
    shared = sum(map(rarity, one.words & other.words))
    if one.names & other.names:
        shared += NAMED
    elif one.names and other.names:
        shared += OTHER_NAME
    if one.acts & other.acts:
        shared += SAME_ACT
    elif one.acts and other.acts:
        shared += OTHER_ACT
    if one.subject and other.subject and _are_strangers(one, other):
        shared += OTHER_SUBJECT
    if one.numbers and other.numbers and not one.numbers & other.numbers:
        shared += OTHER_NUMBERS
    return shared + SAME_TOPIC * bool(one.topics & other.topics & things)


def _conflict(one: Event, other: Event) -> bool:
    """Whether two events cannot be one.

    They name different versions; one is still to come, and the dates are not the very day; they
    give several numbers, and none alike, as the reports of two companies do, and do not name the
    same thing on the same day; or they are two dates of one sentence, which tells them apart.
    """
    if one.versions and other.versions and not one.versions & other.versions:
        return True
    of_days = is_day(one.when) and is_day(other.when)
    if one.ahead != other.ahead and not of_days:
        return True
    least = min(len(one.numbers), len(other.numbers))
    named_alike = of_days and bool(one.names & other.names)
    if least >= SEVERAL and not named_alike and not one.numbers & other.numbers:
        return True
    same_sentence = one.article == other.article and one.sentence == other.sentence
    return same_sentence and one.when != other.when


def _are_strangers(one: Event, other: Event) -> bool:
    """Whether neither event has the name of whoever acts in the other."""
    return one.subject not in other.words and other.subject not in one.words


SEVERAL = 2
"""Numbers that say whose report it is."""


def needed(one: Event, other: Event) -> float:
    """What two events whose dates agree must share to be the same one."""
    if is_day(one.when) and is_day(other.when):
        told_apart = one.article != other.article and not (one.own or other.own)
        return NAMED_DAY if told_apart and one.is_resolved and other.is_resolved else SAME_DAY
    if max(breadth(one.when), breadth(other.when)) <= MONTH:
        return SAME_MONTH
    return SAME_YEAR if one.when == other.when else IN_YEAR


DAY, MONTH, PART, YEAR = range(4)
"""How wide a date is: a day, a month, a part of a year or of several, and a year."""


def is_day(when: str) -> bool:
    """Whether a date is known to the day; its year may be open."""
    return breadth(when) == DAY


def breadth(when: str) -> int:
    """How wide a date is, in ISO 8601."""
    if "/" in when or not when[5:6].isdecimal():
        return YEAR if len(when) == len("2023") else PART
    return DAY if len(when) == len("2023-10-24") else MONTH
