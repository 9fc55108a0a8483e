"""Everything a reader can do, in one table: keys, palette, help, key line and docs come from it."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from digest.model import SettingsError
from digest.ui.keys import key_name
from digest.ui.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence


class Scope(StrEnum):
    """Where an action can be asked for."""

    ANY = "any"
    ARTICLES = "articles"
    """In the list and in the text."""
    LIST = "list"
    READER = "reader"
    VIEW = "view"
    """On the screens of topics, times, figures and the brief."""


class Action(NamedTuple):
    """One thing a reader can do."""

    id: str
    """Its name in the settings."""
    scope: Scope
    keys: tuple[str, ...]
    """Names of keys, the one to show first."""
    names: Words
    """What it does."""
    hint: Words | None
    """A word or two for the key line; None if it is not shown there."""

    def holds_in(self, scope: Scope) -> bool:
        """Whether it can be asked for in a place, which is no wider than list, text or view."""
        return scope in _scopes(self.scope)


def _read(lines: Iterable[str]) -> tuple[Action, ...]:
    """The actions of a table: id, scope, keys, three names, three hints or none."""
    actions = []
    for line in lines:
        if line.startswith("#"):
            continue
        id_, scope, keys, hans, hant, en, *hint = line.rstrip("\n").split("\t")
        words = Words(*hint) if hint else None
        names = Words(hans, hant, en)
        actions.append(Action(id_, Scope(scope), tuple(keys.split(" ")), names, words))
    return tuple(actions)


ACTIONS = _read(Path(__file__).with_name("actions.tsv").read_text("utf-8").splitlines())
"""The one table. Its order is the order of the help screen."""

BY_ID = {action.id: action for action in ACTIONS}


_WITHIN = {
    Scope.ANY: (Scope.LIST, Scope.READER, Scope.VIEW),
    Scope.ARTICLES: (Scope.LIST, Scope.READER),
}
"""The places that a wider one is made of."""


class Keymap:
    """Which action a key asks for, by scope."""

    def __init__(
        self,
        keys: Mapping[str, Sequence[str]] | None = None,
        complain: Callable[[str, str], SettingsError] | None = None,
    ) -> None:
        """Make the keymap of the defaults with some actions bound anew.

        Args:
            keys: action to keys; an action that is not named keeps its own, as far as no action
                that is named took them.
            complain: makes the error for an action and what is wrong with it.

        Raises:
            SettingsError: an action that does not exist, or one key for two actions.
        """
        self._complain = complain or _plain_complaint
        bound = {action: tuple(map(_settled, names)) for action, names in (keys or {}).items()}
        for unknown in sorted(bound.keys() - BY_ID.keys()):
            raise self._complain(unknown, "names no action; the help (?) lists them")
        self._actions: dict[tuple[Scope, str], str] = {}
        self._keys: dict[str, tuple[str, ...]] = {}
        for action in sorted(ACTIONS, key=lambda action: action.id not in bound):
            self._bind(action, bound)

    def keys(self, action_id: str) -> tuple[str, ...]:
        """The keys of an action, the one to show first; empty if others took them all."""
        return self._keys[action_id]

    def action(self, scope: Scope, key: str, character: str | None) -> str | None:
        """The action that a key asks for in a place, or None."""
        return self._actions.get((scope, key_name(key, character)))

    def _bind(self, action: Action, bound: Mapping[str, tuple[str, ...]]) -> None:
        wanted = bound.get(action.id)
        kept = []
        for key in action.keys if wanted is None else wanted:
            holders = {self._actions.get((scope, key)) for scope in _scopes(action.scope)}
            taken = sorted(holder for holder in holders if holder is not None)
            if taken and wanted is not None:
                raise self._complain(action.id, f"takes the key {key!r}, which {taken[0]!r} has")
            if not taken:
                kept.append(key)
                self._actions.update({(s, key): action.id for s in _scopes(action.scope)})
        self._keys[action.id] = tuple(kept)


def _settled(name: str) -> str:
    """A key as settings name it, by the name it is looked up with."""
    return key_name(name, name) if len(name) == 1 else key_name(name, None)


def _plain_complaint(action_id: str, problem: str) -> SettingsError:
    return SettingsError(f"keys: {action_id!r} {problem}")


def _scopes(scope: Scope) -> Iterable[Scope]:
    return _WITHIN.get(scope, (scope,))
