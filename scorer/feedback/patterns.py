"""Words that the messages look for, where the lists of the features are too wide to quote from."""

from __future__ import annotations

from scorer.features.cue_phrases import Cues
from scorer.features.lexicons import listed

UNSURE = listed("maybe perhaps possibly probably")
"""Hedges that make a thesis sound undecided wherever they stand in it."""

SET_OFF = frozenset({
    "however", "therefore", "furthermore", "moreover", "additionally", "in addition", "for example", "for instance",
    "as a result", "in conclusion", "finally", "first of all", "secondly", "thirdly", "firstly", "nevertheless",
    "on the other hand", "consequently", "overall", "ultimately", "lastly", "in fact",
})  # fmt: skip
"""Connectives after which a comma stands at the head of a sentence."""

ANNOUNCEMENTS = Cues(
    "this essay will", "this essay is about", "this paper will", "this paper is about", "this essay discusses",
    "i will discuss", "i will talk about", "i will write about", "i will be discussing", "i will be talking about",
    "i am going to talk", "i am going to write", "i am going to explain", "i am going to give", "i am going to discuss",
    "i am going to tell", "i 'm going to talk", "i 'm going to explain", "i 'm going to tell", "let me tell you",
)  # fmt: skip
"""Words of a sentence about the essay itself."""

STATED = Cues(
    "i am against", "i 'm against", "im against", "i am for", "i 'm for", "i am not for", "i am all for",
    "my opinion is", "my answer is", "my position is", "my belief is", "i am opposed", "i am in favor", "i am pro",
)  # fmt: skip
"""Words that state a position without a verb of stance."""

ANALYSED = listed("""
author writer poet narrator mood setting theme tone story poem memoir excerpt passage article character essay text
protagonist speaker
""")
"""What a sentence speaks of that answers a question about a text."""

SOURCE_WORDS = Cues(
    "the text", "the article", "the passage", "the excerpt", "the author", "the memoir", "the poem", "in the story",
    "the story says", "in the essay", "this article", "this passage", "this text", "paragraph", "paragraphs",
)  # fmt: skip
"""Words that point to a text which the writer read."""

BECAUSE = Cues("because", "because of", "since", "due to", "for the reason", "so that", "for these reasons")
"""Words with which a sentence gives a reason."""

REASONED = Cues(
    "because", "since", "so", "that is why", "that 's why", "thats why", "this is why", "reason", "reasons", "why",
    "therefore", "first", "second", "another", "also", "if",
)  # fmt: skip
"""Words that an essay with reasons hardly does without; where none stands, there may be no reason."""

PERSONS = listed("""
student people person parent teacher kid adult child man woman friend citizen critic opponent voter worker player user
driver other principal
""")
"""Who may hold the other view; nouns by lemma."""
SOME = listed("some many most other others certain few")
"""Words that set such people apart from the writer."""

OUGHT = Cues("should", "must", "ought", "shouldn't", "need to")

OTHER_SIDE = Cues(
    "although", "though", "even though", "however", "while", "whereas", "despite", "in spite of", "nevertheless",
    "nonetheless", "on the other hand", "on the other side", "on the contrary", "others", "other people", "opponents",
    "critics", "some people", "some students", "some parents", "some teachers", "some say", "some think",
    "some believe", "some argue", "some might", "some may", "some would", "many people", "most people", "people say",
    "people think", "people believe", "people might", "people may", "they say", "you may", "you might", "disagree",
    "disadvantage", "disadvantages", "drawback", "drawbacks", "opposite", "against", "admittedly", "critic", "argue",
    "argues", "instead", "i know that", "i know some", "i know most", "i know many", "yes , i know", "i understand",
    "of course", "you say", "you will say", "it is true", "even if", "but still", "rather than",
)  # fmt: skip
"""Words that a sentence about the other side hardly does without; where one stands, nothing is said about it."""

OBJECTIONS = Cues(
    "some people", "some students", "some parents", "some teachers", "some say", "some think", "some believe",
    "some argue", "some might", "some may", "some would", "others say", "others think", "others believe",
    "others argue", "other people", "opponents", "critics", "many people", "most people", "people say",
    "people think", "people believe", "people argue", "people might", "people may", "it is true", "admittedly",
    "other may say", "others may say", "others might say",
    "although", "even though", "while", "it is argued", "it can be argued", "it may be", "it might be", "they say",
    "on the other hand", "on the other side", "some person", "some student", "some parent", "i understand",
    "i know that",
)  # fmt: skip
"""Words that hand a statement to somebody else than the writer, or grant it."""

TURNS = Cues(
    "but", "however", "yet", "nevertheless", "nonetheless", "still", "on the contrary", "although", "even though",
    "while", "despite", "in fact", "actually", "not true", "wrong",
)  # fmt: skip
"""Words with which an answer turns against what was granted."""

EXAMPLES = Cues(
    "for example", "for instance", "e.g.", "to illustrate", "one example", "another example",
    "a good example", "was the case", "is the case", "as an example", "take for example",
)  # fmt: skip
"""Phrases that announce an example in whatever sense they are used."""

MORE_REASONS = Cues(
    "first", "firstly", "second", "secondly", "third", "thirdly", "another", "also", "additionally", "furthermore",
    "moreover", "besides", "in addition", "finally", "lastly", "next", "not only", "one reason", "the other",
    "my second", "the second", "last but not least", "on top of", "as well", "other", "one of the", "main reason",
)  # fmt: skip
"""Words that announce one more point when they stand near the head of a sentence."""

BREAKS = Cues(
    "first", "firstly", "first of all", "second", "secondly", "third", "thirdly", "another", "additionally",
    "furthermore", "moreover", "in addition", "finally", "lastly", "one reason", "my second", "the second",
    "on the other hand", "in conclusion", "to conclude", "to begin with",
)  # fmt: skip
"""Words at the head of a sentence before which a paragraph may well end."""

SUBORDINATE_OPENERS = listed("although though while whereas if when because since unless even despite")

TALK = (
    "a lot", "a bunch of", "and stuff", "i guess", "you guys", "like i said", "things like that", "all that stuff",
)  # fmt: skip
"""Phrases that belong to talk in whatever sense they are used."""

VAGUE = listed("thing things stuff good bad nice big great very really get gets getting got lot lots")
"""Words for which a more exact one is nearly always at hand."""

LINKS = listed("because also but then so")
"""Joining words that a writer may lean on."""

SIGNING = Cues(
    "sincerely", "yours", "your friend", "your student", "thank you", "thanks", "regards", "best regards", "love ,",
    "from :", "respectfully", "a concerned", "concerned student", "p.s", "the end",
)  # fmt: skip
"""Words at the head of a line that ends a letter."""

LEANING = listed("""
he she it they this that these those his her its their such so then and but because for like also which who there here
""")
"""First words of a sentence that leans on the one before, so that no paragraph begins with it."""

CLOSING_HEADS = Cues(
    "so", "that is why", "this is why", "that 's why", "i hope", "overall", "in conclusion", "in the end", "finally",
    "therefore", "all in all", "to conclude", "for these reasons", "as you can see", "in summary", "thank you",
    "sincerely", "conclution",
    "in conclution", "ultimately", "in short", "conclusion", "lastly", "hence", "thus", "now you know",
)  # fmt: skip
"""Words at the head of the last sentences that may open an ending."""
