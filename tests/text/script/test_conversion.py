"""Conversion: one code point for one, nothing lost, and read as the region prints it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.model import Script, Span, View
from digest.text.script import Dictionary, convert, detect, warm

DATA = Path(__file__).parents[2] / "data" / "script"

TARGETS = {
    "hans": View.HANS,
    "tw": View.HANT_TW,
    "hk": View.HANT_HK,
    "hant-tw": View.HANT_TW,
    "hant-hk": View.HANT_HK,
}

EQUAL = str.maketrans(
    "臺佈瞭藉侷匯畫佔週複樑鬨説户羣啓牀裏閲兑衞綫麪爲菸脱税",
    "台布了借局彙劃占周復梁哄說戶群啟床裡閱兌衛線麵為煙脫稅",
)
"""Spellings that are both in print, or forms of Hong Kong's that a reader may expect either way."""

CHINESE = st.text(
    st.one_of(
        st.sampled_from(
            "发髮干乾幹后後里裡裏面麵只隻系係繫余餘于於云雲了瞭著着台臺說説网网络發布中国國"
        ),
        st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF),
        st.characters(),
    ),
    max_size=60,
)

DEFAULT_VIEWS = (View.HANS, View.HANT, View.HANT_TW, View.HANT_HK)


def rows(name: str) -> list[list[str]]:
    """The rows of a data file, without its head."""
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith(("#", "seed\t"))]


