"""The forms of a brief lead back to the paragraph, and obey nothing that an article says."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from support.stories import made_article

from digest.briefing.brief_parts import Brief, Dispute, Happening, Item, KeyFigure, Line, Rising
from digest.briefing.brief_sheet import Entry, Kind, Sheet
from digest.briefing.brief_sources import sources
from digest.briefing.html import as_html
from digest.briefing.markdown import anchor, as_markdown, escaped
from digest.model import Script, Span, View
from digest.text.script import convert
from digest.ui.words import CATALOGUE

if TYPE_CHECKING:
    from digest.model import Article
    from digest.text.aligned import AlignedText

HOSTILE = (
    "<script>alert(1)</script> & “引文” [链接](javascript:x) `代码` **粗** <img src=x onerror=y>"
)
TEXT = f"云岭汽车营收312.6亿元。\n{HOSTILE}\n第三段说，净利润为14亿元。"


class Voice:
    """Traditional of Taiwan."""

    def shown(self, text: str, script: Script) -> AlignedText:
        """Converted."""
        return convert(text, View.HANT_TW, script)

    def language(self, script: Script) -> str:
        """Always the same."""
        del script
        return "zh-Hant-TW"

    def say(self, words: str, **values: object) -> str:
        """In Traditional."""
        return CATALOGUE.say(words, "zh-Hant", **values)


class Tags(HTMLParser):
    """What a browser would make of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag."""
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Keep the words."""
        self.text += data


def told(title: str = "标题") -> tuple[list[Entry], dict[str, Article]]:
    """A brief with something of everything."""
    article = made_article("a", title, TEXT, "2024-04-18")
    spans = [p.span for p in article.paragraphs]
    amount = TEXT.index("312.6亿元")
    figure = Span(amount, amount + 7)
    lines = (Line(article.id, spans[0], (figure,)), Line(article.id, spans[1]))
    label = TEXT.index("净利润")
    key = KeyFigure(article.id, Span(label + 4, label + 8), Span(label, label + 3))
    brief = Brief(
        stories=(Item(article.id, (article.id, "b"), lines, (key,)),),
        happenings=(Happening("2024-04-18", Line(article.id, spans[2]), (article.id, "b")),),
        disputes=(Dispute((lines[0], lines[1])),),
        rising=(Rising("云岭汽车", "云岭汽车", article.id, Span(0, 4), 3, 0),),
        since="2024-04-01",
        articles=5,
        told=2,
        left=3,
        characters=600,
    )
    articles = {article.id: article}
    return list(Sheet(brief, articles, {article.id: "某报"}, Voice()).entries()), articles


def test_the_sheet_says_everything_in_the_readers_script() -> None:
    """Words of articles keep their place; what was left out is said, and it ends."""
    entries, articles = told()
    kinds = [entry.kind for entry in entries]
    assert kinds[0] is Kind.TITLE
    assert kinds[-2:] == [Kind.NOTE, Kind.END]
    line = next(entry for entry in entries if entry.kind is Kind.LINE)
    assert line.text == "雲嶺汽車營收312.6億元。"
    assert [span.of(line.text) for span in line.lit] == ["312.6億元"]
    assert line.place is not None
    assert line.place.of(articles[line.article].text) == "云岭汽车营收312.6亿元。"
    assert "3 件" in entries[-2].text


def test_markdown_links_every_line_to_its_paragraph() -> None:
    """Through an anchor that is there."""
    entries, articles = told()
    made = as_markdown(entries, sources(entries, articles, {}, Voice()), Voice().say)
    links = re.findall(r"\]\(#([^)]+)\)", made)
    assert len(links) == sum(bool(e.article) and e.kind is not Kind.STORY for e in entries)
    assert all(f'<a id="{link}"></a>' in made for link in links)
    assert anchor(next(iter(articles)), 0) in links


def test_markdown_obeys_no_article() -> None:
    """No link, image or tag of an article is one in the document."""
    entries, articles = told(title="# 标题 [x](http://e.example)")
    made = as_markdown(entries, sources(entries, articles, {}, Voice()), Voice().say)
    assert "<script" not in made
    assert "<img" not in made
    assert not re.search(r"(?<!\\)\]\((?!#a)", made)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("1. 条", r"1\. 条"),
        ("- 条", r"\- 条"),
        ("a*b", r"a\*b"),
        ("行\n二", "行 二"),
        ("3.5亿", r"3\.5亿"),
    ],
)
def test_words_stay_words(words: str, shown: str) -> None:
    """Also at the beginning of a line."""
    assert escaped(words).replace("\\", "") == shown.replace("\\", "")
    assert not re.match(r"\s*([-+=]|\d+[.)]) ", escaped(words))


def test_a_page_stands_alone() -> None:
    """No script, no style or picture from outside, no handler; links lead into the page."""
    entries, articles = told()
    made = Tags(as_html(entries, sources(entries, articles, {}, Voice()), Voice().say, "zh-Hant"))
    names = {tag for tag, _ in made.tags}
    assert not names & {"script", "link", "img", "iframe", "object"}
    for _, values in made.tags:
        assert not any(name.startswith("on") or name == "src" for name in values)
        assert (values.get("href") or "#").startswith("#")
    assert "<script>alert(1)</script>" in made.text
    assert dict(made.tags)["html"] == {"lang": "zh-Hant"}


def test_a_page_says_where_every_line_is_from() -> None:
    """Article, paragraph and place; its link leads to an anchor that is there."""
    entries, articles = told()
    page = as_html(entries, sources(entries, articles, {}, Voice()), Voice().say, "zh-Hant")
    made = Tags(page)
    ids = {values["id"] for _, values in made.tags if "id" in values}
    places = [values for tag, values in made.tags if values.get("class") == "place"]
    assert places
    for values in places:
        assert (values["href"] or "")[1:] in ids
        span = Span(int(values["data-start"] or 0), int(values["data-end"] or 0))
        article = articles[values["data-article"] or ""]
        assert article.paragraph_at(span.start) == int(values["data-paragraph"] or -1)
    assert "@media print" in page
    assert "@import" not in page
    assert "url(" not in page


@pytest.mark.parametrize(
    ("origin", "is_link"),
    [
        ("https://news.example/a?b=1&c=2", True),
        ("javascript:alert(1)", False),
        ("https://x.example/\"onclick='y'", False),
        ("/home/reader/a.txt", False),
    ],
)
def test_only_addresses_of_the_web_are_links(origin: str, is_link: bool) -> None:
    """Anything else could be anything."""
    entries, articles = told()
    origins = dict.fromkeys(articles, origin)
    found = sources(entries, articles, origins, Voice())
    made = Tags(as_html(entries, found, Voice().say, "zh-Hant"))
    links = [values["href"] for tag, values in made.tags if tag == "a"]
    assert (origin in links) is is_link
    assert (f"<{origin}>" in as_markdown(entries, found, Voice().say)) is is_link
