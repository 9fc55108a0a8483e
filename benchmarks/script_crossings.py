"""Make digest/text/script/data/crossings.txt: common words kept from phrases that run into them.

OpenCC takes the longest phrase from the left, and some of its phrases end one word and begin the
next: 百年历史 holds 年历 (年曆), 国家私营 holds 家私 (傢俬). A phrase together with a common word
that shares a character with it is cut where the frequencies of words say; where that cut clearly
goes through the phrase, and what stands there is read otherwise for it, the whole is written as
its words are (年历史 as 年歷史). Measured on a newspaper of 1.8 million characters that was cut by
hand and had no part in this, the cut is the editors' in 98 of 100 places.

In the same way, common words are kept from the regions' words that run into them: 境内存在 holds
内存, and has no 記憶體 in it (wording-crossings.txt).

Run: `python benchmarks/script_crossings.py DICTIONARY`, with jieba's `dict.txt` (MIT licence).
"""

from __future__ import annotations

import math
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from script_tables import DATA, entries

from digest.model import View
from digest.text.script.configuration import Route
from digest.text.script.engine import run
from digest.text.script.tables import candidates, rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

COMMON = 150
"""Occurrences in jieba's corpus, of sixty million words, that make a word common."""

MARGIN = 3.0
"""How much likelier the cut must be than the phrase, as a logarithm: 20 times."""

SEEN = -19.3
"""Logarithm of the least likelihood of what is kept: once in 240 million words. What is rarer makes
the table longer, and is met in no newspaper."""

LONGEST = {"after": 6, "before": 5}
"""Characters of a phrase with the word after it, or before it."""

LONGEST_WORD = 6
"""Characters of a word that is looked for when a string is cut."""

UNSURE = 0.15
"""Share of the words that begin with a character, in the text, from which it is unsure."""

HAIR = "髮"

NOT_OF_HAIR = frozenset(f"发{rest}" for rest in "展现布力挥起动射言达扬改")
"""Words that no word for hair is followed by the rest of: 头发 is never followed by 展 or 布."""

UNKNOWN = 0.5
"""Occurrences that a single character which is no word is taken to have."""

EITHER = frozenset({"后来", "后宫", *(f"发{rest}" for rest in "光表电行出生")})
"""Words whose rest is as likely to follow the phrase: 影后来到, 天后宫, 理发行业, 头发生长."""

HEAD = """\
# Common words kept from phrases of OpenCC's that run into them: characters, and how they are
# written in OpenCC's Traditional. Derived from the word frequencies of jieba 0.42.1
# (https://github.com/fxsjy/jieba, licence MIT) and the dictionaries of OpenCC (licence Apache-2.0).
# Made by benchmarks/script_crossings.py; do not edit.
"""


GUARDS = """\
# Text that holds a regional word and does not mean it: view, text, and how the words are spelt that
# are looked for in it. Derived from the frequencies of words of jieba 0.42.1
# (https://github.com/fxsjy/jieba, licence MIT) and the dictionaries of OpenCC (licence Apache-2.0).
# Made by benchmarks/script_crossings.py; do not edit.
"""

WORDING = {
    View.HANS: "wording-hans.txt",
    View.HANT_TW: "wording-tw.txt",
    View.HANT_HK: "wording-hk.txt",
}


class Crossing(NamedTuple):
    """A phrase and a word that share characters."""

    text: str
    cut: int
    """Where the word says that it is cut."""
    through: int
    """Where the phrase says so."""


class Lexicon:
    """How likely a string is, cut into words."""

    def __init__(self, path: Path) -> None:
        """Read jieba's dictionary: a word and how often it occurred on each line."""
        lines = (line.split(" ") for line in path.read_text(encoding="utf-8").splitlines())
        self._counts = counts = {cells[0]: int(cells[1]) for cells in lines}
        self._total = math.log(sum(counts.values()))
        self._known = {word: math.log(count) for word, count in counts.items() if count}
        self.common = [
            word for word, count in counts.items() if count >= COMMON and 2 <= len(word) <= 4
        ]

    def count(self, word: str) -> int:
        """How often a word occurred."""
        return self._counts.get(word, 0)

    def likelihood(self, text: str, cut: int) -> float:
        """Logarithm of the likelihood of the best cutting that has a cut at `cut`."""
        return self._best(text[:cut]) + self._best(text[cut:])

    def _best(self, text: str) -> float:
        best = [0.0, *(-math.inf for _ in text)]
        for start in range(len(text)):
            for end in range(start + 1, min(len(text), start + LONGEST_WORD) + 1):
                found = best[start] + self._word(text[start:end])
                best[end] = max(best[end], found)
        return best[-1]

    def _word(self, word: str) -> float:
        if word in self._known:
            return self._known[word] - self._total
        return math.log(UNKNOWN) - self._total if len(word) == 1 else -math.inf


