"""Connectives by what they do, after Halliday & Hasan 1976 and the classes of Coh-Metrix. Chosen by this project.

A phrase stands in one class only. Phrases are matched on whole words, longest first.
"""

from __future__ import annotations

CONNECTIVES: dict[str, tuple[str, ...]] = {
    "additive": (
        "additionally", "also", "along with", "another reason", "another thing", "as well", "as well as", "besides",
        "furthermore", "in addition", "likewise", "moreover", "not only", "on top of that", "similarly",
        "what is more", "in the same way", "equally",
    ),
    "contrastive": (
        "after all", "although", "but", "conversely", "despite", "even if", "even though", "however", "in contrast",
        "in spite of", "instead", "instead of", "nevertheless", "nonetheless", "on the contrary", "on the one hand",
        "on the other hand", "on the other side", "otherwise", "rather than", "regardless", "still", "though",
        "unlike", "whereas", "while", "yet",
    ),
    "causal": (
        "accordingly", "as a consequence", "as a result", "because", "because of", "consequently", "due to",
        "for that reason", "for this reason", "hence", "in order to", "since", "so", "so that", "that is why",
        "that's why", "this is why", "therefore", "thus", "thanks to", "unless", "if",
    ),
    "temporal": (
        "after", "after that", "afterwards", "as soon as", "at first", "at the same time", "before", "by the time",
        "during", "earlier", "eventually", "later", "later on", "meanwhile", "now that", "once", "soon", "then",
        "until", "when", "whenever",
    ),
    "exemplifying": (
        "an example", "another example", "as an example", "especially", "for example", "for instance",
        "in particular", "in other words", "namely", "one example", "particularly", "specifically", "such as",
        "to illustrate", "like when", "in fact", "indeed",
    ),
    "concluding": (
        "all in all", "as a whole", "finally", "in closing", "in conclusion", "in short", "in summary", "in the end",
        "lastly", "overall", "to conclude", "to sum up", "to summarize", "ultimately", "in my conclusion",
        "last but not least",
    ),
    "sequencing": (
        "first", "first of all", "firstly", "for starters", "my first reason", "my second reason", "my third reason",
        "next", "one reason", "second", "second of all", "secondly", "the first reason", "the last reason",
        "the second reason", "the third reason", "third", "thirdly", "to begin with", "to start with",
    ),
}  # fmt: skip
"""Class of connective -> its words and phrases."""

LEARNED = frozenset((
    "accordingly", "additionally", "although", "as a consequence", "as a result", "besides", "consequently",
    "conversely", "despite", "due to", "even though", "for instance", "furthermore", "hence", "however",
    "in addition", "in contrast", "in fact", "in order to", "in other words", "in particular", "in spite of",
    "indeed", "likewise", "meanwhile", "moreover", "namely", "nevertheless", "nonetheless", "not only",
    "on the contrary", "on the other hand", "otherwise", "overall", "rather than", "regardless", "similarly",
    "specifically", "such as", "therefore", "thus", "ultimately", "unlike", "whereas", "yet",
))  # fmt: skip
"""Connectives that belong to writing more than to talk."""

OPENERS = frozenset({
    word
    for phrases in CONNECTIVES.values()
    for word in phrases
} - {"like when", "an example", "still", "soon", "once", "second", "third"})  # fmt: skip
"""Connectives that count when they open a sentence or a paragraph."""
