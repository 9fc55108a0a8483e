"""Make the tables of digest/text/script/data that derive from OpenCC's own dictionaries.

Run from the repository's root: `python benchmarks/script_tables.py`. With `--check` nothing is
written, and the exit code says whether the files are as they would be made.

The dictionaries in the opencc wheel are compiled; its own `opencc_dict` prints them as text.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import opencc

import digest.text.script
from digest.text.script.configuration import Route
from digest.text.script.engine import run
from digest.text.script.tables import overlay

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(opencc.__file__).parent / "clib"
DATA = Path(digest.text.script.__file__).parent / "data"

WIDTH = 48
"""Characters a line of the detection table holds."""

HEAD = """\
# {title}
# Source: OpenCC {version} (https://github.com/BYVoid/OpenCC), {dictionaries}, licence Apache-2.0.
# Made by benchmarks/script_tables.py; do not edit.
"""


@cache
def entries(name: str) -> dict[str, list[str]]:
    """A compiled dictionary of the wheel: keys with their values, best first."""
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.txt"
        command = [str(PACKAGE / "bin" / "opencc_dict"), "-f", "ocd2", "-t", "text"]
        source = PACKAGE / "share" / "opencc" / f"{name}.ocd2"
        subprocess.run([*command, "-i", source, "-o", plain], check=True)
        lines = plain.read_text(encoding="utf-8").splitlines()
    return {key: values.split(" ") for key, values in (line.split("\t") for line in lines)}


def head(title: str, dictionaries: str) -> str:
    """The first lines of a file: what it is, where it comes from, under which licence."""
    return HEAD.format(title=title, version=opencc.__version__, dictionaries=dictionaries)


def candidates() -> str:
    """Simplified characters with more than one Traditional one, the usual one first."""
    rows = (
        f"{key}\t{''.join(values)}\n"
        for key, values in sorted(entries("STCharacters").items())
        if len(values) > 1
    )
    return head("Simplified characters that stand for several.", "STCharacters") + "".join(rows)


def candidates_hans() -> str:
    """Traditional characters with more than one Simplified one in common print, the usual first."""
    simplified = entries("TSCharacters")
    found = {key: values for key, values in simplified.items() if len(key.encode("utf-16-le")) == 2}
    for key, values in entries("TWVariantsRev").items():
        found[key] = [simplified.get(value, [value])[0] for value in (*values, key)]
    rows = []
    for key, values in sorted(found.items()):
        printed = dict.fromkeys(value for value in values if _is_printed(value))
        rows += [f"{key}\t{''.join(printed)}\n"] if len(printed) > 1 else []
    title = "Traditional characters that stand for several Simplified ones of GB 2312."
    return head(title, "TSCharacters, TWVariantsRev") + "".join(rows)


def _is_printed(character: str) -> bool:
    """Whether the mainland's common character set has the character."""
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def detection() -> str:
    """Characters that tell the scripts apart: surely (strong) or when nothing else does (weak)."""
    to_hant, to_hans = entries("STCharacters"), entries("TSCharacters")
    regional = {form for name in ("TWVariants", "HKVariants") for form in entries(name)}
    for name in ("TWVariants", "HKVariants"):
        regional.update(value for values in entries(name).values() for value in values)
    groups = {
        "hans": {k for k, v in to_hant.items() if k not in v} - set(to_hans) - regional,
        "hant": {k for k, v in to_hans.items() if k not in v} - set(to_hant) - regional,
        "hans-weak": {k for k, v in to_hant.items() if k in v[1:]} - set(to_hans) - regional,
        "hant-weak": {k for k, v in to_hans.items() if k not in v} & regional - set(to_hant),
    }
    rows: list[str] = []
    for name, characters in groups.items():
        # Beyond the basic plane regular expressions search a hundred times slower.
        ordered = "".join(sorted(c for c in characters if ord(c) <= 0xFFFF))
        rows += (f"{name}\t{ordered[i : i + WIDTH]}\n" for i in range(0, len(ordered), WIDTH))
    title = "Characters that tell the scripts apart, at once or where nothing else does (weak)."
    return head(title, "STCharacters, TSCharacters, TWVariants, HKVariants") + "".join(rows)


