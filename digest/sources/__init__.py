"""Where articles come from: files, folders and streams, decoded, with what they declare.

Nothing here cleans a text; what is read is handed over as it was found, beside the bytes it came
in. Whatever cannot be an article is refused in one sentence.
"""

from digest.sources.document import Document, Fetched
from digest.sources.files import SUFFIXES, fetch, read_path, read_stream, streamed, understood, walk

__all__ = [
    "SUFFIXES",
    "Document",
    "Fetched",
    "fetch",
    "read_path",
    "read_stream",
    "streamed",
    "understood",
    "walk",
]
