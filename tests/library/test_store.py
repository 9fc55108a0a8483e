"""The protocol behind which another home can stand."""

from __future__ import annotations

import inspect

import pytest

import digest.library as package
from digest.library import Library, Store


@pytest.mark.parametrize("name", sorted(each for each in dir(Store) if not each.startswith("_")))
def test_the_library_keeps_the_protocol(name: str) -> None:
    """Every method is there, with the same parameters, and documented on both sides."""
    promised, kept = getattr(Store, name), getattr(Library, name)
    assert promised.__doc__
    assert kept.__doc__
    if callable(promised):
        wanted, given = inspect.signature(promised), inspect.signature(kept)
        assert list(wanted.parameters) == list(given.parameters)


def test_the_library_has_no_secret_doors() -> None:
    """What is public is promised, but for opening a file and naming it."""
    public = {each for each in dir(Library) if not each.startswith("_")}
    assert public - set(dir(Store)) == {"open", "path"}


def test_every_public_name_can_be_loaded() -> None:
    """Names are loaded when they are first used; no other name is."""
    assert all(getattr(package, name) for name in package.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = package.nothing
