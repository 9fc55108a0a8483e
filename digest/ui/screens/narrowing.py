"""Narrowing: a line typed above the keys, to which the list of a view is narrowed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.ui.widgets.prompt import Prompt

if TYPE_CHECKING:
    from textual.widgets import Input

    from digest.ui.screens.view import View


class FilterLine(Prompt):
    """The line itself; what is typed into it narrows at once, and Enter keeps it."""

    def __init__(self, narrowing: Narrowing, label: str) -> None:
        super().__init__(label, narrowing.text)
        self._narrowing = narrowing

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list."""
        event.stop()
        self._narrowing.to(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give the keys back to the list."""
        event.stop()
        self._narrowing.close(event.value)


class Narrowing:
    """What the list of one view is narrowed to, and the line in which it is typed."""

    def __init__(self, view: View) -> None:
        """Narrow to nothing."""
        self._view = view
        self._line: FilterLine | None = None
        self.text = ""

    @property
    def actions(self) -> frozenset[str]:
        """The action that opens the line, where the view can be narrowed."""
        return frozenset({"view_filter"} if self._view.NARROWS else ())

    @property
    def is_open(self) -> bool:
        """Whether something is being typed."""
        return self._line is not None

    def open(self) -> None:
        """Ask what to narrow to."""
        view = self._view
        if self._line is None:
            self._line = FilterLine(self, view.desk.say("view.filter"))
            view.mount(self._line, before=view.status)

    def close(self, text: str) -> None:
        """Give the keys back to the list, narrowed to this."""
        if self._line is not None:
            self._line.remove()
            self._line = None
        self._view.rows.focus(scroll_visible=False)
        self.to(text)

    def to(self, text: str) -> None:
        """Narrow the list to a text; to nothing for an empty one."""
        if text != self.text:
            self.text = text
            self._view.narrow(text)
            self._view.tell()
