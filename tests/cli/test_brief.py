"""`digest brief` tells what the library amounts to, for people and for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.command_line import run

from digest.library import Library
from digest.text.script import detect

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("home")


def test_every_line_is_where_the_record_says(home: Path) -> None:
    """Verbatim, with offsets in its paragraph; no line twice."""
    ran = run("brief", "--json", "--minutes", "20")
    head, *records = ran.records
    assert ran.code == 0
    assert (head["kind"], head["articles"], head["stories"], head["left"]) == ("brief", 5, 5, 0)
    with Library.open(home / "library.db", read_only=True) as library:
        lines = [each for each in records if each["kind"] != "story"]
        for each in lines:
            article = library.article(each["article"])
            text = article.paragraphs[each["paragraph"]].span.of(article.text)
            assert text[each["start"] : each["end"]] == each["text"]
    said = [each["text"] for each in lines if each["kind"] in {"line", "side", "happening"}]
    assert len(said) == len(set(said)) > 10


def test_it_is_as_long_as_there_is_time() -> None:
    """And says what it left out."""
    head, *records = run("brief", "--json", "--minutes", "1").records
    said = sum(len(each["text"]) for each in records if each["kind"] == "line")
    assert said <= head["characters"] <= 500
    assert head["left"] > 0
    assert f"另有 {head['left']} 件" in run("brief", "--minutes", "1").out


@pytest.mark.parametrize(("tag", "script"), [("zh-Hans", "zh-Hans"), ("zh-Hant-TW", "zh-Hant")])
@pytest.mark.parametrize("form", [(), ("--markdown",), ("--html",)])
def test_it_is_in_the_readers_script(tag: str, script: str, form: tuple[str, ...]) -> None:
    """The labels of the program too."""
    out = run("brief", "--script", tag, *form).out
    assert detect(out) == script
    assert ("簡報" in out) is (script == "zh-Hant")


def test_a_page_says_its_language() -> None:
    """For the fonts and for those who have it read to them."""
    out = run("brief", "--html", "--script", "zh-Hant-HK").out
    assert out.startswith('<!DOCTYPE html>\n<html lang="zh-Hant-HK">')
    assert "<script" not in out


def test_since_last_tells_what_came_since() -> None:
    """Everything at first, then nothing new."""
    assert run("brief", "--since", "last", "--json").records[0]["articles"] == 5
    ran = run("brief", "--since", "last")
    assert ran.code == 1
    assert "没有新的内容" in ran.out


def test_a_topic_and_a_date_narrow_it() -> None:
    """A topic in either script; one that is not there is refused."""
    head = run("brief", "--topic", "刘庆峰", "--since", "2024", "--json").records[0]
    assert head["articles"] == 2
    refused = run("brief", "--topic", "没有这个话题")
    assert refused.code == 1
    assert "没有这个话题" in refused.err


@pytest.mark.parametrize("arguments", [("--since", "yesterday"), ("--json", "--html")])
def test_what_makes_no_sense_is_wrong_usage(arguments: tuple[str, ...]) -> None:
    """Said with what would do."""
    assert run("brief", *arguments).code == 2


def test_an_empty_library_is_said(tmp_path: Path) -> None:
    """With what to do about it."""
    Library.open(tmp_path / "new.db").close()
    ran = run("--library", f"{tmp_path / 'new.db'}", "brief")
    assert ran.code == 1
    assert "digest add" in ran.err


@pytest.mark.parametrize("minutes", ["x", "0", "601", "1.5"])
def test_minutes_that_are_none_are_said_to_be(minutes: str) -> None:
    """With what is taken instead."""
    ran = run("brief", "--minutes", minutes)
    assert ran.code == 2
    assert f"'{minutes}' is not a whole number from 1 to 600" in ran.err
