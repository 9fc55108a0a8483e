"""Pages: the article without what surrounds it, and what the page declares."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.model import Metadata, SourceError
from digest.sources import read_stream
from digest.sources.page import declared_encoding, read
from digest.text.clean import clean

FIRST = "中国人民银行决定于9月15日下调存款准备金率0.25个百分点（不含已执行5%准备金率的机构）。"
SECOND = "本次下调后，金融机构加权平均存款准备金率约为7.4%，释放中长期流动性超过5000亿元。"
THIRD = "分析人士认为，此举有助于保持流动性合理充裕，支持实体经济发展，稳定市场预期。" * 3
PAGE = f"""<!DOCTYPE html><html><head><meta charset="gbk">
<title>央行宣布降准_新浪财经_新浪网</title>
<meta property="article:published_time" content="2023-09-14T18:00:00+08:00">
<meta name="author" content="张三"><meta name="keywords" content="央行,降准">
<meta property="og:site_name" content="新浪财经"></head><body>
<nav><a href="/">首页</a> <a href="/f">财经</a></nav><div class="main"><h1>央行宣布降准</h1>
<div class="info"><span>2023年09月14日 18:05</span> <span>来源：<a>央行网站</a></span></div>
<div id="article"><p>　　{FIRST}</p><p>　　{SECOND}</p><h2>市场反应</h2><p>{THIRD}</p>
<script>alert("不读")</script></div><p>责任编辑：李四</p></div>
<footer>版权所有 新浪公司</footer></body></html>"""


def test_the_article_is_read_and_the_page_is_not() -> None:
    """Menus, scripts and footers stay outside; the heading keeps its mark."""
    text, _ = read(PAGE)
    assert [line for line in (FIRST, SECOND, THIRD) if line in text] == [FIRST, SECOND, THIRD]
    assert "## 市场反应" in text.splitlines()
    assert not any(word in text for word in ("首页", "不读", "版权所有"))


def test_what_the_page_declares_is_given() -> None:
    """Meta elements and the headline."""
    assert read(PAGE)[1] == Metadata(
        title="央行宣布降准",
        source="新浪财经",
        author="张三",
        published="2023-09-14",
        keywords=("央行", "降准"),
    )


def test_what_a_page_shows_above_its_article_is_read_by_the_cleaner() -> None:
    """Source and time stand there when nothing is declared."""
    bare = PAGE.replace("<meta property", "<meta class").replace("<meta name", "<meta class")
    text, given_metadata = read(bare)
    metadata = clean(text, given=given_metadata).metadata
    assert (metadata.source, metadata.published) == ("央行网站", "2023-09-14")
    assert metadata.editor == "李四"


def test_linked_data_is_a_declaration() -> None:
    """News sites describe their articles in JSON too."""
    data = (
        '{"@graph": [{"headline": "标题在此", "datePublished": "2023-08-16T10:00:00Z",'
        '"author": [{"name": "张三"}, {"name": "李四"}], "publisher": {"name": "某报"}}]}'
    )
    page = f"<html><head><script type='application/ld+json'>{data}</script></head><body>{FIRST}"
    assert read(page)[1] == Metadata(
        title="标题在此", source="某报", author="张三 李四", published="2023-08-16"
    )


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [("gb18030", "gbk"), ("gb18030", "gb2312"), ("utf-8", "gbk"), ("utf-8", "utf-8")],
)
def test_a_page_is_read_in_its_own_encoding(encoding: str, declared: str) -> None:
    """What it declares is used unless it is plainly false."""
    page = PAGE.replace('charset="gbk"', f'charset="{declared}"')
    document = read_stream(page.encode(encoding), "a.html")
    assert document.encoding == encoding
    assert FIRST in document.text


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        (b'<meta charset="big5">', "big5"),
        (b"<meta http-equiv=Content-Type content='text/html; charset=gb2312'>", "gb2312"),
        (b'<?xml version="1.0" encoding="GBK"?>', "GBK"),
        (b"<p>charset=x</p>", ""),
    ],
)
def test_a_page_names_its_encoding(head: bytes, encoding: str) -> None:
    """In a meta element or an XML declaration."""
    assert declared_encoding(head) == encoding


def test_a_small_page_is_read_block_by_block() -> None:
    """Inline elements part no words."""
    text, _ = read(
        "<html><body><p>短的一页。</p><p>第二段<b>粗</b>体\n换行。<br>三</p></body></html>"
    )
    assert text.splitlines() == ["短的一页。", "第二段粗体换行。", "三"]


def test_a_page_without_a_name_is_known_by_its_beginning() -> None:
    """Standard input says it itself."""
    assert read_stream(b"<!doctype html><p>" + "正文。".encode(), "-").text == "正文。"
    assert read_stream("<p>不是网页".encode(), "-").text == "<p>不是网页"


def test_entities_are_not_resolved_from_outside() -> None:
    """Neither files nor bombs come in."""
    bomb = (
        '<!DOCTYPE html [<!ENTITY a "啊啊啊啊"><!ENTITY b "&a;&a;&a;&a;">'
        '<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>文字&b;&x;结束</p></body></html>'
    )
    text = read_stream(bomb.encode(), "a.xhtml").text
    assert "root" not in text
    assert "啊" not in text


def test_character_references_cannot_bring_controls_back() -> None:
    """What a reference stands for passes the door like any character."""
    text, given_metadata = read(f"<title>&#27;]0;x&#7;题</title><p>&#155;31m&#55357;{FIRST}</p>")
    cleaned = clean(text, given=given_metadata)
    assert cleaned.text.text.isprintable()
    assert cleaned.metadata.title.isprintable()


@pytest.mark.parametrize("page", ["<html></html>", "<html><body><script>x</script></body></html>"])
def test_an_empty_page_is_blank(page: str) -> None:
    """There is nothing to read on it."""
    with pytest.raises(SourceError, match="is blank"):
        read_stream(page.encode(), "a.html")


@given(st.text("<>p/div h1&#;x27!-[]\"' \n甲", max_size=80))
def test_any_page_is_read(page: str) -> None:
    """No arrangement of tags raises."""
    assert isinstance(read(page)[0], str)
