"""Cues to the place of a sentence in an essay. Chosen by this project."""

from __future__ import annotations

from scorer.features.cue_phrases import Cues, Openings

OPENING_CUES = Cues(
    "have you ever", "did you know", "do you", "imagine", "picture this", "think of", "nowadays", "these days",
    "in today 's", "in our society", "in modern", "throughout history", "for centuries", "for years", "many people",
    "most people", "some people", "people often", "everyone has", "there are many", "there is a debate",
    "it is often", "it is said", "a common", "the question", "the issue of", "the topic", "the debate",
    "this essay", "in this essay", "i will discuss", "i will explain", "i will talk", "i am going to", "once upon",
    "when it comes to", "according to the", "last summer", "last year", "one day",
)  # fmt: skip
"""How an essay begins."""

ENDING_CUES = Cues(
    "in conclusion", "to conclude", "to sum up", "to sum", "in summary", "to summarize", "in closing", "all in all",
    "in short", "overall", "as you can see", "as i said", "as i have said", "as stated", "as mentioned", "in the end",
    "ultimately", "for these reasons", "for all these", "for all of these", "that is why i", "this is why i",
    "these are the reasons", "these are some", "these are my", "these are just", "so next time", "i hope", "thank you",
    "to wrap", "my conclusion", "in my conclusion", "with that said", "with all", "given all", "taken together",
)  # fmt: skip
"""How an essay ends."""

FIRST_CUES = Cues(
    "first", "firstly", "first of all", "to begin with", "to start with", "to start off", "for starters", "one reason",
    "the first", "my first", "one way", "one of the", "on the one hand", "one example", "above all",
)  # fmt: skip
LATER_CUES = Cues(
    "second", "secondly", "the second", "my second", "third", "thirdly", "the third", "my third", "another", "next",
    "also", "in addition", "additionally", "furthermore", "moreover", "on the other hand", "besides", "not only that",
    "the other", "my next", "likewise", "similarly", "as well",
)  # fmt: skip
LAST_CUES = Cues("finally", "lastly", "last but not least", "last", "the last", "my last", "my final", "the final")
OBJECTION_CUES = Cues(
    "some people", "some may", "some might", "some would", "some say", "others say", "others may", "others might",
    "opponents", "critics", "of course", "it is true", "admittedly", "granted", "people may", "people might",
    "although some", "while some", "many people think", "many people believe", "on the other side", "one might",
)  # fmt: skip
ANSWER_CUES = Cues(
    "but", "however", "yet", "still", "nevertheless", "nonetheless", "even so", "that may", "this may", "this is true",
    "that is true", "although this", "while this", "while that", "on the contrary", "in reality", "in fact",
)  # fmt: skip
EXAMPLE_CUES = Cues("for example", "for instance", "an example", "one example", "such as", "to illustrate", "like when")
RESULT_CUES = Cues(
    "therefore", "thus", "hence", "so", "as a result", "consequently", "because of this", "because of that",
    "this means", "that means", "this shows", "that shows", "this proves", "this is", "that is", "this would",
    "this can", "this will", "this makes", "this helps", "this could", "which", "then", "after that", "by doing",
)  # fmt: skip

OPENINGS = Openings({
    "opening_cue": (OPENING_CUES, 6),
    "ending_cue": (ENDING_CUES, 6),
    "first_cue": (FIRST_CUES, 4),
    "later_cue": (LATER_CUES, 4),
    "last_cue": (LAST_CUES, 4),
    "objection": (OBJECTION_CUES, 6),
    "answer": (ANSWER_CUES, 3),
    "example": (EXAMPLE_CUES, 6),
    "result": (RESULT_CUES, 3),
})  # fmt: skip
"""Name of the flag -> its cues, and the tokens at the head of a sentence in which one must begin."""

OBLIGATION = frozenset({"should", "must", "ought", "need", "needs"})
POSSIBILITY = frozenset({"will", "would", "could", "can", "may", "might"})
CAUSES = frozenset({"because", "since"})
PLAIN_LINKS = frozenset({"and", "but", "or", "so"})
