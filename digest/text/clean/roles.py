"""What each line does in its article: heading, question, answer, caption or body."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.model import Role
from digest.text.clean import bylines
from digest.text.clean.credits import credit_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from digest.text.clean.lines import Line

_MARKED = re.compile(
    r"[【\[][^【】\[\]]{1,16}[】\]]$"
    r"|(?:第[一二三四五六七八九十\d]{1,3}[章节部分]{1,2}|[一二三四五六七八九十]{1,3}[、.]|[(][一二三四五六七八九十\d]{1,3}[)]"
    r"|(?:part|chapter)\.?\s?\d|\d{1,2}[、.]\s?(?!\d)|0\d(?:$|\s)|[IVX]{1,4}[.、])",
    re.IGNORECASE,
)
_CAPTION_BEGINS = re.compile(
    r"(?:[▲△↑↓▼◀▶←→]|图(?:为|说|表)|(?:上|下|左|右|资料|配|题)图|图(?:片|注)?\s?[\d一二三四五六七八九十]*\s?[:|/]|(?:图表?|表)\s?\d"
    r"|(?:资料图片?|视频|截图|示意图)\s?[:,|/])"
)
_PICTURES = re.compile(r"[摄图]|提供|资料照|档案照|来源")
"""A word that each of the captions holds that are known by how they end."""
_CAPTION_ENDS = re.compile(
    r".{0,60}(?:摄影?|供图|制图|绘图|提供|资料[图照]片?|档案照片?)[)\]】]?$"
    r"|.{0,60}图\s?[/:|]\s?\S{2,20}$"
    r"|.{0,60}[(\[](?:[^()\[\]]{0,20}(?:摄影?|供图|图|提供|翻摄|来源)[^()\[\]]{0,20})[)\]]$"
)
_OFFICE = re.compile(
    r"[^,。:;!?“”「」]{0,30}(?:董事长|总裁|总经理|经理|首席\w{1,4}官|CEO|CTO|COO|CFO|创始人|合伙人|院长|校长|所长|主任|教授|研究员|院士"
    r"|主席|会长|理事长|秘书长|部长|局长|厅长|处长|市长|省长|县长|区长|书记|发言人|总监|主编|总编辑|分析师|专家|学者|总统|总理|首相|外长|大使|议员|委员|法官|律师|医生|医师|工程师)"
    r"\s?(?:[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,6}(?:·[\u4e00-\u9fff]{1,8})+)",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"(?:问|q\d{0,2}|question|提问|记者|主持人?|采访者|媒体|本刊|本报|观众|读者|网友|学员|.*记者)",
    re.IGNORECASE,
)
_ANSWERS = re.compile(r"(?:答|a\d{0,2}|answer|回答|回复|嘉宾)", re.IGNORECASE)

HEADING_LIMIT = 32
"""Characters of the longest heading: longer lines without a full stop are verse or list."""
_BODY_RATIO = 1.5
"""How much longer than a heading the paragraph below it is at least."""
_QUESTION_SHARE = 0.5
"""Share of a speaker's turns that end in a question mark from which the speaker asks."""


def roles(lines: Sequence[Line]) -> list[Role]:
    """The role of each line."""
    said = bylines.speakers(lines)
    asking = _asking(said)
    found: list[Role] = []
    turn = Role.BODY
    for index, line in enumerate(lines):
        if said and line in said:
            turn = Role.QUESTION if said[line] in asking else Role.ANSWER
            found.append(turn)
        elif _is_heading(lines, index):
            turn = Role.BODY
            found.append(Role.HEADING)
        elif _is_credit(line):
            found.append(Role.CREDIT)
        else:
            found.append(turn)
    return found


def _asking(said: Mapping[Line, str]) -> set[str]:
    """The speakers who ask: by what they are called, or because they end in question marks."""
    asking = set()
    for name in set(said.values()):
        turns = [line for line, speaker in said.items() if speaker == name]
        asked = sum(1 for line in turns if line.plain.rstrip("\"'”’」』)").endswith("?"))
        if _ASKS.fullmatch(name) or asked > len(turns) * _QUESTION_SHARE:
            asking.add(name)
    if asking == set(said.values()) and len(asking) > 1:
        asking = {name for name in asking if not _ANSWERS.fullmatch(name)}
    return asking


def _is_credit(line: Line) -> bool:
    """Whether a line is a caption or a byline: short, and no sentence of the article."""
    if len(line.text) > 80 or (line.plain.endswith("。") and not _is_caption(line.plain)):
        return False
    return _says_who(line)


def _is_caption(plain: str) -> bool:
    """Whether a line says what a picture shows or who took it."""
    if _CAPTION_BEGINS.match(plain):
        return True
    return bool(_PICTURES.search(plain) and _CAPTION_ENDS.match(plain))


def _says_who(line: Line) -> bool:
    """Whether a line is a caption, a byline or a credit, or names a person with the office."""
    return bool(
        _is_caption(line.plain)
        or _OFFICE.fullmatch(line.plain)
        or bylines.byline(line)
        or credit_line(line)
    )


def _is_heading(lines: Sequence[Line], index: int) -> bool:
    """Whether a line heads what follows: short, no sentence, with a paragraph below it.

    Of several short lines in a row only those that are numbered or marked are headings; the others
    are a list.
    """
    line = lines[index]
    if line.marked:
        return True
    if not _is_short(line) or index + 1 >= len(lines):
        return False
    if _MARKED.match(line.plain):
        return not lines[index + 1].plain.startswith("。")
    if _says_who(line):
        return False
    below = lines[index + 1]
    if not _is_paragraph(below) or len(below.text) < len(line.text) * _BODY_RATIO:
        return False
    return index == 0 or not (_is_short(lines[index - 1]) or lines[index - 1].plain.endswith(":"))


def _is_short(line: Line) -> bool:
    plain = line.plain
    return (
        2 <= len(plain) <= HEADING_LIMIT
        and not plain.endswith(("。", ",", "、", ";", ":", "…", "—"))
        and not re.search(r"[。;]|^[\"“「『].*[\"”」』]$", plain)
        and bool(re.search(r"\w", plain))
    )


def _is_paragraph(line: Line) -> bool:
    """Whether a line is running text: it ends as one, or is longer than any heading."""
    return line.is_sentence or line.plain.endswith(":") or len(line.text) > HEADING_LIMIT * 2
