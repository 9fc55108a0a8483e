"""In which words the screen explains a figure: those of the view, and the reader's own amounts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from digest.briefing.ledger import Wording
from digest.model import Script, View

if TYPE_CHECKING:
    from digest.ui.desk import Desk

OWN_VIEW = {"zh-Hans": View.HANS, "zh-Hant": View.HANT_TW}
"""The view whose script is the reader's own, by the language of the program's words."""


def own_view(desk: Desk) -> View:
    """The view of the reader's own script, for words that are the program's and not the text's."""
    own = desk.look.view
    return OWN_VIEW.get(desk.language, own) if own is View.ORIGINAL else own


def wording(desk: Desk, script: Script) -> Wording:
    """How the figures of an article in a script are put.

    While texts are shown as written, their words are; what a figure is worth is still put in the
    reader's own script, since it is there to be understood.
    """
    own = own_view(desk)
    traditional = script is Script.HANT if own is View.ORIGINAL else own is not View.HANS
    is_own = script is (Script.HANT if traditional else Script.HANS)
    return Wording(
        traditional=traditional,
        shown=partial(desk.in_view, script=script),
        counted=str if is_own else partial(desk.in_view, script=script, view=own),
    )
