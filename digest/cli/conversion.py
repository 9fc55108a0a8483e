"""`digest convert`: a text in another script, for a pipe or a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from digest.cli import guard, terminal
from digest.cli.options import PATH, command, marks_option, script_option, wording_option
from digest.cli.targets import read_document, whole_text
from digest.services.manner import own_manner
from digest.text.clean import clean
from digest.text.sanitize import inert
from digest.text.script import detect
from digest.text.shown import shown

if TYPE_CHECKING:
    from digest.model import View


@command(
    "convert",
    examples=(
        ("digest convert article.txt --to zh-Hant-TW", "A file, cleaned and in Traditional"),
        ("pbpaste | digest convert --to zh-Hans", "What another program prints, in Simplified"),
        ("digest convert article.txt --to zh-Hant-TW --wording", "With the words of Taiwan"),
        ("digest convert --raw notes.txt --to zh-Hans > new.txt", "Every line kept as it stands"),
    ),
)
@click.argument("file", metavar="[FILE|-]", default="-", type=PATH)
@script_option("--to", None, "The script to convert to.")
@click.option(
    "--raw",
    is_flag=True,
    help="Do not clean: convert the text as it is and keep its line ends.",
)
@wording_option
@marks_option
def convert(file: str, script: View, raw: bool, wording: bool | None, marks: bool) -> int:
    """Put the text of FILE, or of standard input, into another script.

    The text is cleaned first and printed with one paragraph a line. What is in the script already
    stays as it is. With --marks it is what the app shows.
    """
    document = read_document(file)
    manner = own_manner(script, wording=wording, marks=marks)
    if raw:
        text = whole_text(document)
        terminal.write_text(shown(text, detect(text), manner).text)
        return guard.DONE
    cleaned = clean(document.text, name=document.name, given=document.given).text.text
    written = detect(cleaned)
    for paragraph in cleaned.split("\n"):
        terminal.write(inert(shown(paragraph, written, manner).text))
    return guard.DONE
