"""Figures come out with the words they stand for and the places where they stand."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from support.command_line import run

SEEDS = tuple(sorted((Path(__file__).parents[2] / "seeds").glob("*.txt")))


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.name[:3])
def test_offsets_lead_to_the_words(seed: Path) -> None:
    """A figure's text is what stands at its place in its paragraph, in order."""
    (shown,) = run("show", str(seed), "--json").records
    texts = [paragraph["text"] for paragraph in shown["paragraphs"]]
    found = run("figures", str(seed), "--json").records
    assert found
    assert found == run("figures", "-", "--json", stdin=seed.read_bytes()).records
    for figure in found:
        assert texts[figure["paragraph"]][figure["start"] : figure["end"]] == figure["text"]
        assert figure["article"] == shown["id"]
    places = [(figure["paragraph"], figure["start"]) for figure in found]
    assert places == sorted(places)


def test_values_are_numbers_without_noise() -> None:
    """Integers are integers, fractions keep their digits, ranges are arrays."""
    text = "公司營收12.30億元，同比增長8.1%，其中3至5家門店於2023年10月24日開業。"
    found = {
        figure["text"]: figure
        for figure in run("figures", "-", "--json", stdin=text.encode()).records
    }
    assert found["12.30億元"]["value"] == 1_230_000_000
    assert isinstance(found["12.30億元"]["value"], int)
    assert found["8.1%"]["value"] == 8.1
    assert found["3至5家"]["value"] == [3, 5]
    assert found["2023年10月24日"]["value"] == "2023-10-24"


def test_several_targets_come_one_after_another() -> None:
    """Figures are told apart by their article."""
    found = run("figures", str(SEEDS[2]), str(SEEDS[3]), "--json").records
    assert len({figure["article"] for figure in found}) == 2


def test_minor_figures_can_be_left_out() -> None:
    """`--min-salience` keeps what matters at least so much."""
    every = run("figures", str(SEEDS[3]), "--json").records
    key = run("figures", str(SEEDS[3]), "--json", "--min-salience", "3").records
    assert key == [figure for figure in every if figure["salience"] == 3]
    assert run("figures", str(SEEDS[3]), "--min-salience", "4").code == 2


def test_the_table_shows_every_figure() -> None:
    """A heading for the article, then a row for every figure."""
    every = run("figures", str(SEEDS[3]), "--json").records
    lines = run("figures", str(SEEDS[3])).out.splitlines()
    assert lines[0].startswith(every[0]["article"])
    assert len(lines) == len(every) + 2
    for figure, line in zip(every, lines[2:], strict=True):
        assert figure["text"] in line
        assert figure["kind"] in line


def test_a_spreadsheet_gets_one_table() -> None:
    """`--csv` names the columns once, and agrees with the JSON output."""
    every = run("figures", str(SEEDS[2]), str(SEEDS[3]), "--json").records
    ran = run("figures", str(SEEDS[2]), str(SEEDS[3]), "--csv")
    table = list(csv.DictReader(io.StringIO(ran.out)))

    assert ran.code == 0
    for row, figure in zip(table, every, strict=True):
        for key in ("article", "text", "kind", "paragraph", "start", "end", "salience"):
            assert row[key] == f"{figure[key]}"
        assert row["resolved"] == (figure["resolved"] or "")


def test_one_form_at_a_time() -> None:
    """A table for spreadsheets is not JSON."""
    assert run("figures", str(SEEDS[3]), "--csv", "--json").code == 2


def test_no_figures_is_nothing_found() -> None:
    """A text without figures is said to have none."""
    ran = run("figures", "-", "--json", stdin="訊飛發布了大模型。".encode())
    assert (ran.code, ran.out, ran.err) == (1, "", "digest: no figures were found\n")


def test_one_target_that_fails_stops_no_other() -> None:
    """What can be read is read; the exit code says that something was refused."""
    ran = run("figures", "no-such.txt", str(SEEDS[3]), "--json")
    assert ran.code == 1
    assert ran.records
    assert ran.err.count("\n") == 1


BYD = ("比亚迪2023年营业收入为6023.15亿元。", "比亞迪2023年營收為6113.20億元。")
"""Two texts that disagree."""


def written(folder: Path, texts: tuple[str, ...] = BYD) -> list[str]:
    """The texts as files of articles of two days."""
    paths = []
    for day, text in enumerate(texts, 20):
        path = folder / f"{day}.md"
        path.write_text(f"---\ntitle: 年报\ndate: 2024-03-{day}\n---\n\n{text}\n", "utf-8")
        paths.append(str(path))
    return paths


def test_what_two_tell_otherwise_stands_side_by_side(tmp_path: Path) -> None:
    """One record for each thing that is told more than once, with the places it is told at."""
    (found,) = run("figures", "--compare", "--json", *written(tmp_path)).records
    assert (found["relation"], found["owner"], found["measure"]) == (
        "conflict",
        "比亚迪",
        "营业收入",
    )
    assert [member["text"] for member in found["members"]] == ["6023.15亿元", "6113.20億元"]
    assert [member["period"] for member in found["members"]] == ["2023", "2023"]
    for member, text in zip(found["members"], BYD, strict=True):
        assert text[member["start"] : member["end"]] == member["text"]


def test_comparisons_are_a_table_for_people(tmp_path: Path) -> None:
    """A heading says what is told and how the articles stand to it."""
    lines = run("figures", "--compare", *written(tmp_path)).out.splitlines()
    assert lines[0] == "disagree  比亚迪  营业收入"
    assert len(lines) == 4


def test_a_series_is_drawn(tmp_path: Path) -> None:
    """Other times of one thing are no disagreement."""
    texts = ("比亚迪2022年销量186万辆。", "比亚迪2023年销量302万辆。")
    head = run("figures", "--compare", *written(tmp_path, texts)).out.splitlines()[0]
    assert head == "series  比亚迪  销量  ⣀⣿"


def test_the_library_is_compared_where_no_target_is_named() -> None:
    """The bundled articles disagree on one thing."""
    found = run("figures", "--compare", "--json").records
    disputed = [one for one in found if one["relation"] == "conflict"]
    assert [{m["text"] for m in one["members"]} for one in disputed] == [{"24 年", "25年"}]


def test_a_year_that_cannot_be_meant_is_told() -> None:
    """As written, with the year that may be meant; nothing is rewritten."""
    found = run("figures", "--compare", "--json", *map(str, SEEDS)).records
    (doubt,) = [one for one in found if one["relation"] == "anachronism"]
    assert (doubt["text"], doubt["likely"]) == ("2014年上半年", 2024)


def test_articles_that_share_nothing_are_refused(tmp_path: Path) -> None:
    """Nothing to compare is said on standard error."""
    outcome = run("figures", "--compare", written(tmp_path)[0])
    assert outcome.code == 1
    assert "nothing is told by more than one" in outcome.err


def test_the_csv_of_the_whole_library_needs_no_target() -> None:
    """One head, and the figures of every article."""
    rows = list(csv.reader(io.StringIO(run("figures", "--csv").out)))
    assert len({row[0] for row in rows[1:]}) == len(SEEDS)
    assert run("figures").code == 2
    assert run("figures", "--csv", "--compare").code == 2
