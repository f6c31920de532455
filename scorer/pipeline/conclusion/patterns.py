"""Words that open a conclusion."""

from __future__ import annotations

import re

OPENING = re.compile(
    r"^\W*(?:in (?:conclusion|summary|closing|short|the end)|to (?:conclude|sum up|summari[sz]e|wrap (?:up|it up))|"
    r"in a nutshell|all in all|(?:so )?overall|ultimately|finally|lastly|as (?:you can see|i have (?:said|shown))|"
    r"for (?:all )?(?:these|those|the above|the following) reasons|taking everything into account|"
    r"after (?:all|considering|analy[sz]ing)|on the whole|conclusively|given these|therefore|thus|hence)\b",
    re.I,
)
"""Phrases that announce an ending when they open a sentence near the end."""

SURE = re.compile(r"^\W*(?:in conclusion|in summary|to conclude|to sum up|in closing|conclusively|all in all)\b", re.I)
"""The ones that announce nothing else."""

LAST_SHARE = 0.35
"""A sentence can open the conclusion of a one-paragraph essay only in this last share of its text."""

LARGEST_SHARE = 0.4
"""A last paragraph that is more of the essay than this is no conclusion."""
