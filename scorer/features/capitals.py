"""Capital letters: where they are missing and where they do not belong. Rates over nothing are 0.0."""

from __future__ import annotations

from spacy.tokens import Doc

from scorer.features.lexicons.slips import PROPER_WORDS
from scorer.features.registry import feature
from scorer.pipeline.view import EssayView, shared, view

_ERATER = "Attali & Burstein 2006 (e-rater: mechanics)"
FINAL_MARKS = frozenset({".", "!", "?"})
QUOTES = frozenset({'"', "“", "'", "‘", "``"})


@shared
def marked_starts(made: EssayView) -> list[int]:
    """First words after a final mark or at the head of a paragraph, where a capital is due."""
    starts, due = [], True
    block = -1
    for k, word in enumerate(made.is_word):
        if made.paragraph[k] != block:
            block, due = made.paragraph[k], word or made.text[k] in QUOTES
        if word:
            if due:
                starts.append(k)
            due = False
        elif made.text[k] in FINAL_MARKS:
            due = not (made.text[k] == "." == made.text[k - 1])  # ". . ." leaves words out and ends nothing
        elif made.text[k] not in QUOTES:
            due = False
    return starts


@shared
def lower_case_starts_at(made: EssayView) -> list[int]:
    """Words without the capital that a new sentence asks for."""
    return [k for k in marked_starts(made.doc) if made.text[k][0].islower()]


@shared
def lower_case_i_at(made: EssayView) -> list[int]:
    """The pronoun "i" in lower case; not "i.e." nor a numeral in brackets."""
    return [
        k
        for k, text in enumerate(made.text)
        if text == "i" and made.pos[k] == "PRON" and (k + 1 == len(made) or made.text[k + 1] not in {")", "."})
    ]


@shared
def lower_case_names_at(made: EssayView) -> list[int]:
    """Days, months, languages, countries in lower case."""
    return [k for k, text in enumerate(made.text) if text in PROPER_WORDS]


@shared
def stray_capitals_at(made: EssayView) -> list[int]:
    """Common words with a capital inside a sentence: not names, titles, "I", or what follows a mark."""
    starts = set(marked_starts(made.doc))
    return [
        k
        for k, text in enumerate(made.text)
        if len(text) > 1
        and text[0].isupper()
        and text[1:].islower()
        and k not in starts
        and made.pos[k] in {"VERB", "AUX", "ADP", "DET", "PRON", "CCONJ", "SCONJ", "ADV"}
        and made.is_word[k - 1]
        and made.text[k - 1][0].islower()
        and made.text[k - 1][-1] != "."
        and made.start[k - 1] + len(made.text[k - 1]) < made.start[k]
        and (k + 1 == len(made) or not made.text[k + 1][0].isupper())
        and made.lower[k] not in PROPER_WORDS
    ]


@feature(group="conventions", label="words in capitals", unit="per 100 words", direction="lower", source="this project")
def shouted_words(doc: Doc) -> float:
    """Words of four letters or more all in capitals per 100 words. 0 to 100; high: shouting, or many acronyms."""
    made = view(doc)
    return made.rate(sum(len(text) >= 4 and text.isalpha() and text.isupper() for text in made.text))


@feature(group="conventions", label="capitals where they are due", unit="share", direction="higher", source=_ERATER)
def capital_accuracy(doc: Doc) -> float:
    """Sentence starts and pronouns "I" with a capital / all of them. 0 to 1; high: capitals are in place."""
    made = view(doc)
    starts = marked_starts(doc)
    pronouns = sum(lower == "i" and pos == "PRON" for lower, pos in zip(made.lower, made.pos, strict=True))
    wrong = len(lower_case_starts_at(doc)) + len(lower_case_i_at(doc))
    due = len(starts) + pronouns
    return max(0.0, 1 - wrong / due) if due else 0.0
