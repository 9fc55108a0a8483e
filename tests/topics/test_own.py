"""Own: the reader's aliases, topics and stop-topics."""

from __future__ import annotations

import pytest

from digest.model import SettingsError, TopicKind
from digest.topics import Own, Ranked


def ranked(name: str, score: float, *forms: str) -> Ranked:
    """A topic as mining gives it."""
    return Ranked(name, name, (name, *forms), (name, *forms), TopicKind.ORG, score, False)


def test_aliases_make_one_topic_under_the_readers_name() -> None:
    """Both topics are one, named as the reader writes it, with the forms of both."""
    own = Own.parse("鹅厂\t腾讯\n")
    (topic,) = own.applied([ranked("鹅厂", 1), ranked("腾讯", 3, "腾讯公司")])
    assert (topic.name, topic.score) == ("腾讯", 3)
    assert set(topic.forms) == {"鹅厂", "腾讯", "腾讯公司"}


def test_an_alias_that_no_text_has_given_yet_is_looked_for() -> None:
    """It is a form of the topic from now on."""
    (topic,) = Own.parse("鹅厂\t腾讯").applied([ranked("腾讯", 3)])
    assert "鹅厂" in topic.forms


def test_forms_are_compared_folded() -> None:
    """Either script, either width, spaces or none."""
    assert Own.parse("-Ｇpt 4\n訊飛\t科大訊飛").stopped == {"gpt4"}
    assert Own.parse("訊飛\t科大訊飛").applied([ranked("讯飞", 1)])[0].name == "科大訊飛"


def test_a_stopped_topic_is_none() -> None:
    """With all its forms, whichever of them is named."""
    own = Own.parse("# not for me\n-腾讯公司\n")
    assert own.applied([ranked("腾讯", 3, "腾讯公司"), ranked("百度", 1)]) == [ranked("百度", 1)]


def test_a_name_alone_is_a_topic() -> None:
    """Though nothing in the texts shows that it is one."""
    (topic,) = Own.parse("长尾效应").applied([])
    assert (topic.key, topic.kind, topic.nested) == ("长尾效应", TopicKind.CONCEPT, False)


def test_nothing_said_changes_nothing() -> None:
    """An empty file is no file."""
    topics = [ranked("a1", 2), ranked("b1", 1)]
    assert Own.parse("\n# note\n\n").applied(topics) == topics


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("甲乙\t丙丁\t戊己", "line 1: expected an alias and a name"),
        ("\n-", "line 2: a name has at least 2"),
        ("甲\t乙丙", "line 1: a name has at least 2"),
        ("甲乙\t", "line 1: a name has at least 2"),
        ("甲乙" * 40, "line 1: longer than 60"),
        ("甲\x1b乙", "line 1: holds a character"),
        ("甲乙\t丙丁\n甲乙\t戊己", "line 2: 甲乙 is already"),
        ("甲乙\n-甲乙", "both a topic and stopped"),
        ("甲乙\t丙丁\n丙丁\t戊己", "both an alias and a name"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(text: str, message: str) -> None:
    """So that one finds it in the file."""
    with pytest.raises(SettingsError, match=message):
        Own.parse(text, "topics.txt")
