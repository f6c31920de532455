"""Number of nouns after determiners, and "a" or "an", checked where it is plain.

Each check gives positions (in the view) of the word to point at.
"""

from __future__ import annotations

from scorer.features.lexicons.grammar import (
    PLURAL_DETERMINERS,
    PLURAL_LOOKING,
    SINGULAR_DETERMINERS,
    UNCHANGED_PLURALS,
)
from scorer.features.lexicons.slips import CONSONANT_SOUND, EITHER_ARTICLE, NO_NOUN_PHRASE, VOWEL_SOUND
from scorer.pipeline.view import EssayView, shared

NOUN_GOES_ON = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "VBG", "VBN", "HYPH", "CD", "POS"})
"""Tags after which a noun may not be the last of its phrase."""
ONE_OF = (["one", "of", "the"], ["one", "of", "my"], ["one", "of", "these"])


@shared
def noun_number_at(made: EssayView) -> list[int]:
    """Nouns whose number does not fit the word before them ("this things", "many student", "one of the reason")."""
    found = []
    for k, tag in enumerate(made.tag):
        if tag not in {"NN", "NNS"} or made.dep[k] == "compound" or len(made.text[k]) < 3:
            continue
        first = k - 1
        while first >= 0 and made.tag[first].startswith("JJ") and _is_adjective_of(made, first, k):
            first -= 1
        if first < 0 or made.sentence[first] != made.sentence[k]:
            continue
        if (_is_plural_after_singular if tag == "NNS" else _is_singular_after_plural)(made, first, k):
            found.append(k)
    return found


def _is_adjective_of(made: EssayView, k: int, noun: int) -> bool:
    """Whether a tagged adjective is one of the noun's, and proper: taggers take "many" and "few" for adjectives too."""
    return made.head[k] == noun and made.lower[k] not in PLURAL_DETERMINERS


def _is_plural_after_singular(made: EssayView, determiner: int, k: int) -> bool:
    noun, word = made.lower[k], made.lower[determiner]
    # "a" with an adjective is left alone: "a good many friends".
    return (
        word in SINGULAR_DETERMINERS
        and made.head[determiner] == k
        and noun.endswith("s")
        and noun[0].isalpha()
        and noun not in PLURAL_LOOKING
        and made.lemma[k].lower() != noun
        and not (word == "a" and determiner < k - 1)
        and "other" not in made.lower[determiner + 1 : k]  # "they told each other old stories"
    )


def _is_singular_after_plural(made: EssayView, determiner: int, k: int) -> bool:
    noun = made.lower[k]
    if noun in UNCHANGED_PLURALS or noun.endswith("s"):
        return False
    if k + 1 < len(made) and made.tag[k + 1] in NOUN_GOES_ON:
        return False
    if made.lower[determiner] in PLURAL_DETERMINERS and made.head[determiner] == k:
        return True
    return determiner >= 2 and made.lower[determiner - 2 : determiner + 1] in ONE_OF


@shared
def article_at(made: EssayView) -> list[int]:
    """ "a" before a vowel sound and "an" before a consonant sound ("a apple", "an car")."""
    found = []
    starts = {sentence.start for sentence in made.sentences}
    for k in [k for k, word in enumerate(made.lower[:-1]) if word in {"a", "an"}]:
        word, after = made.lower[k], made.lower[k + 1]
        if made.pos[k] != "DET" or (made.text[k] == "A" and k not in starts):
            continue  # a capital inside a sentence is a letter: "grade A"
        if len(after) < 2 or not made.text[k + 1].islower() or not after.isalpha() or after in NO_NOUN_PHRASE:
            continue
        vowel = after.startswith(VOWEL_SOUND) or (after[0] in "aeiou" and not after.startswith(CONSONANT_SOUND))
        if vowel == (word == "a") and not (word == "an" and after.startswith(EITHER_ARTICLE)):
            found.append(k)
    return found
