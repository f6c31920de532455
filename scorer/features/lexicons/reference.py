"""Words that point back, and content words too empty to carry a topic."""

from __future__ import annotations

from scorer.features.lexicons import listed

DEMONSTRATIVES = listed("this that these those")
THIRD_PERSON = listed("he she it they him her them his hers its their theirs himself herself itself themselves")
FIRST_PERSON = listed("i me my mine myself we us our ours ourselves")
SECOND_PERSON = listed("you your yours yourself yourselves u ur")
EMPTY_LEMMAS = listed("""
be have do get go make say so very also just not then when how why too more most even there here really other many
""")
"""Lemmas that two sentences share by chance."""
