"""What a list of references looks like: its heading, its entries, and their fields."""

from __future__ import annotations

import re

HEADING = re.compile(
    r"""^[^\S\n]*(?:[#*_]+[^\S\n]*)?
    (?:(?:my|the)\ )?
    (?P<name>works?\ ?(?:cited|consulted|referenced|used)|work\ cit(?:ed|ing|ations?)
      |citations?(?:\ page)?|citings?
      |(?:sources?|cites?|websites?)\ (?:(?:i|we)\ )?used(?:[^\S\n][^\n]{0,30})?
      |references?(?:\ (?:list|page|cited))?|list\ of\ (?:references|sources|works\ cited)
      |(?:annotated\ )?bibliography|sources?(?:\ (?:cited|used|list))?|literature\ cited
      |(?P<notes>(?:end|foot)?notes))
    [^\S\n]*(?:page)?[^\S\n]*[:.]?[^\S\n]*[*_#]*[^\S\n]*(?:$|(?=https?://|www\.|["“]))""",
    re.IGNORECASE | re.VERBOSE | re.MULTILINE,
)
"""A heading on a line of its own, or before a link or a quoted title; ``notes`` where the list is one of notes."""

NUMBER = re.compile(r"^\s*(?:\[(?P<bracket>\d{1,3})\]|(?P<plain>\d{1,3})[.)](?=\s)|(?P<raised>[¹²³⁴-⁹⁰]+)|[-*•·‣])\s*")
"""What may stand before an entry: a number or a bullet."""

_YEAR = r"(?:1[5-9]\d\d|20[0-2]\d)[a-z]?"
BRACKET_YEAR = re.compile(rf"\(\s*(?P<year>{_YEAR}|n\.\s?d\.?)(?:[^()]{{0,40}})\)\.?", re.IGNORECASE)
"""APA: ``(2019)``, ``(2019, March 5)``, ``(n.d.)``."""
DOTTED_YEAR = re.compile(rf"\.\s+(?P<year>{_YEAR}|n\.d)\.(?=\s)")
"""Chicago author-date: ``Walt, Stephen. 1987. Title``."""
ANY_YEAR = re.compile(rf"(?<![\w/.-])(?P<year>{_YEAR})(?![\w/-])|\bn\.\s?d\.")
ACCESS = re.compile(
    r"\[?\b(?:accessed|retrieved|viewed|date accessed|last visited|web\.?\s+\d)\b.*", re.IGNORECASE | re.DOTALL
)
"""From here on a date says when the student looked, not when the work appeared."""

URL = re.compile(
    r"(?:https?://|www\.)\s?\S+(?:(?<=[a-z]\.) (?-i:[a-z])\S*)*|\bdoi:\s?\S+"
    r"|\b[\w-]{1,60}(?:\. ?[\w-]{1,60}){0,4}\. ?(?:com|org|gov|edu|net)\b(?:/\S*)?",
    re.IGNORECASE,
)
"""A link, also one that a word processor broke after its dots (``www. who. int``)."""
NOISE = re.compile(r"^(?:\W*|\W*(?:page )?\d{1,3}|[^\W\d]+ \d{1,3})\W*$")
"""Rules, page numbers and running heads (``Smith 3``) between entries."""
QUOTED = re.compile(
    r"[\"“”](?P<title>[^\"“”]{1,250}?)[\"“”]|(?<!\w)[‘'](?P<single>[A-Z][^\n]{6,200}?)[.,?!]?[’'](?!\w)"
)

AUTHOR_START = re.compile(
    r"^(?:(?:van|von|de|der|den|di|la|le|del|al|bin"
    r"|ibn)[ -])*[^\W\d_a-z][\w’'-]{0,30}(?:[ -][^\W\d_a-z][\w’'-]{0,30}){0,2},\s*[^\W\d_]"
)
"""``Walt, S.`` or ``van der Berg, Anna``."""
PUBLICATION = re.compile(
    r"\b(?:web|print|vol\.?|pp?\.\s?\d|no\.\s?\d|ed\.|eds\.|edited by|translated by|press|publish(?:ers|ing|ed)"
    r"|books?|journal"
    r"|review|university|magazine|times|news|retrieved|accessed|doi|isbn|inc\.|simon & schuster|penguin|routledge"
    r"|random house|\d+\s?\(\d+\)|n\.d\.)",
    re.IGNORECASE,
)
"""Words of publication, which running text seldom heaps up at a line's end."""

SEGMENT_END = re.compile(
    r"(?<![A-Z])(?<!\bet al)(?<!\beds)(?<!\bed)(?<!\bvol)(?<!\bno)(?<!\bJr)(?<!\bSt)(?<!\bDr)[.?!][\"”’']?\s+(?=\S)"
)
"""A full stop that ends a field: not one after an initial or an abbreviation."""
INITIALS_END = re.compile(r"(?:^|[\s.-])[A-Z]\.$|\b(?:Jr|Sr|al|Eds?|eds?)\.$")
"""An author field that keeps its full stop."""
_PERSON = r"[^\W\d_a-z][\w.’'-]{0,30}(?: (?:[a-z]{2,3} )?[^\W\d_a-z][\w.’'-]{0,30}){0,3}"
PERSON = re.compile(rf"^{_PERSON}(?:(?:,| and| &) {_PERSON})*(?:,? eds?\.?)?$")
"""A field that names one person or several, first names first."""
TURNED_NAME = re.compile(
    r"^(?:[^\W\d_a-z][\w’'-]{1,30}, [^\W\d_a-z][\w’'-]{1,30}(?: [A-Z]\.)+"
    r"|[^\"“”]{3,80}?,? et al\.)(?=\s+[^\W\d_a-z][\w’'-]{0,30}[\s:.,])"
)
"""``Stein, Stanley J.`` or ``..., et al.`` before a title: here the abbreviation's full stop ends the field."""

LONGEST = 1500  # characters; a longer line is no entry
PROSE_WORDS = 60
"""A line without year, link or words of publication that is longer than this is prose, and ends the list."""

CONFIDENCE = {"headed": 0.95, "headed_doubtful": 0.75, "headless": 0.8}
"""Probability that a line is an entry: under a heading and shaped like one, under a heading, or by its shape alone."""
