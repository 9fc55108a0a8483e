"""Scores of the figures engine: gold, negatives, development sentences, third-party cases.

What falls short is printed; `--third` prints it for the cases of other projects too.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[1] / "tests")]

from support.figures import (  # noqa: E402 — found through the path above
    lit_negatives,
    score_gold,
    score_sentences,
)
from support.figures_third import (  # noqa: E402 — found through the path above
    THIRD_PARTY,
    score_third_party,
)

SETS = ("development", *(f"unseen_{number}" for number in range(1, 7)))
"""Sentences that carry their figures: the rules are held to all of them by now."""


def main() -> None:
    """Print the figures, then what falls short."""
    score, third = score_gold(), score_third_party() if THIRD_PARTY.exists() else None
    told = {name: score_sentences(f"{name}.jsonl") for name in SETS}
    short = [line for tally in told.values() for line in tally.short]
    print("falls short:", *score.short, *short, sep="\n  ")
    for name in ("negative.jsonl", "residual.jsonl"):
        lit = lit_negatives(name)
        print(f"{name}: {len(lit)} lit", *lit, sep="\n  ")
    precision, recall = score.exact / score.given, score.exact / score.wanted
    matched = max(1, score.overlap)
    print(f"gold: exact P {precision:.3f} R {recall:.3f} F1 {score.exact_f1:.3f}")
    print(f"  values {score.values / matched:.3f} kinds {score.kinds / matched:.3f}")
    print(f"  resolved {score.resolved}/{score.resolved_of} AUC {score.auc:.3f}")
    print(f"  labels {score.label_rate():.3f} of dates {score.label_rate('date'):.3f}")
    for name, tally in told.items():
        right, found = tally.right / tally.given, tally.found / tally.wanted
        print(f"{name}: P {right:.3f} R {found:.3f} of {tally.wanted}", end=" ")
        print(f"values {tally.values / tally.found:.3f} kinds {tally.kinds / tally.found:.3f}")
    if third is not None:
        print(f"third party: overlap {third.overlapped / third.spans:.3f} of {third.spans}")
        print(f"  values {third.right / third.valued:.3f} of {third.valued}")
        print(f"  numerals {third.numerals_right / third.numerals:.3f} of {third.numerals}")
        print(f"  lit {third.lit} of {third.negatives}")
        if "--third" in sys.argv:
            print(*third.short, sep="\n  ")


if __name__ == "__main__":
    main()
