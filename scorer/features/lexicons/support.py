"""How writers introduce, illustrate and explain their reasons."""

from __future__ import annotations

from scorer.features.cue_phrases import Cues

SIGNPOSTS = Cues(
    "first", "firstly", "first of all", "first off", "second", "secondly", "third", "thirdly", "fourth", "fourthly",
    "to begin with", "to start with", "in the first place", "next", "then", "finally", "lastly", "last", "last but",
    "also", "another", "in addition", "additionally", "furthermore", "moreover", "besides", "what is more",
    "on top of", "not only", "one reason", "a reason", "the reason", "main reason", "the other reason",
    "most importantly", "more importantly", "for one", "for one thing", "equally important", "likewise",
    "on the one hand", "on the other hand", "therefore", "thus", "hence", "consequently", "as a result",
)  # fmt: skip
SIGNPOST_REACH = 3  # tokens of the reason itself that may still hold its signpost

EXAMPLES = Cues(
    "for example", "for instance", "such as", "e.g.", "e.g", "to illustrate", "as an example", "a good example",
    "one example", "another example", "an example", "examples of", "in the case of", "was the case", "is the case",
    "a case in point", "as an illustration", "as shown by", "as seen in", "take the", "including", "namely",
)  # fmt: skip

CAUSES = Cues(
    "because", "therefore", "thus", "hence", "consequently", "as a result", "as a consequence", "so that", "due to",
    "owing to", "thereby", "that is why", "this is why", "which is why", "for this reason", "leads to", "lead to",
    "led to", "leading to", "results in", "result in", "resulted in", "resulting in", "causes", "cause", "caused",
    "causing", "in order to", "this means", "which means", "this shows", "which shows", "this allows", "allows",
    "enables", "this makes", "which makes", "if",
)  # fmt: skip

SELF = frozenset({"i", "me", "my", "mine", "myself"})

OVERGENERALIZED = Cues(
    "everyone", "everybody", "nobody", "no one", "always", "never", "all people", "all students", "all kids",
    "all teachers", "every person", "every student", "in the whole world", "in the entire world", "as we all know",
    "we all know", "everything", "since the beginning of time", "since the dawn of time", "a hundred percent",
)  # fmt: skip

# "one" is mostly a pronoun.
NUMBER_WORDS = frozenset({
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen", "twenty",
    "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "hundreds", "thousand",
    "thousands", "million", "millions", "billion", "billions", "half", "percent",
})  # fmt: skip