def source(seed: str) -> str:
    """A clean article."""
    return (DATA / "references" / f"{seed}.src.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("row", rows("gold.tsv"), ids=lambda row: f"{row[0]}-{row[1]}-{row[2][:8]}")
def test_every_item_of_the_gold_list_is_right(row: list[str]) -> None:
    """What must stand in a converted article stands there, and what must not does not."""
    seed, target, must, must_not, context = row
    text = source(seed)
    shown = convert(text, TARGETS[target], detect(text), wording=context.startswith("[W]")).text
    assert not must or any(part in shown for part in must.split("|"))
    assert not any(part in shown for part in must_not.split("|") if part)


@pytest.mark.parametrize("seed", ["000", "001", "002", "003", "004"])
@pytest.mark.parametrize("target", ["hans", "tw", "hk"])
def test_an_article_reads_as_its_reference(seed: str, target: str) -> None:
    """No character is wrong but for spellings that are both in print."""
    wanted = (DATA / "references" / f"{seed}.{target}.txt").read_text(encoding="utf-8")
    text = source(seed)
    shown = convert(text, TARGETS[target], detect(text)).text
    assert shown.translate(EQUAL) == wanted.translate(EQUAL)


@pytest.mark.parametrize("row", rows("development.tsv"), ids=lambda row: row[0][:10])
def test_a_sentence_reads_as_taiwan_and_hong_kong_print_it(row: list[str]) -> None:
    """Characters that stand for several are told apart by their words."""
    hans, taiwan, hong_kong = row
    shown = convert(hans, View.HANT_TW, Script.HANS).text
    assert shown.translate(EQUAL) == taiwan.translate(EQUAL)
    if hong_kong:
        shown = convert(hans, View.HANT_HK, Script.HANS).text
        assert shown.translate(EQUAL) == hong_kong.translate(EQUAL)


@pytest.mark.parametrize("row", rows("development.tsv"), ids=lambda row: row[0][:10])
def test_a_sentence_comes_back_to_simplified(row: list[str]) -> None:
    """Native Traditional of either region reads as the Simplified it stands for."""
    hans, *native = row
    for text in native:
        assert not text or convert(text, View.HANS, Script.HANT).text == hans


@given(CHINESE, st.sampled_from(DEFAULT_VIEWS), st.sampled_from(Script))
def test_a_view_changes_the_script_code_point_for_code_point(
    text: str, view: View, written: Script
) -> None:
    """Whatever the text holds, lengths agree and offsets stay what they are."""
    shown = convert(text, view, written)
    assert len(shown.text) == len(text)
    assert shown.alignment.is_identity


@given(CHINESE, st.sampled_from(Script))
def test_what_is_simplified_stays_as_it_is(text: str, written: Script) -> None:
    """Simplified twice is Simplified once."""
    once = convert(text, View.HANS, written).text
    assert convert(once, View.HANS, detect(once)).text == convert(once, View.HANS, Script.HANS).text


@given(st.text(st.characters(categories=["L", "N", "P", "S", "C"]), max_size=40))
def test_nothing_but_chinese_is_touched(text: str) -> None:
    """Letters, digits, marks, controls and lone surrogates come through, NUL among them."""
    shown = convert(f"软件\0{text}\0软件", View.HANT_TW, Script.HANS).text
    assert shown.startswith("軟件\0")
    assert shown.endswith("\0軟件")
    for old, new in zip(text, shown[3:-3], strict=True):
        assert old == new or ord(old) > 0x2E7F


@given(
    st.lists(
        st.sampled_from(
            [
                "互联网",
                "用代码",
                "《算法》",
                "英伟达",
                "软件",
                "编程",
                "錄像",
                "數据庫",
                "調色板",
                "\n",
                "a",
            ]
        )
    ),
    st.sampled_from([View.HANS, View.HANT_TW, View.HANT_HK]),
    st.sampled_from([Script.HANS, Script.HANT, Script.MIXED]),
)
def test_words_that_change_their_length_stay_aligned(
    words: list[str], view: View, written: Script
) -> None:
    """With regional wording every span comes back, wider at most by the word it cut."""
    text = "".join(words)
    shown = convert(text, view, written, wording=True)
    assert max(shown.text, default="") < "\U000f0000"
    for start in range(len(text)):
        there = shown.alignment.to_target(Span(start, start + 1))
        back = shown.alignment.to_source(there)
        assert back.contains(Span(start, start + 1))


def test_regional_wording_is_what_the_region_says() -> None:
    """Words of the region are put in, and spans follow them."""
    shown = convert("互联网上的软件", View.HANT_TW, Script.HANS, wording=True)
    assert shown.text == "網際網路上的軟體"
    assert shown.alignment.to_target(Span(4, 5)) == Span(5, 6)


def test_titles_keep_their_words() -> None:
    """A law or a book is called the same in every region."""
    shown = convert("《人工智能管理办法》说软件", View.HANT_TW, Script.HANS, wording=True)
    assert shown.text == "《人工智能管理辦法》說軟體"


@pytest.mark.parametrize("text", ["宣布发布会循环支持参数", "警方审核程序文件", "万象更新"])
def test_words_of_the_news_are_no_computing_terms(text: str) -> None:
    """Entries that are wrong for news are left out of the regional wording."""
    plain = convert(text, View.HANT_TW, Script.HANS).text
    assert convert(text, View.HANT_TW, Script.HANS, wording=True).text == plain


def test_native_traditional_is_left_as_its_author_wrote_it() -> None:
    """計畫, 週期 and 發佈 are the author's spellings."""
    text = "他說,本來計畫是在裡面發佈,發展週期很長,僅僅是一個中英翻譯。"
    for view in (View.HANT, View.HANT_TW):
        assert convert(text, view, Script.HANT).text == text


def test_hong_kongs_forms_are_read_everywhere() -> None:
    """A text of Hong Kong's shows Taiwan's characters in Taiwan, and Simplified throughout."""
    text = "政府發言人説,衞生署着重個人衞生,港鐵東涌綫車廂裏有甚麼"
    taiwan = "政府發言人說,衛生署著重個人衛生,港鐵東涌線車廂裡有甚麼"
    simplified = "政府发言人说,卫生署着重个人卫生,港铁东涌线车厢里有什么"
    assert convert(text, View.HANT_TW, Script.HANT).text == taiwan
    assert convert(text, View.HANT_HK, Script.HANT).text == text
    assert convert(text, View.HANS, Script.HANT).text == simplified


def test_simplified_left_in_clean_traditional_is_turned_alone() -> None:
    """The one leftover is converted, and the author's own spellings around it stay."""
    text = "他說本來計畫是國内的發展週期。"
    assert convert(text, View.HANT_TW, Script.HANT).text == "他說本來計畫是國內的發展週期。"


def test_traditional_within_simplified_is_trusted() -> None:
    """Who writes Simplified and quotes a Traditional character means that one."""
    assert convert("抬头和擡頭", View.HANT, Script.HANS).text == "抬頭和擡頭"


def test_an_authors_character_outweighs_the_table() -> None:
    """In mixed text the table gives way to what the author wrote; a phrase does not."""
    shown = convert("大模型隻有建立在星火昇騰之上,十分鍾,産品,夥計", View.HANT_TW, Script.MIXED)
    assert shown.text == "大模型只有建立在星火昇騰之上,十分鐘,產品,夥計"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("余承东表示,余下的十余家", "余承東表示,餘下的十餘家"),
        ("华为的余承东到了。记者余承东说", "華為的余承東到了。記者余承東說"),
        ("总统于周一表示,由于他说", "總統於週一表示,由於他說"),
        ("导演于正介绍,于是开拍", "導演于正介紹,於是開拍"),
        ("涂先生涂上涂料", "涂先生塗上塗料"),
        ("其余老师说,业余选手称", "其餘老師說,業餘選手稱"),
    ],
)
def test_a_surname_keeps_its_form_where_something_says_it_is_one(text: str, wanted: str) -> None:
    """A title, a verb of speech or a form of address make a name; a phrase unmakes it."""
    assert convert(text, View.HANT_TW, Script.HANS).text == wanted


