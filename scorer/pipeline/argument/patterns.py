"""Cue words of argument: what writers say when they take a position, give a reason, or back it up.

Compiled for this project after the classes in Stab & Gurevych (2017, *Computational Linguistics* 43:3) and the
connectives of the Penn Discourse Treebank. Keys are the class names that the tagger's features use.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from sys import maxsize

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

_BY_FIRST_WORD: dict[str, list[tuple[list[str], str]]] = {}
for _name, _cues in CUES.items():
    for _cue in _cues:
        _BY_FIRST_WORD.setdefault(_cue.split(" ")[0], []).append((_cue.split(" "), _name))


class Cues:
    """The cues among the lower-case words of a sentence."""

    def __init__(self, words: Sequence[str]) -> None:
        self.found = [
            (place, place + len(cue), name)
            for place, word in enumerate(words)
            if word in _BY_FIRST_WORD
            for cue, name in _BY_FIRST_WORD[word]
            if len(cue) == 1 or words[place : place + len(cue)] == cue
        ]

    def among(self, first: int = 0, last: int = maxsize) -> dict[str, int]:
        """Their classes, in a fixed order, in the words from ``first`` up to ``last``, each with its first place there."""
        places: dict[str, int] = {}
        for place, end, name in self.found:
            if first <= place and end <= last:
                places.setdefault(name, place - first)
        return {name: places[name] for name in CUES if name in places} if len(places) > 1 else places


TURNS = re.compile(
    r"(?:first(?:ly)?|second(?:ly)?|third(?:ly)?|lastly|finally|next|additionally|furthermore|moreover|"
    r"in addition|besides|another|on the (?:one|other) hand|in contrast|"
    r"in conclusion|to (?:conclude|sum up|summari[sz]e)|in summary|overall|"
    r"all in all|ultimately)\b"
)
"""Openings that turn to a new point, where a writer who uses paragraphs would begin one."""

_STANCE = (
    r"(?:i|we) (?:\w+ )?"
    r"(?:believe|think|feel|agree|disagree|argue|support|oppose|prefer|advise|recommend|suggest)\b|"
    r"(?:in|from) my (?:own |personal |humble )?(?:opinion|view|point of view|perspective)\b"
)
STANCE = re.compile(rf"\b(?:{_STANCE})")
"""The writer speaks of an opinion as their own."""

POSITION = re.compile(rf"\b(?:{_STANCE}|(?<!you )(?<!\bi )(?:should|must|ought)\b)")
"""A writer takes a side: "I believe", "in my opinion", "should"."""

REPLY = re.compile(r"\b(?:however|but|nevertheless|nonetheless|yet|still|on the other hand)\W*$", re.I)
"""What stands before an answer to the other side."""

FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
"""Tags of finite verbs."""

MODALS = frozenset({"should", "must", "ought", "need", "have", "can", "could", "would", "will", "may", "might"})
"""Verbs that turn a statement into advice, duty or possibility."""

_SAY = (
    r"(?:say|argue|claim|believe|think|object|worry|fear|reply|answer|contend|maintain|insist|assert|suppose|feel|"
    r"point out|hold|advocate|complain|counter|respond)s?"
)
_MAY = r"(?: (?:may|might|will|would|could|can|do|often|even|still|also|strongly))* "
_PEOPLE = r"(?:people|peple|persons|students|teachers|parents|experts|citizens|individuals|folks|critics|commentators)"

OTHERS_SAY = re.compile(
    r"\b(?=[a-z])(?:"  # asked once, before any of the many alternatives
    rf"(?:some|many|most|other|certain|several|a few|plenty of) {_PEOPLE}{_MAY}{_SAY}|"
    rf"(?:some|others|those who (?:disagree|oppose|object)(?: \w+){{0,6}}){_MAY}{_SAY}|"
    r"(?:opponents|critics|skeptics|sceptics|detractors|supporters|defenders|proponents|advocates)"
    rf"(?: of(?: \w+){{1,4}})?{_MAY}{_SAY}|"
    rf"{_PEOPLE} who (?:\w+ ){{1,6}}?{_SAY}|"
    rf"there (?:are|will be) (?:[\w,-]+ ){{0,6}}who {_SAY}|"
    rf"^(?:now |but |and )?people{_MAY}{_SAY}|"
    rf"{_PEOPLE} (?:object|reply|counter|respond|complain|worry) that"
    r")(?: that)? "
)
"""Other people take a side: "some say that". What follows is theirs."""

ANSWERS, TURNED = frozenset({"but"}), frozenset({"however", "yet"})
"""Words behind which the writer answers the other side; the latter only behind a mark or "and"."""

CONCEDING = (("even", "though"), ("although",), ("though",), ("while",))
"""Words that open what is conceded, up to a comma."""

NOT_ONLY = frozenset((no, only) for no in ("not", "n't") for only in ("only", "just"))
ALL = frozenset({"nothing", "anything", "everything", "none", "all"})
"""Before "but" these say that no answer follows: "not only ... but", "nothing but"."""

REPORTED = re.compile(
    r"\baccording to (?!my\b|me\b)|"
    r"\b(?:he|she|they|it|(?:the|this) (?:author|writer|article|passage|text|reporter|speaker|source)|my \w+) "
    r"(?:also |then |clearly )?"
    r"(?:says|said|states|stated|argues|argued|claims|claimed|believes|believed|thinks|thought|explains|explained|"
    r"suggests|suggested|writes|wrote|tells|told)\b"
)
"""Someone else's statement is told: not the writer's position."""

SIGNS: dict[str, re.Pattern[str]] = {
    "stance": STANCE,
    "position": POSITION,
    "others say": OTHERS_SAY,
    "reported": REPORTED,
    "reason": re.compile(r"\b(?:because|since|due to|so that|by \w+ing)\b"),
    "source": re.compile(
        r"\b(?:the (?:author|article|text|passage|story|writer)|according to|paragraph \d+|states?|stated|says|said)\b"
    ),
    "appeal": re.compile(r"\b(?:you should|please|i hope|i urge|i ask|consider|let us|we should|we need|we must)\b"),
}
"""Signs of a position, or of someone else's, in a lower-case sentence."""

