"""Figures in Chinese text: numerals, units, dates, grammar, labels, salience."""
