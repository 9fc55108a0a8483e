"""Topics: names mined from articles, with their kinds, aliases and mentions."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from support.finding import gold_topics, places_of, seeds, written
from support.news import LATER, LONGER, found_of, news
from support.news import NEWS as NEWS_FILE

from digest.model import Metadata, Span, Topic, TopicKind
from digest.text.fold import key
from digest.topics import Candidate, Finder, candidates, find_topics, rank, unknown_words

FIRST, MIN_INSIDE = 100, 0.8
"""Share of the topics that readers of the seeds named that must stand among the first."""


@pytest.fixture(scope="module")
def topics() -> tuple[Topic, ...]:
    """The topics of the seeds."""
    return find_topics(seeds())


def _named(topics: tuple[Topic, ...], name: str) -> Topic:
    return next(t for t in topics if key(name) in {key(form) for form in (t.name, *t.aliases)})


def test_every_topic_that_must_be_found_is(topics: tuple[Topic, ...]) -> None:
    """None of the names without which the seeds cannot be told is missing."""
    missing = [w.names[0] for w in gold_topics() if w.must and not places_of(w, topics)]
    assert missing == []


def test_most_topics_stand_among_the_first(topics: tuple[Topic, ...]) -> None:
    """A reader's topics are not drowned by phrases."""
    inside = [w for w in gold_topics() if min(places_of(w, topics), default=FIRST) < FIRST]
    assert len(inside) >= MIN_INSIDE * len(gold_topics())


def test_forms_of_one_thing_are_one_topic(topics: tuple[Topic, ...]) -> None:
    """No group of aliases falls apart."""
    apart = [w.names[0] for w in gold_topics() if len(places_of(w, topics)) > 1]
    assert apart == []


@pytest.mark.parametrize(
    ("form", "same"),
    [
        ("讯飞", "科大讯飞"),
        ("GPT4", "GPT-4"),
        ("星火", "星火认知大模型"),
        ("讯飞星火", "星火大模型"),
        ("程式码能力", "代码能力"),
        ("人工智慧", "人工智能"),
        ("管理办法", "生成式人工智能服务管理暂行办法"),
    ],
)
def test_aliases_meet(topics: tuple[Topic, ...], form: str, same: str) -> None:
    """Short forms, spellings and regional words lead to the topic of the full name."""
    assert _named(topics, form) == _named(topics, same)


def test_versions_are_topics_of_their_own(topics: tuple[Topic, ...]) -> None:
    """星火大模型V2.0, V3.0 and 星火大模型 are three."""
    names = ("星火大模型", "星火大模型V2.0", "星火大模型V3.0")
    assert len({_named(topics, name).key for name in names}) == 3


def test_mentions_stand_where_the_text_has_the_topic(topics: tuple[Topic, ...]) -> None:
    """Every mention covers one of the topic's forms, in order and apart within an article."""
    texts = {each.id: each.text for each in seeds()}
    for topic in topics:
        forms = {key(form) for form in (topic.name, *topic.aliases)}
        assert topic.mentions
        for mention in topic.mentions:
            covered = key(mention.span.of(texts[mention.article]))
            assert covered in forms or mention.span == Span(0, 0)
        places = [(mention.article, mention.span) for mention in topic.mentions]
        assert places == sorted(set(places))


def test_topics_are_unique_and_best_first(topics: tuple[Topic, ...]) -> None:
    """Keys differ and weights fall."""
    assert len({topic.key for topic in topics}) == len(topics)
    scores = [topic.score for topic in topics]
    assert scores == sorted(scores, reverse=True)


