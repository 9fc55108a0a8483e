"""Engine: the one place that speaks to OpenCC.

OpenCC is imported, and its dictionaries are loaded, at the first conversion. It holds the
interpreter's lock while it converts, so it is given a paragraph or so at a time; no dictionary has
an entry with a line feed or a full stop in it, so pieces that end there convert as the whole would.
"""

from __future__ import annotations

import re
import tempfile
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from digest.text.script.configuration import UNSAFE, Route, Words, configuration

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PIECE = 4096
"""Code points given to OpenCC at once: at 8 MB a second, under 2 ms for which nothing else runs."""

ENDS = ("\n", "。")
"""Where a piece may end, in the order of preference."""

KEPT = 32
"""Converters kept: every route with and without wording, and some dictionaries of a reader who is
writing one. A further one costs 8 ms and half a megabyte, as the files stay loaded."""

_UNSAFE = re.compile(f"[{UNSAFE}]+")

NO_WORDS = Words()


def run(text: str, route: Route, words: Words = NO_WORDS) -> str:
    """`text` converted, one code point for one; what OpenCC cannot be given is left as it is.

    Raises:
        RuntimeError: OpenCC returned another number of code points, which would part text and
            alignment.
    """
    return _run(text, _converter(route, words), route.value)


def stock(text: str, name: str) -> str:
    """`text` as OpenCC alone converts it by one of its configurations that keep the length.

    Raises:
        RuntimeError: OpenCC returned another number of code points.
    """
    return _run(text, _stock(name), name)


def _run(text: str, convert: Callable[[str], str], name: str) -> str:
    converted = "".join(_safely(piece, convert) for piece in _pieces(text))
    if len(converted) != len(text):
        raise RuntimeError(f"{name}: {len(text)} code points became {len(converted)}")
    return converted


def _safely(piece: str, convert: Callable[[str], str]) -> str:
    if _UNSAFE.search(piece) is None:
        return convert(piece)
    parts = re.split(f"({_UNSAFE.pattern})", piece)
    return "".join(part if index % 2 else convert(part) for index, part in enumerate(parts))


@lru_cache(maxsize=KEPT)
def _stock(name: str) -> Callable[[str], str]:
    import opencc  # noqa: PLC0415  15 ms, and not needed to read a text as it was written

    convert: Callable[[str], str] = opencc.OpenCC(
        name, include_tofu_risk_dictionaries=False
    ).convert
    return convert


@lru_cache(maxsize=KEPT)
def _converter(route: Route, words: Words) -> Callable[[str], str]:
    import opencc  # noqa: PLC0415  15 ms, and not needed to read a text as it was written

    share = Path(opencc.__file__).parent / "clib" / "share" / "opencc"
    spelt = configuration(route, share, words)
    # OpenCC takes a configuration by its path alone; a folder of its own keeps processes apart.
    with tempfile.TemporaryDirectory(prefix="digest-") as folder:
        path = Path(folder) / "configuration.json"
        path.write_text(spelt, encoding="utf-8")
        engine = opencc.OpenCC(str(path), include_tofu_risk_dictionaries=False)
    convert: Callable[[str], str] = engine.convert
    return convert


def _pieces(text: str) -> Iterator[str]:
    """The text in pieces of about `PIECE` code points that convert independently."""
    start = 0
    while len(text) - start > PIECE:
        ends = (text.rfind(mark, start, start + PIECE) for mark in ENDS)
        end = next((found for found in ends if found >= 0), -1)
        if end < 0:
            later = (text.find(mark, start + PIECE) for mark in ENDS)
            end = min((found for found in later if found >= 0), default=len(text) - 1)
        yield text[start : end + 1]
        start = end + 1
    if start < len(text):
        yield text[start:]
