"""Words that may follow themselves, and what is said of those that may not. Lower case."""

from __future__ import annotations

from scorer.pipeline.words import listed

ALLOWED = listed("""
had that do did can no yes ha hah haha he hee ho hey bye blah yada more long far out over on on-and-on up down in it
you her him them me us this here there so very really too much many way never again again-and-again even still now
please wait well like oh okay ok wow hmm um uh er la da na ya yo knock pom tom yoyo boo choo chop hush cha night tut
tick beep
bang boom bam ring honk woof meow quack ding dong wah aye hip chow bora walla pago fifty half one two three four five
six seven eight nine ten twenty hundred big little small old good bad great real far deep extra super
""")
"""Words repeated for emphasis, in set phrases, or where one ends a clause and the next begins another."""

TAGS = frozenset({
    "DT", "IN", "CC", "PRP", "PRP$", "MD", "TO", "WP", "WRB", "WDT", "VBZ", "VBP", "VBD", "VB", "VBG", "VBN", "NN",
    "NNS", "EX",
})  # fmt: skip
"""Tags of words whose doubling is a slip; adjectives and adverbs are doubled for emphasis."""

IS_IS_AFTER = listed("it that this he she there what which who problem thing point truth fact")
"""Words before "is is" where both may be meant: "what it is is ..."."""

MESSAGE = "“{word}” stands twice in a row: once is enough."
