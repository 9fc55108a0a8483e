"""Stage one of the finder: the entries that share most with a query."""

from __future__ import annotations

import random

import numpy as np
import pytest

from digest.find.postings import Postings, Ranks, best
from digest.find.strings import Strings

LETTERS = "中华人民共和国新能源车"


@pytest.mark.parametrize("count", [1, 5, 40, 1000])
@pytest.mark.parametrize("is_narrowed", [False, True])
def test_the_best_of_many_shelves_are_those_of_all_entries(
    count: int, *, is_narrowed: bool
) -> None:
    """Whatever is passed over in a later shelf would not have been among them."""
    chance = random.Random(count)  # noqa: S311  not for secrets
    shelves, scored = [], []
    query = [(ord(letter), 1.0 + at / 7) for at, letter in enumerate("中国车源")]
    texts = [["".join(chance.choices(LETTERS, k=6)) for _ in range(60)] for _ in range(5)]
    holders = [sum(chr(token) in text for part in texts for text in part) for token, _ in query]
    weights = [w * np.log1p(300 / (1 + n)) for (_, w), n in zip(query, holders, strict=True)]
    for at, part in enumerate(texts):
        prior = np.array([chance.random() / 10 for _ in part], np.float32)
        live = np.array([chance.random() < 0.7 for _ in part]) if is_narrowed else None
        strings = Strings.of(part)
        shelves.append((Postings.build(strings, strings, strings), Ranks(prior, live)))
        for row, text in enumerate(part):
            shared = [w for w, (token, _) in zip(weights, query, strict=True) if chr(token) in text]
            if shared and (live is None or live[row]):
                scored.append((sum(shared) / sum(weights) + float(prior[row]), at, row))
    wanted = {(at, row) for _, at, row in sorted(scored, reverse=True)[:count]}
    found = {(at, row) for at, rows in enumerate(best(shelves, query, count)) for row in rows}
    assert found == wanted
