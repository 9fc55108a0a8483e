"""Bylines: who wrote and who published an article, which its clean text no longer says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.text.fold import key, simplified
from digest.topics.lexicon import names
from digest.topics.people import looks_like_person

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.model import Article


def bylines(article: Article) -> Iterator[tuple[str, str]]:
    """Name as written and cue (`person` or `body`) of authors, editors and the publication."""
    metadata = article.metadata
    for name in dict.fromkeys(f"{metadata.author} {metadata.editor}".split()):
        if looks_like_person(simplified(name)):
            yield name, "person"
    source = metadata.source.strip()
    known = names().get(key(source))
    if source and (known is None or known.kind == "org"):
        yield source, "body"
