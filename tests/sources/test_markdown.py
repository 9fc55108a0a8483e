"""Markdown: the words of the article, one block a line, and what the front matter declares."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.model import Metadata
from digest.sources import read_stream
from digest.sources.markdown import read


def test_marks_are_not_read() -> None:
    """Emphasis and links are their words, images nothing, lists and tables rows."""
    text, _ = read(
        "第一段**加粗**，还有[链接](http://x)和`代码`。\n\n![图](a.png)\n\n- 条目一\n- 条目二\n\n"
        "| a | b |\n|---|---|\n| 甲 | 乙 |\n\n> 引用的话。\n\n```\n一行\n```\n\n<b>x</b>\n"
    )
    assert text.splitlines() == [
        "第一段加粗，还有链接和代码。",
        "条目一",
        "条目二",
        "a　b",
        "甲　乙",
        "引用的话。",
        "一行",
        "x",
    ]


def test_broken_lines_of_a_paragraph_are_one() -> None:
    """No blank beside Chinese, one between Latin words."""
    assert read("甲乙\n丙 two\nthree\n丁")[0] == "甲乙丙 two three丁"


def test_headings_keep_a_mark_for_the_cleaner() -> None:
    """Every level has the same."""
    assert read("# 标题\n\n正文。\n\n### 小节\n\n正文。")[0].splitlines()[::2] == [
        "## 标题",
        "## 小节",
    ]


def test_a_first_heading_is_the_title() -> None:
    """Where the front matter names none."""
    assert read("# 标题\n\n正文。")[1].title == "标题"
    assert read("## 小节\n\n正文。")[1].title == ""
    assert read("---\ntitle: 甲\n---\n# 乙\n\n正文。")[1].title == "甲"


YAML = """---
title: "标题"
author: [张三, 李四]
date: 2023-08-16 10:23
tags:
  - 芯片
  - 算力
source: 某报
---
"""
TOML = """+++
title = "标题"
author = ["张三", "李四"]
date = 2023-08-16T10:23:00Z
tags = ["芯片", "算力"]
source = "某报"
+++
"""
CHINESE = """---
标题：标题
作者：张三 李四
日期：2023年8月16日
关键词：芯片，算力
来源：某报
---
"""


@pytest.mark.parametrize("front", [YAML, TOML, CHINESE])
def test_front_matter_is_what_the_file_declares(front: str) -> None:
    """YAML lines, TOML, and Chinese keys."""
    text, given_metadata = read(front + "正文。")
    assert text == "正文。"
    assert given_metadata == Metadata(
        title="标题",
        source="某报",
        author="张三 李四",
        published="2023-08-16",
        keywords=("芯片", "算力"),
    )


def test_broken_front_matter_declares_nothing() -> None:
    """What is no TOML is no error."""
    assert read("+++\n= ] x\n+++\n正文。") == ("正文。", Metadata())


def test_the_ending_says_that_it_is_markdown() -> None:
    """A text file with a hash stays as it is."""
    assert read_stream("**粗**".encode(), "a.md").text == "粗"
    assert read_stream("**粗**".encode(), "a.txt").text == "**粗**"


@given(st.text("#-*_[]()`|>!\n 甲a\\<&", max_size=60))
def test_any_markdown_is_read(text: str) -> None:
    """Nothing raises, nothing is blank in between."""
    assert all(line.strip() for line in read(text)[0].split("\n") if line) or not text


def test_two_lines_drawn_across_are_no_front_matter() -> None:
    """What stands between them is read, as it declares nothing."""
    text, given = read("---\n先说一句。\n\n---\n正文。")
    assert "先说一句。" in text
    assert text.endswith("正文。")
    assert given == Metadata()


def test_a_link_by_name_is_read_by_its_words() -> None:
    """Its address stands elsewhere in the file."""
    assert read("见[公告][1]与\\*注\\*、&amp;\n\n[1]: /a")[0] == "见公告与*注*、&"