JOINTS = frozenset(
    {
        "because", "since", "so", "if", "when", "although", "while", "but", "and", "as", "which", "therefore", "that",
        "however", "for", "unless", "whereas", ";", ":",
    }
)  # fmt: skip
"""Where a sentence of two clauses could be cut."""

BECAUSE = frozenset({"because", "becuase", "since", "cause", "cuz", "as", "for"})
"""Words behind which a reason stands."""

_SALUTATION = r"(?:dear (?:[^ ,:]+ ){1,6}[,:] )"
LEAD_IN = re.compile(
    rf"{_SALUTATION}?"
    r"(?:(?:so|therefore|thus|overall|personally|in conclusion|to conclude|to sum up|for these reasons|this is why|that is why"
    r"|after \w+(?: [^, ]+){0,12}) ?,? )?"
    r"(?:(?:i|we) (?:(?:\w+ly|do|also|still|would|can|have to|must) )*"
    r"(?:(?:believe|think|feel|argue|say|suggest|know|hold|maintain)(?: that)?|agree that"
    r"|(?:am|are|'m) (?:\w+ly )?(?:convinced|certain|sure|confident|of the opinion) that) "
    r"|in my (?:\w+ )?(?:opinion|view|mind|eyes) ,? ?(?:(?:i|we) (?:believe|think|feel) (?:that )?)?"
    r"|(?:it is )?my (?:\w+ )?(?:opinion|position|belief|view) (?:is )?that )"
    rf"|{_SALUTATION}"
)
"""Words before a claim that only say that it is one, or to whom it is said, in lower case, with spaces between tokens."""

DENIED = re.compile(
    r"\b(?:i|we) (?:[^ ,;:]+ ){0,4}?"
    r"(?:not|n't|nt|never|hardly|disagree|oppose|object|refuse|reject|deny|doubt)(?: (?!(?:i|we|but|because|so)\b)[^ ,;:]+)* $"
)
"""What stands before a claim and turns it into its opposite, in lower case, with spaces between tokens."""

PREVIEW = re.compile(r"(?:, )?(?:because|since|as|for) .*(?:, .+\band\b|\band\b.+\band\b|, .+,)")
"""What follows a claim and announces several reasons for it."""
