"""Spelling and word forms: misspellings, apostrophes, words run together, words mixed up. Rates over nothing 0.0.

Each kind of slip has a function that gives the positions (in the view) of its first words; the feature is its rate.
"""

from __future__ import annotations

import re

from spacy.tokens import Doc

from scorer.features.lexicons.grammar import IMPOSSIBLE_PASTS, IMPOSSIBLE_PLURALS
from scorer.features.lexicons.slips import (
    ALLOWED_DOUBLES,
    BARE_CONTRACTIONS,
    CONFUSED_PAIRS,
    FUSED,
    ITS_BEFORE,
    MISPLACED_APOSTROPHES,
    OWNED,
    PARTED_CONTRACTIONS,
    SPLIT,
    TEXTING,
    YOUR_BEFORE,
)
from scorer.features.misspelling import intended_word
from scorer.features.registry import feature
from scorer.pipeline.frequency import zipf
from scorer.pipeline.view import EssayView, shared, view

_ERATER = "Attali & Burstein 2006 (e-rater: mechanics, usage)"
OTHER_SLIPS = BARE_CONTRACTIONS | TEXTING | FUSED
_PLAIN = re.compile(r"[a-z]+(?:['-][a-z]+)*")
_APOSTROPHE_DOUBTFUL = {*BARE_CONTRACTIONS, *MISPLACED_APOSTROPHES, *(word for word, _ in PARTED_CONTRACTIONS), "its"}
_OFTEN_CONFUSED = {*(word for word, _ in CONFUSED_PAIRS), "there", "your"}


@shared
def judged_words(made: EssayView) -> list[tuple[int, str]]:
    """Position and form of the words whose spelling can be judged: no names, no codes, nothing with digits or "_"."""
    sentence_starts = {sentence.start for sentence in made.sentences}
    judged = []
    for k, word in zip(made.spelled_at, made.spelled, strict=True):
        if not (word.isascii() and word.isalpha()) and not _PLAIN.fullmatch(word):
            continue
        text = made.text[k]
        shouted = text[0].isupper() and text.isupper() and len(word) > 1
        if shouted or (text[0].isupper() and (k not in sentence_starts or made.pos[k] == "PROPN")):
            continue
        judged.append((k, word))
    return judged


@shared
def unknown_at(made: EssayView) -> list[int]:
    """Words that the frequency list lacks, with and without possessive "'s"."""
    return [
        k
        for k, word in judged_words(made.doc)
        if len(word) > 2 and "-" not in word and not zipf(word) and not zipf(word.removesuffix("'s"))
    ]


@shared
def misspelled_at(made: EssayView) -> list[int]:
    """Words that are likely misspellings of a commoner word."""
    return [k for k, word in judged_words(made.doc) if word not in OTHER_SLIPS and intended_word(word)]


@shared
def missing_apostrophes_at(made: EssayView) -> list[int]:
    """Contractions without or with misplaced apostrophe; "its" where "it's" is meant."""
    found = []
    for k, word, after in zip(made.spelled_at, made.spelled, [*made.spelled[1:], ""], strict=False):
        if word in _APOSTROPHE_DOUBTFUL and (
            word in BARE_CONTRACTIONS
            or word in MISPLACED_APOSTROPHES
            or (word, after) in PARTED_CONTRACTIONS
            or (word == "its" and after in ITS_BEFORE)
        ):
            found.append(k)
    return found


@shared
def confused_at(made: EssayView) -> list[int]:
    """Words taken for one another: would of, there parents, better then, your going, you use to."""
    found = []
    at, words = made.spelled_at, made.spelled
    for k, after_k, word, after in zip(at, at[1:], words, words[1:], strict=False):
        if word not in _OFTEN_CONFUSED and after != "then":
            continue
        if (
            made.sentence[k] == made.sentence[after_k]
            and after_k - k <= 2
            and (
                (word, after) in CONFUSED_PAIRS
                or (word == "there" and after in OWNED)
                or (after == "then" and made.tag[k] in {"JJR", "RBR"})
                or (word == "your" and (after in YOUR_BEFORE or made.tag[after_k] == "PRP"))
            )
        ):
            found.append(k)
    return found


@shared
def doubled_at(made: EssayView) -> list[int]:
    """Second of two equal words in a row ("when when")."""
    return [
        k + 1
        for k in range(len(made) - 1)
        if made.lower[k] == made.lower[k + 1]
        and made.text[k].isalpha()
        and made.lower[k] not in ALLOWED_DOUBLES
        and "PROPN" not in {made.pos[k], made.pos[k + 1]}
        and made.start[k] + len(made.text[k]) < made.start[k + 1]
    ]


@feature(group="conventions", label="errors: unknown words", unit="per 100 words", direction="lower", source=_ERATER)
def unknown_words(doc: Doc) -> float:
    """Words not in the frequency list (names and capitals left out) per 100 words. 0 to 100; high: misspelled."""
    return view(doc).rate(len(unknown_at(doc)))


@feature(
    group="conventions",
    label="errors: likely misspellings",
    unit="per 100 words",
    direction="lower",
    source="after Kernighan, Church & Gale 1990",
)
def misspelled_words(doc: Doc) -> float:
    """Rare words one slip away from a far commoner word, per 100 words. 0 to 100; high: misspelled."""
    return view(doc).rate(len(misspelled_at(doc)))


@feature(group="conventions", label="errors: any spelling", unit="per 100 words", direction="lower", source=_ERATER)
def spelling_errors(doc: Doc) -> float:
    """Words that are unknown or likely misspelled, each once, per 100 words. 0 to 100; high: misspelled."""
    return view(doc).rate(len({*unknown_at(doc), *misspelled_at(doc)}))


@feature(
    group="conventions",
    label="errors: words run together or split",
    unit="per 100 words",
    direction="lower",
    source="this project",
)
def fused_or_split_words(doc: Doc) -> float:
    """Alot, infact, him self... per 100 words. 0 to 100; high: word borders are unsure."""
    made = view(doc)
    fused = sum(word in FUSED for word in made.spelled)
    split = sum(pair in SPLIT for pair in zip(made.spelled, made.spelled[1:], strict=False))
    return made.rate(fused + split)


@feature(
    group="conventions",
    label="errors: texting and slang spellings",
    unit="per 100 words",
    direction="lower",
    source="this project",
)
def texting_words(doc: Doc) -> float:
    """U, ur, cuz, gonna, wanna... per 100 words. 0 to 100; high: written like a text message."""
    made = view(doc)
    # A capital (R, U) is an initial or a grade; "r" and "u" count only as they stand in messages.
    return made.rate(
        sum(
            word in TEXTING and not (len(word) == 1 and made.text[k].isupper())
            for k, word in zip(made.spelled_at, made.spelled, strict=True)
        )
    )


@feature(
    group="conventions",
    label="errors: forms that English lacks",
    unit="per 100 words",
    direction="lower",
    source="this project",
)
def impossible_forms(doc: Doc) -> float:
    """Goed, informations, childrens... per 100 words. 0 to 100; high: irregular forms are not known."""
    made = view(doc)
    return made.rate(sum(word in IMPOSSIBLE_PASTS or word in IMPOSSIBLE_PLURALS for word in made.spelled))