def test_a_long_text_converts_as_its_paragraphs_do() -> None:
    """Pieces end where no phrase can cross."""
    paragraph = "龙头发力,不断发展,中国历史。" * 700
    whole = convert(f"{paragraph}\n{paragraph}", View.HANT_TW, Script.HANS).text
    assert whole == "\n".join([convert(paragraph, View.HANT_TW, Script.HANS).text] * 2)
    assert set(whole.replace("\n", "").split("。")) == {"龍頭發力,不斷發展,中國歷史", ""}


def test_a_text_without_any_stop_is_converted_whole() -> None:
    """A piece without a place to end is as long as it must be."""
    assert convert("发" * 9000, View.HANT, Script.HANS).text == "發" * 9000


def test_the_original_is_the_text_itself() -> None:
    """No conversion, no load."""
    assert convert("发", View.ORIGINAL, Script.HANS, wording=True).text == "发"
    assert not convert("", View.HANT, Script.HANS).text


def test_the_readers_words_go_before_everything() -> None:
    """A reader's entry is shown exactly, at any length, in either script, in the views it names."""
    own = Dictionary.parse("余下\t馀下\tzh-Hant\n軟件\t軟体兒\t*\n里斯本\t里斯本城\tzh-Hant-TW\n")
    shown = convert("余下的软件在里斯本", View.HANT_TW, Script.HANS, dictionary=own)
    assert shown.text == "馀下的軟体兒在里斯本城"
    assert shown.alignment.to_source(Span(8, 10)) == Span(6, 9)
    assert convert("余下的软件", View.HANS, Script.HANS, dictionary=own).text == "余下的軟体兒"
    assert convert("餘下的軟件", View.HANT_HK, Script.HANT, dictionary=own).text == "馀下的軟体兒"
    mixed = convert("余下的軟件", View.HANT_HK, Script.MIXED, dictionary=own, wording=True)
    assert mixed.text == "馀下的軟体兒"


def test_the_readers_words_go_before_longer_phrases() -> None:
    """理发 is the reader's within 理发店 too, and what stands beside it reads as it did."""
    own = Dictionary.parse("理发\t剪頭\n发展\t發展起來\tzh-Hant\n")
    shown = convert("理发店里头发展示", View.HANT_TW, Script.HANS, dictionary=own)
    assert shown.text == "剪頭店裡頭發展起來示"


def test_a_regional_word_gives_way_to_the_readers() -> None:
    """What is left of it is shown plainly."""
    own = Dictionary.parse("互联\t互聯\n网络\t網絡\n")
    shown = convert("互联网络在互联网上", View.HANT_TW, Script.HANS, wording=True, dictionary=own)
    assert shown.text == "互聯網絡在互聯網上"


@given(
    st.text(
        st.sampled_from("软件网络余\U000f0000\U000f0005\U000fe010\U0010fffd\ufffc"), max_size=12
    ),
    st.sampled_from(DEFAULT_VIEWS),
    st.sampled_from(Script),
)
def test_private_characters_are_no_markers(text: str, view: View, written: Script) -> None:
    """What a text holds of the private planes comes through, with wording and without."""
    private = [character for character in text if ord(character) >= 0xF0000]
    for wording in (True, False):
        shown = convert(text, view, written, wording=wording).text
        assert [character for character in shown if ord(character) >= 0xF0000] == private


@pytest.mark.parametrize("view", list(View))
def test_every_view_can_be_warmed(view: View) -> None:
    """Loading a view beforehand asks nothing of the caller."""
    warm(view)
