"""Make `digest/figures/data/idioms.txt` from the dictionary of the segmenter jieba.

Kept is every word of Chinese characters that holds a numeral and is not itself a numeral with a
unit: the words on which a reader of figures would stumble.

    python tools/derive_idioms.py path/to/jieba/dict.txt
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from digest.figures.numerals import NUMERAL
from digest.figures.units import unit_at
from digest.text.fold import simplified

HEAD = """\
# Words that hold a numeral and count nothing, Simplified forms.
# Source: dict.txt of jieba 0.42.1, by tools/derive_idioms.py. Licence: MIT, (c) 2013 Sun Junyi.
"""
TARGET = Path(__file__).parents[1] / "digest" / "figures" / "data" / "idioms.txt"
_NUMERALS = re.compile(r"[二三四五六七八九十百千万亿两半]|^一.*[^一]$")
_HAN = re.compile(r"[㐀-鿿]{2,8}")
_CALENDAR = re.compile(
    r"[年月日号季时点分秒天周半底初末旬期内前后多余来几第上下]|世纪|年代|星期|礼拜|周[一二三四五六]"
)
_SHARES = re.compile(
    r"分之|百分|千分|[几数]|[一二三四五六七八九][百千][零一二三四五六七八九万多余]|^[近多余约逾足达超这那前后每本此半]"
)


def is_quantity(word: str) -> bool:
    """Whether a word is a numeral, or a numeral with a unit or a part of the calendar."""
    match = NUMERAL.match(word)
    if match is None or not match["run"]:
        return False
    rest = word[match.end() :]
    if not rest or rest in {"大", "多"} or _CALENDAR.match(rest):
        return len(word) <= match.end() + 3
    unit = unit_at(word, match.end())
    return unit is not None and match.end() + len(unit.form) == len(word) and len(word) < 5


def main() -> None:
    """Read the dictionary named on the command line and write the list."""
    kept = set()
    for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines():
        word = line.split(" ")[0]
        if not _HAN.fullmatch(word) or not _NUMERALS.search(word) or word.startswith("第"):
            continue
        if simplified(word) != word:
            continue
        if not is_quantity(word) and not _SHARES.search(word):
            kept.add(word)
    TARGET.write_text(HEAD + "\n".join(sorted(kept)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
