"""What figures measure, whose it is and of when is read from the words around them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.comparing import FILES, all_measures, measured, pairs
from support.library import article

from digest.briefing import measure_words
from digest.briefing.measure_codec import decode, encode
from digest.briefing.measures import Measure, measures
from digest.figures import find_figures
from digest.model import Script, View
from digest.text.fold import simplified
from digest.text.script import convert

FOLDER = Path(measure_words.__file__).parent


def _of(marked: str, published: str = "2024-05-20") -> Measure:
    found = measured(published, marked)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("marked", "owner", "metric", "period"),
    [
        ("美团二季度营收为<822.5亿元>。", "美团", "营业收入", "2024-Q2"),
        ("台積電第一季稅後純益<2255億元>。", "台积电", "净利润", "2024-Q1"),
        ("港鐵公佈,去年純利為<78億港元>。", "港铁", "净利润", "2023"),
        ("2023年,比亚迪实现营业收入<6023亿元>。", "比亚迪", "营业收入", "2023"),
        ("截至3月31日,腾讯员工总数<104787人>。", "腾讯", "员工", "2024-03-31"),
        ("4月,全国城镇调查失业率为<5.0%>。", "中国", "失业率", "2024-04"),
    ],
)
def test_a_measure_says_whose_what_and_when(
    marked: str, owner: str, metric: str, period: str
) -> None:
    """In the three regions."""
    found = _of(marked)
    assert (found.owner, found.metric, found.period) == (owner, metric, period)


def test_the_company_is_the_one_that_was_named() -> None:
    """公司 and 其 lead back to the name before them."""
    text = "比亚迪公布了年报。2023年公司营业收入为6023亿元。其销量为302万辆。"
    assert [one.owner for one in all_measures("2024-03-20", text)] == ["比亚迪", "比亚迪"]


def test_a_second_measure_is_of_the_same_owner_and_time() -> None:
    """What follows in a sentence needs no name and no date of its own."""
    first, second = all_measures("2024-03-20", "比亚迪2023年营业收入6023亿元,净利润300亿元。")
    assert (second.owner, second.period, second.metric) == (first.owner, first.period, "净利润")


def test_a_change_is_of_what_was_named_before_it() -> None:
    """同比增长 alone is of the measure right before."""
    (_, change) = all_measures("2024-03-20", "比亚迪2023年营业收入6023亿元,同比下降42.0%。")
    assert (change.metric, change.unit) == ("营业收入", "%/delta-yoy")
    assert change.range.value < 0


@pytest.mark.parametrize(
    ("marked", "qualifier"),
    [
        ("预计比亚迪2024年销量<360万辆>。", "forecast"),
        ("比亚迪2023年海外销量<24万辆>。", "abroad"),
        ("微信公众平台新增用户<300万人>。", "new"),
        ("北京地铁日均客运量<1000万人次>。", "daily"),
        ("万科2023年扣非净利润<97.9亿元>。", "core"),
    ],
)
def test_what_narrows_a_measure_is_kept(marked: str, qualifier: str) -> None:
    """A forecast is no fact, and sales abroad are not all sales."""
    assert qualifier in _of(marked).qualifiers


def test_what_was_before_is_not_compared() -> None:
    """从最初的4000卡 tells what is no more."""
    found = all_measures("2023-10-26", "昇腾集群规模从最初的4000卡扩展到16000卡。")
    assert all(one.range.value != 4000 for one in found)


def test_a_dead_and_a_hurt_are_two_things() -> None:
    """A casualty report is an event, told by kind and place."""
    text = "云南镇雄县发生山体滑坡,已造成31人死亡、2人受伤。"
    dead, hurt = all_measures("2024-05-20", text)
    assert (dead.metric, hurt.metric) == ("死亡", "受伤")
    assert "滑坡:镇雄" in dead.places


@pytest.mark.parametrize(
    ("marked", "low", "high"),
    [
        ("比亚迪2023年营收<8.48亿元>。", 847_500_000, 848_500_000),
        ("讯飞平台用户<550多万人>。", 5_500_000, 5_600_000),
        ("讯飞平台用户<40余万人>。", 400_000, 500_000),
        ("腾讯员工总数<105506人>。", 105_506, 105_506),
        ("该公司2023年净利润为<6亿至7亿元>。", 600_000_000, 700_000_000),
    ],
)
def test_a_value_is_as_exact_as_it_was_written(marked: str, low: int, high: int) -> None:
    """Rounded numbers allow what rounds to them, and 多 all up to the next digit."""
    found = _of(marked).range
    assert (int(found.low), int(found.high)) == (low, high)


def test_both_scripts_measure_the_same() -> None:
    """A text and its Traditional form have equal measures, but for the region's own money."""
    checked = 0
    for path in FILES:
        for pair in pairs(path):
            published, text = pair.one
            plain = text.replace("<", "").replace(">", "")
            if "元" in plain or "台" in plain:
                continue
            converted = convert(plain, View.HANT, Script.HANS).text
            before, after = all_measures(published, plain), all_measures(published, converted)
            assert [_telling(one) for one in before] == [_telling(one) for one in after]
            checked += 1
    assert checked > 50


def _telling(one: Measure) -> tuple[object, ...]:
    return one.owner, one.metric, one.part, one.qualifiers, one.unit, one.range, one.period


def test_measures_come_back_from_bytes() -> None:
    """What is kept of an article gives the same measures again."""
    for path in FILES:
        for pair in pairs(path):
            published, text = pair.one
            found = all_measures(published, text.replace("<", "").replace(">", ""))
            if found:
                assert decode(found[0].article, published, encode(found)) == found
    assert decode("a", "", encode(())) == ()


@given(
    st.text(
        alphabet="比亚迪营收为年月日人死亡万亿元%同增长达,。0123456789、在的 2023<>()", max_size=80
    )
)
def test_nothing_that_is_written_breaks_it(text: str) -> None:
    """Any text gives measures whose spans are figures of it."""
    made = article(text or "一", title="题", published="2024-05-20")
    figures = find_figures(made.text, made.paragraphs, "2024-05-20")
    spans = {figure.span for figure in figures}
    assert all(one.span in spans for one in measures(made, figures))


@pytest.mark.parametrize("name", ["metrics.tsv", "qualifiers.tsv"])
def test_a_list_is_sorted_simplified_and_without_doubles(name: str) -> None:
    """No word stands for two measures, and all are written as texts are folded."""
    lines = (FOLDER / name).read_text("utf-8").splitlines()
    body = [line for line in lines if not line.startswith("#")]
    assert "Written for this program" in "".join(lines[:6])
    assert body == sorted(set(body))
    forms = [form for line in body for form in line.split("\t")[-1].split()]
    assert len(forms) == len(set(forms))
    assert [form for form in forms if simplified(form).lower() != form] == []


@pytest.mark.parametrize(
    "line",
    [line.split("\t") for line in (FOLDER / "metrics.tsv").read_text("utf-8").splitlines()[4:]],
    ids=lambda line: line[0],
)
def test_every_word_for_a_measure_is_met(line: list[str]) -> None:
    """No form is hidden by another."""
    name, nature, forms = line
    for form in (name, *forms.split()):
        assert measure_words.metrics()[form.lower()] == (name, nature)
        if len(form) > 1:
            assert measure_words.ending(f"某某{form.lower()}")[0].endswith(form.lower())
