"""A summary quotes what matters, whole and once, and nothing that leans on what it leaves out."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

import pytest
from support.briefing import Judged, article_of, figures_of, judged

from digest.briefing.summary import (
    LONGEST,
    SHORTEST,
    USUAL,
    Picks,
    cut,
    decode,
    encode,
    summarise,
)
from digest.briefing.summary_units import opener, units
from digest.model import Role, View
from digest.text.fold import key
from digest.text.script import convert

if TYPE_CHECKING:
    from digest.model import Article

LEAST_RECALL = 0.8
"""Of the sentences that summaries must have; measured .868, and .605 for the first sentences."""


@cache
def _summed(raw: str) -> tuple[Article, Picks]:
    article = article_of(raw)
    return article, summarise(article, figures_of(article))


def _lines(raw: str, length: int = USUAL) -> list[str]:
    article, picks = _summed(raw)
    return [span.of(article.text) for span in cut(picks, length)]


def _quoted(wanted: tuple[str, ...], lines: list[str]) -> int:
    shown = [key(line) for line in lines]
    return sum(any(key(one) in line for line in shown) for one in wanted)


TEXTS = judged()


def test_most_sentences_that_matter_are_quoted() -> None:
    """Over all made-up news, summaries have what a reader would not do without."""
    found = sum(_quoted(text.must, _lines(text.raw)) for text in TEXTS)
    assert found >= LEAST_RECALL * sum(len(text.must) for text in TEXTS)


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.name)
def test_nothing_is_quoted_that_must_not_be(text: Judged) -> None:
    """Asides, greetings, and sentences that lean on another are left out at any length."""
    assert _quoted(text.never, _lines(text.raw, LONGEST)) == 0


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.name)
@pytest.mark.parametrize("length", [SHORTEST, USUAL, LONGEST])
def test_a_summary_is_as_long_as_asked(text: Judged, length: int) -> None:
    """It has no more sentences than asked for, and these stand as in the text, each once."""
    spans = cut(_summed(text.raw)[1], length)
    assert SHORTEST - 1 <= len(spans) <= length
    assert list(spans) == sorted(set(spans))
    assert all(not one.overlaps(other) for one in spans for other in spans if one != other)


def test_a_summary_has_no_headings_or_credits() -> None:
    """Only running text is quoted."""
    for text in TEXTS:
        article, picks = _summed(text.raw)
        roles = {article.paragraphs[article.paragraph_at(s.start)].role for s in cut(picks)}
        assert not roles & {Role.HEADING, Role.CREDIT}


def test_an_answer_brings_its_question() -> None:
    """What is quoted of an interview has the question before the answer."""
    for text in TEXTS:
        article, picks = _summed(text.raw)
        for pick in picks:
            roles = [article.paragraphs[article.paragraph_at(one.start)].role for one in pick]
            assert roles in ([Role.BODY], [Role.ANSWER], [Role.QUESTION, Role.ANSWER])
            asked = any(part.role is Role.QUESTION for part in article.paragraphs)
            assert roles != [Role.ANSWER] or not asked


@pytest.mark.parametrize("text", TEXTS[::3], ids=lambda text: text.name)
def test_a_text_in_the_other_script_has_the_same_summary(text: Judged) -> None:
    """The same sentences are chosen of a text and of its conversion."""
    article, picks = _summed(text.raw)
    view = View.HANS if article.text != _converted(article, View.HANS) else View.HANT
    other = article_of(convert(text.raw, view, article.script).text)
    turned = summarise(other, figures_of(other))
    assert [[len(span) for span in pick] for pick in turned] == [
        [len(span) for span in pick] for pick in picks
    ]


def _converted(article: Article, view: View) -> str:
    return convert(article.text, view, article.script).text


def test_a_shorter_summary_is_part_of_a_longer_one() -> None:
    """Asking for more adds sentences and takes none away."""
    for text in TEXTS:
        _, picks = _summed(text.raw)
        assert set(cut(picks, SHORTEST)) <= set(cut(picks, LONGEST))


def test_a_quotation_keeps_whose_it_is() -> None:
    """A quotation of two sentences and the words that say who spoke are one unit."""
    article = article_of("公司办公楼里。\n\n“今天很好。明天也好。”公司负责人说。他走了。")
    found = [unit.span.of(article.text) for unit in units(article)]
    assert "“今天很好。明天也好。”公司负责人说。" in found


def test_the_parts_of_a_list_are_one_unit() -> None:
    """What ； parts is quoted whole."""
    article = article_of("标题在这里\n\n计划分三步:第一步,立项;第二步,施工;第三步,验收。之后运营。")
    assert next(units(article)).plain.endswith("验收。")


def test_an_article_without_a_sentence_has_no_summary() -> None:
    """A caption alone is not summed up."""
    assert summarise(article_of("图片")) == ()


def test_what_is_kept_of_a_summary_is_the_summary() -> None:
    """Encoding loses nothing."""
    _, picks = _summed(TEXTS[0].raw)
    assert decode(encode(picks)) == picks


@pytest.mark.parametrize(
    ("plain", "kind"),
    [
        ("这是一个结果。", "refers"),
        ("但他没有来。", "joins"),
        ("此外,公司还推出新品。", "adds"),
        ("让我们拭目以待。", "stages"),
        ("此次升级带来新功能。", ""),
        ("第二届博览会开幕。", ""),
        ("记者从住建局获悉,新规施行。", ""),
        ("公司发布新品。", ""),
    ],
)
def test_a_beginning_is_known_for_what_it_leans_on(plain: str, kind: str) -> None:
    """Openers are told from words that begin alike."""
    assert opener(plain) == kind


@pytest.mark.parametrize("name", ["openers.txt", "common.txt"])
def test_word_lists_are_sorted_and_unique(name: str) -> None:
    """A list can be read and added to."""
    lines = (resources.files("digest.briefing") / name).read_text("utf-8").splitlines()
    rows = [line for line in lines if not line.startswith("#")]
    assert rows == sorted(set(rows))


def test_every_opener_is_used() -> None:
    """No word of the list is hidden behind another kind's."""
    lines = (resources.files("digest.briefing") / "openers.txt").read_text("utf-8").splitlines()
    rows = [line.split(" ") for line in lines if not line.startswith("#")]
    assert [word for kind, word in rows if opener(f"{word}某某某") not in {kind, ""}] == []