NEWS = (
    (
        "宁德时代与上海蔚蓝能源科技有限公司近日签署战略合作协议。蔚蓝能源董事长王海波介绍,双方将共同"
        "建设储能基地。蔚蓝能源成立于2016年,总部位于上海。王海波说,蔚蓝能源今年将投资20亿元。"
    ),
    (
        "台风“海葵”9月3日下午在台湾台东沿海登陆,中央气象台发布台风橙色预警。福建省防汛抗旱指挥部"
        "启动应急响应。台风“海葵”预计将在福建再次登陆。"
    ),
    "土耳其外长费丹主持了会谈。联合国秘书长古特雷斯呼吁双方立即停火。",
)
"""Short news of other fields than the seeds', written for this test."""


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("王海波", TopicKind.PERSON),
        ("费丹", TopicKind.PERSON),
        ("宁德时代", TopicKind.ORG),
        ("蔚蓝能源", TopicKind.ORG),
        ("福建省防汛抗旱指挥部", TopicKind.ORG),
        ("中央气象台", TopicKind.ORG),
        ("海葵", TopicKind.EVENT),
        ("福建", TopicKind.PLACE),
        ("储能", TopicKind.CONCEPT),
    ],
)
def test_kinds_are_told_in_news_of_any_field(name: str, kind: TopicKind) -> None:
    """Roles, heads, marks and what a name does show what it is."""
    found = find_topics([written(text, str(at)) for at, text in enumerate(NEWS)])
    assert _named(found, name).kind is kind


def test_a_firm_is_known_by_its_short_name() -> None:
    """蔚蓝能源 and 上海蔚蓝能源科技有限公司 are one, with the mentions of both."""
    found = find_topics([written(NEWS[0])])
    firm = _named(found, "蔚蓝能源")
    assert firm == _named(found, "上海蔚蓝能源科技有限公司")
    assert len(firm.mentions) == 4


def test_the_author_is_a_topic_though_the_text_has_no_byline() -> None:
    """Whoever wrote an article is mentioned at its beginning by an empty span."""
    article = replace(written("昨天下了一场大雨。"), metadata=Metadata(author="林小满"))
    found = find_topics([article])
    assert [(topic.name, topic.kind) for topic in found] == [("林小满", TopicKind.PERSON)]
    assert found[0].mentions[0].span == Span(0, 0)


@pytest.mark.parametrize("text", ["", "。", "好", "The quick brown fox", "1234", "「」《》“”"])
def test_texts_without_topics_are_no_error(text: str) -> None:
    """Nothing to find is found in peace."""
    find_topics([written(text)])


def test_no_articles_have_no_topics() -> None:
    """An empty library has none."""
    assert find_topics([]) == ()


def test_candidates_can_be_kept_as_json() -> None:
    """What was stored of articles ranks as what was just read."""
    articles = seeds()[:2]
    mined = unknown_words(articles)
    read = {each.id: candidates(each, mined) for each in articles}
    stored = json.loads(json.dumps(read))
    restored = {
        identity: [
            Candidate(name, tuple(parts), surfaces, tuple(cues))
            for name, parts, surfaces, cues in rows
        ]
        for identity, rows in stored.items()
    }
    assert rank(restored.items()) == rank(read.items())


@pytest.mark.parametrize(
    ("file", "found", "kind"),
    [(NEWS_FILE, 0.9, 0.88), (LATER, 0.92, 0.9), (LONGER, 0.8, 0.74)],
    ids=["news", "later", "longer"],
)
def test_news_of_many_fields_gives_what_a_reader_would_name(
    file: str, found: float, kind: float
) -> None:
    """Topics that stand once or twice in short news are found, with their kinds."""
    articles, expected = news(file)
    topics = find_topics(articles)
    best = [found_of(wanted, topics)[:1] for wanted in expected]
    kinds = [topic[0].kind if topic else None for topic in best]
    assert sum(map(bool, best)) >= found * len(expected)
    right = sum(kind == wanted.kind for kind, wanted in zip(kinds, expected, strict=True))
    assert right >= kind * len(expected)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("公司创始人庞乐之说,今年不错。", "庞乐之"),
        ("总理欧尔班反对新制裁。", "欧尔班"),
        ("社长佐野健司在东京道歉。", "佐野健司"),
        ("選手陸嘉琪4比2獲勝。", "陸嘉琪"),
        ("住户阚淑珍坐在轮椅上。", "阚淑珍"),
        ("大奖由司徒婉清夺得。", "司徒婉清"),
        ("大学教授埃里克·林德斯特伦表示满意。", "埃里克·林德斯特伦"),
        ("總教練奧斯卡·門多薩坦言輸得不冤。", "奧斯卡·門多薩"),
        ("首席技术官Ada Feld博士演示了产品。", "Ada Feld"),
    ],
)
def test_names_that_the_segmenter_cuts_apart_are_read_from_their_place(
    text: str, name: str
) -> None:
    """A role before and a verb or a mark behind show where a name begins and ends."""
    assert _named(find_topics([written(text)]), name).kind is TopicKind.PERSON


