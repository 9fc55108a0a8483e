"""Where articles come from: files, folders and streams, decoded, with what they declare.

Nothing here cleans a text; what is read is handed over as it was found, beside the bytes it came
in. Whatever cannot be an article is refused in one sentence.
"""

from digest.sources.document import Document
from digest.sources.files import SUFFIXES, read_path, read_stream, walk

__all__ = ["SUFFIXES", "Document", "read_path", "read_stream", "walk"]
