"""Common characters of both scripts, by which text is told from what only looks like it."""

from __future__ import annotations

from functools import cache


@cache
def common_characters() -> frozenset[str]:
    """The characters of GB 2312 level 1 and of Big5 level 1, taken from the codecs."""
    gb = (bytes((row, cell)) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF))
    big5 = (
        bytes((row, cell))
        for row in range(0xA4, 0xC7)
        for cell in (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    )
    simplified = "".join(code.decode("gb2312", "ignore") for code in gb)
    traditional = "".join(code.decode("big5", "ignore") for code in big5)
    return frozenset(simplified + traditional)
