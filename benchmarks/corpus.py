"""A folder of news articles to measure with: written by rules, the same for the same seed.

Articles have 2,000 characters on average, from a few hundred to twenty thousand; a third is in
Traditional Chinese; some are Markdown or pages, some in GB18030 or Big5; all are full of names,
figures and dates. Names are put together at random and mean nobody. An article depends on the seed
and its number alone, so that a smaller folder is the beginning of a larger one.

    python benchmarks/corpus.py FOLDER [ARTICLES] [--seed N] [--near SHARE]
"""

from __future__ import annotations

import argparse
import random
import re
import time
from functools import cache, partial
from math import log
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ARTICLES = 100_000
PER_FOLDER = 1000
"""Files in one folder, so that no file system is slow."""

NAMES = 4000
"""How many names of each kind there are; a few are everywhere and most are rare, as in news."""

TYPICAL, SPREAD, LEAST, MOST = 1580, 0.7, 150, 20_000
"""Characters of the middle article, the spread of their logarithm and the bounds: 2,000 on average,
and shaped as the lengths of articles are."""

TRADITIONAL = 1 / 3
"""Share of articles in Traditional Chinese."""

_GRAMMAR = Path(__file__).with_name("corpus_grammar.tsv")
_SLOT = re.compile(r"{(\w+)}")
_SURNAMES = "王李张刘陈黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于"
_GIVEN = "伟敏丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华慧巧美静淑惠珠翠雅芝玉萍红娥玲芬燕彩春菊兰凤洁"
_FIRM = "华金天海安恒达信瑞宏远盛联创新科正泰龙腾飞云星光晨东方南北辰汇智通源凯利博雅嘉康乐美佳宝"
_KINDS = ("科技", "集团", "银行", "研究院", "大学", "汽车", "能源", "医药", "电子", "传媒")
_PLACES = "青山河江湖海岭州城阳原川泉溪石林沙丰宁平安和明新长永兴"
_PLACE_KINDS = ("市", "县", "区", "省", "镇")
_LATIN = "ABCDEFGHKLMNPRSTVXZ"


class Written(NamedTuple):
    """A file of the folder."""

    name: str
    data: bytes


