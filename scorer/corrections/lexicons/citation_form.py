"""What is said of a citation's form, by the codes in ``Citation.issues``."""

from __future__ import annotations

import re

MESSAGES = {
    "comma_before_locator": "MLA puts no comma between the author and the page: “{right}” instead of “{word}”.",
    "unbalanced_bracket": "The bracket of the citation “{word}” is opened and not closed: “{right}”.",
    "missing_year": "Your other citations give a year: add the year of the source to “{word}”.",
    "missing_locator": "You quote here, and “{word}” does not say where the words stand: add the page or paragraph.",
    "mixed_styles": "“{word}” is formed differently from your other citations: use one style throughout.",
    "no_matching_reference": "The list of references has no entry for “{word}”: add it, or correct the name.",
    "stop_before": "The full stop comes after the bracket, not before it: “{right}”.",
}
AGAIN = "So it is {times} in this essay."

COMMA = re.compile(r"(?P<author>[^\W\d_])\s?,\s?(?=(?:p{1,2}\.?\s?)?\d)")
"""The comma between an author and a page."""
STOP = re.compile(r"(?P<word>[\w’'-]+)(?P<inside>\.(?P<quote>[”\"])|(?P<outer>[”\"])\.)[ \t]?$")
"""A full stop right before a bracket, inside or behind the quotation marks."""
STOP_LOOK = 40