def wording(view: str, names: tuple[str, ...], kept: str | None) -> str:
    """Regional words of one view: the word in Traditional, then the word shown.

    Left out: those that data/wording-left-out.txt gives a reason for, and words shown as they are
    unless another one stands in them (大數據, 納米比亞), which they are to be kept from.
    """
    left_out = {
        cells[1]
        for cells in (line.split("\t") for line in _lines("wording-left-out.txt"))
        if cells[0] == view
    }
    # The reader of zh-Hans is shown Simplified words, so their values go through t2s here.
    shown = opencc.OpenCC(kept, include_tofu_risk_dictionaries=False).convert if kept else str
    found: dict[str, str] = {}
    for name in names:
        for key, values in entries(name).items():
            if key not in left_out:
                found.setdefault(key, values[0])
    longer = {key for key in found if any(part in found for part in _parts(key))}
    found = {k: shown(value) for k, value in found.items() if value != k or k in longer}
    rows = (f"{key}\t{found[key]}\n" for key in sorted(found))
    return head(f"Regional words for {view}.", ", ".join(names)) + "".join(rows)


def neighbours() -> str:
    """Pairs of characters in which one may decide what becomes of the other, by route.

    Beside the keys themselves there are their forms in each region, which a first stage turns into
    the keys that a second one knows.
    """
    simplified = {*entries("TSPhrases"), *overlay("hans")}
    for region in (Route.TO_TW, Route.TO_HK):
        simplified.update(run("\n".join(sorted(simplified)), region).split("\n"))
    back = {*entries("TWVariantsRevPhrases")}
    keys = {
        Route.HANS: simplified | back | set(overlay("hans-guard")),
        Route.TO_TW: back | set(entries("TWVariantsPhrases")) | set(overlay("tw")),
        Route.TO_HK: back | set(entries("HKVariantsPhrases")) | set(overlay("hk")),
        Route.NATIVE_TW: set(overlay("tw-native")),
        Route.NATIVE_HK: back
        | set(entries("HKVariantsPhrases"))
        | {*overlay("hk"), *overlay("hk-native")},
    }
    found = []
    for route, listed in keys.items():
        longer = sorted(key for key in listed if len(key) > 1)
        pairs = _pairs(route, longer) if longer else {}
        found += [
            f"{route.value}\t{character}\t{''.join(sorted(joined))}\n"
            for character, joined in sorted(pairs.items())
        ]
    title = "Characters that another one may decide about, with the pairs, by route."
    names = "TSPhrases, TWVariantsRevPhrases, TWVariantsPhrases, HKVariantsPhrases"
    return head(title, names) + "".join(sorted(found))


def _pairs(route: Route, keys: list[str]) -> dict[str, set[str]]:
    """For each character that becomes another one within a key than alone: its pairs there."""
    alone = sorted({character for key in keys for character in key})
    forms = dict(zip(alone, run("\n".join(alone), route).split("\n"), strict=True))
    found: dict[str, set[str]] = defaultdict(set)
    for key, shown in zip(keys, run("\n".join(keys), route).split("\n"), strict=True):
        for place, character in enumerate(key):
            if forms[character] != shown[place]:
                around = (key[max(0, place - 1) : place + 1], key[place : place + 2])
                found[character].update(pair for pair in around if len(pair) > 1)
    return found


def _parts(word: str) -> Iterator[str]:
    """What stands in a word, but for the word itself."""
    for start in range(len(word)):
        for end in range(start + 1, len(word) + 1):
            if end - start < len(word):
                yield word[start:end]


def _lines(name: str) -> list[str]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def tables() -> dict[str, str]:
    """Every derived file with its text."""
    return {
        "candidates.txt": candidates(),
        "candidates-hans.txt": candidates_hans(),
        "detection.txt": detection(),
        "neighbours.txt": neighbours(),
        "wording-hans.txt": wording("zh-Hans", ("TWPhrasesRev", "HKPhrasesRev"), "t2s"),
        "wording-hk.txt": wording("zh-Hant-HK", ("HKPhrases",), None),
        "wording-tw.txt": wording("zh-Hant-TW", ("TWPhrases",), None),
    }


def main() -> int:
    """Write the files, or compare them with `--check`; 1 if one of them differs."""
    stale = []
    for name, text in tables().items():
        path = DATA / name
        if "--check" not in sys.argv:
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(name)
    print("stale: " + ", ".join(stale) if stale else "tables are as OpenCC's dictionaries say")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
