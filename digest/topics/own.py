"""Own: what a reader says of topics himself, as a value.

A line is one of three things: `alias<TAB>name`, for two forms of one topic, of which the second is
shown; `-name`, for what is to be no topic; or `name` alone, for what is to be a topic wherever it
stands. Blank lines and lines that begin with `#` are passed over. Forms may be written in either
script; they are compared folded.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, ClassVar

from digest.model import SettingsError, TopicKind
from digest.text.fold import key
from digest.topics.rank import Ranked

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LONGEST = 60
"""Code points of a name: longer ones are sentences."""

SHORTEST = 2
"""Code points of a form that can be looked for: one character stands everywhere."""

SCORE = 2.0
"""Weight of a topic that only the reader knows: that of a name which stands once."""


@dataclass(frozen=True, slots=True)
class Own:
    """The reader's aliases, topics and stop-topics."""

    aliases: Mapping[str, str] = field(default_factory=dict)
    """Key of a form, and of the name it belongs to."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Key of a name, and the name as the reader writes it."""
    stopped: frozenset[str] = frozenset()
    """Keys of what is no topic."""

    EMPTY: ClassVar[Own]

    @classmethod
    def parse(cls, text: str, name: str = "topics") -> Own:
        """What `text` says; `name` is the file's, for the message.

        Raises:
            SettingsError: a line is wrong, or contradicts an earlier one; names the line.
        """
        aliases: dict[str, str] = {}
        names: dict[str, str] = {}
        stopped: set[str] = set()
        for number, line in enumerate(text.splitlines(), start=1):
            written = line.lstrip("\ufeff")
            if not written.strip() or written.startswith("#"):
                continue
            place = f"{name}, line {number}"
            if written.startswith("-"):
                stopped.add(_form(written[1:], place))
                continue
            *before, main = (_named(cell, place) for cell in _cells(written, place))
            names[key(main)] = main
            for alias in map(key, before):
                if aliases.setdefault(alias, key(main)) != key(main):
                    raise SettingsError(f"{place}: {before[0]} is already another name's alias")
        _refuse_contradictions(aliases, names, stopped, name)
        return cls(aliases, names, frozenset(stopped))

    def applied(self, topics: Sequence[Ranked]) -> list[Ranked]:
        """The topics as the reader wants them, best first."""
        if self == Own.EMPTY:
            return list(topics)
        kept = [topic for topic in topics if self.stopped.isdisjoint(topic.forms)]
        by_form = {form: topic.key for topic in kept for form in topic.forms}
        found = {topic.key: topic for topic in kept}
        for name, written in self.names.items():
            forms = [name, *(alias for alias, main in self.aliases.items() if main == name)]
            meant = dict.fromkeys(by_form[form] for form in forms if form in by_form)
            parts = [found.pop(each) for each in meant if each in found]
            merged = _merged(name, written, forms, parts)
            found[name] = merged
            by_form.update(dict.fromkeys(merged.forms, name))
        return sorted(found.values(), key=lambda topic: (-topic.score, topic.key))


Own.EMPTY = Own()


def _cells(line: str, place: str) -> list[str]:
    cells = [cell.strip() for cell in line.split("\t")]
    if len(cells) > 2:
        raise SettingsError(f"{place}: expected an alias and a name with one tab between them")
    return cells


def _named(cell: str, place: str) -> str:
    """A name as written, if it can be one."""
    _form(cell, place)
    return cell


def _form(cell: str, place: str) -> str:
    """The key of a name, if it can be one."""
    written = cell.strip()
    if len(written) > LONGEST:
        raise SettingsError(f"{place}: longer than {LONGEST} characters")
    if not written.isprintable():
        raise SettingsError(f"{place}: holds a character that cannot be shown")
    form = key(written)
    if len(form) < SHORTEST:
        raise SettingsError(f"{place}: a name has at least {SHORTEST} characters")
    return form


def _refuse_contradictions(
    aliases: Mapping[str, str], names: Mapping[str, str], stopped: set[str], place: str
) -> None:
    for form in stopped:
        if form in names or form in aliases:
            raise SettingsError(f"{place}: {names.get(form, form)} is both a topic and stopped")
    for form in aliases:
        if form in names and aliases[form] != form:
            raise SettingsError(f"{place}: {names[form]} is both an alias and a name")


def _merged(name: str, written: str, forms: Sequence[str], parts: Sequence[Ranked]) -> Ranked:
    """One topic of those that the reader takes for one, under the reader's name."""
    if not parts:
        return Ranked(name, written, tuple(forms), (written,), TopicKind.CONCEPT, SCORE, False)
    main = next((part for part in parts if name in part.forms), parts[0])
    surfaces = dict.fromkeys([written, *(each for part in parts for each in part.surfaces)])
    return replace(
        main,
        key=name,
        name=written,
        forms=tuple(dict.fromkeys([*forms, *(form for part in parts for form in part.forms)])),
        surfaces=tuple(surfaces),
        score=max(part.score for part in parts),
        nested=all(part.nested for part in parts),
    )
