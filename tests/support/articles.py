"""Articles for tests, made of a few paragraphs."""

from __future__ import annotations

from digest.model import Article, Metadata, Paragraph, Role, Script, Span


def article(*texts: str, id_: str = "a1", script: Script = Script.HANS, title: str = "") -> Article:
    """An article whose paragraphs are these texts."""
    paragraphs = []
    start = 0
    for index, text in enumerate(texts):
        paragraphs.append(Paragraph(index, Role.BODY, Span(start, start + len(text))))
        start += len(text) + 1
    metadata = Metadata(title=title or texts[0][:12])
    return Article(id_, metadata, script, "\n".join(texts), tuple(paragraphs))
