"""Scores of the figures engine: gold and negatives of the seeds; what falls short is printed.

python benchmarks/figures_score.py
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[1] / "tests")]

from support.figures import lit_negatives, score_gold  # noqa: E402 — found through the path above


def main() -> None:
    """Print the figures, then what falls short."""
    score = score_gold()
    print("\n".join(score.short))
    for name in ("negative.jsonl", "residual.jsonl"):
        lit = lit_negatives(name)
        print(name, "lit:", len(lit), *lit, sep="\n  ")
    print(
        f"exact P {score.exact / score.given:.3f} R {score.exact / score.wanted:.3f} F1 {score.exact_f1:.3f}"
    )
    matched = max(1, score.overlap)
    print(f"values {score.values / matched:.3f} kinds {score.kinds / matched:.3f}")
    print(
        f"resolved {score.resolved}/{score.resolved_of} labels {score.label_rate():.3f} dates {score.label_rate('date'):.3f} AUC {score.auc:.3f}"
    )


if __name__ == "__main__":
    main()
