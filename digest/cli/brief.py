"""`digest brief`: what the library amounts to, in as many minutes as one has."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

import click

from digest.cli import guard, records, terminal
from digest.cli.options import Whole, command, json_option, library_path
from digest.cli.targets import lazily
from digest.model import Script, View
from digest.text.sanitize import inert

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digest.briefing.brief_sheet import Entry
    from digest.library import Library
    from digest.services.briefs_scope import Wish
    from digest.services.briefs_shown import Material
    from digest.text.aligned import AlignedText
    from digest.text.shown import Manner

LAST = "last"
"""What `--since` takes besides a date: the last look."""

LANGUAGES = {View.HANS: "zh-Hans", View.HANT_TW: "zh-Hant-TW", View.HANT_HK: "zh-Hant-HK"}
"""Views as tags of a language; other views are Traditional of no region, or none."""

MEASURE = 80
"""Cells of the longest line, as in the app."""

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


class Voice:
    """The script and the language in which a brief is written."""

    def __init__(self, manner: Manner, language: str) -> None:
        """Show texts in a manner, and the program's words in a language."""
        self._manner = manner
        self.words = language

    def shown(self, text: str, script: Script) -> AlignedText:
        """Words of an article as they are shown."""
        from digest.text.shown import shown  # noqa: PLC0415 - loaded with the brief

        return shown(text, script, self._manner)

    def language(self, script: Script) -> str:
        """The language of words in a script as they are shown."""
        if self._manner.view is not View.ORIGINAL:
            return LANGUAGES.get(self._manner.view, "zh-Hant")
        return script.value if script in {Script.HANS, Script.HANT} else "zh"

    def say(self, words: str, **values: object) -> str:
        """A label of the program."""
        from digest.ui.words import CATALOGUE  # noqa: PLC0415 - as above

        return CATALOGUE.say(words, self.words, **values)


def _since(_ctx: click.Context, _parameter: click.Parameter, value: str) -> str:
    if value and value != LAST and not _DATE.fullmatch(value):
        raise click.BadParameter(f"{value!r} is no date: 2024-05-01, 2024-05, 2024, or {LAST}")
    return value


@command(
    "brief",
    examples=(
        ("digest brief", "What there is, in five minutes"),
        ("digest brief --since last", "Only what came since one last looked"),
        ("digest brief --topic 科大讯飞 --minutes 2", "Two minutes on one topic"),
        ("digest brief --html > brief.html", "A page to print or to send"),
        ("digest brief --script zh-Hant-TW --markdown", "In Traditional, for a document"),
    ),
)
@click.option(
    "--since", default="", metavar="DATE", callback=_since, help=f"From a date on, or `{LAST}`."
)
@click.option(
    "--minutes",
    type=Whole(1, 600),
    default=5,
    metavar="N",
    help="How long it may take to read, at 500 characters a minute; 5 if left out.",
)
@click.option("--topic", default="", metavar="NAME", help="Only what mentions this topic.")
@click.option(
    "--script",
    "script",
    type=click.Choice([view.value for view in View], case_sensitive=False),
    metavar="TAG",
    help=f"Show it in this script: {', '.join(View)}. As in the app if left out.",
)
@click.option("--markdown", "form", flag_value="markdown", help="As Markdown.")
@click.option("--html", "form", flag_value="html", help="As a page that stands alone.")
@json_option
def brief(
    *, since: str, minutes: int, topic: str, script: str | None, form: str | None, as_json: bool
) -> int:
    """Tell what the library amounts to: stories by weight, key figures, dates, disagreements.

    Every line is a sentence as its article has it. What there was no time for is counted at the
    end. With `--since last`, what came since the last time this was asked, or the brief was open in
    the app, is told, without sentences that were there before in other words.
    """
    if as_json and form:
        raise click.UsageError("say one of --markdown, --html and --json")
    from digest.cli.logbook import keep_log  # noqa: PLC0415 - for what derives
    from digest.services.briefs_scope import Wish  # noqa: PLC0415 - loads what the help needs not

    keep_log()
    with lazily(library_path()) as opened:
        library = opened()
        if not library.counts().articles:
            terminal.complain("the library is empty; `digest add PATH` puts articles into it")
            return guard.REFUSED
        wish = Wish("" if since == LAST else since, minutes, topic)
        found = _told(library, wish, last=since == LAST)
        _write(found, _voice(library, script), form, as_json=as_json)
    return guard.DONE if found.brief.stories else guard.REFUSED


