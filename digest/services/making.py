"""Making: an entry of the library from the bytes of a file, with no library at hand.

This is all the work of ingest that takes time. It asks nothing and tells nothing but its answer, so
that it can be done in any process.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from digest.library import Original
from digest.model import LibraryError, SourceError
from digest.services import derivations
from digest.services.analysis import analyse

if TYPE_CHECKING:
    from collections.abc import Callable

    from digest.library import Analysis
    from digest.library.packing import Packed
    from digest.sources import Document, Fetched

_log = logging.getLogger(__name__)


class Made(NamedTuple):
    """What was made of a file; its bytes are where they were."""

    encoding: str
    packed: Packed


class Refusal(NamedTuple):
    """Why nothing was made of it."""

    reason: str
    """One sentence, ready to be shown."""
    defect: str = ""
    """The traceback where the fault is ours, for the log."""


Result: TypeAlias = Made | Refusal


def attempt(fetched: Fetched) -> Result:
    """Make what can be made of a file; whatever is wrong with one is its own affair."""
    from digest.sources import understood  # noqa: PLC0415  loaded when articles come in

    return _attempted(fetched.name, lambda: understood(fetched), derivations.derived_whole)


def attempt_analysis(fetched: Fetched) -> Result:
    """The same without what is derived: of many files that is made when all can be read."""
    from digest.sources import understood  # noqa: PLC0415  loaded when articles come in

    return _attempted(fetched.name, lambda: understood(fetched), analyse)


def attempt_document(document: Document) -> Result:
    """What `attempt` makes, of a document."""
    return _attempted(document.name, lambda: document, derivations.derived_whole)


def original_of(fetched: Fetched, encoding: str) -> Original:
    """What came in, as it is kept."""
    return Original(fetched.data, fetched.name, fetched.origin or fetched.name, encoding)


def tell_defect(name: str, refusal: Refusal) -> None:
    """Write a fault of ours to the log, which the process that keeps one does."""
    if refusal.defect:
        _log.error("analysing %r failed\n%s", name, refusal.defect)


def _attempted(
    name: str, read: Callable[[], Document], analysed: Callable[[Document], Analysis]
) -> Result:
    from digest.library.packing import packed  # noqa: PLC0415  loaded when articles come in

    try:
        document = read()
        return Made(document.encoding, packed(analysed(document)))
    except SourceError as error:
        return Refusal(str(error))
    except LibraryError:
        raise
    except Exception as error:  # noqa: BLE001  a defect of ours in one article must not cost the others
        from traceback import format_exc  # noqa: PLC0415  rarely needed

        kind = type(error).__name__
        return Refusal(f"{name} could not be analysed ({kind}); see the log", format_exc())
