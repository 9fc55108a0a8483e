"""Bigrams: how a folded text is cut for SQLite's full-text index.

Every pair of neighbouring characters is a token, Latin letters and digits included: a run of them
kept whole would hide the `gpt4` in `gpt4o`. What is searched for is cut the same way and must stand
as a phrase, so that an answer is exactly what a scan of the folded texts would find. The last
character of each run stands once more by itself, so that a single character is found as the
beginning of a token.
"""

from __future__ import annotations

from operator import add

TOKENIZER = "unicode61 remove_diacritics 0 categories 'L* M* N* P* S* C*'"
"""Tokens are whatever spaces part: the fold has already decided which characters count."""


def bigrams(folded: str) -> str:
    """The tokens of a folded text, with spaces between; white space is crossed by none."""
    return " ".join(
        " ".join(map(add, run, run[1:])) + f" {run[-1]}" if len(run) > 1 else run
        for run in _runs(folded)
    )


def phrase(folded: str) -> str:
    """The FTS5 expression that finds a folded string, or empty if nothing is left of it."""
    tokens = " ".join(
        " ".join(map(add, run, run[1:])) if len(run) > 1 else run for run in _runs(folded)
    )
    if not tokens:
        return ""
    quoted = tokens.replace('"', '""')
    return f'"{quoted}"*' if len(folded) == 1 else f'"{quoted}"'


def _runs(folded: str) -> list[str]:
    """What stands between white space; SQLite would stop at a NUL."""
    return folded.replace("\0", " ").split()
