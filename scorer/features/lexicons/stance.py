"""What a thesis sentence says of the writer's position: lexicons after Hyland 2005 (*Metadiscourse*) and our own."""

from __future__ import annotations

from scorer.features.cue_phrases import Cues

FIRST_PERSON = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"})
SUBJECTS_I_WE = frozenset({"i", "we"})

OBLIGATION = Cues(
    "should", "must", "ought", "need to", "needs to", "have to", "has to", "had better", "is time to", "is time for",
    "supposed to", "be allowed", "be banned", "be forbidden", "be prohibited", "be required", "responsibility to",
    "duty to",
)  # fmt: skip

# Lemmas that judge: adjectives, and the nouns and verbs that say the same.
EVALUATION = frozenset({
    "advantage", "advantageous", "bad", "beneficial", "benefit", "best", "better", "convenient", "counterproductive",
    "critical", "crucial", "cruel", "damage", "damaging", "danger", "dangerous", "deserve", "desirable", "destroy",
    "detrimental", "disadvantage", "drawback", "effective", "efficient", "essential", "ethical", "excellent", "fair",
    "foolish", "good", "great", "harm", "harmful", "healthy", "helpful", "immoral", "important", "impractical",
    "improve", "indispensable", "ineffective", "inefficient", "irresponsible", "justified", "key", "moral",
    "necessary", "negative", "outdated", "outweigh", "pointless", "positive", "practical", "preferable", "priority",
    "productive", "reasonable", "responsible", "right", "risky", "ruin", "safe", "strong", "successful", "superior",
    "terrible", "unacceptable", "undesirable", "unethical", "unfair", "unhealthy", "unjust", "unnecessary",
    "unreasonable", "unsafe", "useful", "useless", "valuable", "vital", "waste", "weak", "wise", "worse", "worst",
    "worth", "worthwhile", "wrong",
})  # fmt: skip

# Lemmas of verbs and adjectives that state a position when "I" or "we" is their subject.
STANCE_VERBS = frozenset({
    "advise", "advocate", "affirm", "agree", "argue", "assert", "believe", "claim", "conclude", "contend",
    "convinced", "disagree", "encourage", "favor", "favour", "feel", "hold", "insist", "maintain", "object", "oppose",
    "prefer", "propose", "reckon", "recommend", "reject", "side", "suggest", "support", "think", "urge",
})  # fmt: skip
STANCE_PHRASES = Cues(
    "in my opinion", "in my personal opinion", "in my honest opinion", "personally", "in my view", "in my mind",
    "from my point of view", "from my perspective", "to my mind", "my position is", "my view is", "my opinion is",
    "as far as i am concerned", "no doubt", "without a doubt", "undoubtedly", "it is clear that",
    "it is obvious that", "in favor of", "in favour of",
)  # fmt: skip
SUBJECT_REACH = 4  # tokens between "I" and its stance verb: "I would also strongly advise"

COMPARISON = Cues(
    "rather than", "instead of", "as opposed to", "than", "prefer", "prefers", "preferable", "outweigh", "outweighs",
    "over and above", "superior to", "inferior to",
)  # fmt: skip

HEDGES = Cues(
    "maybe", "perhaps", "possibly", "probably", "might", "may", "somewhat", "seem", "seems", "apparently", "i guess",
    "i suppose", "i am not sure", "i 'm not sure", "in a way", "in some ways", "to some extent",
    "to a certain extent", "it depends", "depends on", "more or less", "supposedly", "either way",
)  # fmt: skip

# "since" and "by" give reasons in some uses only; the feature looks at what follows them (a date, these words).
REASON_CUES = Cues(
    "because", "because of", "due to", "for the reason", "for these reasons", "for several reasons",
    "for many reasons", "for two reasons", "for three reasons", "for the following reasons", "owing to", "given that",
    "thanks to", "reasons why", "reason why",
)  # fmt: skip
SINCE_WHEN = frozenset({"then", "ancient", "birth", "childhood", "early", "last", "my", "yesterday"})
CONCESSIONS = Cues(
    "although", "though", "even though", "even if", "while", "whereas", "despite", "in spite of", "regardless of",
    "admittedly", "albeit", "notwithstanding",
)  # fmt: skip

# A thesis that announces a topic where it should state a position.
ANNOUNCEMENTS = Cues(
    "this essay will", "this essay is about", "this paper will", "this essay discusses", "this paper discusses",
    "in this essay", "in this paper", "i am going to", "i 'm going to", "i will discuss", "i will talk about",
    "i will write about", "i will be discussing", "i will be talking", "i will explain", "i want to talk about",
    "let me tell you", "i will tell you",
)  # fmt: skip
