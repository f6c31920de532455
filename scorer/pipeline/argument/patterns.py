"""Cue words of argument: what writers say when they take a position, give a reason, or back it up.

Compiled for this project after the classes in Stab & Gurevych (2017, *Computational Linguistics* 43:3) and the
connectives of the Penn Discourse Treebank. Keys are the class names that the tagger's features use.
"""

from __future__ import annotations

import re

CUES: dict[str, tuple[str, ...]] = {
    "stance": (
        "i believe", "i think", "i feel", "i agree", "i disagree", "i would argue", "i argue", "i strongly",
        "i firmly", "i am convinced", "i am of the opinion", "in my opinion", "in my view",
        "from my point of view", "my opinion", "personally", "i support", "i advocate", "i would advise",
        "i would encourage", "i suggest", "i prefer", "i am in favor", "i am in favour", "it is my belief",
        "from my perspective", "i hold the view", "i contend",
    ),
    "against": (
        "some people", "others believe", "others think", "opponents", "on the one hand", "it is argued",
        "it is true that", "admittedly", "critics", "it could be argued", "many people argue",
        "there are people", "although", "even though", "despite", "in spite of", "while it", "granted",
    ),
    "contrast": (
        "however", "on the other hand", "nevertheless", "nonetheless", "but", "yet", "in contrast",
        "conversely", "on the contrary",
    ),
    "reason": (
        "because", "since", "as a result of", "due to", "the reason", "the main reason", "owing to",
    ),
    "result": (
        "therefore", "thus", "hence", "consequently", "as a result", "so", "accordingly", "for this reason",
    ),
    "example": (
        "for example", "for instance", "such as", "take", "a good example", "to illustrate",
        "such was the case", "an example", "in particular",
    ),
    "addition": (
        "moreover", "furthermore", "in addition", "additionally", "besides", "also", "what is more", "another",
        "not only",
    ),
    "order": (
        "first", "firstly", "first of all", "to begin with", "second", "secondly", "third", "thirdly", "last",
        "lastly", "finally", "next",
    ),
    "conclusion": (
        "in conclusion", "to conclude", "to sum up", "in summary", "overall", "all in all", "ultimately",
        "in a nutshell", "to summarize", "in short",
    ),
    "source": (
        "according to", "research", "studies", "a study", "statistics", "survey", "scientists", "experts",
        "article",
    ),
    "personal": (
        "my", "when i was", "i have", "i had", "i was", "my own",
    ),
}  # fmt: skip

CUE_PATTERNS = {name: re.compile(r"\b(?:" + "|".join(map(re.escape, cues)) + r")\b") for name, cues in CUES.items()}

TURNS = re.compile(
    r"(?:first(?:ly)?|second(?:ly)?|third(?:ly)?|lastly|finally|next|additionally|furthermore|moreover|"
    r"in addition|besides|another|on the (?:one|other) hand|in contrast|"
    r"in conclusion|to (?:conclude|sum up|summari[sz]e)|in summary|overall|"
    r"all in all|ultimately)\b"
)
"""Openings that turn to a new point, where a writer who uses paragraphs would begin one."""

POSITION = re.compile(
    r"\b(?:i|we) (?:\w+ )?"
    r"(?:believe|think|feel|agree|disagree|argue|support|oppose|prefer|advise|recommend|suggest)\b|"
    r"\b(?:in|from) my (?:own |personal |humble )?(?:opinion|view|point of view|perspective)\b|"
    r"(?<!you )(?<!\bi )\b(?:should|must|ought)\b"
)
"""A writer takes a side: "I believe", "in my opinion", "should"."""

REPLY = re.compile(r"\b(?:however|but|nevertheless|nonetheless|yet|still|on the other hand)\W*$", re.I)
"""What stands before an answer to the other side."""

MODALS = frozenset({"should", "must", "ought", "need", "have", "can", "could", "would", "will", "may", "might"})
"""Verbs that turn a statement into advice, duty or possibility."""
