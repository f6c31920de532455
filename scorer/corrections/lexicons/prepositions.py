"""Prepositions that do not go with the word before them, and what does; a dash for none. Chosen by this project."""

from __future__ import annotations

_AFTER_VERBS = """
explain about=- discuss about=- emphasize on=- emphasize about=- emphasise on=- emphasise about=-
mention about=- describe about=- depend of=on depend from=on depend in=on participate on=in participate at=in
believe on=in suffer of=from consist in=of consist on=of consist from=of affect on=- affect to=-
contact with=- congratulate for=on insist in=on rely in=on rely of=on belong for=to listen at=to marry with=-
resemble to=- tackle with=- comprise of=- obey to=-
"""
_AFTER_ADJECTIVES = """
interested on=in interested for=in interested about=in interested at=in interested to=in married with=to
different of=from afraid from=of afraid about=of responsible of=for proud for=of proud about=of proud from=of
similar with=to similar as=to similar like=to addicted with=to addicted on=to addicted for=to addicted in=to
addicted of=to full with=of full by=of satisfied of=with satisfied from=with capable to=of capable for=of
capable in=of aware about=of aware on=of familiar about=with famous of=for famous by=for dependent of=on
dependent from=on dependent to=on due of=to according with=to according by=to according in=to jealous from=of
scared from=of superior than=to inferior than=to harmful for=to accustomed with=to involved on=in involved at=in
associated to=with concerned of=about despite of=-
"""
_PHRASES = """
in the other hand=on|in the one hand=on|in my point of view=from|in my side=on|at the morning=in
at the afternoon=in|at the evening=in|in the weekend=on|in the weekends=on|in monday=on|in tuesday=on
in wednesday=on|in thursday=on|in friday=on|in saturday=on|in sunday=on|at monday=on|at friday=on|at saturday=on
at sunday=on|on the future=in|in tv=on|in television=on|in the tv=on
in the internet=on|on the conclusion=in|on conclusion=in|at conclusion=in|by the other hand=on
at the other hand=on|for the other hand=on|in the other side=on
"""


def _phrases(text: str) -> dict[tuple[str, ...], str]:
    entries = (entry.split("=") for entry in text.strip().replace("\n", "|").split("|"))
    return {tuple(words.split()): right for words, right in entries}


def _couples(text: str) -> dict[tuple[str, str], str]:
    words = text.split()
    found = {}
    for word, rest in zip(words[::2], words[1::2], strict=True):
        preposition, right = rest.split("=")
        found[word, preposition] = right.replace("-", "")
    return found


AFTER_VERBS = _couples(_AFTER_VERBS)
"""By the verb's base form."""
AFTER_ADJECTIVES = _couples(_AFTER_ADJECTIVES)
"""By the adjective or participle."""
PHRASES = _phrases(_PHRASES)
"""By a phrase whose first word is wrong."""
