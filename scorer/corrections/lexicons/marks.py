"""Patterns of punctuation and spacing, and what is said of them."""

from __future__ import annotations

import re

SPACE_BEFORE = re.compile(
    r"(?<=[\w”\"’')\]%])[ \t]{1,4}"
    r"(?P<mark>[,;!?](?![A-Z)(/=*|&!?])|:(?![)(/DPpOo*|:=-])|\.(?![\w./)])(?!\s\.))(?<!\.\s\.)"
)
"""A space and the mark behind it; not a smiley, a path, ".5", ". . ."."""

_BEGINNERS = "I A i a the this it they we you he she so and but if in for because".replace(" ", "|")
_ADDRESS_END = r"(?:com|org|net|edu|gov|html?|pdf|docx?|jpe?g|png|js|py|io|co|uk|www)"
NO_SPACE_AFTER = re.compile(
    rf"(?P<mark>[,;!?]|\.(?=[A-Z][a-z]|(?:{_BEGINNERS})\b)|:(?=[A-Za-z]{{2}}))(?<=[^\W\d_][^\W\d_].)"
    rf"(?!{_ADDRESS_END}\b)(?P<after>[^\W\d_]+)"
)
"""A mark with letters on both sides; a full stop only before a capital or a word that begins sentences."""
BRACKET_TOUCHES = re.compile(
    r"\((?<=[^\W\d_][^\W\d_][^\W\d_]\()(?P<after>(?!s\)|es\)|ies\)|[a-z]{1,3}\))"
    r"[^\W\d_]{2,}[^()\n]{0,80} [^()\n]{0,80}\)|(?:19|20)\d\d\))"
)
"""A bracket of several words, or a year, without a space before it."""
TAILS = frozenset({"s", "t", "m", "re", "ll", "ve", "d"})
"""Ends of short forms: a mark before them was meant for an apostrophe."""
NAME_LIKE = re.compile(r"(?:Ph|Yahoo|No|St|Mr|Mrs|Dr|vs|etc|Node|Vue|React|Next|Asp|ASP|Amazon|Inc|Jr|Sr|Ms)$")

REPEATED = re.compile(
    r"(?=[,;:!?.])(?P<marks>,(?:[ \t]?,)+|;{2,}|:{2,}(?!\w)|!{2,}|\?{2,}(?!!)"
    r"|(?<!\.)(?:\.\.(?!\.)|\.{6,})|,[ \t]?\.(?!\d|\.)|(?<=[a-z]{4})\.[ \t]?,)"
)
"""Marks in a row that one should do for; three full stops, and four at the end of a sentence, are an ellipsis."""
SHORTENED = re.compile(r"(?:etc|approx|dept|univ|corp|Corp|esp|incl)$")

OPENING, CLOSING = "([{", ")]}"
BRACKET = re.compile(r"[()\[\]{}]")
ENUMERATION = re.compile(r"(?:^|(?<=[\s\"“]))(?:\w{1,3}\.?|[ivxlc]{1,5}|@\w{2,})\)")
SMILEY = re.compile(r"(?<![(])(?:[:;=]['’^]?-?(?:[)\]]+|(?<!\w[:;=])[(\[DPpO]+)(?!\w)|[(\[]-?[:;=](?!\S))")

QUOTATION_VERBS = re.compile(
    r"\b(?P<verb>said|says|states|stated|replied|exclaimed|answered|explained|explains|asks|asked|claims|claimed"
    r"|argues|argued)[ \t]*$"
)
"""A verb of saying right before a quotation."""
SENTENCE_QUOTED = re.compile(r"[“\"]\s?[A-Z][^”\"]*[.!?,][”\"]?$")
TITLE_WORDS = 5
"""Quoted words up to which a quotation may be a title."""

MESSAGES = {
    "space_before": "“{word}” has a space before its mark: write “{right}”.",
    "space_after": "A space is missing after the mark in “{word}”: write “{right}”.",
    "space_bracket": "A space is missing before the bracket in “{word}”: write “{right}”.",
    "repeated": "“{word}” repeats a mark: “{right}” is enough.",
    "final": "The sentence that ends in “{word}” has no mark at its end: “{right}”.",
    "quote_open": "This quotation mark before “{near}” has no partner: close the quoted words, or leave it out.",
    "quote_close": "This quotation mark after “{near}” has no partner: show where the quoted words begin.",
    "quote_stray": "This quotation mark after “{near}” opens and closes nothing: leave it out, or add its partner.",
    "bracket_open": "The bracket before “{near}” is opened and never closed.",
    "bracket_close": "The bracket after “{near}” closes nothing that was opened.",
    "quotation_comma": "Quoted words that make a sentence are led in by a comma: “{right}”.",
}
AGAIN = {
    "space_before": "Marks stand after a space {times} in this essay.",
    "space_after": "A space is missing {times} in this essay.",
    "repeated": "Marks are repeated {times} in this essay.",
    "final": "Paragraphs end without a mark {times} in this essay.",
    "quote": "Quotation marks stand alone {times} in this essay.",
    "bracket": "Brackets stand alone {times} in this essay.",
}
