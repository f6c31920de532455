"""Words that show where clauses begin, for the checks of sentence boundaries."""

from __future__ import annotations

from scorer.pipeline.words import listed

SUBORDINATORS = listed("because although though since if when while unless whereas")
SUBJECT_PRONOUNS = listed("i you he she it we they this there")
CLAUSE_OPENERS = listed("""
because although though since if when while unless who whom whose what where why how that which once after
before until as whenever wherever whatever whether till becuase cause like than whoever however whichever so
""")
"""Words after which a clause without a joint of its own may follow: "when I came home I slept"."""
BEFORE_RELATIVE = listed("""
time anytime everytime everywhere anywhere somewhere everything way ways sure thing things someone something
anyone anything nothing day reason reasons moment place person people one ones places all kind kinds first last next
most more
""")
"""Words after which a pronoun mostly opens a relative clause: "the time we had"."""
FRAGMENT_OPENERS = listed("""
especially like such including particularly mainly mostly either during with without from by about just for in on at
""")
"""First words of verbless sentences that lean on the one before; others are too often titles, answers or commands."""
UNMARKED_VERBS = listed(
    "its thats theres whats heres dont cant wont im ive isnt arent doesnt didnt youre theyre fellow prof"
)
"""Words that hold a verb without its apostrophe, or open an address: what they stand in is no fragment."""
SAYING = listed("""
say says said think thinks thought believe believes know knows knew feel felt hope guess mean suppose imagine
add adds added reply replied ask asks asked explain explains explained argue argues argued write writes wrote
claim claims claimed
""")
"""Verbs that may follow their clause: "it is late, she said"."""

MESSAGES = {
    "hanging": "“{first}” opens a clause that leans on another: join this sentence to the one before or after it.",
    "verbless": "This sentence has no verb that tells what happens: add one, or join it to its neighbour.",
    "splice": "A comma alone cannot join “{before}” and “{subject} ...”: use a full stop, a semicolon or “and”.",
    "run_on": "A new sentence begins at “{subject} {verb}”: put a full stop or a joining word before it.",
}
