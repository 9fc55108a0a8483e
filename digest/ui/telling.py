"""What the bars, the list and the head of an article say, as texts with inks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.model import View
from digest.ui.actions import ACTIONS, BY_ID, Scope
from digest.ui.draw import Text
from digest.ui.keys import key_label
from digest.ui.quoted import summary
from digest.ui.widgets.article_list import Entry
from digest.ui.widgets.bars import Hint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.library import Listing
    from digest.model import Figure
    from digest.ui.actions import Keymap
    from digest.ui.desk import Desk

CHARACTERS_A_MINUTE = 500
"""Reading speed in Chinese, as web readers count it (Miniflux: 500 for CJK)."""


def script_name(desk: Desk) -> str:
    """What the view is called, in a word."""
    view = desk.look.view
    name = desk.say(f"view.{view}")
    return name + desk.say("wording") if desk.look.wording and view is not View.ORIGINAL else name


VIEWS = ("library", "topics", "timeline", "figures", "brief")
"""The screens that a digit leads to, from 1 on; the action is `view_` with the name."""


def banner(
    desk: Desk, busy: str, view: str = "library"
) -> tuple[list[Text], list[Text], list[str]]:
    """The top line: the views; what the program is busy with or how much there is; the script.

    Returns:
        what stands left and right, and for each text at the left the action of a click on it.
    """
    counts = desk.say("banner.count", articles=len(desk.listings), unread=desk.unread)
    left = [Text(" digest ", "name")]
    for number, name in enumerate(VIEWS, 1):
        tab = BY_ID[f"view_{name}"].names.in_language(desk.language)
        left.append(Text(f" {number} {tab} ", "tab" if name == view else "quiet"))
    left.append(Text(f"  {busy or counts}", "quiet"))
    actions = ["", *(f"view_{name}" for name in VIEWS), ""]
    return left, [Text(f"{script_name(desk)} ", "name")], actions


def describe(desk: Desk, index: int) -> Entry:
    """An article as the list shows it."""
    listing = desk.listings[index]
    marker = desk.say("title.derived") if listing.title_derived else ""
    parts = [
        desk.in_view(listing.source or listing.author or file_name(listing), listing.script),
        date_told(desk, listing),
        desk.say("list.characters", count=f"{listing.characters:,}"),
        desk.say("list.figures", count=listing.figures),
    ]
    others = len(desk.folding.members(listing.id)) - 1
    if others:
        parts.insert(0, desk.say("story.others", count=others))
    chosen = "[x] " if listing.id in desk.folding.marked else ""
    return Entry(
        title=chosen + desk.in_view(listing.title, listing.script) + marker,
        meta="  ".join(part for part in parts if part),
        unread=not listing.read,
        starred=listing.starred,
    )


def why_empty(desk: Desk, query: str) -> str:
    """Why a list holds no article: none has what was asked for, or there are none."""
    return desk.say("search.none", query=query) if query else desk.say("list.empty")


def file_name(listing: Listing) -> str:
    """What the file was called that an article came in."""
    return listing.origin.replace("\\", "/").rsplit("/", 1)[-1]


def date_told(desk: Desk, listing: Listing) -> str:
    """When an article was published, marked where the text had to say it."""
    about = desk.say("date.about") if listing.published_inferred else ""
    return f"{about}{listing.published}" if listing.published else ""


def head(desk: Desk, listing: Listing) -> list[str]:
    """The lines above a text: its title, what is known about it, and its summary if wanted."""
    names = dict.fromkeys(name for name in (listing.author, listing.source) if name)
    minutes = max(1, round(listing.characters / CHARACTERS_A_MINUTE))
    parts = [
        *(desk.in_view(name, listing.script) for name in names),
        date_told(desk, listing),
        desk.say("list.characters", count=f"{listing.characters:,}"),
        desk.say("list.minutes", minutes=minutes),
        desk.say(f"script.{listing.script}"),
    ]
    derived = desk.say("title.derived") if listing.title_derived else ""
    title = desk.in_view(listing.title, listing.script) + derived
    return [title, "  ".join(part for part in parts if part), *summary(desk, listing)]


def figure_told(desk: Desk, figure: Figure, beside: Sequence[str] = ()) -> list[Text]:
    """What a figure is: as written, what it measures, its value, what others say, its place."""
    opened = desk.opened
    if opened is None:
        return []
    from digest.briefing.ledger import row  # noqa: PLC0415 - the first picture has no figure
    from digest.ui import explain  # noqa: PLC0415 - as above

    told = row(opened.article, figure, explain.wording(desk, opened.article.script))
    parts = [
        desk.say(f"kind.{figure.kind}"),
        told.label,
        told.value,
        *beside,
        desk.say("status.paragraph", number=told.paragraph + 1),
    ]
    note = "  ".join(part for part in parts if part)
    return [Text(f" {told.written}", "heading"), Text(f"  {note}", "quiet")]


def place_told(
    desk: Desk,
    figures: Sequence[Figure],
    current: Figure | None,
    fraction: float,
    beside: Sequence[str] = (),
) -> tuple[list[Text], list[Text]]:
    """The status line: the figure one is on, how many there are, how far one has read."""
    left = figure_told(desk, current, beside) if current is not None else []
    number = f"{figures.index(current) + 1}/" if current in figures and current is not None else ""
    right = desk.say(
        "status.place", number=f"{number}{len(figures)}", percent=round(fraction * 100)
    )
    return left, [Text(f"{right}  {script_name(desk)} ", "quiet")]


def hits_told(desk: Desk, query: str, number: int, count: int) -> list[Text]:
    """The status line while one searches in a text."""
    if not query:
        return [Text(f" {desk.say('search.hint')}", "quiet")]
    if not count:
        return [Text(f" {desk.say('search.none', query=query)}", "quiet")]
    return [Text(f" {desk.say('search.count', number=number, count=count)}", "message")]


def hints(keymap: Keymap, scope: Scope, language: str) -> list[Hint]:
    """What the key line offers in a place: of keys that do the same, the first."""
    offered: dict[str, Hint] = {}
    for action in ACTIONS:
        if not action.hint or not action.holds_in(scope) or not keymap.keys(action.id):
            continue
        # From the list the way back is the way out.
        leaves = action.id == "leave" and scope is Scope.LIST
        words = BY_ID["quit"].names if leaves else action.hint
        name = words.in_language(language)
        offered.setdefault(name, Hint(action.id, key_label(keymap.keys(action.id)[0]), name))
    return list(offered.values())
