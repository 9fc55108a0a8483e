"""What the tests and the scorer of the figures engine share: texts, gold, and how answers count."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from digest.figures import find_figures
from digest.figures.engine import normal
from digest.model import Figure, FigureKind, Paragraph, Role, Span

ROOT = Path(__file__).parents[2]
DATA = ROOT / "tests" / "data" / "figures"
SHARED = ROOT.parent / "shared" / "data"
PUBLISHED = {
    "000": "2023-10-24",
    "001": "2023-11",
    "002": "2023-08-16",
    "003": "2024-03-08",
    "004": "2025-01",
}
"""The seeds' own dates, as the gold resolves against them."""


def rows(name: str) -> list[dict[str, Any]]:
    """The rows of a file of JSON lines beside the tests."""
    return [json.loads(line) for line in (DATA / name).read_text(encoding="utf-8").splitlines()]


def paragraphs_of(text: str) -> tuple[Paragraph, ...]:
    """One paragraph a line that holds anything."""
    found: list[Paragraph] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            found.append(Paragraph(len(found), Role.BODY, Span(start, start + len(line))))
        start += len(line) + 1
    return tuple(found)


def figures_of(text: str, published: str = "") -> tuple[Figure, ...]:
    """The figures of a text whose lines are its paragraphs."""
    return find_figures(text, paragraphs_of(text), published)


@cache
def seed(name: str) -> str:
    """The clean text of a seed, as the gold counts it."""
    return (DATA / f"seed_{name}.txt").read_text(encoding="utf-8").strip("\n")


def plain(value: object) -> object:
    """A value as JSON has it, numbers as floats rounded to nine places."""
    if isinstance(value, bool):
        return value
    if isinstance(value, (Decimal, int, float)):
        return round(float(value), 9)
    if isinstance(value, (tuple, list)):
        return [plain(item) for item in value]
    return value


@dataclass
class Score:
    """Counts of one comparison, and lines that say what falls short."""

    wanted: int = 0
    given: int = 0
    exact: int = 0
    overlap: int = 0
    overlap_given: int = 0
    values: int = 0
    kinds: int = 0
    resolved: int = 0
    resolved_of: int = 0
    labels: dict[str, list[int]] = field(default_factory=dict)
    salience: list[tuple[float, bool]] = field(default_factory=list)
    short: list[str] = field(default_factory=list)

    @property
    def exact_f1(self) -> float:
        """Harmonic mean of precision and recall by exact span."""
        return 2 * self.exact / (self.wanted + self.given)

    def label_rate(self, kind: str | None = None) -> float:
        """The share of labels that share two characters with the gold's."""
        pairs = [pair for name, pair in self.labels.items() if kind in {None, name}]
        return sum(right for right, _ in pairs) / max(1, sum(of for _, of in pairs))

    @property
    def auc(self) -> float:
        """How often a key figure weighs more than another one."""
        key = [weight for weight, is_key in self.salience if is_key]
        rest = [weight for weight, is_key in self.salience if not is_key]
        wins = sum((a > b) + 0.5 * (a == b) for a in key for b in rest)
        return wins / max(1, len(key) * len(rest))


def score_gold() -> Score:
    """The engine against the gold of the five seeds."""
    score = Score()
    gold = rows("gold.jsonl")
    for name, published in PUBLISHED.items():
        text = seed(name)
        lines = paragraphs_of(text)
        figures = find_figures(text, lines, published)
        _score_seed(score, text, lines, figures, [row for row in gold if row["seed"] == name])
    return score


def _score_seed(
    score: Score,
    text: str,
    lines: tuple[Paragraph, ...],
    figures: tuple[Figure, ...],
    gold: list[dict[str, Any]],
) -> None:
    left = list(figures)
    for row in gold:
        base = lines[row["paragraph"]].span.start
        span = Span(base + row["start"], base + row["end"])
        assert span.of(text) == row["text"], (
            row["seed"],
            row["paragraph"],
            row["text"],
            span.of(text),
        )
        near = [figure for figure in left if figure.span.overlaps(span)]
        if not row["optional"]:
            score.wanted += 1
        if not near:
            if not row["optional"]:
                score.short.append(f"{row['seed']} {row['paragraph']} missed {row['text']}")
            continue
        best = max(
            near,
            key=lambda figure: min(figure.span.end, span.end) - max(figure.span.start, span.start),
        )
        left.remove(best)
        if row["optional"]:
            continue
        score.given += 1
        score.overlap += 1
        _score_match(score, text, row, best)
    for figure in left:
        if any(
            figure.span.overlaps(
                Span(
                    lines[r["paragraph"]].span.start + r["start"],
                    lines[r["paragraph"]].span.start + r["end"],
                )
            )
            for r in gold
            if r["optional"]
        ):
            continue
        score.given += 1
        score.short.append(
            f"{gold[0]['seed']} extra {figure.span.of(text)} ({figure.rule})"
            f" in …{text[max(0, figure.span.start - 8) : figure.span.end + 8]}…"
        )


