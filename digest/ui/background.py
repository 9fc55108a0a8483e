"""Background: what the app does unseen once its list is on the screen.

Work is done in threads that touch no widget; what comes of it is shown by methods that the app's
own loop calls.
"""

from __future__ import annotations

import time
from concurrent.futures import CancelledError
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from digest.model import DigestError, LibraryError, View
from digest.ui.attended import LeftError, attended

if TYPE_CHECKING:
    from collections.abc import Callable

    from digest.library import Roll, Store
    from digest.services.ingest import IngestReport
    from digest.services.pace import Pace
    from digest.ui.app import DigestApp
    from digest.ui.bringing import Bringing

WARM_AFTER_SECONDS = 0.3
"""When the parts that are slow to load begin to: after the first picture, before the first wish."""


TELL_SECONDS = 0.25
"""Between two tellings of how far an import has come: as often as one reads a number."""

LIST_SHARE = 20
"""Reading the list anew while articles come takes a twentieth of the time at most."""


class Background:
    """The unseen work of an app."""

    def __init__(self, app: DigestApp, bring: Bringing | None) -> None:
        """Do nothing yet.

        Args:
            app: the app that is served.
            bring: brings articles into the library; None if there are none to bring.
        """
        self._app = app
        self._bring = bring
        self._pace: Pace | None = None
        self._tell_at = self._list_at = 0.0

    def begin(self) -> None:
        """Lay out the rest of the list, bring articles in, get ready what is slow to load."""
        if self._app.desk.is_partial:
            self._work(self._lay_out_rest, "list")
        if self._bring is not None:
            self._work(self._take_in, "bring")
        else:
            self._app.set_timer(WARM_AFTER_SECONDS, self._get_ready)

    def _get_ready(self) -> None:
        self._work(self._warm, "warm")

    def _work(self, work: Callable[[Store], None], group: str) -> None:
        """Do something in a thread with the library, until it is done or the app is left."""

        def attend() -> None:
            try:
                work(attended(self._app.desk.library, self._is_left))
            except LibraryError:
                # The library may be closed by now, which is no news to an app that is left.
                if not self._is_left():
                    raise

        self._app.run_worker(attend, thread=True, group=group)

    # In threads

    def _is_left(self) -> bool:
        return not self._app.is_running

    def _in_loop(self, show: Callable[..., object], *values: object) -> None:
        """Show something; to an app that is being left, nothing is shown."""

        def show_if_there() -> None:
            if not self._is_left():
                show(*values)

        try:
            self._app.call_from_thread(show_if_there)
        except (RuntimeError, CancelledError):
            if self._is_left():
                raise LeftError("the app has been left") from None
            raise

    def _lay_out_rest(self, library: Store) -> None:
        """Read the whole list of a large library."""
        self._in_loop(self._laid_out, library.roll())
        self._app.tidying.spare()

    def _warm(self, library: Store) -> None:
        """Load what the first toggle and the first search will need; renew what is out of date."""
        from digest.text.script import warm  # noqa: PLC0415 - opencc is slow to load
        from digest.ui.widgets import prompt  # noqa: F401, PLC0415 - so that the loop need not

        self._in_loop(self._app.main.line.prepare)
        warm(View.HANS)
        warm(self._app.desk.look.variant)
        self._app.asking.refresh()
        self._app.tidying.give_back()
        from digest.services.derivations import make_lacking  # noqa: PLC0415 - loaded when all
        from digest.services.ingest import rederive  # noqa: PLC0415 - else is
        from digest.services.stories import group_new  # noqa: PLC0415 - as above
        from digest.ui.bringing import hands_beside  # noqa: PLC0415 - as above

        with suppress(LibraryError):
            before = library.revision
            if rederive(library, hands=hands_beside()):
                self._in_loop(self._renewed, library.roll())
            if library.revision != before:
                self._in_loop(self._found_topics)
                self._app.asking.refresh()
            make_lacking(library, hands=hands_beside())
            grouped = group_new(library)
            self._in_loop(self._grouped, bool(grouped))
        self._app.tidying.give_back()
        self._app.tidying.spare()

    def _take_in(self, library: Store) -> None:
        """Bring articles in, telling how far it has come."""
        from digest.services.pace import Pace  # noqa: PLC0415 - loaded when articles come in

        if self._bring is None:
            return
        self._pace = Pace()
        try:
            report = self._bring(library, partial(self._coming, library))
        except LeftError:
            raise
        except DigestError as error:
            self._in_loop(self._came, None, library.roll(), str(error))
        else:
            self._in_loop(self._came, report, library.roll(), "")

    def _coming(self, library: Store, done: int, total: int) -> None:
        """Tell how far it has come, and now and then show what is there."""
        assert self._pace is not None  # noqa: S101 - made before anything comes
        self._pace.at(done, total)
        now = time.monotonic()
        if self._is_left():
            raise LeftError("the app has been left")
        if now >= self._tell_at:
            self._tell_at = now + TELL_SECONDS
            self._in_loop(self._tell, done, total, self._pace.seconds_left)
        if now >= self._list_at:
            self._in_loop(self._laid_out, library.roll())
            self._list_at = time.monotonic() + (time.monotonic() - now) * LIST_SHARE

    # In the app's loop

    def _grouped(self, is_new: bool) -> None:
        """Fold the stories that are known by now, if the reader wants them; renew the briefs."""
        if is_new:
            self._spoil()
        if self._app.desk.folding.is_on:
            from digest.ui.commands.stories import with_stories  # noqa: PLC0415 - rarely

            with_stories(self._app.main, lambda: None, anew=True)
        elif is_new:
            # Read again when they are wanted.
            self._app.desk.folding.stories = None

    def _found_topics(self) -> None:
        """Show the topics that were found, to who is waiting for them."""
        from digest.ui.doors import opened_topics  # noqa: PLC0415 - loaded when a view is opened

        for view in opened_topics(self._app.main):
            view.reading.spoil()

    def _spoil(self) -> None:
        """Let the briefs that have been opened be made anew."""
        from digest.ui.doors import opened_briefs  # noqa: PLC0415 - loaded when a view is opened

        for view in opened_briefs(self._app.main):
            view.reading.spoil()

    def _laid_out(self, listings: Roll) -> None:
        self._app.desk.lay_out(listings)
        self._app.main.refresh_list(anew=True)

    def _renewed(self, listings: Roll) -> None:
        """Show what a newer analysis made of the articles."""
        main = self._app.main
        self._app.desk.lay_out(listings)
        main.refresh_list()
        if self._app.desk.listings:
            main.navigator.show(main.articles.cursor)
        self._spoil()

    def _tell(self, done: int, total: int, seconds_left: int | None) -> None:
        from digest.services.pace import in_words  # noqa: PLC0415 - loaded when articles come in

        desk, main = self._app.desk, self._app.main
        if not seconds_left:
            main.teller.busy = desk.say("banner.busy", done=done, total=total)
        else:
            left = in_words(seconds_left)
            main.teller.busy = desk.say("banner.busy.left", done=done, total=total, left=left)
        main.refresh_list()

    def _came(self, report: IngestReport | None, listings: Roll, problem: str) -> None:
        desk, main = self._app.desk, self._app.main
        main.teller.busy = ""
        self._laid_out(listings)
        self._spoil()
        begun = main.navigator.has_moved or main.typing or self._app.screen is not main
        if report is not None and not begun:
            main.navigator.arrive(each.id for each in (*report.added, *report.already))
        if problem:
            main.teller.say(problem)
        elif report is not None and report.refused:
            main.teller.say(desk.say("bring.refused", reason=report.refused[0].reason))
        elif report is not None and report.added:
            main.teller.say(desk.say("bring.added", articles=len(report.added)))
        self._get_ready()
