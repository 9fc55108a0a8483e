"""Scripts: which one a text is written in, and the text as it reads in another.

The views change the script and nothing else, one code point for one; regional wording is asked for
separately. This package is the only importer of OpenCC, and imports it at the first conversion.
"""

from digest.text.script.audit import Decision, Reason, audit
from digest.text.script.conversion import convert, warm
from digest.text.script.detection import detect, detect_paragraphs, inherited
from digest.text.script.dictionary import Dictionary, Entry

__all__ = [
    "Decision",
    "Dictionary",
    "Entry",
    "Reason",
    "audit",
    "convert",
    "detect",
    "detect_paragraphs",
    "inherited",
    "warm",
]
