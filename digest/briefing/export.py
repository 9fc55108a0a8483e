"""The ledger on its way out: as Markdown for documents, as CSV for spreadsheets and programs.

Words go along as they are. What a document would take for markup is escaped; what a spreadsheet
would work out, instead of showing it, is marked as text.
"""

from __future__ import annotations

import csv
import io
import re
from decimal import Decimal
from typing import TYPE_CHECKING

from digest.briefing.ledger import row
from digest.briefing.values import MAX_DIGITS
from digest.text.sanitize import inert

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from digest.briefing.ledger import Row, Wording
    from digest.model import Article, Figure, FigureKind, Value

COLUMNS = (
    "article",
    "paragraph",
    "start",
    "end",
    "kind",
    "label",
    "text",
    "value",
    "number",
    "number_to",
    "unit",
    "resolved",
    "salience",
)
"""The columns of the CSV. `paragraph`, `start` and `end` are those of `digest figures --json`;
`value` is in customary units, `number` is its number or the lower end of its range, `number_to` the
upper end."""

_FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]")
"""How a cell begins that a spreadsheet may take for a formula: the signs that OWASP lists under CSV
injection, in full width too. Tabs and carriage returns, which it lists as well, never get here."""

_NUMBER = re.compile(r"-?\d+(\.\d+)?")
"""A number may be taken for what it is, its sign included."""

_MARKUP = re.compile(r"[\\`*_\[\]<>|~&#$]")
"""What Markdown would read, within a cell of a table, as something else than itself."""


def as_markdown(
    rows: Iterable[Row],
    heads: Sequence[str],
    name: Callable[[FigureKind], str],
    source: str = "",
) -> str:
    """A table in Markdown, one line a figure, with paragraphs counted from 1 as readers do.

    Args:
        rows: what stands in it, in this order.
        heads: what the columns are called: label, value, as written, kind, paragraph.
        name: what a kind is called.
        source: what the figures are taken from; stands below the table.
    """
    body = (
        _line((one.label, one.value, one.written, name(one.kind), f"{one.paragraph + 1}"))
        for one in rows
    )
    below = ("", f"({_escaped(source)})") if source else ()
    lines = (_line(heads), "|---|---|---|---|--:|", *body, *below)
    return "".join(f"{line}\n" for line in lines)


def as_table(rows: Iterable[Sequence[str]], heads: Sequence[str]) -> str:
    """Any rows as a table in Markdown, under heads."""
    lines = (_line(heads), "|---" * len(heads) + "|", *map(_line, rows))
    return "".join(f"{line}\n" for line in lines)


def as_csv(
    article: Article, figures: Iterable[Figure], wording: Wording, *, headed: bool = True
) -> str:
    """A table in CSV (RFC 4180, but lines end in a line feed), one line a figure.

    A cell that begins like a formula and is no number has an apostrophe before it.

    Args:
        article: whose figures they are.
        figures: what stands in it, in this order.
        wording: how the words are written; `own_wording` leaves them as they are.
        headed: whether the names of the columns come first.
    """
    starts = [paragraph.span.start for paragraph in article.paragraphs] or [0]
    told = ((row(article, figure, wording), figure) for figure in figures)
    cells = (
        record(article.id, one, one.span.start - starts[one.paragraph], figure, wording)
        for one, figure in told
    )
    return csv_of(cells, headed=headed)


def csv_of(records: Iterable[Sequence[str]], *, headed: bool = True) -> str:
    """Records of `record` as a table in CSV."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    if headed:
        writer.writerow(COLUMNS)
    for cells in records:
        writer.writerow(list(map(_safe, cells)))
    return written.getvalue()


def record(
    article: str, told: Row, start: int, figure: Figure, wording: Wording
) -> tuple[str, ...]:
    """The cells of a figure, in the order of `COLUMNS`.

    Args:
        article: the id of its article.
        told: its row.
        start: in its paragraph, where it begins.
        figure: the figure.
        wording: how its unit is written.
    """
    return tuple(_record(article, told, start, figure, wording))


def _record(article: str, told: Row, start: int, figure: Figure, wording: Wording) -> Iterator[str]:
    yield article
    yield f"{told.paragraph}"
    yield f"{start}"
    yield f"{start + len(told.span)}"
    yield told.kind.value
    yield told.label
    yield told.written
    yield told.value
    yield from _numbers(figure.value)
    yield wording.counted(figure.unit or "")
    yield told.resolved
    yield f"{figure.salience}"


def _numbers(worth: Value) -> tuple[str, str]:
    """The number of a value, or the two ends of a range, in digits alone."""
    ends = worth if isinstance(worth, tuple) else (worth,)
    digits = [_digits(end) for end in ends if isinstance(end, Decimal)]
    return digits[0] if digits else "", digits[-1] if len(digits) > 1 else ""


def _digits(number: Decimal) -> str:
    """A number without thousands marks and needless zeros, exactly."""
    if not number.is_finite() or abs(number.adjusted()) > MAX_DIGITS:
        return str(number)
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _safe(cell: str) -> str:
    """A cell on one line that a spreadsheet shows as it is."""
    text = inert(cell)
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def _line(cells: Iterable[str]) -> str:
    """One row of a table in Markdown."""
    return f"| {' | '.join(map(_escaped, cells))} |"


def _escaped(words: str) -> str:
    """Words on one line that Markdown shows as they are."""
    return _MARKUP.sub(r"\\\g<0>", inert(words))
