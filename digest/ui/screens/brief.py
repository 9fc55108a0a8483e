"""The brief (view 5): what the library amounts to in a few minutes, and what of it is new."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from digest.briefing.brief_sheet import Kind
from digest.briefing.markdown import as_markdown
from digest.ui.draw import Text
from digest.ui.screens.view import View
from digest.ui.spoken import Spoken
from digest.ui.widgets.entry_rows import EntryRows

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from digest.briefing.brief_sheet import Entry
    from digest.services.briefs_shown import Material
    from digest.services.looking import Look
    from digest.ui.screens.main import MainScreen

MINUTES = 5
"""How long the brief may take."""


class Loaded(NamedTuple):
    """What was read."""

    material: Material
    look: Look | None
    """The last look before this one."""


class BriefView(View):
    """Stories, disagreements and happenings, over the whole library or since the last look."""

    NAME = "brief"
    HINTS: ClassVar[Mapping[str, str]] = {"view_kind": "brief.key_new"}

    def __init__(self, main: MainScreen, topic: str = "") -> None:
        """Show everything at first.

        Args:
            main: the screen it lies over.
            topic: key of the topic that is told of; empty for the whole library.
        """
        self.topic = topic
        """Key of the topic that is told of; empty for the whole library."""
        self._is_new_only = False
        self._look: Look | None = None
        self._has_looked = False
        self._found: Loaded | None = None
        super().__init__(main)

    def make_rows(self) -> EntryRows:
        """The entries."""
        self.entries = EntryRows(self.inks)
        return self.entries

    # What it shows

    def load(self) -> Loaded:
        """Make the brief, and keep that it was looked at."""
        from digest.services.briefs import make  # noqa: PLC0415 - loaded when it is opened
        from digest.services.briefs_scope import Wish  # noqa: PLC0415 - as above
        from digest.services.briefs_shown import material  # noqa: PLC0415 - as above
        from digest.services.looking import keep_look, last_look  # noqa: PLC0415 - as above

        library = self.desk.library
        if not self._has_looked:
            self._look = last_look(library, self.topic)
        wish = Wish(
            minutes=MINUTES, topic=self.topic, look=self._look if self._is_new_only else None
        )
        found = material(library, make(library, wish))
        if not self._has_looked:
            keep_look(library, library.listings(), self.topic)
            self._has_looked = True
        return Loaded(found, self._look)

    def show_loaded(self, what: Loaded) -> None:
        """Show the brief."""
        is_first, self._found = self._found is None, what
        self._set(0 if is_first else self.entries.at)

    def tell(self) -> None:
        """Say everything anew, in the script there is now."""
        if self._found is not None:
            self._set(self.entries.at)
        super().tell()

    def _set(self, at: int) -> None:
        if self._found is None:
            return
        self.entries.measure = self.desk.look.measure
        self.entries.fill(self._found.material.entries(Spoken(self.desk)), at)

    def told(self) -> tuple[Sequence[Text], Sequence[Text]]:
        """What the cursor is on; whether everything is shown or what is new."""
        entry = self.entries.chosen
        mode = self.desk.say("brief.new_only" if self._is_new_only else "brief.whole")
        right = [Text(f"{mode} ", "quiet")]
        if entry is None or self._found is None or not entry.article:
            return [Text(f" {self.desk.say('brief.hint')}", "quiet")], right
        return [Text(f" {self._place(entry)}", "quiet")], right

    def _place(self, entry: Entry) -> str:
        """Which article an entry is from, and where in it it stands."""
        assert self._found is not None  # noqa: S101 - asked above
        listing = self._found.material.listings[entry.article]
        title = self.desk.in_view(listing.title, listing.script)
        if entry.kind is Kind.STORY and len(entry.members) > 1:
            return self._grounds(entry)
        paragraph = self.desk.say("status.paragraph", number=entry.paragraph + 1)
        return f"{paragraph}  {title}"

    def _grounds(self, entry: Entry) -> str:
        """Why the articles of a story are one."""
        from digest.ui.grounds import grounds_told  # noqa: PLC0415 - for stories of several

        return grounds_told(self.desk, entry.members)

    # What it does

    def choose(self) -> None:
        """Read the article at the place."""
        entry = self.entries.chosen
        if entry is not None and entry.article and entry.place is not None:
            self.go(entry.article, entry.place)

    def toggle_new(self) -> None:
        """Everything, or only what came since the last look."""
        self._is_new_only = not self._is_new_only
        self._found = None
        self.reload()

    def copy_markdown(self) -> None:
        """Copy the brief as Markdown."""
        if self._found is None:
            return
        spoken = Spoken(self.desk)
        entries = self._found.material.entries(spoken)
        text = as_markdown(entries, self._found.material.sources(entries, spoken), self.desk.say)
        self.copy(text, self.desk.say("brief.copied"))

    DEEDS: ClassVar[Mapping[str, Callable[[BriefView], None]]] = {
        "view_kind": toggle_new,
        "view_kind_before": toggle_new,
        "copy_markdown": copy_markdown,
    }
