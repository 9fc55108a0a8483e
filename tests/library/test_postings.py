"""The lists of topics say at any time what the articles say."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from support.library import connection_of, database, entry

from digest.library import Library, Subject, postings
from digest.library.marks import marked
from digest.library.migrations import v8_mentions
from digest.model import Span, TopicKind

if TYPE_CHECKING:
    import pytest

KEYS = "abcd"

TEXTS = [f"第{number}篇的文字。" for number in range(4)]

MARKS = st.dictionaries(
    st.sampled_from(range(len(TEXTS))),
    st.lists(st.tuples(st.integers(0, 3), st.integers(4, 7), st.sampled_from(KEYS)), max_size=4),
)

STEP = st.one_of(
    st.tuples(st.just("mention"), MARKS),
    st.tuples(st.just("remove"), st.sampled_from(range(len(TEXTS)))),
    st.tuples(st.just("restore"), st.none()),
    st.tuples(st.just("replace"), st.sampled_from(range(len(TEXTS)))),
    st.tuples(st.just("keep"), st.sets(st.sampled_from(KEYS))),
)


def subjects() -> list[Subject]:
    """All topics of this test."""
    return [Subject(key, key, (), TopicKind.ORG, 1.0) for key in KEYS]


def taken(
    library: Library, ids: list[str], step: tuple[str, object], removed: list[object]
) -> None:
    """Take one step."""
    match step:
        case "mention", dict(found):
            library.set_mentions({ids[at]: marked(sorted(set(m))) for at, m in found.items()})
        case "remove", int(at):
            removed.append(library.remove([ids[at]]))
        case "restore", _:
            while removed:
                library.restore(removed.pop())  # type: ignore[arg-type]  # what was removed
        case "replace", int(at) if ids[at] in library.identities():
            raw = TEXTS[at].encode()
            library.replace(ids[at], entry(TEXTS[at][1:], version=2, raw=raw).analysis)
        case "keep", set(keys):
            library.drop_other_subjects(keys)
            library.put_subjects(subjects())


@given(st.lists(STEP, max_size=8))
@settings(max_examples=25)
def test_lists_follow_whatever_is_done(steps: list[tuple[str, object]]) -> None:
    """Every topic is told in the articles, at the places, that the articles tell of it."""
    with tempfile.TemporaryDirectory() as home, Library.open(database(Path(home))) as library:
        library.put_subjects(subjects())
        ids = [added.id for added in library.add([entry(text) for text in TEXTS])]
        removed: list[object] = []
        for step in steps:
            taken(library, ids, step, removed)
        assert library.check() == ()
        for key in KEYS:
            told = {
                identity: tuple(
                    mention.span for one, mention in library.mentions(identity) if one == key
                )
                for identity in library.identities()
            }
            assert dict(library.passages(key)) == {each: s for each, s in told.items() if s}


def test_an_article_is_asked_for_in_its_own_block(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever blocks end."""
    monkeypatch.setattr(postings, "BLOCK", 2)
    library.put_subjects(subjects())
    ids = [added.id for added in library.add([entry(text) for text in TEXTS])]
    library.set_mentions({each: marked([(0, 1, "a")]) for each in ids[1:]})
    connection = connection_of(library)
    held = postings.Holders(connection, 1)
    assert [row in held for row in range(6)] == [False, False, True, True, True, False]
    assert sorted(postings.rows_of_topic(connection, 1)) == [2, 3, 4]
    assert [identity for identity, _ in library.passages("a")] == ids[1:]
    assert library.passages("a", 1, 1) == [(ids[2], (Span(0, 1),))]


def test_lists_have_the_blocks_of_the_file() -> None:
    """The trigger by which they lose an article is written into the file with a number."""
    assert postings.BLOCK == v8_mentions.BLOCK
    (trigger,) = (each for each in v8_mentions.AFTERWARDS if "TRIGGER" in each)
    assert trigger.count(f"old.article / {postings.BLOCK}") == trigger.count("old.article /") == 2