def _told(library: Library, wish: Wish, *, last: bool) -> Material:
    """The brief of a library, its stories found as far as they were not."""
    from digest.services.briefs import make  # noqa: PLC0415 - loaded when it is asked
    from digest.services.briefs_shown import material  # noqa: PLC0415 - as above
    from digest.services.looking import keep_look, last_look  # noqa: PLC0415 - as above
    from digest.services.stories import group_new  # noqa: PLC0415 - as above
    from digest.services.topics import named  # noqa: PLC0415 - as above

    if not library.read_only:
        group_new(library)
    if not last:
        return material(library, make(library, wish))
    key = named(library, wish.topic).key if wish.topic else ""
    wish = wish._replace(look=last_look(library, key))
    listings = library.listings()
    found = material(library, make(library, wish))
    keep_look(library, listings, key)
    return found


def _voice(library: Library, script: str | None) -> Voice:
    """The script asked for, or the one the app is in; labels in its language."""
    from digest.locations import locations  # noqa: PLC0415 - asks the system
    from digest.services.manner import own_manner  # noqa: PLC0415 - as above
    from digest.settings import load  # noqa: PLC0415 - as above
    from digest.ui.words import language_for  # noqa: PLC0415 - as above

    wanted = load(locations().settings)
    kept = library.session().get("view", "")
    views = {view.value: view for view in View}
    view = views.get(script or kept, wanted.reading.script)
    locale = os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
    return Voice(own_manner(view), language_for(wanted.ui.language, view, locale))


def _write(found: Material, voice: Voice, form: str | None, *, as_json: bool) -> None:
    """Write the brief in the form asked for."""
    entries = found.entries(voice)
    if as_json:
        for record in _records(found, entries):
            terminal.write_json(record)
    elif form == "markdown":
        from digest.briefing.markdown import as_markdown  # noqa: PLC0415 - one of several

        terminal.write_text(as_markdown(entries, found.sources(entries, voice), voice.say))
    elif form == "html":
        from digest.briefing.html import as_html  # noqa: PLC0415 - one of several

        language = "en" if voice.words == "en" else voice.language(Script.UNDECIDED)
        language = voice.words if language == "zh" else language
        page = as_html(entries, found.sources(entries, voice), voice.say, language)
        terminal.write_text(page)
    else:
        from digest.cli.brief_page import page as lines  # noqa: PLC0415 - one of several

        for line in lines(entries, terminal.screen()):
            terminal.write(line)


def _records(found: Material, entries: Sequence[Entry]) -> Iterator[records.Record]:
    """The brief for programs: what it is, then every line with its place."""
    brief = found.brief
    yield {
        "kind": "brief",
        "since": brief.since or None,
        "topic": brief.topic or None,
        "articles": brief.articles,
        "stories": len(brief.stories),
        "left": brief.left,
        "characters": brief.characters,
        "minutes": brief.minutes,
    }
    story: str | None = None
    for entry in entries:
        if not entry.article or entry.place is None:
            if entry.kind == "section":
                story = None
            continue
        if entry.kind == "story":
            story = entry.article
        article = found.articles[entry.article]
        is_title = entry.kind == "story"
        words = article.metadata.title if is_title else entry.place.of(article.text)
        yield {
            "kind": entry.kind.value,
            "story": story,
            "article": entry.article,
            **records.place(article, entry.place),
            "text": words,
            "shown": inert(entry.text),
            "note": entry.note or None,
            "articles": list(entry.members),
        }
