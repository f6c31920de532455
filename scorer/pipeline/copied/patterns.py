"""What copying is measured with: thresholds, and the words that make a sentence of the prompt the writer's own."""

from __future__ import annotations

import re

from spacy.lang.en.stop_words import STOP_WORDS

WORD = re.compile(r"[^\W_]+(?:['’‘`-][^\W_]+)*")
APOSTROPHES = str.maketrans("", "", "'’‘`")
"""Taken out of words, so that "dont" and "don’t" are one."""
AGREE = re.compile(r"\b(?:do|would) you (?:dis)?agree\b|\bagree or disagree\b|\bto what extent\b", re.IGNORECASE)
"""A sentence that puts the one beside it up for debate."""
STOPPED = re.compile(r"[.!?\n]")
"""Between two words: a sentence ends."""

FUNCTION_WORDS = frozenset(word.translate(APOSTROPHES) for word in STOP_WORDS)

SEED = 4
"""Words in a row that begin a run."""
WIDEST_GAP = 2
"""Words on either side that an edit may change, add or leave out."""
REJOIN = 2
"""Words in a row that must be the same again after an edit."""
MATCHED_PER_EDIT = 3
"""A run has at least so many copied words for each word that was edited."""
OCCURRENCES = 16
"""Places of the original that one seed is tried at: more are only found where a text repeats itself."""

EDGE = 2
"""Words at either end of a run that are cut off where a sentence ends or begins between them and the rest."""
SOURCE_WORDS = 8
"""Copied words from which a run of a source counts."""
PROMPT_WORDS = 6
"""Copied words from which a run of the prompt counts."""
CONTENT_WORDS = 3
"""Different words of a run that are no function words: fewer are a common phrase ("at the end of the day")."""
SENTENCE_SHARE = 0.6
"""Share of a sentence's words from which it is copied from the prompt: below, it only takes up the prompt's words."""
NAME_SHARE = 0.6
"""Share of capitalised content words from which a run is a title or a list of names."""
MOSTLY = 0.5
"""Share of a sentence's words above which it is not the student's argument."""

OPINION = re.compile(r"\b(?:i|i['’]?m|me|my|we|our|personally|(?:dis)?agree)\b", re.IGNORECASE)
"""The writer speaks, in the words that were not copied."""
DEMAND = re.compile(
    r"\b(?:should(?:n['’]?t)?|must(?:n['’]?t)?|ought|needs? to|ha(?:s|ve) to|(?:is|are) (?:not )?(?:a |an |the )?"
    r"(?:good|bad|better|best|worse|worst|more|most|important|necessary|harmful|beneficial|unfair|fair|right|wrong))\b",
    re.IGNORECASE,
)
"""The sentence says what should be, or judges."""
_VERB = r"(?:says?|thinks?|believes?|argues?|feels?|claims?|wants?|supports?|opposes?|agrees?|disagrees?|prefers?)"
OTHERS = re.compile(
    rf"\b(?:some|many|most|other|certain|several|few|people|experts|critics|supporters|opponents)\s(?:\w+\s){{0,3}}{_VERB}\b"
    r"|\bothers\b|\bthose who\b"
    r"|\bit (?:is|has been) (?:often |sometimes |widely |commonly )?(?:said|argued|believed|thought|claimed)\b"
    r"|\b(?:has|have|had|is|are|was) (?:been )?(?:decided|considering|planning|thinking|proposed|suggested|debating)\b",
    re.IGNORECASE,
)
"""The sentence reports what others say or plan."""
TASK = re.compile(
    r"^\W*(?:please|write|discuss|explain|describe|persuade|state|use|support your|give|include|(?:be|make) sure"
    r"|take a|to what extent|in your (?:essay|response|letter))\b",
    re.IGNORECASE,
)
"""The sentence sets the task."""
QUESTION = re.compile(
    r"\?\W*$|^\W*(?:should|do|does|did|is|are|can|could|would|will|what|why|how|which|who|where)\b", re.IGNORECASE
)
"""The sentence asks, with its mark or without."""
BEFORE_CLAUSE = frozenset({"that", "whether", "if"})
"""Words of the prompt before a clause that a writer may assert."""
