"""Tests that the first looks, which spare a text most of the rules, never cost it a figure."""

from hypothesis import given
from hypothesis import strategies as st

from digest.figures import amounts, durations, labels, masks, modifiers, ratios, rejects, scan
from digest.figures.anchors import ANCHOR
from digest.figures.lengths import part_at
from digest.figures.numerals import numeral_at
from digest.figures.temporal import READERS, readers_of_time

PIECES = (
    "0 1 3 5 12 24 60 90 113 2023 1,234 3.5 2023.5.6 零 〇 一 二 两 三 四 五 六 七 八 九 "
    "十 百 千 万 亿 半 几 数 第 首 前 上 下 本 今 去 全 公元 民国 上午 凌晨 半夜 晚 周 "
    "星期 世纪 年代 年 月 日 号 时 点 分 秒 季 季度 财年 学年 赛季 度 Q / - – ~ 〜 至 到 "
    "暨 、 : 比 之 分之 又 码 个数量级 对半 一半 半数 近 过 翻 了 番 胜 利率 徒刑 升息 % "
    "元 人 . , ， 。 ( ) @ com www. :: SH HK 的 约 和 与 或 是 共 报 了 增长 A GPT "
    "个 多 余 小时 分钟 涨幅 跌 为 达到 以上 一起 百里 三星 千方百计 十月革命"
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
def test_what_stands_behind_digits_tells_that_they_begin_no_ratio(line: str) -> None:
    """Digits that no ratio could follow begin nothing that the first look for ratios lets pass."""
    for anchor in ANCHOR.finditer(line):
        if anchor.lastgroup == "digits" and not ratios.may_be_ratio(line, anchor.end()):
            assert ratios._HOPE.match(line, anchor.start()) is None


@given(lines)
def test_what_stands_behind_a_number_tells_that_it_is_no_length_of_time(line: str) -> None:
    """A number that no unit of time and no connector follows begins no length."""
    for place in range(len(line)):
        numeral = numeral_at(line, place)
        if numeral is None or not durations._goes_on(line, numeral[0].end()):
            assert part_at(line, place) is None
            assert numeral is None or durations._OPEN.match(line, place) is None


@given(lines)
def test_words_begin_and_end_as_the_first_looks_expect(line: str) -> None:
    """No word is found that does not begin, or end, with a character that is looked for."""
    assert line[0] in amounts._JOINERS or amounts._JOIN.match(line) is None
    assert line[0] in scan._JOINERS or scan._JOIN.match(line) is None
    assert line[0] in modifiers._AFTER_HEADS or modifiers._AFTER.match(line) is None
    assert line[0] in labels._EDGE_HEADS or labels._EDGE.match(line) is None
    assert line[-1] in modifiers._CHANGE_ENDS or modifiers._CHANGE.search(line) is None


@given(lines)
def test_a_rejected_word_is_the_first_that_covers_its_numeral(line: str) -> None:
    """Of the words around a run of numerals the first to begin counts, then the longest."""
    for anchor in ANCHOR.finditer(line):
        start, end = anchor.span()
        if anchor.lastgroup == "han":
            heads = range(max(0, start - rejects._BEFORE), start + 1)
            ends = (
                stop
                for head in heads
                for stop in range(min(len(line), head + rejects.LONGEST), end - 1, -1)
                if line[head:stop] in rejects._words() and not rejects._outweighed(line, end, stop)
            )
            assert rejects.rejected(line, start, end) == next(ends, 0)


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
        assert masks._masked(line, masks._masks()) == masks._masked(line, masks._MASKS_OFF_NET)


@given(lines, lines, st.sampled_from("。！!；;"))
def test_a_sentence_is_masked_by_itself(first: str, second: str, stop: str) -> None:
    """What is blotted out of a sentence does not lean on the sentences beside it."""
    head = first + stop
    assert masks.mask(head + second) == masks.mask(head) + masks.mask(second)
