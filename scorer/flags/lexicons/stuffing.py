"""Connectives that writers put in front of a sentence, as a heap of them is put in front of every sentence."""

from __future__ import annotations

import re

OPENER = re.compile(
    r"(?:(?:moreover|furthermore|however|therefore|consequently|nevertheless|nonetheless|similarly|thus|hence|likewise"
    r"|additionally|accordingly|conversely|meanwhile|subsequently|ultimately|finally|firstly|secondly|thirdly|lastly"
    r"|overall|besides|indeed|otherwise|specifically|in (?:addition|contrast|conclusion|fact|particular|summary|short)"
    r"|for (?:example|instance|this reason|that reason)|as a (?:result|consequence)|on the (?:other|one) hand"
    r"|on the contrary"
    r"|in other words|to (?:illustrate|conclude|sum up|summarize|begin with)|first of all|what is more|after all"
    r"|at the same time|by contrast|all in all)\s*,\s*)+",
    re.IGNORECASE,
)
"""One connective with its comma, or several in a row."""
SENTENCE = re.compile(r"(?:^|(?<=[.!?])[\"”’')\]]*\s+|\n\s*)(?=[^\W_])")
"""The blanks before a sentence, by typography: a parser takes "Moreover," for a sentence of its own."""
