"""Numbers and raised marks that stand for works, and links."""

from __future__ import annotations

import re

NOTES_HEADING = re.compile(r"\n[^\S\n]*(?:end|foot)?notes:?[^\S\n]*\n\s*(?:\[?1[\].)]|¹)", re.IGNORECASE)
"""The heading of a list of notes, and its first number."""
NUMERIC = re.compile(
    r"\[\s?(?P<numbers>\d{1,3}(?:\s?[-–,;]\s?\d{1,3})*)"
    r"(?:\s?[,:]\s?(?P<pages>pp?\.\s?\d[\d–-]*|par[a-z]*\.?\s\d[\d–-]*|(?<=:\s)\d+(?:[-–]\d+)?))?\s?\]"
    r"(?:\s?[-–—]\s?\[(?P<last>\d{1,3})\])?(?![\w(])"
)
COUNTED_POINTS = re.compile(
    r"(?::|\b(?:[Pp]lease|to|should|must|can|will))\s(?P<first>\[1\])\s[a-z][^.!?\n]*?(?:[,;]|\band|\bor|[a-z])\s\[2\]\s[a-z][^.!?\n]*"
)
"""Points of a list that a sentence counts in square brackets: ``Please [1] sign and [2] return it``."""
INDEXED = re.compile(r"(?<![^\W_])[^\W\d_]$")
"""A single letter that a bracket touches: ``x[2]`` counts its parts."""
HIGHEST_NUMBER = 200
WIDEST_RANGE = 20
RAISED = re.compile(r"(?:(?<=[.,;:!?\"”’'»)])|(?<=[a-z]{4}))(?P<mark>[¹²³⁰⁴-⁹]+(?:[,’⁻–][¹²³⁰⁴-⁹]+)*)(?![\w⁺⁻])")
BRACKETED_NUMBERS = re.compile(r"(?<=[^\n(])\((?P<numbers>\d{1,2}(?:\s?[-–,;]\s?\d{1,2})*)\)")
PLAIN_MARK = re.compile(
    r"(?:(?<=[a-z%\"”’)][.,;:!?])|(?<=[a-z%\"”’)]))(?:\^|<sup>)?(?P<plain>\d{1,2})(?:</sup>)?(?=\s|$|[.,;:](?:\s|$))"
    r"|(?<=\S)\s?(?P<all>\((?P<bracketed>\d{1,2}(?:\s?[-–,;]\s?\d{1,2})*)\))"
    r"(?=[.,;:!?]|\s+[A-Z]|\s+(?:and|but|or|of|which|that|as|while|because|so|in|for|when|is|are|was|were)\b|\s*$)"
)
"""A note's number without its form, or in round brackets."""
RAISED_LISTED = re.compile(r"(?<=\S)[^\S\n]?(?P<mark>[¹²³⁰⁴-⁹]+(?:[,’⁻–][¹²³⁰⁴-⁹]+)*)(?![\w⁺⁻])")
"""The mark of a note that the essay lists."""
ANY_RAISED = re.compile(r"[¹²³⁰⁴-⁹]")
RAISED_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
MEASURES = re.compile(
    r"(?:met(?:er|re)s?|feet|foot|inch(?:es)?|miles?|yards?|units?|kilomet(?:er|re)s?)$", re.IGNORECASE
)
"""Units whose ``²`` means square."""
LINK = re.compile(
    r"(?:https?://|\bwww\.)(?:[^\s<>\"“”]+|(?<=\.)(?= ))"
    r"(?:(?<=\.) (?:[\w-]+\. ){0,3}(?:com|org|gov|edu|net|html?|php|aspx?"
    r"|cfm)\b[^\s<>\"“”]*)*(?<![.,;:!?'’)\]}*_])",
    re.IGNORECASE,
)
"""A link, also one that a word processor broke after its dots (``www. who. int``)."""
BARE_LINK = re.compile(
    r"(?<![\w@./-])(?!www\.)[a-z\d][a-z\d-]{1,40}(?:\.[a-z\d-]{2,40}){0,3}\.(?:com|net|info|(?P<public>org|gov|edu|(?:ac|gov|org)(?=\.[a-z]{2}\b)))(?:\.[a-z]{2})?(?![\w@-])(?P<path>/[^\s<>\"“”)]*)?"
    r"(?<![.,;:!?'’])"
)
"""An address without ``www.``; a company's name may look so, an organisation's hardly."""
SITE_BEFORE = re.compile(
    r"\b(?:at|on|see|visit|from|website|site|page|link|according to)[,:]?\s(?:the\s)?(?:[a-z]+\s)?$", re.IGNORECASE
)
BOUGHT_BEFORE = re.compile(
    r"\b(?:bought|buys?|buying|orders?|ordered|purchase[sd]?|sells?|sold|sale|shops?|shopping)\b[^.!?\n]{0,60}$",
    re.IGNORECASE,
)
"""Before an address at which something was bought."""
CITED_BEFORE = re.compile(
    r"\b(?:according to|(?:stated|said|reported|found|read) (?:by|on)|sources?:)\s(?:the\s)?(?:website\s)?$",
    re.IGNORECASE,
)
CITED_LINK = re.compile(
    r"(?<![\w@./-])[\w-]{2,40}\s?\.\s?(?:com|org|gov|edu|net)(?:\.[a-z]{2})?(?![\w@-])", re.IGNORECASE
)
"""An address that is credited: also one with capitals, or with blanks around its dot (``EdgarSnyder . com``)."""
DOMAIN = re.compile(
    r"doi:\s?10\.\S+$|(?:https?://)?[\w-]{1,60}(?:\.[\w-]{1,60}){0,4}\.(?:com|org|gov|net|edu|info|ac|co)(?:\.[a-z]{2})?(?:/\S*)?$",
    re.IGNORECASE,
)
