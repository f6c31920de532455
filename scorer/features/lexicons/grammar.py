"""Words that grammar treats apart, for the checks of agreement and sentence boundaries."""

from __future__ import annotations

from scorer.features.lexicons import listed

SINGULAR_PRONOUNS = listed("he she it")
PLURAL_PRONOUNS = listed("we they you i")
"""Pronouns that take the plain form of the verb."""

EITHER_NUMBER = listed("""
all some none most any more half rest majority number lot lots couple group team family class police staff government
public crowd percent population audience pair variety bunch youth media data series species means news plenty minority
faculty today each everyone everybody who which that what there one
""")
"""Nouns and pronouns whose verb may be singular or plural, or whose number the tagger often misses."""

PLURALS_WITHOUT_S = listed("people children men women kids teens students parents teachers")

BARE_COMPLEMENT = listed("""
make let help see watch hear have suggest recommend demand insist require ask prefer propose feel notice wish important
necessary essential vital crucial better
""")
"""Heads after which a bare verb with a subject is right: "let him go", "insist that he go"."""

QUESTION_WORDS = listed("do does did can could will would should may might must and or if nor")
"""Words that may stand before a subject whose plain verb is right: "does he go", "should it rain"."""

SINGULAR_DETERMINERS = listed("a an every each another this")
PLURAL_DETERMINERS = listed("these those many several few various")

PLURAL_LOOKING = listed("""
news means series species mathematics physics economics politics athletics gymnastics headquarters crossroads lots times
ones others barracks gallows works
""")
"""Nouns in -s that a singular determiner may stand with, or that the tagger takes for plurals."""

UNCHANGED_PLURALS = listed("""
fish sheep deer aircraft people police hundred thousand million dozen more other others such few many percent series
species youth offspring homework media data
""")
"""Nouns whose form without -s may be plural."""

IMPOSSIBLE_PLURALS = listed("""
advices equipments furnitures homeworks informations knowledges luggages musics stuffs evidences clothings softwares
traffics breads childrens mens womens feets sceneries transportations trashes
""")
"""Plurals that English does not make."""

IMPOSSIBLE_PASTS = listed("""
goed runned thinked teached buyed catched bringed taked maked gived getted knowed comed finded feeled telled writed
eated drived breaked choosed falled growed heared losed readed sayed sended speaked spended understanded winned
""")
"""Past tenses that English does not make."""

SUBORDINATORS = listed("because although though since if when while unless which who whereas")
SUBJECT_PRONOUNS = listed("i you he she it we they this there")
CLAUSE_OPENERS = listed("""
because although though since if when while unless who whom whose what where why how that once after before until as
whenever wherever whatever whether till becuase cause like than
""")
"""Words after which a clause without a joint of its own may follow: "when I came home I slept"."""

BEFORE_RELATIVE = listed("""
time anytime everytime everywhere anywhere everything way sure thing things someone something anything nothing day
reason moment place person people one ones place places all kind kinds
""")
"""Words after which a pronoun mostly opens a relative clause: "the time we had"."""

SAYING = listed("""
think say believe know feel hope guess mean understand realize learn agree notice remember
argue claim suppose prove explain suggest decide admit imagine is are was were be
""")
"""Verbs that a clause with its own subject may follow directly: "I think they are"."""

GREETINGS = listed("dear hello hi greetings sincerely thanks thank")
"""First words of the lines of a letter that are not sentences."""

IRREGULAR_PASTS = listed("""
ate became began bought broke brought came caught chose drew drove fell felt flew forgot gave got grew had heard kept
knew lost made meant met paid ran said sang sent slept sold spent spoke stood stole swam taught thought threw told took
went were woke won wore wrote
""")
"""Past forms that cannot be the plain form of a verb that students use."""
