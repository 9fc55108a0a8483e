"""Credit lines: labels with short values and nothing besides."""

from __future__ import annotations

from importlib import resources

import pytest

from digest.model import Metadata
from digest.text.clean.credits import credit_line, labels, names
from digest.text.clean.lines import Line


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("来源：新华网", Metadata(source="新华网")),
        ("(文章来源:南方都市报)", Metadata(source="南方都市报")),
        ("作者|许昊杰 许可亮", Metadata(author="许昊杰 许可亮")),
        ("作者丨陈伊凡", Metadata(author="陈伊凡")),
        ("編輯｜許昊傑", Metadata(editor="許昊傑")),
        ("责任编辑：陈体强_NB6485", Metadata(editor="陈体强")),
        ("文/劉曠公眾號,ID:liukuang110", Metadata(author="劉曠")),
        ("关键词：人工智能，大模型；算力", Metadata(keywords=("人工智能", "大模型", "算力"))),
        ("關鍵詞:", Metadata()),
        ("發布時間：2023/08/16 10:23", Metadata(published="2023-08-16")),
        ("2023-08-16 10:23", Metadata(published="2023-08-16")),
        ("民國112年8月16日", Metadata(published="2023-08-16")),
        ("潮州日报 2021-09-16 15:48", Metadata(source="潮州日报", published="2021-09-16")),
        (
            "2023年08月16日 10:23 来源：人民网 作者：张三 字号：大 中 小",
            Metadata(source="人民网", author="张三", published="2023-08-16"),
        ),
        ("编辑：张三 责编：李四 审核：王五", Metadata(editor="张三 李四")),
        ("（責任編輯：林美玲）", Metadata(editor="林美玲")),
        ("每经记者：李少婷　每经编辑：魏官红", Metadata(author="李少婷", editor="魏官红")),
        ("责任编辑：刘万里 SF014", Metadata(editor="刘万里")),
        ("标题：测试文章", Metadata(title="测试文章")),
    ],
)
def test_a_credit_line_says_its_credits(line: str, said: Metadata) -> None:
    """In either script and width, with any of the marks that sites use."""
    found = credit_line(Line.at(0, line))
    assert found is not None
    assert found.metadata == said


@pytest.mark.parametrize(
    "line",
    [
        "来源：新华社报道称，事故原因仍在调查。",
        "作者：我们为什么需要大模型？",
        "时间：8月16日",
        "会议时间和地点另行通知",
        "编辑部的故事",
        "文章来源于生活",
        "资金来源：财政拨款和社会捐赠，其中财政拨款占百分之六十，社会捐赠占百分之四十，全部用于学校建设项目",
        "科大讯飞 2023",
        "新华社",
        "2023年8月16日上午十点发布会开始",
        "6 月 9 日:突破開放式問答",
    ],
)
def test_a_sentence_is_no_credit_line(line: str) -> None:
    """What holds anything besides labels and values is read."""
    assert credit_line(Line.at(0, line)) is None


@pytest.mark.parametrize(
    ("value", "people"),
    [
        ("张三、李四", "张三 李四"),
        ("本报记者 张三 实习生 李四", "张三 李四"),
        ("新华社记者张三", "张三"),
        ("劉曠公眾號", "劉曠"),
        ("和晶", "和晶"),
    ],
)
def test_names_stand_apart(value: str, people: str) -> None:
    """Offices and what parts names are no names."""
    assert names(value) == people


def test_the_table_of_labels_is_sorted_unique_and_used() -> None:
    """Each label stands once, in order, and is understood in a line."""
    text = (resources.files("digest.text.clean") / "labels.txt").read_text("utf-8")
    rows = [row.split("\t")[0] for row in text.splitlines() if not row.startswith("#")]
    assert rows == sorted(set(rows))
    assert len(labels()) == len(rows)
    for label, kind in labels().items():
        value = "2023-08-16" if kind == "date" else "张三"
        found = credit_line(Line.at(0, f"{label}：{value}"))
        assert found is not None, label
        assert kind in found.kinds, label
