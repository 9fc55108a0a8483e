"""The topics: looked through, followed into the texts and from mention to mention."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.app import NARROW, USUAL, Opened, opened

from digest.library import Subject
from digest.text.fold import key
from digest.ui.screens.topics import ArticleTopics, Topics

if TYPE_CHECKING:
    from pathlib import Path

    from digest.ui.widgets.topic_rows import TopicRows

SMALLEST = (40, 12)
"""The least terminal that everything works in."""


def view(app: Opened) -> Topics:
    """The view that is open."""
    screen = app.app.screen
    assert isinstance(screen, Topics)
    return screen


def rows(app: Opened) -> TopicRows:
    """Its list."""
    return view(app).list


def names(app: Opened) -> list[str]:
    """The names of the topics that are listed."""
    return [item.name for item in rows(app).items if isinstance(item, Subject)]


async def narrow(app: Opened, typed: str) -> None:
    """Narrow the list to what is typed."""
    await app.press("slash")
    await app.pilot.press(*typed)
    await app.press("enter")


@pytest.mark.parametrize("size", [SMALLEST, NARROW, USUAL], ids=["40x12", "80x24", "120x40"])
async def test_a_topic_leads_to_its_passages_and_these_to_their_places(
    seeded: Path, size: tuple[int, int]
) -> None:
    """Enter goes down a level, into the text with the mention lit; Esc goes up where one was."""
    async with opened(seeded, size) as app:
        await app.press("2", "j")
        topic = rows(app).chosen
        assert isinstance(topic, Subject)
        await app.press("enter", "j", "j")
        passage = rows(app).chosen
        assert passage is not None
        assert not isinstance(passage, Subject)
        await app.press("enter")
        assert app.app.screen is app.main
        assert app.main.navigator.article_id == passage.article
        assert app.main.reader.current == passage.place
        await app.press("escape")
        assert rows(app).chosen == passage
        await app.press("escape")
        assert rows(app).chosen == topic
        await app.press("escape")
        assert app.app.screen is app.main


async def test_every_passage_mentions_the_topic(seeded: Path) -> None:
    """Article by article, as the list has them, with the mention lit."""
    async with opened(seeded) as app:
        await app.press("2")
        await narrow(app, "gpt4")
        await app.press("enter")
        passages = [item for item in rows(app).items if not isinstance(item, Subject)]
        assert len(passages) > 5
        for passage in passages:
            for span in passage.mentions:
                assert key(span.moved(-passage.sentence.start).of(passage.text)).endswith("gpt4")
        order = [listing.id for listing in app.main.desk.listings]
        assert [p.article for p in passages] == sorted(
            (p.article for p in passages), key=order.index
        )


@pytest.mark.parametrize("typed", ["讯飞", "訊飛", "xunfei", "kdxf"])
async def test_topics_are_narrowed_as_one_types(seeded: Path, typed: str) -> None:
    """In either script, in pinyin or by its initials; Esc takes it back."""
    async with opened(seeded) as app:
        await app.press("2")
        every = names(app)
        await narrow(app, typed)
        assert "科大訊飛" in names(app)
        assert 0 < len(names(app)) < len(every)
        await app.press("escape")
        assert names(app) == every


async def test_what_is_narrowed_stays_so_below(seeded: Path) -> None:
    """One comes back to the same short list."""
    async with opened(seeded) as app:
        await app.press("2")
        await narrow(app, "openai")
        listed = names(app)
        await app.press("enter", "escape")
        assert names(app) == listed


async def test_kinds_go_round(seeded: Path) -> None:
    """Tab shows one kind after the other; Esc shows all again."""
    async with opened(seeded) as app:
        await app.press("2", "tab")
        kinds = {item.kind for item in rows(app).items if isinstance(item, Subject)}
        assert len(kinds) == 1
        await app.press("escape")
        assert len({item.kind for item in rows(app).items if isinstance(item, Subject)}) > 1


async def test_names_are_in_the_script_of_the_view(seeded: Path) -> None:
    """As articles write them in that script; in the original as they are written most."""
    async with opened(seeded) as app:
        await app.press("2", "t")
        assert "科大讯飞" in app.text
        assert "机构" in app.text
        assert "科大訊飛" not in app.text
        await app.press("t")
        assert "科大訊飛" in app.text
        assert "機構" in app.text
        assert "科大讯飞" not in app.text


async def test_an_article_has_its_topics(seeded: Path) -> None:
    """`o` lists them; Enter goes to the first mention, Esc goes back to the text."""
    async with opened(seeded) as app:
        await app.press("enter")
        article = app.main.navigator.article_id
        await app.press("o")
        assert isinstance(view(app), ArticleTopics)
        chosen = rows(app).chosen
        assert isinstance(chosen, Subject)
        found = app.main.desk.library.subjects_of(article)
        (first,) = (spans[0] for subject, spans in found if subject.key == chosen.key)
        await app.press("enter")
        assert app.app.screen is app.main
        assert app.main.reader.current == first
        await app.press("o", "escape")
        assert app.app.screen is app.main
        assert app.main.is_reading


async def test_one_walks_from_mention_to_mention_over_articles(seeded: Path) -> None:
    """`>` goes through all of a topic's places in order, `<` back again."""
    async with opened(seeded) as app:
        await app.press("2")
        await narrow(app, "openai")
        topic = rows(app).chosen
        assert isinstance(topic, Subject)
        await app.press("enter", "enter")
        library = app.main.desk.library
        places = [(one, span) for one, spans in library.passages(topic.key) for span in spans]
        walked = [(app.main.navigator.article_id, app.main.reader.current)]
        for _ in places[1:]:
            await app.press("greater_than_sign")
            walked.append((app.main.navigator.article_id, app.main.reader.current))
        assert walked == places
        assert len({article for article, _ in walked}) > 1
        await app.press("greater_than_sign")
        assert "没有更多提及" in app.text or "沒有更多提及" in app.text
        await app.press("less_than_sign")
        assert (app.main.navigator.article_id, app.main.reader.current) == places[-2]


