"""`digest timeline`: lines, JSON and Markdown."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.command_line import run

SEEDS = tuple(sorted((Path(__file__).parents[2] / "seeds").glob("*.txt")))


@pytest.mark.usefixtures("home")
def test_offsets_lead_to_sentences_and_dates() -> None:
    """Every telling is what stands at its place in its paragraph, with its date inside."""
    found = run("timeline", "--json").records
    assert found
    texts: dict[str, list[str]] = {}
    for each in found:
        assert each["tellers"][0]["text"] == each["text"]
        for told in each["tellers"]:
            if told["article"] not in texts:
                (shown,) = run("show", told["article"], "--json").records
                texts[told["article"]] = [one["text"] for one in shown["paragraphs"]]
            paragraph = texts[told["article"]][told["paragraph"]]
            assert paragraph[told["start"] : told["end"]] == told["text"]
            assert told["start"] <= told["date"][0] < told["date"][1] <= told["end"]


def test_files_have_a_timeline() -> None:
    """Files are read where they are."""
    found = run("timeline", *map(str, SEEDS), "--json").records
    (launch,) = [one for one in found if one["when"] == "2023-06-09"]
    assert len({told["article"] for told in launch["tellers"]}) == 2


@pytest.mark.usefixtures("home")
def test_lines_stand_in_the_order_of_time() -> None:
    """The table has a row an event, with its date and how many tell it."""
    shown = run("timeline", "--since", "2023-06", "--until", "2023-10-24")
    assert shown.code == 0
    rows = [line.split()[:2] for line in shown.out.splitlines()[1:]]
    assert ["2023-08-15", "3"] in rows
    assert ["2023-10-24", "4"] in rows
    assert not [row for row in rows if row[0].startswith(("2025", "1999"))]


@pytest.mark.usefixtures("home")
def test_markdown_names_everybody_who_tells() -> None:
    """An item an event, and below it the articles with their paragraphs."""
    shown = run("timeline", "--topic", "飞星一号", "--markdown")
    assert shown.out.startswith("## ")
    assert "- **2023-10-24** " in shown.out
    assert shown.out.count("¶") >= 4


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("timeline", "--since", "yesterday"), 2),
        (("timeline", "--json", "--markdown"), 2),
        (("timeline", "--topic", "不存在的东西"), 1),
        (("timeline", "--since", "2099"), 1),
        (("timeline", "no-such-file.txt"), 1),
    ],
)
@pytest.mark.usefixtures("home")
def test_what_cannot_be_told_is_refused(words: tuple[str, ...], code: int) -> None:
    """Wrong usage and empty answers have exit codes of their own, and a word of why."""
    shown = run(*words)
    assert shown.code == code
    assert shown.err
