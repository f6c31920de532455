"""Words that the checks of grammar treat apart, and what they tell the student."""

from __future__ import annotations

from scorer.pipeline.words import listed

PLURAL_DETERMINERS = listed("""
many several few various these those both numerous two three four five six seven eight nine ten twenty hundred
""")
SINGULAR_DETERMINERS = listed("a an another this that every each one")
UNDETERMINED = listed("other some all most more any such free")
"""Words that leave the number of the noun behind them open."""
ONE_OF = frozenset(("one", "of", word) for word in listed("the my our these his her their your those"))
PRO_NOUNS = listed("one ones other others something anything everything nothing")
AMOUNTS = listed("couple few lot great good many several dozen hundred thousand million number")
POSSESSIVES = listed("my your his her its our their")
THIRD = listed(
    "he she it this that everyone everybody someone somebody anyone anybody nobody everything something nothing"
)
NOT_THIRD = listed("i you we they these those")
BARE_AFTER = listed("""
make makes made making let lets letting help helps helped helping see saw watch hear heard have suggest suggests
suggested recommend recommends recommended demand demands insist insists require requires propose proposed important
necessary essential vital crucial better if lest do does did can could will would shall should may might must
""")
"""Words after which a subject may have a bare verb."""
EITHER_NUMBER = listed("""
all some none most any more half rest majority number lot lots couple group team family class police staff
government public crowd percent population audience pair variety bunch youth media data series species means
news plenty minority faculty today each who which that what there one nobody everybody dozen politics
mathematics
""")
SAYING = listed("""
think say believe know feel hope guess mean understand realize learn agree notice remember argue claim suppose prove
explain suggest decide admit imagine show state be
""")
"""Verbs that a clause with its own subject may follow directly: "I think they are"."""
PLURALS_WITHOUT_S = listed("people children men women police teens kids")

POINTING = {"this": "these", "these": "this", "that": "those", "those": "that"}

ASK_FOR_TO = listed("""
want wants wanted need needs needed try tries tried decide decides decided hope hopes hoped plan plans planned
learn learns learned begin begins began start starts started like likes love loves prefer prefers agree agrees
able easy hard important ready difficult going used supposed ability opportunity
""")
"""Words that an infinitive follows with "to"."""

COMPARED = listed("""
better worse easier harder faster slower bigger smaller larger stronger weaker happier sadder smarter older
younger cheaper healthier safer longer shorter higher lower nicer busier richer poorer cleaner louder quieter
friendlier prettier tougher greater closer simpler funnier hotter colder taller
""")
SUPERLATIVES = frozenset({"best", "worst", *(word[:-1] + "st" for word in COMPARED - {"better", "worse"})})

MESSAGES = {
    "comparative": "“{old}” compares twice: “{new}” is enough.",
    "pointing": "“{old}” does not go with “{noun}”: write “{new}”, or change the noun.",
    "noun_plural": "“{old}” should be plural here: “{new}”.",
    "noun_singular": "“{old}” should be singular here: “{new}”.",
    "noun_uncountable": "“{old}” has no plural in English: write “{new}”.",
    "agreement": "“{old}” does not go with its subject: write “{new}”.",
    "verb_form": "“{old}” is not the form that fits here: write “{new}”.",
    "article_missing": "A word like “{article}” is missing before “{old}”.",
    "article_extra": "“{old}” is not needed here.",
    "article_other": "“{new}” fits better than “{old}” here.",
    "preposition_other": "“{new}” fits better than “{old}” here.",
    "preposition_extra": "“{before}” goes without “{old}”: leave it out.",
    "confused": "Do you mean “{new}”? “{old}” is another word.",
    "to_extra": "“to” does not follow “{before}”: leave it out.",
    "to_missing": "“to” is missing after “{before}”.",
}
