"""Kinds: the kinds of figure under names of this package.

Python 3.11 looks a member up on its enumeration through a descriptor written in Python, which costs
twenty times as much as a name of a module; what reads a text asks for kinds a thousand times.
"""

from __future__ import annotations

from digest.model import FigureKind

MONEY = FigureKind.MONEY
PERCENT = FigureKind.PERCENT
RATIO = FigureKind.RATIO
SCORE = FigureKind.SCORE
RANK = FigureKind.RANK
COUNT = FigureKind.COUNT
NUMBER = FigureKind.NUMBER
DATE = FigureKind.DATE
TIME = FigureKind.TIME
DURATION = FigureKind.DURATION
