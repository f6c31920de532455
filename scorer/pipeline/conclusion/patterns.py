"""Words that open a conclusion."""

from __future__ import annotations

import re

LEAD = r"^\W*(?:(?:so|and|well|then|now|but)\b[\s,]*)?"

SURE = re.compile(
    LEAD
    + r"(?:(?:in|on|as|for|at)\s*(?:a |the |my )?con[a-z]{0,2}l[a-z]{1,4}on|(?:my )?conclu\w+\s*[:,.\-]|conclusively|"
    r"my conclusion|in (?:summary|closing|retrospect)|(?:to|i) conclude|to sum|summing\s+(?:\w+\s+)?up|to summari[sz]e|"
    r"to wrap (?:\w+ )?up|all in all|in a nutshell)(?!\w)",
    re.I,
)
"""Phrases that announce nothing but an ending, as students also misspell them ("inconclution")."""

REASONS = r"(?:reason|argument|point|example|explanation|fact|thing)\w*"
STRONG = re.compile(
    LEAD + r"(?:as (?:you|we) can (?:clearly )?see|as i (?:have )?(?:said|shown|stated|mentioned)|"
    rf"(?:for|because of|given) (?:all )?(?:of )?(?:these|those|the above) (?:\w+ )?{REASONS}|"
    rf"(?:these|those) (?:are|were) (?:all )?(?:of )?(?:my|the|some|just|a few)\b[^.]*?"
    rf"\b{REASONS} (?:why|that|for|on|of|i)|"
    r"(?:that|this)(?: is|['’]?s) (?:the (?:\w+ )?reasons? )?why (?:i|we) (?:\w+ )?"
    r"(?:think|believe|feel|say|support|agree|disagree|chose|choose)|"
    r"(?:taking|considering|with) (?:all|everything)|(?:with|having) (?:all )?(?:of )?(?:that|this) (?:being )?said|"
    rf"all (?:of )?(?:the|these) {REASONS}|on the whole|at the end of the day)\b",
    re.I,
)
"""Phrases that look back on the essay, wherever their sentence stands in the last paragraph."""

WEAK = re.compile(
    LEAD
    + r"(?:in (?:short|the end|general)|overall|ultimately|therefore|thus|hence|after (?:all|considering|analy[sz]ing)|"
    r"to (?:finish|end)|given these|before you (?:make|decide))\b",
    re.I,
)
"""Phrases that also open a sentence of any other kind: they count at the head of a paragraph, or at the very end."""

LAST_POINT = re.compile(
    LEAD + r"(?:finally|last\w*|next|also|another|other|second\w*|third\w*|"
    r"for (?:example|instance)|moreover|furthermore|in addition|in contrast|on the (?:other hand|contrary))\b",
    re.I,
)
"""What opens one more point, not the ending."""

FAREWELL = re.compile(
    r"^\W*(?:thank (?:you|u)|thanks|sincerely|yours|your (?:\w+ )?(?:student|friend)|from|love|"
    r"best regards|regards|respectfully)\b.{0,80}$",
    re.I,
)
"""The close of a letter, which follows its conclusion."""

LAST_SHARE = 0.35
"""A sentence can open the conclusion only in this last share of the text."""

VERY_END = 0.2
"""The same for a phrase that is weak."""

LARGEST_SHARE = 0.4
"""A last paragraph that is more of the essay than this is no conclusion."""

SHORTEST = 40
"""Characters: a shorter paragraph is a heading or a signature."""

SAME_WORDS = 0.6
"""A sentence with this share of another's content words says it again."""

FEWEST_WORDS = 4
"""And this many of them at least."""