def _score_match(score: Score, text: str, row: dict[str, Any], figure: Figure) -> None:
    name = f"{row['seed']} {row['paragraph']} {row['text']}"
    accepted = {row["text"], row["core"], *row["alts"]}
    if figure.span.of(text) in accepted or figure.core.of(text) in accepted:
        score.exact += 1
    else:
        score.short.append(f"{name}: span {figure.span.of(text)} / {figure.core.of(text)}")
    if plain(figure.value) == plain(row["value"]):
        score.values += 1
    else:
        score.short.append(f"{name}: value {figure.value} for {row['value']}")
    if figure.kind.value == row["kind"]:
        score.kinds += 1
    else:
        score.short.append(f"{name}: kind {figure.kind} for {row['kind']}")
    if row["kind"] == "date":
        score.resolved_of += 1
        if figure.resolved == row["resolved"]:
            score.resolved += 1
        else:
            score.short.append(f"{name}: resolved {figure.resolved} for {row['resolved']}")
    pair = score.labels.setdefault(row["kind"], [0, 0])
    pair[1] += 1
    label = figure.label.of(text) if figure.label else ""
    if shares(label, row["label"]):
        pair[0] += 1
    else:
        score.short.append(f"{name}: label {label!r} for {row['label']!r}")
    score.salience.append((figure.salience, row["salience"] == 3))


def shares(label: str, wanted: str) -> bool:
    """Whether two labels have two neighbouring characters in common."""
    pairs = {wanted[i : i + 2] for i in range(len(wanted) - 1)} or {wanted}
    return any(pair in label for pair in pairs)


def lit_negatives(name: str) -> list[str]:
    """The rows of a file of negatives that a figure touches."""
    lit = []
    for seed_name, published in PUBLISHED.items():
        text = seed(seed_name)
        lines = paragraphs_of(text)
        figures = find_figures(text, lines, published)
        for row in rows(name):
            if row["seed"] == seed_name:
                start = lines[row["paragraph"]].span.start + row["start"]
                span = Span(start, start + len(row["text"].rstrip(",:。、")))
                lit += [
                    f"{seed_name} {row['paragraph']} {row['context']}: {f.span.of(text)} ({f.rule})"
                    for f in figures
                    if f.span.overlaps(span)
                ]
    return lit


def same(first: Figure, second: Figure) -> bool:
    """Whether two figures of the two scripts of a text say the same at the same place."""
    return (first.span, first.core, first.kind, first.value, normal(first.unit or "")) == (
        second.span, second.core, second.kind, second.value, normal(second.unit or ""),
    )  # fmt: skip


KINDS = frozenset(FigureKind)


@dataclass
class Tally:
    """Precision, recall and values of a set of sentences, by overlap."""

    wanted: int = 0
    found: int = 0
    given: int = 0
    right: int = 0
    values: int = 0
    kinds: int = 0
    units: int = 0
    units_of: int = 0
    short: list[str] = field(default_factory=list)


def score_sentences(name: str = "development.jsonl") -> Tally:
    """The engine against sentences that carry their figures."""
    tally = Tally()
    for row in rows(name):
        text, left = row["text"], list(figures_of(row["text"], "2024-12-15"))
        for want in row["figures"]:
            span = Span(want["start"], want["end"])
            near = [figure for figure in left if figure.span.overlaps(span)]
            if want.get("optional"):
                left = [figure for figure in left if figure not in near]
                continue
            tally.wanted += 1
            if not near:
                tally.short.append(f"missed {want['core']} ({want['kind']}) in {text}")
                continue
            best = max(
                near, key=lambda f: min(f.span.end, span.end) - max(f.span.start, span.start)
            )
            left.remove(best)
            tally.found += 1
            tally.given += 1
            tally.right += 1
            _judge(tally, text, want, best)
        tally.given += len(left)
        tally.short += [f"extra {f.span.of(text)} ({f.rule}) in {text}" for f in left]
    return tally


def _judge(tally: Tally, text: str, want: dict[str, Any], got: Figure) -> None:
    if plain(got.value) == plain(want["value"]):
        tally.values += 1
    else:
        tally.short.append(
            f"value {got.value} for {want['value']} ({got.span.of(text)}, {got.rule})"
        )
    if got.kind.value == want["kind"]:
        tally.kinds += 1
    else:
        tally.short.append(f"kind {got.kind} for {want['kind']} ({want['core']}) in {text}")
    if "unit" in want:
        tally.units_of += 1
        if got.unit == want["unit"]:
            tally.units += 1
        else:
            tally.short.append(f"unit {got.unit} for {want['unit']} ({want['core']}) in {text}")
