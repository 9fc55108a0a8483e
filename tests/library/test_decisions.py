"""What a reader decides about pairs of articles is kept, and can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digest.library import Library


def test_a_pair_is_one_whichever_comes_first(library: Library) -> None:
    """The smaller id stands first in what is kept."""
    library.decide({("b", "a"): False, ("c", "d"): True})
    library.decide({("a", "b"): True})
    assert library.decisions() == {("a", "b"): True, ("c", "d"): True}


def test_what_was_before_takes_it_back(library: Library) -> None:
    """Deciding what was there before leaves everything as it was."""
    library.decide({("a", "b"): True})
    before = library.decide({("a", "b"): False, ("b", "c"): False})
    library.decide(before)
    assert library.decisions() == {("a", "b"): True}
