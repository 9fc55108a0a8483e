"""Figures in Chinese text: numerals, units, dates, grammar, labels, salience."""

from digest.figures.engine import find_figures
from digest.figures.published import infer_published

__all__ = ["find_figures", "infer_published"]
