"""Make digest/text/script/data/crossings.txt: common words kept from phrases that run into them.

OpenCC takes the longest phrase from the left, and some of its phrases end one word and begin the
next: 不断发展 holds 断发 (斷髮), 龙头发力 holds 头发 (頭髮). Where a phrase of two characters is
followed by the rest of a word that is by far commoner than the phrase, the three characters are
written as the word is (断发展 as 斷發展).

Run: `python benchmarks/script_crossings.py DICTIONARY`, with jieba's `dict.txt` (MIT licence).
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from script_tables import DATA, entries

from digest.model import Script, View
from digest.text.script import convert

if TYPE_CHECKING:
    from collections.abc import Iterable

COMMON = 1_000
"""Occurrences in jieba's corpus, of sixty million words, that make a word common."""

COMMONER = 20
"""How many times commoner than the phrase the word must be."""

WORD = 15
"""Occurrences from which a phrase is a word of its own, and no matter of frequencies."""

HAIR = "髮"

NOT_OF_HAIR = frozenset(f"发{rest}" for rest in "展现布力挥起动射言达扬改")
"""Words that no word for hair is followed by the rest of: 头发 is never followed by 展 or 布."""

EITHER = frozenset({"后来", "后宫", *(f"发{rest}" for rest in "光表电行出生")})
"""Words whose rest is as likely to follow the phrase: 影后来到, 天后宫, 理发行业, 头发生长."""

ENDING = 10_000
"""Occurrences of words that end in the phrase's first character which make it worth an entry."""

HEAD = """\
# Common words kept from phrases of OpenCC's that run into them: characters, and how they are
# written in OpenCC's Traditional. Derived from the word frequencies of jieba 0.42.1
# (https://github.com/fxsjy/jieba, licence MIT) and the dictionaries of OpenCC (licence Apache-2.0).
# Made by benchmarks/script_crossings.py; do not edit.
"""


def frequencies(path: Path) -> dict[str, int]:
    """Words of jieba's dictionary with how often each occurred."""
    lines = (line.split(" ") for line in path.read_text(encoding="utf-8").splitlines())
    return {cells[0]: int(cells[1]) for cells in lines}


def converted(texts: Iterable[str]) -> dict[str, str]:
    """Each text as it converts by itself."""
    ordered = list(texts)
    lines = convert("\n".join(ordered), View.HANT, Script.HANS).text.split("\n")
    return dict(zip(ordered, lines, strict=True))


def kept(known: dict[str, int]) -> dict[str, str]:
    """The entries."""
    beginning: dict[str, list[str]] = defaultdict(list)
    for word, count in known.items():
        if count >= COMMON and len(word) == 2:
            beginning[word[0]].append(word)
    stock, alone = entries("STPhrases"), entries("STCharacters")
    ending: dict[str, int] = defaultdict(int)
    for word, count in known.items():
        ending[word[-1]] += count if len(word) > 1 else 0
    phrases = [phrase for phrase in stock if len(phrase) == 2 and ending[phrase[0]] >= ENDING]
    words = converted({word for group in beginning.values() for word in group})
    found: dict[str, str] = {}
    for phrase in phrases:
        before = alone.get(phrase[0], [phrase[0]])[0]
        for word in beginning[phrase[1]]:
            right = before + words[word]
            spoilt = before == stock[phrase][0][0] and right[1] != stock[phrase][0][1]
            rare = known.get(phrase, 0) < WORD and known[word] >= COMMONER * known.get(phrase, 1)
            hair = stock[phrase][0][1] == HAIR and word in NOT_OF_HAIR
            if not spoilt or not (hair or (rare and word not in EITHER)):
                continue
            found.setdefault(phrase[0] + word, right)
    told = converted(found)
    return {key: value for key, value in found.items() if told[key] != value and key not in stock}


def main() -> None:
    """Write the table, from OpenCC's phrases and the overlay without it."""
    path = DATA / "crossings.txt"
    path.write_text(HEAD, encoding="utf-8")
    table = kept(frequencies(Path(sys.argv[1])))
    rows = (f"{key}\t{table[key]}\n" for key in sorted(table))
    path.write_text(HEAD + "".join(rows), encoding="utf-8")
    print(len(table), "entries")


if __name__ == "__main__":
    main()