@pytest.mark.parametrize(
    ("text", "form", "same"),
    [
        ("教授贝尔纳多·萨利纳斯说好。萨利纳斯又说不好。", "萨利纳斯", "贝尔纳多·萨利纳斯"),
        ("澜沧江发展银行(简称“澜沧银行”)增资。澜沧银行回应。", "澜沧银行", "澜沧江发展银行"),
    ],
)
def test_what_a_text_calls_otherwise_is_one_topic(text: str, form: str, same: str) -> None:
    """A family name alone, and what stands in brackets behind a name."""
    topics = find_topics([written(text)])
    assert _named(topics, form) == _named(topics, same)


@pytest.mark.parametrize("word", ["和老人", "应保留", "黄委会"])
def test_words_behind_a_role_are_no_persons(word: str) -> None:
    """Function words and bodies begin with family names as well."""
    found = find_topics([written(f"专家{word}商量过。职工{word}很多。")])
    assert not [topic.name for topic in found if topic.kind is TopicKind.PERSON]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("渝昆高铁全长699公里。", "渝昆高铁", TopicKind.CONCEPT),
        ("由导演执导的《长街旧事》开播。", "长街旧事", TopicKind.PRODUCT),
        ("足總杯將於下月展開。", "足總杯", TopicKind.EVENT),
        ("据康泽生物介绍,康泽生物明年上市。", "康泽生物", TopicKind.ORG),
        ("财政部赋税署则评估影响有限。", "财政部赋税署", TopicKind.ORG),
        ("瑞典乌普萨拉大学与云南大学合作。", "乌普萨拉大学", TopicKind.ORG),
        ("发布会推出NovaBook X2,不贵。", "NovaBook X2", TopicKind.PRODUCT),
        ("警方展開代號「破浪」的行動。", "破浪", TopicKind.EVENT),
    ],
)
def test_names_stand_out_from_the_words_around(text: str, name: str, kind: TopicKind) -> None:
    """Where each begins and ends, and what it names."""
    assert _named(find_topics([written(text)]), name).kind is kind


def test_what_the_title_has_may_stand_once() -> None:
    """A phrase that the title and the text have is what the news is about."""
    plain = written("她谈到了社会住宅。")
    assert not find_topics([plain])
    titled = replace(plain, metadata=Metadata(title="社会住宅增加"))
    assert _named(find_topics([titled]), "社会住宅")


@pytest.mark.parametrize("text", ["国会开会。中国会议多。", "AI好。OpenAI和AI-2都好。"])
def test_mentions_are_words_of_their_own(text: str) -> None:
    """国会 does not stand in 中国会议, nor AI in OpenAI."""
    finder = Finder({"国会": "国会", "ai": "ai"}, {})
    assert [span for _, span in finder.mentions(written(text))] == [Span(0, 2)]


def test_the_longest_form_is_mentioned() -> None:
    """With what is folded away between its characters, and none within another."""
    finder = Finder({"gpt4": "a", "gpt4turbo": "b", "gpt": "c"}, {})
    text = "「GPT-4 Turbo」比GPT 4快。"
    found = [(topic, span.of(text)) for topic, span in finder.mentions(written(text))]
    assert found == [("b", "GPT-4 Turbo"), ("a", "GPT 4")]
