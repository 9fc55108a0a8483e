"""Raw articles: cleaned first, then converted, as the reader and the command line do."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from digest.model import View
from digest.text.clean import clean
from digest.text.script import convert, detect

ROOT = Path(__file__).parents[3]

VIEWS = {"hans": View.HANS, "hant-tw": View.HANT_TW, "hant-hk": View.HANT_HK}


def items() -> list[list[str]]:
    """The gold list."""
    path = ROOT / "tests" / "data" / "script" / "gold.tsv"
    lines = path.read_text(encoding="utf-8").splitlines()[1:]
    return [line.split("\t") for line in lines]


@cache
def shown(seed: str, target: str, *, wording: bool) -> str:
    """A raw article, cleaned and converted."""
    raw = next((ROOT / "seeds").glob(f"{seed}_*.txt")).read_text(encoding="utf-8")
    text = clean(raw).text.text
    return convert(text, VIEWS[target], detect(text), wording=wording).text


@pytest.mark.parametrize("row", items(), ids=lambda row: f"{row[0]}-{row[1]}-{row[2][:8]}")
def test_every_item_is_right_from_the_raw_article(row: list[str]) -> None:
    """Damage undone by cleaning is converted as if it had never been."""
    seed, target, must, must_not, context = row
    text = shown(seed, target, wording=context.startswith("[W]"))
    assert not must or any(part in text for part in must.split("|"))
    assert not any(part in text for part in must_not.split("|") if part)
