"""Document: a file or stream as it came in, decoded but not yet cleaned."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from digest.model import Metadata


class Fetched(NamedTuple):
    """A file's bytes before anything was made of them; can be sent to another process."""

    name: str
    """The file's name, safe to show."""
    origin: str
    """Where it came from, safe to show and to keep."""
    where: str
    """The path as it was named, safe to show."""
    suffix: str
    """How its name ends, in lower case."""
    data: bytes
    modified: str
    """When the file was last changed, as in `Document`."""


@dataclass(frozen=True, slots=True)
class Document:
    """What a source hands over: the bytes as they were, and the text found in them."""

    name: str
    """The file's name, safe to show; for a stream the name its caller gave it."""
    origin: str
    """Where it came from: an absolute path, safe to show and to keep; empty for a stream."""
    data: bytes
    """The bytes as they were read."""
    text: str
    """The decoded text, not sanitised; of a page or a Markdown file the plain text of its article,
    one paragraph a line."""
    encoding: str
    """Python's name of the encoding the bytes were read in."""
    given: Metadata = field(default_factory=Metadata)
    """What the file itself declares about its article."""
    modified: str = ""
    """When the file was last changed, ISO 8601 in UTC to the second; empty for a stream."""
