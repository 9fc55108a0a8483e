"""What every layer speaks of: frozen values from the standard library alone, no I/O, no clock."""

from digest.model.article import Article, Metadata, Paragraph, Role
from digest.model.errors import (
    DigestError,
    LibraryError,
    NotFoundError,
    SettingsError,
    SourceError,
)
from digest.model.figure import Figure, FigureKind, Value
from digest.model.hit import Hit, HitKind
from digest.model.script import Script, View
from digest.model.span import Span
from digest.model.topic import Mention, Topic, TopicKind

__all__ = [
    "Article",
    "DigestError",
    "Figure",
    "FigureKind",
    "Hit",
    "HitKind",
    "LibraryError",
    "Mention",
    "Metadata",
    "NotFoundError",
    "Paragraph",
    "Role",
    "Script",
    "SettingsError",
    "SourceError",
    "Span",
    "Topic",
    "TopicKind",
    "Value",
    "View",
]
