"""Background: what the app does unseen once its list is on the screen.

Work is done in threads that touch no widget; what comes of it is shown by methods that the app's
own loop calls.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from digest.model import DigestError, LibraryError, View

if TYPE_CHECKING:
    from digest.library import Listing
    from digest.services.ingest import IngestReport
    from digest.ui.app import DigestApp
    from digest.ui.bringing import Bringing

WARM_AFTER_SECONDS = 0.3
"""When the parts that are slow to load begin to: after the first picture, before the first wish."""


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

    def begin(self) -> None:
        """Lay out the rest of the list, bring articles in, get ready what is slow to load."""
        if self._app.desk.is_partial:
            self._app.run_worker(self._lay_out_rest, thread=True, group="list")
        if self._bring is not None:
            self._app.run_worker(self._take_in, thread=True, group="bring")
        else:
            self._app.set_timer(WARM_AFTER_SECONDS, self._get_ready)

    def _get_ready(self) -> None:
        self._app.run_worker(self._warm, thread=True, group="warm")

    # In threads

    def _lay_out_rest(self) -> None:
        """Read the whole list of a large library."""
        listings = self._app.desk.library.listings()
        self._app.call_from_thread(self._laid_out, listings)

    def _warm(self) -> None:
        """Load what the first toggle and the first search will need; renew what is out of date."""
        from digest.text.script import warm  # noqa: PLC0415 - opencc is slow to load

        warm(View.HANS)
        warm(self._app.desk.look.variant)
        self._app.find("", 1)
        from digest.services.derivations import make_lacking  # noqa: PLC0415 - loaded when all
        from digest.services.ingest import rederive  # noqa: PLC0415 - else is
        from digest.services.stories import group_new  # noqa: PLC0415 - as above

        with suppress(LibraryError):
            if rederive(self._app.desk.library):
                self._app.call_from_thread(self._renewed)
            make_lacking(self._app.desk.library)
            group_new(self._app.desk.library)

    def _take_in(self) -> None:
        """Bring articles in, telling how far it has come."""
        app = self._app
        if self._bring is None:
            return
        try:
            report = self._bring(
                lambda done, total: app.call_from_thread(self._coming, done, total)
            )
        except DigestError as error:
            app.call_from_thread(app.main.teller.say, str(error))
        else:
            app.call_from_thread(self._came, report)

    # In the app's loop

    def _laid_out(self, listings: list[Listing]) -> None:
        self._app.desk.lay_out(listings)
        self._app.main.refresh_list(anew=True)

    def _renewed(self) -> None:
        """Show what a newer analysis made of the articles."""
        main = self._app.main
        self._app.desk.refresh()
        main.refresh_list()
        if self._app.desk.listings:
            main.navigator.show(main.articles.cursor)

    def _coming(self, done: int, total: int) -> None:
        self._app.main.teller.busy = self._app.desk.say("banner.busy", done=done, total=total)
        self._app.desk.refresh()
        self._app.main.refresh_list(anew=True)

    def _came(self, report: IngestReport) -> None:
        desk, main = self._app.desk, self._app.main
        main.teller.busy = ""
        desk.refresh()
        main.refresh_list(anew=True)
        if report.refused:
            main.teller.say(desk.say("bring.refused", reason=report.refused[0].reason))
        elif report.added:
            main.teller.say(desk.say("bring.added", articles=len(report.added)))
        self._get_ready()
