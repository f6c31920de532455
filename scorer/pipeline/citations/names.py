"""Names of authors and titles: what may be one, and the word by which two mentions are compared."""

from __future__ import annotations

import re
from collections.abc import Set
from difflib import SequenceMatcher

from scorer.pipeline.citations.name_patterns import ORGANISATION, ORGANISATION_WORDS, PEOPLE
from scorer.pipeline.citations.word_lists import (
    CLAUSE_WORDS,
    FUNCTION_WORDS,
    LABEL_WORDS,
    OPENING_ADVERBS,
    PERSONS,
    PLACE_KINDS,
    PLACES,
    ROLES,
    SMALL_WORDS,
    TELLING,
    TITLES_OF_ADDRESS,
)
from scorer.pipeline.frequency import zipf

COMMON = 3.7  # Zipf frequency from which a name may be a place's, a firm's or a common word
SHORTEST_NEAR = 6  # letters of a name of which two spellings are taken for one
NEAR_LETTERS, MOST_ALIKE = 2, 20  # how much longer the other may be, and how many are compared
NEAR = 0.75  # likeness of the two (``difflib``)
LABEL_LENGTH = 2  # words of a title that could as well be a label: "Summer 2019", "Table of"
SHORTEST_ACRONYM = 2
LONGEST_SENTENCE = 14  # words of a title that is a sentence
LONGEST_PLAIN = 9  # words of a title in sentence case
LONGEST_LABELLED = 22  # words of a title in any case, its subtitle included, behind a source's label
SUBTITLE = re.compile(r"\s?[:;]\s?(?=\D)")
SHORTEST_MAIN = 2  # words of a title before its subtitle
_JOINERS = re.compile(r",? (?:and|&) |, |,? et\.? al\.?|,? and (?:others|colleagues)")
_SUFFIX = re.compile(r",? (?:Jr|Sr)\.?$|[’']s?$")
_WORD = re.compile(r"\S+")
PARTICIPLE = re.compile(r"[A-Z][a-z]{2,}ing (?:on|upon|to|with|from|at) (?=[A-Z])")
"""``Building on`` before a name, at a sentence's beginning."""
_LETTERS = re.compile(r"[^\W\d_]+")


def is_people(text: str) -> bool:
    """Whether ``text`` is formed like one author or several: ``Walt``, ``Smith, Jones, & Lee``, ``Walt et al.``"""
    return bool(PEOPLE.match(text))


def is_organisation(text: str) -> bool:
    """Whether ``text`` is a run of capitalised words with the small words that names of bodies have."""
    return bool(ORGANISATION.match(text)) and len(text) > 1


def denied(name: str, *, title: bool = False) -> bool:
    """Whether a name is a month, a label, a place, a pronoun or some other word that only looks like a name."""
    words = [word.lower() for word in _LETTERS.findall(name)]
    if title and len(words) > LABEL_LENGTH:
        return False
    if not words or words[0] in LABEL_WORDS:
        return True
    if title:
        return False
    article = (words[0] == "the" and len(words) > 1) or name[:3].isupper()  # "The Times", "WHO"
    longest = max(len(word) for word in words)
    places = all(word in PLACES or word in SMALL_WORDS for word in words) or (
        words[0] in PLACES and all(word in PLACE_KINDS for word in words[1:])
    )
    return places or longest < 2 or (words[0] in FUNCTION_WORDS and not article)


def titled(text: str) -> bool:
    """Whether ``text`` is capitalised like a title: it begins so, and most of its longer words do.

    What stands behind a colon may be in sentence case.
    """
    main = SUBTITLE.split(text, maxsplit=1)[0]
    text = main if len(main.split()) >= SHORTEST_MAIN else text
    words = [word for word in text.split() if word.lower() not in SMALL_WORDS and any(map(str.isalnum, word))]
    if not words or len(words) > 15 or not (text[0].isupper() or text[0].isdigit() or _branded(words[0])):
        return False
    capital = sum(_capital(word.lstrip("\"“‘'(")) for word in words)
    return capital >= 0.7 * len(words) and any(len(word) > 2 for word in words)


def _capital(word: str) -> bool:
    return word[:1].isupper() or word[:1].isdigit() or _branded(word)