def crossings(
    phrases: Iterable[str], words: Iterable[str], unsure: frozenset[str]
) -> Iterator[Crossing]:
    """Every phrase with every word that shares its last or its first character.

    Of a phrase that a word runs into, one character may be left, and begin another word; where
    that is `unsure`, nothing is cut.
    """
    beginning: dict[str, list[str]] = defaultdict(list)
    ending: dict[str, list[str]] = defaultdict(list)
    for word in words:
        beginning[word[0]].append(word)
        ending[word[-1]].append(word)
    for phrase in phrases:
        for word in beginning[phrase[-1]]:
            text = phrase + word[1:]
            if len(text) <= LONGEST["after"] and word not in EITHER:
                yield Crossing(text, len(phrase) - 1, len(phrase))
        if len(phrase) == 2 and phrase[1] in unsure:
            continue
        for word in ending[phrase[0]]:
            text = word + phrase[1:]
            if len(text) <= LONGEST["before"] and len(word) < LONGEST["before"] - 1:
                yield Crossing(text, len(word), len(word) - 1)


def converted(texts: Iterable[str]) -> dict[str, str]:
    """Each text as it converts by itself."""
    ordered = list(texts)
    return dict(zip(ordered, run("\n".join(ordered), Route.HANT).split("\n"), strict=True))


def unsure(lexicon: Lexicon) -> frozenset[str]:
    """Characters that common words begin with in another form than they have alone."""
    forms = converted({*lexicon.common, *(word[0] for word in lexicon.common)})
    all_words: Counter[str] = Counter()
    others: Counter[str] = Counter()
    for word in lexicon.common:
        all_words[word[0]] += lexicon.count(word)
        others[word[0]] += lexicon.count(word) * (forms[word][0] != forms[word[0]])
    return frozenset(key for key, count in others.items() if count > UNSURE * all_words[key])


def kept(lexicon: Lexicon) -> dict[str, str]:
    """The entries."""
    stock = entries("STPhrases") | entries("STPhrases_GeneratedFromRegionalPhrases")
    several = candidates()
    phrases = [key for key in stock if len(key) <= 4 and any(c in several for c in key)]
    found = [
        crossing
        for crossing in crossings(phrases, lexicon.common, unsure(lexicon))
        if crossing.text not in stock
    ]
    told = converted({c.text for c in found})
    parts = converted({part for c in found for part in (c.text[: c.cut], c.text[c.cut :])})
    wrong: dict[str, str] = {}
    for crossing in found:
        text = crossing.text
        right = parts[text[: crossing.cut]] + parts[text[crossing.cut :]]
        if told[text] == right:
            continue
        if is_cut(crossing, lexicon, told[text]):
            wrong[text] = right
    return wrong


def is_cut(crossing: Crossing, lexicon: Lexicon, told: str) -> bool:
    """Whether the cut through the phrase is what would be meant, and is worth an entry."""
    text, cut, through = crossing
    rest = text[cut:]
    if cut < through and HAIR in told[cut:through] and rest in NOT_OF_HAIR:
        return True
    likely = lexicon.likelihood(text, cut)
    clear = likely - lexicon.likelihood(text, through) >= MARGIN
    return clear and likely >= SEEN


def guarded(lexicon: Lexicon, view: View) -> list[tuple[str, str]]:
    """Strings that hold a regional word of `view` and do not mean it, sorted.

    Each as it stands in the text, and as the words are looked for in it.

    In doubt the word is not the region's, as it is the plain text that is never wrong.
    """
    keys = [key for key in rows(WORDING[view]) if 1 < len(key[0]) <= 4]
    written = converted_by([key[0] for key in keys], Route.HANS)
    found = {
        crossing.text
        for crossing in crossings(written, lexicon.common, frozenset())
        if lexicon.likelihood(crossing.text, crossing.cut) >= SEEN
        and lexicon.likelihood(crossing.text, crossing.cut)
        >= lexicon.likelihood(crossing.text, crossing.through)
    }
    listed = sorted(found)
    if view is View.HANS:
        written = converted_by(listed, Route.HANT_TW)
        return sorted(set(zip(written, written, strict=True)))
    return list(zip(listed, converted_by(listed, Route.HANT), strict=True))


def converted_by(texts: list[str], route: Route) -> list[str]:
    """The texts by a route."""
    return run("\n".join(texts), route).split("\n")


def write(table: dict[str, str]) -> None:
    """Write the table of phrases, sorted."""
    lines = (f"{key}\t{table[key]}\n" for key in sorted(table))
    (DATA / "crossings.txt").write_text(HEAD + "".join(lines), encoding="utf-8")


def main() -> None:
    """Write the tables, from OpenCC's phrases and the overlay without them."""
    write({})
    lexicon = Lexicon(Path(sys.argv[1]))
    table = kept(lexicon)
    write(table)
    guards = [
        f"{view}\t{text}\t{spelt}\n"
        for view in sorted(WORDING)
        for text, spelt in guarded(lexicon, view)
    ]
    (DATA / "wording-crossings.txt").write_text(GUARDS + "".join(guards), encoding="utf-8")
    print(len(table), "phrases,", len(guards), "regional words")


if __name__ == "__main__":
    main()
