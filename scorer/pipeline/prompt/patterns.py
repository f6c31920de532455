"""How an assignment reads when it stands at the head of a student's file."""

from __future__ import annotations

import re

LABEL_HEAD = r"\W*(?:essay\s+)?(?:prompt|assignment|question|topic|task)\s*(?:\d+\s*)?(?:[:.]|\s[-–—]\s|\s*$)"
LABEL = re.compile(f"^{LABEL_HEAD}", re.I)
"""An announced assignment: "Prompt:", "Essay question 2 -"."""

ANNOUNCING = re.compile(rf"{LABEL_HEAD}", re.I | re.M)
"""The announcing words at the head of a whole assignment, of which a line break may be the end."""

LABEL_ALONE = re.compile(LABEL.pattern + r"\W*$", re.I)
"""Nothing but the label; students also head their own words so, so that it alone tells nothing."""

ANNOUNCED = 0.95
"""Confidence of an announced assignment."""

COMMAND = re.compile(
    r"^\W*(?:please |then |also |and |if you [^.?!]+?, )?(?:"
    r"explain (?:why|how|your|whether|what)|discuss (?:both|the|how|why|whether)|"
    r"write (?:a|an|at least|your|about)\b|(?:give|provide) (?:your|reasons|specific)|support(?:ing)? your|"
    r"use (?:specific|details|evidence|examples|reasons|facts|information)|be sure to|make sure (?:to|that you)|"
    r"state (?:your|whether)|take a (?:position|stand)|(?:in|for) your (?:essay|response|paper|answer),?|"
    r"you should (?:write|use|give|support|spend|include)|"
    r"(?:identify|describe|choose|compare|argue|consider|agree)\b.*\b"
    r"(?:explain|discuss|your (?:essay|response|answer|position|opinion|argument)))",
    re.I,
)
"""A sentence in which a teacher sets a task: "Explain why ...", "Support your position with ..."."""

OPINION = re.compile(
    r"^(?!\W*why\b).*\b(?:do you (?:agree|think|believe|support|prefer)|(?:are|would) you agree|agree or disagree|"
    r"to what extent|what (?:do you think|(?:is|are) your|would you (?:advise|recommend|say)))\b",
    re.I,
)
"""A question that asks the student for an opinion."""

VERDICT = re.compile(
    r"\b(?:do you agree|agree or disagree|to what extent|what is your (?:opinion|view|position)|"
    r"would you (?:advise|recommend)|why or why not|positive or (?:a )?negative|"
    r"outweigh the (?:disadvantages|drawbacks))\b",
    re.I,
)
"""The same after a statement of the matter, where a writer's own question is likelier."""

ASKING = (
    (re.compile(r"^\W*should\b", re.I), 4),
    (re.compile(r"^\W*(?:is|are|do|does|can|could|will|would)\b", re.I), 6),
    (re.compile(r"^\W*(?:which|why|how|to what extent)\b", re.I), 10),
)
"""Questions of the kind that is set: how they begin, and the fewest words of such a one. A shorter one is as often
a heading or a flourish ("What is success?")."""

YOUR_SCHOOL = re.compile(r"^\W*should your\b", re.I)
"""The one set question that speaks to "you" without asking for an opinion: "Should your school ...?"."""

OWN_QUESTION = re.compile(r"\b(?:ever|imagine|what if|wonder\w*|remember|tired of|\w{2,6}n['’]?t you)\b", re.I)
"""A question that draws the reader in: the writer's own opening."""

SECOND_PERSON = re.compile(r"\b(?:you|your|yourself)\b", re.I)
FIRST_PERSON = re.compile(r"\b(?:I|i|I['’]m|me|my|My|mine)\b")
QUESTION = re.compile(r"\?[\"'”’)]*[\s.]*$")
SENTENCE = re.compile(r"(?<=[.!?])[\"'”’)]*\s+")

LONGEST_QUESTION = 45
"""Words: a lone question at the head that is longer than this may be the essay's own."""

LARGEST_SHARE = 0.5
"""The assignment is never more than this share of the file."""
