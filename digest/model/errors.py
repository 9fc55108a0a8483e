"""What can go wrong, as one tree.

DigestError                 what, where, what to do; shown as one line
├── SourceError             a file or stream cannot be read as an article
├── LibraryError            the library cannot be opened, read or written
├── SettingsError           a settings file holds something wrong
└── NotFoundError           an article, topic or target that is not there
"""

from __future__ import annotations


class DigestError(Exception):
    """Something a user can act on; the message is one sentence or two, ready to be shown."""


class SourceError(DigestError):
    """A file, folder or stream cannot be read as an article."""


class LibraryError(DigestError):
    """The library cannot be opened, read or written."""


class SettingsError(DigestError):
    """A settings file holds something wrong; names file, key and line."""


class NotFoundError(DigestError):
    """An article, topic or target that is not there."""
