"""Quotation marks, what their surroundings say about them, and what a wrong reading costs."""

from __future__ import annotations

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


MARK = re.compile("``|''|[\"“”„‟«»″]")
"""Every double quotation mark, two apostrophes or two grave accents typed for one included."""

OPENING_MARKS = frozenset({"“", "„", "‟", "«", "``"})
CLOSING_MARKS = frozenset({"”", "»"})

SINGLE = re.compile(
    r"(?<![\w.,!?’'])(?P<open>[‘'])(?=[^\W_])(?P<words>(?:[^‘'’\n]|(?<=\w)['’](?=\w)){2,300})(?P<close>[’'])(?!\w)"
)
"""Words between single marks; an apostrophe inside a word does not close them."""

ELISIONS = re.compile(r"(?:cause|em|til|till|tis|twas|bout|round|cuz|n|\d0s)\b", re.IGNORECASE)
"""Words that begin with an apostrophe of their own."""

SPEECH_BEFORE = re.compile(
    r"(?:[,:]|\b(?:says?|said|states?|stated|writes?|wrote|argues?|claims?|called|calls|term(?:ed)?|words?|that"
    r"|as|the|an?|of|articles?|passages?|story|poem|book|novel|essay|speech|titled|entitled|named))\s*$",
    re.IGNORECASE,
)
"""What stands before a single-quoted stretch that a plural possessive could have closed."""

SENTENCE_END = re.compile(r"(?P<mark>[.!?]+)[\"”’')\]]*\s+(?=[\"“‘]?\s?[A-Z0-9À-Þ])")
NEW_LINE = re.compile(r"\n")
ABBREVIATIONS = _words(
    """
    mr mrs ms dr prof st jr sr vs etc al eg e.g ie i.e cf p pp pg par para vol no ed eds trans ch sec art fig
    gen gov sen rep lt col capt u.s u.n u.k a.m p.m qtd approx dept inc ltd co univ
    """
)
"""Words whose full stop does not end a sentence."""

REPORTING = re.compile(
    r"\b(?:says?|said|saying|stated|stating|(?:\b(?:it|he|author|article|text|passage|also) )states|states(?=\s*:)"
    r"|writes?|wrote|argues?|argued|claims?|claimed|explains?|explained|notes?|noted|adds?|added|quotes?|quoted"
    r"|reads|tells?|told|points? out|mentions?|mentioned|declares?|declared"
    r"|according to [^,.]{2,60}?)(?:\s+(?:that|how)\b|\s*[,:])\s*",
    re.IGNORECASE,
)
"""A signal phrase and what joins it to the words reported: quoted words begin after it."""

COST = {"unpaired": 1.6, "against_shape": 1.5, "against_mark": 2.0, "nested": 0.6, "measure": 0.9, "per_100_words": 1.7}
"""What each oddity costs a reading of a paragraph's marks (ours; set by eye on student essays)."""

CONFIDENCE = {"pair": 0.97, "doubtful_pair": 0.8, "single": 0.8, "unopened": 0.6, "block": 0.85}
"""Probability that the span is what was quoted: fixed estimates, set after reading findings in student essays."""

MIN_UNOPENED_WORDS = 3
"""Fewer words than this before a closing mark are not taken for a quotation that lost its opening."""
LONGEST_UNOPENED = 1000
"""Characters before a closing mark within which a lost opening mark is looked for."""

BLOCK_SOURCE = re.compile(
    r"[.!?…]\s?(?P<source>\((?=[^()\n]*\d)(?:[^()\n]{0,60}?[A-Z][^()\n]{0,80}|(?:pp?|para|lines?)\.?\s[\d-]+|\d{1,4})\))\s*$"
)
"""A citation behind the full stop that ends a paragraph: where a block quotation has it."""
LONGEST_SOURCE = 160  # characters
MIN_BLOCK_WORDS = 25
MIN_DROPPED_WORDS = 4
"""Shorter quoted words that stand alone are a heading, a term or an exclamation."""