def _branded(word: str) -> bool:
    """``iPhone``, ``#NoFilter``: capitals within stand for the first one."""
    return word[:1] in ("i", "e", "#") and word[1:2].isupper()


def sentence_cased(title: str) -> bool:
    """Whether words of which only the first has a capital letter read like a title: few, and no sentence.

    What stands behind a colon may be one.
    """
    title = SUBTITLE.split(title, maxsplit=1)[0]
    words = [word.strip(",:;!?").lower().replace("’", "'") for word in title.split()]
    if not (2 <= len(words) <= LONGEST_PLAIN and title[0].isupper()):
        return False
    return words[0] in ("why", "how") or not CLAUSE_WORDS & set(words)


def credited_title(title: str) -> bool:
    """Whether quoted words that somebody is named as the author of read like a title: a sentence may, talk does not."""
    words = [word.strip(",:;!?").lower().replace("’", "'") for word in title.split()]
    return 2 <= len(words) <= LONGEST_SENTENCE and title[0].isupper() and title[-1] != "." and not PERSONS & set(words)


def labelled_title(title: str) -> bool:
    """Whether words behind a source's label and a colon, of any case, read like its title: nothing is told in them."""
    words = [word.strip(",:;!?").lower().replace("’", "'") for word in title.split()]
    return 3 <= len(words) <= LONGEST_LABELLED and not TELLING & set(words)


def opener_length(name: str) -> int:
    """How many characters of ``name`` only open the sentence: 3 in ``As Henry Kissinger``, all in ``However``."""
    lead = PARTICIPLE.match(name)
    for word in _WORD.finditer(name, lead.end() if lead else 0):
        plain = word.group().rstrip(".").lower()
        if word.group() in TITLES_OF_ADDRESS or (
            {plain, plain.removesuffix("s")} & ROLES and len(name[word.end() :].split()) > 1
        ):
            continue
        opens = plain.rstrip(",") in OPENING_ADVERBS and (plain[-1:] == "," or bool(name[word.end() :].strip()))
        if plain not in FUNCTION_WORDS and not opens:
            return word.start()
    return len(name)


def is_short_for(short: str, long: str, *, whole: bool = False) -> bool:
    """Whether ``short`` is the initials of ``long``, or begins with them: ``WHO``, ``CDC``; of its ``whole`` words."""
    if whole:
        return len(short) > SHORTEST_ACRONYM and short == "".join(word[0] for word in long.split()).upper()
    plain = short.replace(".", "").strip()
    letters = initials(long)
    if not plain.isupper() or len(plain) < SHORTEST_ACRONYM or len(letters) < SHORTEST_ACRONYM:
        return False
    plain = plain.lower()
    return letters == plain or (len(plain) > SHORTEST_ACRONYM and letters.startswith(plain))


def initials(name: str) -> str:
    """First letters of the longer words of a name, in lower case: ``who``."""
    return "".join(word[0] for word in _LETTERS.findall(name.lower()) if word not in SMALL_WORDS)


def surname(author: str) -> str:
    """What stands for an author in comparisons, in lower case: the first one's surname, or a body's whole name.

    >>> surname("Stephen Walt and J. Smith"), surname("van der Berg et al."), surname("World Health Organization")
    ('walt', 'berg', 'world health organization')
    """
    if ORGANISATION_WORDS.search(author):
        return " ".join(_LETTERS.findall(author)).lower().removeprefix("the ")
    first = _SUFFIX.sub("", _JOINERS.split(author, maxsplit=1)[0].strip())
    words = [word for word in first.replace("’", "'").split() if not re.fullmatch(r"(?:[A-Z]\.)+,?", word)]
    return words[-1].lower().strip(".,") if words else first.lower()


def is_rare(word: str) -> bool:
    """Whether a word is met so seldom that it hardly names a place, a firm or a thing."""
    return zipf(word.lower()) < COMMON


def is_near(name: str, known: Set[str]) -> bool:
    """Whether a surname is spelt nearly as that of a known author."""
    if len(name) < SHORTEST_NEAR:
        return False
    alike = [other for other in known if other[:2] == name[:2] and abs(len(other) - len(name)) <= NEAR_LETTERS]
    return any(SequenceMatcher(None, name, other).ratio() >= NEAR for other in alike[:MOST_ALIKE])
