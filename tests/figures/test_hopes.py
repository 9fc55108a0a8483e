"""Tests that the first looks, which spare a text most of the rules, never cost it a figure."""

from hypothesis import given
from hypothesis import strategies as st

from digest.figures import labels, masks, ratios
from digest.figures.anchors import ANCHOR
from digest.figures.temporal import READERS, readers_of_time

PIECES = (
    "0 1 3 5 12 24 60 90 113 2023 1,234 3.5 2023.5.6 零 〇 一 二 两 三 四 五 六 七 八 九 "
    "十 百 千 万 亿 半 几 数 第 首 前 上 下 本 今 去 全 公元 民国 上午 凌晨 半夜 晚 周 "
    "星期 世纪 年代 年 月 日 号 时 点 分 秒 季 季度 财年 学年 赛季 度 Q / - – ~ 〜 至 到 "
    "暨 、 : 比 之 分之 又 码 个数量级 对半 一半 半数 近 过 翻 了 番 胜 利率 徒刑 升息 % "
    "元 人 . , ， 。 ( ) @ com www. :: SH HK 的 约 和 与 或 是 共 报 了 增长 A GPT"
)
"""What the first looks look for, and what may stand around it."""

lines = st.lists(st.sampled_from([*PIECES.split(), " "]), min_size=1, max_size=12).map("".join)


@given(lines)
def test_every_time_and_date_is_read_by_the_reader_that_would_have_it(line: str) -> None:
    """The readers picked by the first look find what all of them would find."""
    for anchor in ANCHOR.finditer(line):
        place = anchor.start()
        every = (reader(line, place) for reader in READERS)
        picked = (reader(line, place) for reader in readers_of_time(line, place))
        assert next(filter(None, picked), None) == next(filter(None, every), None)


@given(lines)
def test_every_ratio_passes_the_first_look(line: str) -> None:
    """What a reader of ratios finds begins as the first look expects."""
    for place in range(len(line)):
        if not ratios._HOPE.match(line, place):
            readers = ratios._BY_DIGIT if line[place].isdecimal() else ratios._BY_WORD
            assert not any(reader(line, place) for reader in readers)


@given(lines)
def test_what_ties_a_label_on_ends_as_expected(line: str) -> None:
    """What is taken off the end of a label ends with one of the characters looked for."""
    if line[-1] not in labels._LINK_ENDS:
        assert labels._LINK.search(line) is None
    if line[-1] not in labels._ROW_ENDS:
        assert labels._CHAIN.search(line) is None


@given(lines)
def test_names_off_the_net_are_masked_alike(line: str) -> None:
    """A line that holds no mark of an address is masked as if it were tried for one."""
    if masks._NET.search(line) is None:
        assert masks._masked(line, masks._MASKS) == masks._masked(line, masks._MASKS_OFF_NET)


@given(lines, lines, st.sampled_from("。！!；;"))
def test_a_sentence_is_masked_by_itself(first: str, second: str, stop: str) -> None:
    """What is blotted out of a sentence does not lean on the sentences beside it."""
    head = first + stop
    assert masks.mask(head + second) == masks.mask(head) + masks.mask(second)
