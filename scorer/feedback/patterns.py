"""Words that the messages look for, where the lists of the features are too wide to quote from."""

from __future__ import annotations

from scorer.features.cue_phrases import Cues
from scorer.features.lexicons import listed

SLIPS: tuple[tuple[str, tuple[str, ...], int, int], ...] = (
    ("misspelled", ("spelling",), 0, 0),
    ("apostrophe_missing", ("missing_apostrophe",), 0, 0),
    ("apostrophe_needless", ("needless_apostrophe",), 1, 0),
    (
        "words_confused",
        (
            "there_their", "your_youre", "its_its", "whose_whos", "then_than", "to_too", "could_of", "lose_loose",
            "affect_effect", "accept_except", "advice_advise", "similar_word", "confused_word",
        ),
        1,
        1,
    ),
    ("pronoun_small", ("capital_i",), 0, 1),
    ("beginning_small", ("capital_sentence",), 0, 3),
    ("name_small", ("capital_name",), 0, 0),
    ("capital_stray", ("needless_capital",), 0, 1),
    ("comma_missing", ("comma_after_introduction", "comma_before_but", "comma_before_quotation"), 1, 1),
    ("space_before_mark", ("space_before_mark",), 0, 0),
    ("space_missing", ("space_after_mark",), 0, 0),
    ("mark_repeated", ("repeated_mark",), 1, 0),
    ("final_mark_missing", ("final_mark",), 2, 0),
    ("quotation_mark_alone", ("unbalanced_quote",), 2, 2),
    ("bracket_alone", ("unbalanced_bracket",), 2, 2),
    ("word_doubled", ("doubled_word",), 1, 1),
    ("verb_disagrees", ("agreement",), 2, 0),
    ("verb_form", ("verb_form",), 2, 0),
    ("noun_number", ("noun_number",), 2, 0),
    ("article_missing", ("article",), 1, 1),
    ("article", ("a_an",), 0, 0),
    ("preposition", ("preposition",), 1, 1),
    ("compared_twice", ("double_comparative",), 0, 0),
    ("fragment", ("fragment",), 0, 0),
    ("comma_splice", ("comma_splice",), 2, 2),
    ("run_on", ("run_on",), 2, 2),
)  # fmt: skip
"""Message, codes of the corrections that it groups, and words before and after that show what is meant."""

JOINTS = frozenset({"comma_splice", "run_on"})
"""Messages that name several ways to mend, so that no single one is proposed."""

SLIPS_OF_GRAMMAR = (
    "agreement", "verb_form", "noun_number", "article", "a_an", "preposition", "double_comparative", "fragment",
    "comma_splice", "run_on", "confused_word", "there_their", "your_youre", "then_than",
)  # fmt: skip
"""Corrections without which nothing was found in grammar."""
SLIPS_OF_WRITING = (
    "spelling", "missing_apostrophe", "needless_apostrophe", "its_its", "whose_whos", "there_their", "your_youre",
    "then_than", "to_too", "could_of", "lose_loose", "affect_effect", "accept_except", "advice_advise", "similar_word",
    "confused_word", "doubled_word", "capital_i", "capital_name",
)  # fmt: skip
"""Corrections without which nothing was found in the spelling of words."""

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

OUGHT = Cues("should", "must", "ought", "shouldn't", "need to")

OTHER_SIDE = Cues(
    "although", "though", "even though", "however", "while", "whereas", "despite", "in spite of", "nevertheless",
    "nonetheless", "on the other hand", "on the other side", "on the contrary", "others", "other people", "opponents",
    "critics", "some people", "some students", "some parents", "some teachers", "some say", "some think",
    "some believe", "some argue", "some might", "some may", "some would", "many people", "most people", "people say",
    "people think", "people believe", "people might", "people may", "they say", "you may", "you might", "disagree",
    "disadvantage", "disadvantages", "drawback", "drawbacks", "opposite", "against", "admittedly", "critic", "argue",
    "argues", "instead",
)  # fmt: skip
"""Words that a sentence about the other side hardly does without; where one stands, nothing is said about it."""

OBJECTIONS = Cues(
    "some people", "some students", "some parents", "some teachers", "some say", "some think", "some believe",
    "some argue", "some might", "some may", "some would", "others say", "others think", "others believe",
    "others argue", "other people", "opponents", "critics", "many people", "most people", "people say",
    "people think", "people believe", "people argue", "people might", "people may", "it is true", "admittedly",
    "other may say", "others may say", "others might say",
    "although", "even though", "while", "it is argued", "it can be argued", "it may be", "it might be", "they say",
)  # fmt: skip
"""Words that hand a statement to somebody else than the writer, or grant it."""

TURNS = Cues(
    "but", "however", "yet", "nevertheless", "nonetheless", "still", "on the contrary", "although", "even though",
    "while", "despite", "in fact", "actually", "not true", "wrong",
)  # fmt: skip
"""Words with which an answer turns against what was granted."""

EXAMPLES = Cues(
    "for example", "for instance", "such as", "e.g.", "to illustrate", "one example", "another example",
    "a good example", "was the case", "is the case", "as an example", "take for example",
)  # fmt: skip
"""Phrases that announce an example in whatever sense they are used."""

MORE_REASONS = Cues(
    "first", "firstly", "second", "secondly", "third", "thirdly", "another", "also", "additionally", "furthermore",
    "moreover", "besides", "in addition", "finally", "lastly", "next", "not only", "one reason", "the other",
    "my second", "the second", "last but not least", "on top of", "as well",
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

CLOSING_HEADS = Cues(
    "so", "that is why", "this is why", "that 's why", "i hope", "overall", "in conclusion", "in the end", "finally",
    "therefore", "all in all", "to conclude", "for these reasons", "as you can see", "in summary", "thank you",
    "sincerely", "conclution",
    "in conclution", "ultimately", "in short", "conclusion", "lastly", "hence", "thus", "now you know",
)  # fmt: skip
"""Words at the head of the last sentences that may open an ending."""
