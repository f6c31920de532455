"""Words that open a conclusion."""

from __future__ import annotations

import re

LEAD = r"^\W*(?:(?:so|and|well|then|now|but)\b[\s,]*)?"

SURE = re.compile(
    LEAD + r"(?:(?:in|on|as|for|at)\s+(?:a\s+|the\s+|my\s+)?conc[lu]+\w+|conclu\w+\s*[:,.\-]|conclusively|"
    r"in (?:summary|closing)|(?:to|i) conclude|to sum\b|summing\s+(?:\w+\s+)?up|to summari[sz]e|to wrap (?:\w+ )?up|"
    r"all in all|in a nutshell)(?!\w)",
    re.I,
)
"""Phrases that announce nothing but an ending, as students also misspell them ("in conclution")."""

STRONG = re.compile(
    LEAD + r"(?:as (?:you|we) can (?:clearly )?see|as i (?:have )?(?:said|shown|stated|mentioned)|"
    r"(?:for|because of|given) (?:all )?(?:of )?(?:these|those|the above) (?:\w+ )?(?:reason|argument|point|example|fact|thing)\w*|"
    r"(?:these|those) (?:are|were) (?:all )?(?:of )?(?:my|the|some|just|a few)\b[^.]*?\b(?:reasons?|explanations?|arguments?|examples?) (?:why|that|for|on|of|i)|"
    r"(?:that|this)(?: is|['’]?s) (?:the (?:\w+ )?reasons? )?why (?:i|we) (?:\w+ )?(?:think|believe|feel|say|support|agree|disagree|chose|choose)|"
    r"(?:taking|considering|with) (?:all|everything)\b|(?:with|having) (?:all )?(?:of )?(?:that|this) (?:being )?said|"
    r"all (?:of )?(?:the|these) (?:things|reasons|examples|points)|on the whole|at the end of the day)\b",
    re.I,
)
"""Phrases that look back on the essay, wherever the sentence stands near its end."""

WEAK = re.compile(
    LEAD + r"(?:in (?:short|the end|general)|overall|ultimately|therefore|thus|hence|after (?:all|considering|analy[sz]ing)|"
    r"to (?:finish|end)|given these|before you (?:make|decide))\b",
    re.I,
)
"""Phrases that also open a sentence of any other kind: they count at the head of a paragraph, or at the very end."""

LAST_POINT = re.compile(LEAD + r"(?:finally|lastly|last(?: of all| but not least)?)\b", re.I)
"""What opens the last reason as often as the ending: then only a restatement tells."""

FAREWELL = re.compile(
    r"^\W*(?:thank (?:you|u)|thanks|sincerely|yours|your (?:\w+ )?(?:student|friend)|from|love|best regards|regards|respectfully)\b.{0,80}$",
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
"""A sentence with this share of the thesis' content words, three at least, states it again."""