INTERVIEW = """星河电池公司7月1日在常州发布第三代固态电池,能量密度达到每公斤420瓦时。

公司董事长表示,新工厂将于明年投产,年产能为12吉瓦时。

记者:新电池最大的难点是什么?
董事长:最大的难点是界面,固态电解质和正极之间的接触面在充电时会裂开,我们用了四年才解决。

记者:什么时候可以装到车上?
董事长:明年下半年会有两款车型装上这种电池,先是出租车,然后是私家车。

业内人士认为,固态电池的成本仍是液态电池的两倍,三年之内很难下降。

去年,星河电池公司的营业收入为86亿元,增长了12%。
"""


def test_an_interview_keeps_a_question_with_its_answer() -> None:
    """Of an article that asks and answers, a usual summary tells one question and its answer."""
    article, picks = _summed(INTERVIEW)
    pairs = [pick for pick in picks if len(pick) == 2]
    shown = cut(picks)
    assert len([pair for pair in pairs if set(pair) <= set(shown)]) == 1
    assert pairs[0][0].of(article.text).endswith("?")


def test_setting_the_scene_gives_way_to_what_happened() -> None:
    """The first sentence is left out if it only leads up to the news."""
    raw = (
        "在新能源汽车持续升温之后,国内许多电池企业和材料企业都选择跟进,加入到竞争之中。\\n\\n"
        "7月1日,星河电池公司在常州发布第三代固态电池,能量密度达到每公斤420瓦时。\\n\\n"
        "公司宣布,新工厂将于明年投产,年产能为12吉瓦时。\\n\\n"
        "去年,星河电池公司的营业收入为86亿元,增长了12%。"
    )
    assert all(not line.startswith("在新能源") for line in _lines(raw, SHORTEST))
