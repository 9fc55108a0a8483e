"""Acts: which kinds of act some words tell of, and who acts."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

_ACTOR = re.compile(r"[晚早上中下午夜凌晨]*[,，]?([一-鿿]{2})[一-鿿]{0,10}")


def actor(after: str) -> str:
    """The first two characters of whoever acts right behind a date; empty if that is not said."""
    acts = [at for word, kind in _acts() if kind != "none" and (at := after.find(word)) > 0]
    found = _ACTOR.fullmatch(after[: min(acts)].strip()) if acts else None
    return found[1] if found else ""


@cache
def _acts() -> tuple[tuple[str, str], ...]:
    """Words that tell of acts, with the kind of act."""
    source = resources.files("digest.briefing") / "acts.tsv"
    rows = (line.split("\t") for line in source.read_text(encoding="utf-8").splitlines())
    return tuple((word, kind) for kind, *rest in rows if kind[0] != "#" for word in rest)


def acts_in(said: str) -> frozenset[str]:
    """The kinds of act that some words tell of."""
    for word, kind in _acts():
        if kind == "none":
            said = said.replace(word, "")
    return frozenset(kind for word, kind in _acts() if kind != "none" and word in said)
