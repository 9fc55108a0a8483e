"""Plain pages: their article is read without trafilatura, and is what trafilatura finds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html  # type: ignore[import-untyped]  # lxml ships no types
from trafilatura import extract

from digest.sources.page import read
from digest.sources.plain_page import plain_article

BODY = "本次下调后，金融机构加权平均存款准备金率约为7.4%，释放中长期流动性超过5000亿元。"
LONG = [f"第{place}段。{BODY * 2}" for place in range(4)]
LINES = st.one_of(
    st.sampled_from((*LONG, BODY, "　　" + BODY, "市场反应", "Facebook", "微博", " \n ", "PDF。")),
    st.text("　 \n\u200b\u2424e\u0301甲乙ABx&;gt。:", max_size=30),
)
INSIDE = ("{}", "<b>{}</b>", "甲<em>{}</em>乙", "<a href='/'>{}</a>", "<span>{}</span>", "{}<br>丙")
ELEMENTS = st.builds(
    lambda tag, attribute, inside, line, tail: (
        f"<{tag}{attribute}>{inside.format(line)}</{tag}>{tail}"
    ),
    st.sampled_from(("p", "p", "p", "h2", "h3", "div", "ul")),
    st.sampled_from(("", "", "", " class='share-bar'", " style='display:none'")),
    st.sampled_from((*["{}"] * 5, *INSIDE)),
    LINES,
    st.sampled_from(("\n", "\n", "", "尾")),
)
BESIDE = st.sampled_from(
    ("", "<nav>首页 | 新闻</nav>", "<aside><p>" + BODY * 3 + "</p></aside>", "<div>广告</div>",
     "<footer>版权所有</footer>", "<section class='post'><p>" + BODY + "</p></section>", BODY * 9)
)  # fmt: skip


def _page(*parts: str, above: str = "", below: str = "") -> str:
    return f"<html><body>{above}<article>{''.join(parts)}</article>{below}</body></html>"


def _found(page: str) -> list[str]:
    """What trafilatura finds, as `page` reads its answer."""
    tree = html.document_fromstring(page)
    lines = (extract(tree, include_comments=False, include_tables=True) or "").splitlines()
    return [line.strip() for line in lines if line.strip()]


def _paragraphs(*lines: str) -> str:
    return "".join(f"<p>{line}</p>\n" for line in lines)


@given(st.lists(ELEMENTS, max_size=9), BESIDE, BESIDE)
def test_it_is_what_trafilatura_finds(parts: list[str], above: str, below: str) -> None:
    """Whatever stands in a page, it is left to trafilatura or comes out the same."""
    page = _page(_paragraphs(*LONG[:2]), *parts, _paragraphs(LONG[2]), above=above, below=below)
    article = plain_article(html.document_fromstring(page))
    assert article is None or article == _found(page)


def test_a_plain_page_is_read_at_once() -> None:
    """Headings, emphasis and what surely is no article do not make it less plain."""
    page = _page(
        "<h1>央行宣布降准</h1>", _paragraphs(*LONG, "　　甲<b>乙</b>丙" + BODY * 3),
        "<h2>末了</h2>",
        above="<nav>首页</nav>", below="<footer>版权所有</footer>",
    )  # fmt: skip
    article = plain_article(html.document_fromstring(page))
    assert article == ["央行宣布降准", *LONG, "甲乙丙" + BODY * 3] == _found(page)


@pytest.mark.parametrize(
    "page",
    [
        _page(_paragraphs(*LONG)).replace("article", "div"),
        _page(_paragraphs(*LONG), below="<article><p>另一篇</p></article>"),
        _page(_paragraphs(*LONG), below="<section><p>评论</p></section>"),
        _page(_paragraphs(*LONG), below="<aside>" + BODY * 8 + "</aside>"),
        _page(_paragraphs(*LONG), "<p class='byline'>张三</p>"),
        _page(_paragraphs(*LONG), "<p><a href='/'>更多</a></p>"),
        _page(_paragraphs(*LONG), "<table><tr><td>1</td></tr></table>"),
        _page(_paragraphs(*LONG), "<p>Twitter</p>"),
        _page(_paragraphs(*LONG), "<p>1 &amp;lt; 2，这一段说的是大小</p>"),
        _page(_paragraphs(*LONG), "<p>零宽\u200b字符</p>"),
        _page(_paragraphs(LONG[0], LONG[0])),
        _page("甲", _paragraphs(*LONG)),
        _page(_paragraphs("短")),
    ],
)
def test_what_a_rule_may_look_at_is_left_to_trafilatura(page: str) -> None:
    """Links, attributes, other sections, lines that may be buttons, and little text."""
    assert plain_article(html.document_fromstring(page)) is None


def test_what_stands_above_a_plain_article_is_read() -> None:
    """The date beside the article comes before it, as on any page."""
    page = _page(_paragraphs(*LONG), above="2023-09-14 18:00　来源：某报")
    assert read(page)[0].splitlines()[0] == "2023-09-14 18:00　来源：某报"