class Writer:
    """Writes the articles of one seed."""

    def __init__(self, seed: int) -> None:
        """Make up the names.

        Args:
            seed: the same seed writes the same articles.
        """
        self._seed = seed
        self._rules = _rules()
        chance = random.Random(f"{seed}/names")  # noqa: S311 - to be repeated, not to be secret
        self._names = {
            "person": [_person(chance) for _ in range(NAMES)],
            "org": [_firm(chance) for _ in range(NAMES)],
            "product": [_product(chance) for _ in range(NAMES)],
            "place": [_place(chance) for _ in range(NAMES // 4)],
        }
        self._sizes: dict[str, Callable[[random.Random], str]] = {
            "date": _date,
            "day": lambda chance: f"{chance.randint(1, 12)}月{chance.randint(1, 28)}日",
            "year": lambda chance: f"{chance.randint(2008, 2026)}",
            "count": lambda chance: _amount(chance, ("", "万", "多万", "余")),
            "money": lambda chance: _amount(chance, ("万", "亿", "百万", "多亿")) + "元",
            "percent": lambda chance: f"{chance.randint(1, 990) / 10:g}%",
            "change": _change,
            "number": lambda chance: f"{chance.randint(2, 60)}",
        }

    def article(self, number: int) -> Written:
        """One article as a file."""
        chance = random.Random(f"{self._seed}/{number}")  # noqa: S311 - as above
        title, paragraphs = self._text(chance)
        source, author = self.paper(chance), self._fill("{person}", chance)
        year, month, day = (chance.randint(*ends) for ends in ((2015, 2026), (1, 12), (1, 28)))
        published = f"{year}-{month:02}-{day:02}"
        head = f"来源：{source}　作者：{author}　{published}"
        as_file = chance.choices((_plain, _markdown, _page), (8, 1, 1))[0]
        text, suffix = as_file(title, head, paragraphs)
        return Written(f"{number:07}{suffix}", _bytes(text, chance, plain=suffix == ".txt"))

    def headline(self, chance: random.Random) -> str:
        """A title."""
        return self._fill("{title}", chance)

    def line(self, chance: random.Random) -> str:
        """A sentence."""
        return self._fill("{sentence}", chance)

    def paper(self, chance: random.Random) -> str:
        """A publication; there are two hundred."""
        return f"{self._names['place'][chance.randrange(200)]}日报"

    def near(self, written: Written, number: int) -> Written:
        """The same article told again: a line more, a figure changed."""
        text = written.data.decode("utf-8", "replace")
        chance = random.Random(f"{self._seed}/near/{number}")  # noqa: S311 - as above
        again = re.sub(r"\d(?=亿元)", lambda _: str(chance.randint(1, 9)), text, count=1)
        stem, dot, suffix = written.name.rpartition(".")
        return Written(f"{stem}-near{dot}{suffix}", f"{again}\n转载请注明出处{number}。\n".encode())

    def _text(self, chance: random.Random) -> tuple[str, list[str]]:
        length = min(MOST, max(LEAST, int(chance.lognormvariate(log(TYPICAL), SPREAD))))
        paragraphs, written = [], 0
        while written < length:
            sentences = [self._fill("{sentence}", chance) for _ in range(chance.randint(1, 5))]
            paragraphs.append("".join(sentences))
            written += len(paragraphs[-1])
        return self.headline(chance), paragraphs

    def _fill(self, text: str, chance: random.Random) -> str:
        return _SLOT.sub(lambda match: self._slot(match[1], chance), text)

    def _slot(self, slot: str, chance: random.Random) -> str:
        if slot in self._names:
            names = self._names[slot]
            # Squared twice, a few names take most of the places.
            return names[int(len(names) * chance.random() ** 4)]
        if slot in self._sizes:
            return self._sizes[slot](chance)
        return self._fill(chance.choice(self._rules[slot]), chance)


def write(folder: Path, articles: int, seed: int = 1, near: float = 0.0) -> Iterator[int]:
    """Write a folder; gives the number of each article when it is written.

    Args:
        folder: where; made if it is not there.
        articles: how many, near duplicates not counted.
        seed: the same seed writes the same articles.
        near: share of articles that stand there a second time, changed a little.
    """
    writer = Writer(seed)
    for number in range(articles):
        inside = folder / f"{number // PER_FOLDER:04}"
        if number % PER_FOLDER == 0:
            inside.mkdir(parents=True, exist_ok=True)
        written = writer.article(number)
        (inside / written.name).write_bytes(written.data)
        if near and number % max(1, round(1 / near)) == 0:
            again = writer.near(written, number)
            (inside / again.name).write_bytes(again.data)
        yield number


def _rules() -> dict[str, list[str]]:
    """The grammar: ways of filling each slot."""
    rules: dict[str, list[str]] = {}
    for line in _GRAMMAR.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            slot, _, way = line.partition("\t")
            rules.setdefault(slot, []).append(way)
    return rules


def _person(chance: random.Random) -> str:
    return chance.choice(_SURNAMES) + "".join(chance.choices(_GIVEN, k=chance.choice((1, 2, 2))))


def _firm(chance: random.Random) -> str:
    return "".join(chance.choices(_FIRM, k=chance.choice((2, 2, 3)))) + chance.choice(_KINDS)


def _product(chance: random.Random) -> str:
    letters = "".join(chance.choices(_LATIN, k=chance.choice((1, 2, 3))))
    word = "".join(chance.choices(_FIRM, k=2))
    return f"{word}{letters}{chance.randint(1, 99)}"


def _place(chance: random.Random) -> str:
    return "".join(chance.choices(_PLACES, k=2)) + chance.choice(_PLACE_KINDS)


def _date(chance: random.Random) -> str:
    return f"{chance.randint(2018, 2026)}年{chance.randint(1, 12)}月{chance.randint(1, 28)}日"


def _change(chance: random.Random) -> str:
    return f"{chance.choice(('增长', '下降', '提高', '减少'))}{chance.randint(1, 400) / 10:g}%"


def _amount(chance: random.Random, units: tuple[str, ...]) -> str:
    unit = chance.choice(units)
    if unit.startswith(("多", "余")):
        return f"{chance.randint(1, 99) * 10}{unit}"
    return f"{chance.randint(10, 9999) / chance.choice((1, 10, 100)):g}{unit}"


def _plain(title: str, head: str, paragraphs: list[str]) -> tuple[str, str]:
    return "\n".join((title, head, *paragraphs)) + "\n", ".txt"


def _markdown(title: str, head: str, paragraphs: list[str]) -> tuple[str, str]:
    return "\n\n".join((f"# {title}", head, *paragraphs)) + "\n", ".md"


def _page(title: str, head: str, paragraphs: list[str]) -> tuple[str, str]:
    inside = "\n".join(f"<p>{paragraph}</p>" for paragraph in (head, *paragraphs))
    page = (
        f'<!doctype html><html><head><meta charset="utf-8"><title>{title}</title></head><body>'
        f"<nav>首页 | 新闻 | 财经</nav><article><h1>{title}</h1>\n{inside}\n</article>"
        "<footer>版权所有</footer></body></html>\n"
    )
    return page, ".html"


def _bytes(text: str, chance: random.Random, *, plain: bool) -> bytes:
    """The text in one of the encodings that news comes in."""
    traditional = chance.random() < TRADITIONAL
    if traditional:
        text = text.translate(_to_traditional())
    rest = ("gb18030", "big5hkscs")[traditional]
    encoding = chance.choices(("utf-8", rest), (19, 1))[0] if plain else "utf-8"
    return text.encode(encoding, "ignore")


@cache
def _to_traditional() -> dict[int, str]:
    """The characters of the grammar, each by its commonest Traditional form."""
    from digest.model import Script, View  # noqa: PLC0415 - found beside this script's program
    from digest.text.script import convert  # noqa: PLC0415 - as above

    known = "".join(map("".join, _rules().values())) + _SURNAMES + _GIVEN + _FIRM + _PLACES
    known += "".join((*_KINDS, *_PLACE_KINDS)) + "年月日万亿元多余增长下降提高减少报来源作者转载"
    change = partial(convert, view=View.HANT, written=Script.HANS)
    return {ord(each): change(each).text for each in sorted(set(known))}


def main() -> None:
    """Write the folder that the command line asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("articles", type=int, nargs="?", default=ARTICLES)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--near", type=float, default=0.0, metavar="SHARE")
    asked = parser.parse_args()
    begun = time.monotonic()
    done = sum(1 for _ in write(asked.folder, asked.articles, asked.seed, asked.near))
    print(f"{done} articles in {asked.folder}, {time.monotonic() - begun:.0f} s")


if __name__ == "__main__":
    main()