async def test_a_topic_found_by_the_finder_is_followed_too(seeded: Path) -> None:
    """`>` goes on from the place the finder led to."""
    async with opened(seeded) as app:
        await app.find("openai")
        await app.press("enter")
        assert app.main.walking.topic is not None
        before = (app.main.navigator.article_id, app.main.reader.current)
        await app.press("greater_than_sign")
        after = (app.main.navigator.article_id, app.main.reader.current)
        assert after != before
        assert after in [
            (one, span)
            for one, spans in app.main.desk.library.passages(app.main.walking.topic.key)
            for span in spans
        ]


async def test_before_a_topic_is_chosen_the_keys_say_how(seeded: Path) -> None:
    """Nothing moves."""
    async with opened(seeded) as app:
        await app.press("enter")
        before = app.main.reader.place
        await app.press("greater_than_sign")
        assert app.main.reader.place == before
        assert "2" in app.main.teller.status._left[0].text


async def test_what_the_reader_says_of_topics_is_heeded(
    seeded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the topics are next looked at; a line that is wrong is named, once."""
    monkeypatch.setenv("DIGEST_HOME", str(tmp_path / "home"))
    own = tmp_path / "home" / "topics.txt"
    own.parent.mkdir()
    own.write_text("-科大讯飞\n", "utf-8")
    async with opened(seeded) as app:
        await app.press("2")
        assert "科大訊飛" not in names(app)
        await app.press("escape")
        own.write_text("-科大讯飞\n-一\n", "utf-8")
        view_again = app.app.get_screen("topics")
        assert isinstance(view_again, Topics)
        await app.press("2")
        view_again.reload()
        await app.rest()
        assert "line 2" in app.text
        assert names(app)
        await app.press("j")
        assert "line 2" not in app.text


async def test_a_library_without_topics_says_so(tmp_path: Path) -> None:
    """And Enter does nothing."""
    async with opened(tmp_path / "empty.db") as app:
        await app.press("2")
        assert "没有话题" in app.text
        await app.press("enter", "escape")
        assert app.app.screen is app.main
