"""`digest convert`: a text in another script, for a pipe or a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from digest.cli import guard, terminal
from digest.cli.options import PATH, command, script_option
from digest.cli.targets import read_document, whole_text
from digest.services.dictionary import own_dictionary
from digest.text.clean import clean
from digest.text.sanitize import inert
from digest.text.script import convert as turn
from digest.text.script import detect

if TYPE_CHECKING:
    from digest.model import View


@command(
    "convert",
    examples=(
        ("digest convert article.txt --to zh-Hant-TW", "A file, cleaned and in Traditional"),
        ("pbpaste | digest convert --to zh-Hans", "What another program prints, in Simplified"),
        ("digest convert --raw notes.txt --to zh-Hans > new.txt", "Every line kept as it stands"),
    ),
)
@click.argument("file", metavar="[FILE|-]", default="-", type=PATH)
@script_option("--to", None, "The script to convert to.")
@click.option(
    "--raw", is_flag=True, help="Do not clean: convert the text as it is and keep its line ends."
)
def convert(file: str, script: View, raw: bool) -> int:
    """Put the text of FILE, or of standard input, into another script.

    The text is cleaned first and printed with one paragraph a line. What is in the script already
    stays as it is.
    """
    document = read_document(file)
    own = own_dictionary()
    if raw:
        text = whole_text(document)
        terminal.write_text(turn(text, script, detect(text), dictionary=own).text)
        return guard.DONE
    cleaned = clean(document.text, name=document.name, given=document.given).text.text
    for paragraph in turn(cleaned, script, detect(cleaned), dictionary=own).text.split("\n"):
        terminal.write(inert(paragraph))
    return guard.DONE
