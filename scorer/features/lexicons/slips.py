"""Spellings and word choices that are slips in an essay whatever stands around them. Chosen by this project."""

from __future__ import annotations

from scorer.features.lexicons import listed

BARE_CONTRACTIONS = listed("""
aint arent cant couldnt couldve didnt doesnt dont hadnt hasnt havent heres hes im isnt itll ive mustnt shes shouldnt
shouldve thats theres theyll theyre theyve wasnt werent weve whats wont wouldnt wouldve youd youll youre youve yall
dosent dosnt
""")
"""Contractions that lack their apostrophe. Those that are words too (well, ill, were) are left out."""

PARTED_CONTRACTIONS = frozenset({
    ("i", "m"), ("i", "ve"), ("don", "t"), ("can", "t"), ("doesn", "t"), ("didn", "t"), ("isn", "t"), ("it", "s"),
    ("that", "s"), ("won", "t"),
})  # fmt: skip
"""Contractions written as two words."""

MISPLACED_APOSTROPHES = listed("""
are'nt ca'nt could'nt did'nt do'nt does'nt had'nt has'nt have'nt is'nt should'nt was'nt were'nt wo'nt would'nt
your's our's her's their's the'yre they'er
""")

ITS_BEFORE = listed("a an the not been going because just like very so that")
"""Words before which "its" must be "it's"."""

TEXTING = listed("""
u r ur bc cuz cus coz gonna wanna gotta kinda sorta lol thx pls plz idk btw tho thru ppl omg prolly lemme gimme dunno
""")

FUSED = listed("""
alot alittle infact eachother noone aswell atleast incase everytime eventhough ofcourse highschool inorder inspite
evenif becauseof somuch verymuch forexample thankyou atall upto
""")
"""Two words written as one."""

SPLIT = frozenset({
    ("my", "self"), ("him", "self"), ("her", "self"), ("your", "self"), ("it", "self"), ("our", "self"),
    ("our", "selves"), ("our", "selfs"), ("them", "self"), ("them", "selves"), ("their", "self"), ("their", "selves"),
    ("there", "self"), ("there", "selves"), ("any", "thing"), ("every", "thing"), ("some", "thing"), ("with", "out"),
    ("an", "other"), ("when", "ever"), ("what", "ever"), ("where", "ever"), ("grand", "mother"), ("grand", "parents"),
    ("home", "work"), ("class", "mates"), ("class", "room"), ("be", "cause"), ("to", "gether"), ("in", "stead"),
})  # fmt: skip
"""One word written as two."""

OWNED = listed("""
own parents parent friends friend family families life lives house houses homes kids children child teachers mom dad
minds grades homework jobs future dreams goals education phones heads hands bodies brain
""")
"""What "there" is followed by when "their" is meant."""

CONFUSED_PAIRS = frozenset({
    ("would", "of"), ("could", "of"), ("should", "of"), ("must", "of"), ("might", "of"), ("rather", "then"),
    ("other", "then"), ("their", "is"), ("their", "are"), ("their", "was"), ("their", "were"), ("to", "much"),
    ("you're", "own"), ("it's", "own"), ("we", "where"), ("they", "where"), ("you", "where"), ("an", "affect"),
    ("the", "affect"), ("big", "affect"), ("to", "loose"), ("to", "advice"), ("i", "advice"), ("would", "advice"),
    ("will", "effect"), ("can", "effect"), ("could", "effect"), ("suppose", "to"), ("more", "better"),
    ("more", "easier"), ("more", "happier"), ("most", "best"), ("more", "faster"), ("everyone", "are"),
    ("everybody", "are"), ("a", "lots"), ("every", "ones"), ("peoples", "are"), ("peoples", "have"),
})  # fmt: skip
"""Neighbours of which one is another word than the one meant."""

YOUR_BEFORE = listed("not going welcome a the gonna")
"""Words before which "your" must be "you're"."""

PROPER_WORDS = listed("""
monday tuesday wednesday thursday friday saturday sunday january february april june july august september october
november december english spanish french german chinese american americans america mexican mexico africa african europe
european asia asian canada china japan japanese india indian russia russian england britain london paris california
texas florida christmas thanksgiving halloween christian christians muslim muslims jewish catholic einstein google
facebook youtube instagram
""")
"""Names that are always written with a capital."""

ALLOWED_DOUBLES = listed("had that very really so many much no yes ha bye blah more long far out")
"""Words that may follow themselves: "had had", "that that", "very very"."""

VOWEL_SOUND = ("hour", "honest", "honor", "honour", "heir", "herb", "unim", "unin")
CONSONANT_SOUND = (
    "uni", "use", "usa", "usu", "usi", "eu", "ew", "one", "once", "ubi", "uku", "ura", "uri", "uti", "ute", "uto",
)  # fmt: skip
"""Beginnings whose letter belies the sound: "an hour", "a university", but "an unimportant"."""
EITHER_ARTICLE = ("hist", "hotel", "hab", "heroic", "hyp", "hum")
"""Beginnings that stand with "a" and with "an"."""

NO_NOUN_PHRASE = listed("an as in of and on at is")
"""Words before which "a" is a letter or a slip of another kind."""
