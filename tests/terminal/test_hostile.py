"""Nothing from outside reaches the terminal as something that it would obey or hide."""

from __future__ import annotations

import base64
import json
import re
import subprocess
from pathlib import Path

import pytest
from support.pseudo_terminal import PROGRAM, PseudoTerminal, environment

pytestmark = pytest.mark.terminal

CASES = Path(__file__).parents[1] / "data" / "hostile.jsonl"
TEXTS = [json.loads(line)["text"] for line in CASES.read_text("utf-8").splitlines()]
TEXTS.append("[/] [@click=app.quit]x[/] [$accent]y")
ALL = "|".join(text for text in TEXTS if len(text.splitlines()) == 1)

UNSAFE = re.compile(
    "[\x00-\x06\x08\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\ufeff\U000e0000-\U000e007f]"
)
"""What a terminal obeys or hides, but for the controls by which the app draws."""

_STRINGS = re.compile("\x1b[\\]PX^_][^\x07\x1b]*")
_CSI = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]")
_OURS = re.compile(r"\x1b\[(?:\d+(;\d+)*m|m|\d+;\d+H|\?[\d;]+[hl]|\?[\d;]+\$p|6n|\d*[ABCDKJ])")


def _write_articles(folder: Path) -> None:
    """Every text as body, first line, file name, and title of a page or of a front matter."""
    folder.mkdir()
    for number, text in enumerate(TEXTS):
        body = f"今天{text}营收增长百分之五十，{text}达到84780.8万元。\n\n第二段{text}。"
        page = f"<html><head><title>标题{text}终</title></head><body><article><h1>标题{text}终</h1>"
        page += f"<p>{body}</p><p>{body}第{number}页</p></article></body></html>"
        matter = f"---\ntitle: 题目{text}终\nauthor: 人{text}\n---\n\n{body}第{number}份"
        name = text.replace("/", "_").replace("\0", "")
        page_or_share = (".html", page) if number % 2 else (".md", matter)
        files = {
            f"{number:02}{page_or_share[0]}": page_or_share[1],
            f"{number:02}{name}.txt": f"首行{text}终\n\n{body}第{number}篇",
        }
        for named, written in files.items():
            (folder / named).write_bytes(written.encode("utf-8", "surrogatepass"))


def _obeyed(raw: bytes) -> list[str]:
    """What the terminal was sent that no drawing needs; of the clipboard, what was put there."""
    sent = raw.decode("utf-8")
    strings = _STRINGS.findall(sent)
    copied = [base64.b64decode(each[7:]).decode() for each in strings if "]52;c;" in each]
    assert copied, "nothing was copied"
    foreign = [each for each in strings if not each.startswith(("\x1b]52;c;", "\x1b]22;"))]
    foreign += [each for each in _CSI.findall(sent) if not _OURS.fullmatch(each)]
    foreign += [each for each in copied if UNSAFE.search(each) or "\x1b" in each or "\t" in each]
    return foreign + UNSAFE.findall(sent)


def test_hostile_texts_are_inert_everywhere(tmp_path: Path) -> None:
    """In list, text, finder, search, help, status line and clipboard they are mere characters."""
    folder, home = tmp_path / "articles", tmp_path / "home"
    _write_articles(folder)
    library = ["--library", str(tmp_path / "other.db")]
    added = subprocess.run(  # noqa: S603 - our own program
        [*PROGRAM, *library, "add", str(folder)],
        env=environment(home),
        capture_output=True,
        check=False,
    )
    count = added.stdout.count(b"\n")
    assert count >= len(TEXTS) * 2 - 4, added.stderr
    with PseudoTerminal(library, env=environment(home), size=(120, 40)) as terminal:
        terminal.until(f"{count} 篇").until("首行")
        terminal.press("G").until("[@click=app.quit]x[/]")
        terminal.press("g", "Enter").until(f"{count - 1} 未读")
        for read in range(2, count + 1):
            terminal.press("Y", "J").until(f" {count - read} 未读")
        terminal.press("y").until("已复制")
        terminal.press("F2").until("话题")
        _paste_all(terminal)
        terminal.press("Esc").until(" 0 未读")
        terminal.press("/").until("\n /")
        terminal.paste(f"<all>{ALL}").until("<all>")
        terminal.press("Esc").until_gone("<all>")
        terminal.press("?").until("Ctrl+K")
        terminal.paste(f"<all>{ALL}").until("<all>")
        terminal.press("Esc").until_gone("<all>")
        terminal.press("q", "X").until(f"{count - 1} 篇")
        terminal.press("Q")
        assert terminal.exit_code() == 0
        assert _obeyed(terminal.raw) == []


def _paste_all(terminal: PseudoTerminal) -> None:
    """Paste every text into the line that is typed."""
    for number, text in enumerate(TEXTS):
        mark = f"<{number}>"
        terminal.paste(f"{mark}{text}").until(mark)
        terminal.type("\x15").until_gone(mark)
