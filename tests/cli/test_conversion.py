"""Texts are put into another script, cleaned or as they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.command_line import run

SEEDS = tuple(sorted((Path(__file__).parents[2] / "seeds").glob("*.txt")))


@pytest.mark.parametrize("tag", ["zh-Hans", "zh-Hant", "zh-Hant-TW", "zh-Hant-HK"])
@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.name[:3])
def test_convert_gives_what_show_gives(seed: Path, tag: str) -> None:
    """A paragraph a line, from a file and from standard input."""
    (shown,) = run("show", str(seed), "--script", tag, "--json").records
    ran = run("convert", str(seed), "--to", tag)
    assert ran.code == 0
    assert ran.out.splitlines() == [paragraph["text"] for paragraph in shown["paragraphs"]]
    assert run("convert", "--to", tag, stdin=seed.read_bytes()).out == ran.out


def test_raw_text_keeps_everything_else() -> None:
    """Line ends, blanks, controls and what cleaning would take out stay."""
    raw = "　訊飛\r\n\r\n\x0c發布\t大模型（責任編輯：甲）\r"
    ran = run("convert", "-", "--to", "zh-Hans", "--raw", stdin=raw.encode())
    assert ran.out == "　讯飞\r\n\r\n\x0c发布\t大模型（责任编辑：甲）\r"


def test_raw_pages_keep_their_markup(tmp_path: Path) -> None:
    """Of a page everything is converted, not its article alone."""
    page = tmp_path / "a.html"
    page.write_text("<html><title>訊飛</title><p>劉慶峰發布新的大模型。</p></html>", "utf-8")
    assert run("convert", str(page), "--to", "zh-Hans", "--raw").out == (
        "<html><title>讯飞</title><p>刘庆峰发布新的大模型。</p></html>"
    )


def test_another_encoding_comes_out_as_utf8() -> None:
    """What is read is told apart; what is written is UTF-8."""
    big5 = "訊飛發布了新一代的語音大模型，並且宣布開放給所有人使用。".encode("big5hkscs")
    ran = run("convert", "--to", "zh-Hans", stdin=big5)
    assert ran.out == "讯飞发布了新一代的语音大模型，并且宣布开放给所有人使用。\n"


def test_the_script_must_be_named() -> None:
    """Without `--to` there is nothing to be done."""
    ran = run("convert", "-", stdin="訊".encode())
    assert ran.code == 2
    assert "--to" in ran.err


def test_the_original_is_no_script_to_convert_to() -> None:
    """`original` is a view of the reader, not a script."""
    assert run("convert", "-", "--to", "original").code == 2


@pytest.mark.parametrize("raw", [(), ("--raw",)])
def test_what_cannot_be_read_is_one_line(raw: tuple[str, ...]) -> None:
    """A missing file is refused in a sentence."""
    ran = run("convert", "no-such.txt", "--to", "zh-Hans", *raw)
    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)


@pytest.mark.parametrize("tag", ["zh-Hans", "zh-Hant-TW"])
def test_marks_are_set_as_the_app_sets_them(tag: str) -> None:
    """Only when asked for: full width, the script's quotes, and nothing in numbers."""
    text = "他說:“增長3.5%,達1,164億(含稅)。”".encode()
    plain = run("convert", "--to", tag, stdin=text).out
    assert "“" in plain
    assert ":" in plain
    marked = run("convert", "--to", tag, "--marks", stdin=text).out
    assert "：" in marked
    assert "1,164" in marked
    assert "（" in marked
    assert ("「" in marked) == (tag == "zh-Hant-TW")


def test_regional_words_are_asked_for() -> None:
    """Without the option the words stay and their characters change."""
    software = "这款软件连上互联网。".encode()
    assert run("convert", "--to", "zh-Hant-TW", stdin=software).out == "這款軟件連上互聯網。\n"
    ran = run("convert", "--to", "zh-Hant-TW", "--wording", stdin=software)
    assert ran.out == "這款軟體連上網際網路。\n"
