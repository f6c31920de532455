"""How an assignment reads when it stands at the head of a student's file."""

from __future__ import annotations

import re

LABEL = re.compile(r"^\W*(?:essay\s+)?(?:prompt|assignment|question|topic|task)\s*(?:\d+\s*)?[:.\-–—]", re.I)
"""An announced assignment: "Prompt:", "Essay question 2 -"."""

TASK = re.compile(
    r"\b(?:explain (?:why|how|your|whether)|discuss (?:both|the|how|why|whether)|write (?:an?|your) (?:\w+ ){0,3}"
    r"(?:essay|letter|response|paragraph|paper|article|story)|in your (?:essay|response|opinion)|"
    r"to what extent|do you (?:agree|think|believe|support)|(?:agree or|or) disagree|"
    r"what (?:would|do|is|are) (?:you|your)|give (?:your|reasons)|support(?:ing)? your (?:argument|position|answer|opinion|claim|ideas?)|"
    r"use (?:specific |details |evidence |examples )+|be sure to|if you believe|state your|take a (?:position|stand)|"
    r"your own (?:experience|knowledge|opinion|words|ideas))\b",
    re.I,
)
"""What teachers ask for, in the words that they ask with."""

SECOND_PERSON = re.compile(r"\b(?:you|your|yourself)\b", re.I)
FIRST_PERSON = re.compile(r"\b(?:I|I'm|I’m|me|my|mine)\b")
QUESTION = re.compile(r"\?[\"'”’)]*\s*$")

LONGEST_QUESTION = 60
"""Words: a lone question at the head that is longer than this may be the essay's own."""

LARGEST_SHARE = 0.5
"""The assignment is never more than this share of the file."""
