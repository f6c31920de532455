"""How words and letters begin when they are spoken: what "a" and "an" go by. Lower case."""

from __future__ import annotations

import re

from scorer.pipeline.words import listed

VOWEL_WORDS = re.compile(r"(?:hour|honest|honou?r|heir)")
"""Beginnings with a silent h."""
CONSONANT_WORDS = re.compile(
    r"(?:uni(?!n|m|d|ss)|unidir|unanim|us(?:e|ed|es|age|able|er|ing|ual|urp|ury)(?:[^a-z]|[a-z]*$)|uten|util|utop|uter(?!$)|uri|ura|uro"
    r"|ubiq|ukul|ukra|uga|urug|ufo|eu|ewe|once|one(?:$|[^a-z]|self|ness)|ouija|oui$)"
)
"""Beginnings whose vowel letter is spoken with a consonant first: "university", "European", "one"."""
EITHER = re.compile(
    r"(?:hist|hotel|hab|heroi|hyp|hum|herb|homage|hered|herm|hiat|hilar|hallu|harm|hyst|horr|un[eo]$|ur)"
)
"""Beginnings that stand with "a" and with "an", or that cannot be told."""

VOWEL_LETTERS = frozenset("aefhilmnorsx")
"""Letters whose names begin with a vowel: "an F"."""
SPELLED_OUT = listed("""
mri fbi nba nfl nhl mvp hiv html sms xml ngo lgbt lgbtq rpg mba mp3 rv lcd led atm irs iq ipo iou hr nyc mlb ncaa ssd
usb uk us usa un ufo url dvd cd tv gps pc ceo cia phd bmw vhs dna gpa ptsd pta bbc cbs cpu gpu vip wwii suv
""")
"""Abbreviations that are read letter by letter."""
CONSONANT_NUMBERS = re.compile(r"[02-79]|1[02-79]|1$")
"""Numbers below 1000 that begin with a consonant."""

AFTER_A = frozenset({"NN", "NNS", "JJ", "JJR", "JJS", "RB", "VBG", "VBN", "NNP", "RBR", "RBS", "VBD", "VB", "VBP"})
"""Tags of words that "a" may belong to."""
NOT_AFTER = listed("""
a an and as at am any are all another each either every everyone everybody everything i if in into is it its it's isn't
aren't of off on or our ours us up upon under until unless out over use as also always around about above across after
against along already although among anyone anybody anything away
""")
"""Words before which "a" or "an" is a letter, or a slip of another kind."""
NOT_AFTER_AN = listed("""
the then that this these those them they their there than to you your yours we were was when what where which who
why how he his her him she my me mine do does did can could will would should may might must has have had be been
not no so sure but because by for from with without go goes then just like more most some such very
""")
"""Words before which "an" was meant to be "and"."""

MESSAGES = {
    "an": "“{phrase}” should be “{right}”: “{word}” begins with a vowel when it is spoken.",
    "a": "“{phrase}” should be “{right}”: “{word}” begins with a consonant when it is spoken.",
}
