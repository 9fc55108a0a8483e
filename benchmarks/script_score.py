"""Score the conversion: gold list, references, development sentences; stock OpenCC beside it.

Run from the repository's root: `python benchmarks/script_score.py [--errors]`. The five references
and the gold list were read while the overlay was written, so they show that nothing was lost; the
development sentences show more. Stock OpenCC is given the best of its own configurations: `tw2s`
for Simplified, `tw2s` then `s2tw` or `s2hk` for what is not Simplified.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import opencc

from digest.model import Script, View
from digest.text.script import convert, detect

DATA = Path(__file__).parents[1] / "tests" / "data" / "script"

VIEWS = {"hans": View.HANS, "tw": View.HANT_TW, "hk": View.HANT_HK}

STOCK = {View.HANS: "", View.HANT_TW: "s2tw", View.HANT_HK: "s2hk"}

EQUAL = (
    "臺台", "佈布", "瞭了", "藉借", "侷局", "匯彙", "畫劃", "佔占", "週周", "複復", "樑梁", "鬨哄",
    "説說", "户戶", "羣群", "啓啟", "牀床", "裏裡", "閲閱", "兑兌", "衞衛", "綫線", "麪麵", "爲為",
    "菸煙", "脱脫", "税稅",
)  # fmt: skip
"""Spellings counted as one in the references: both are in print, or are regional forms."""

Convert = Callable[[str, View], str]


def ours(text: str, view: View) -> str:
    """What the program shows."""
    return convert(text, view, detect(text)).text


def stock(text: str, view: View) -> str:
    """What OpenCC alone makes of it."""
    if detect(text) is not Script.HANS or view is View.HANS:
        text = _stock("tw2s").convert(text)
    return _stock(STOCK[view]).convert(text) if STOCK[view] else text


_loaded: dict[str, opencc.OpenCC] = {}


def _stock(name: str) -> opencc.OpenCC:
    if name not in _loaded:
        _loaded[name] = opencc.OpenCC(name, include_tofu_risk_dictionaries=False)
    return _loaded[name]


def folded(text: str) -> str:
    """The text with spellings that count as one made one."""
    return text.translate({ord(pair[0]): pair[1] for pair in EQUAL})


def rows(name: str) -> list[list[str]]:
    """The rows of a data file, without its head."""
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith(("#", "seed\t"))]


def gold(change: Convert, *, wording: bool = False) -> list[str]:
    """Items of the gold list that are not satisfied."""
    wrong = []
    views = {"hans": View.HANS, "hant-tw": View.HANT_TW, "hant-hk": View.HANT_HK}
    for seed, target, must, must_not, context in rows("gold.tsv"):
        if context.startswith("[W]") is not wording:
            continue
        source = (DATA / "references" / f"{seed}.src.txt").read_text(encoding="utf-8")
        shown = change(source, views[target])
        bad = [part for part in must_not.split("|") if part and part in shown]
        if bad or (must and not any(part in shown for part in must.split("|"))):
            wrong.append(f"{seed} {target} {must} {bad} {context}")
    return wrong


def differences(shown: str, wanted: str, place: str) -> list[str]:
    """One line for each character that differs."""
    pairs = zip(folded(shown), folded(wanted), strict=True)
    return [
        f"{place}: {wanted[max(0, i - 4) : i + 4]} not {shown[i]}".replace("\n", " ")
        for i, (a, b) in enumerate(pairs)
        if a != b
    ]


def references(change: Convert) -> list[str]:
    """Characters that differ from the references."""
    wrong: list[str] = []
    for path in sorted((DATA / "references").glob("*.src.txt")):
        seed = path.name[:3]
        source = path.read_text(encoding="utf-8")
        for name, view in VIEWS.items():
            wanted = (path.parent / f"{seed}.{name}.txt").read_text(encoding="utf-8")
            wrong += differences(change(source, view), wanted, f"{seed} {name}")
    return wrong


def development(change: Convert) -> list[str]:
    """Characters of the development sentences that differ."""
    wrong: list[str] = []
    for hans, tw, hk in rows("development.tsv"):
        cells = {"hans": hans, "tw": tw, "hk": hk}
        for source, target in (("hans", "tw"), ("hans", "hk"), ("tw", "hans"), ("hk", "hans")):
            if not cells[source] or not cells[target]:
                continue
            shown = change(cells[source], VIEWS[target])
            wrong += differences(shown, cells[target], f"{source}>{target}")
    return wrong


def main() -> None:
    """Print the counts, and with `--errors` every error of ours."""
    sets = {"gold": gold, "references": references}
    if (DATA / "development.tsv").exists():
        sets["development"] = development
    for name, score in sets.items():
        mine, theirs = score(ours), score(stock)
        print(f"{name}: ours {len(mine)} wrong, stock {len(theirs)} wrong")
        if "--errors" in sys.argv:
            print("\n".join(f"  {line}" for line in mine))
    worded = gold(
        lambda text, view: convert(text, view, detect(text), wording=True).text, wording=True
    )
    print(f"gold, wording: ours {len(worded)} wrong", *worded)


if __name__ == "__main__":
    main()
