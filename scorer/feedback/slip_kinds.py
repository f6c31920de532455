"""The kinds of slips that are told together: which corrections they group, and how their examples are shown."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Slip:
    """How the marks of some codes are told under one message.

    ``before`` and ``after``: words around the mark that show what is meant. ``told``: confidence from which a mark is
    told at all, and ``shown``: from which its suggestion is; both are stricter than in the text, where a student sees
    each mark in its place and can judge it.
    """

    message: str
    codes: tuple[str, ...]
    before: int = 0
    after: int = 0
    told: float = 0.0
    shown: float = 0.0


NEVER = 2.0
"""A confidence that no mark has."""

KINDS = (
    Slip("misspelled", ("spelling",), shown=0.9),
    Slip("apostrophe_missing", ("missing_apostrophe",)),
    Slip("apostrophe_needless", ("needless_apostrophe",), before=1),
    Slip(
        "words_confused",
        (
            "there_their", "your_youre", "its_its", "whose_whos", "then_than", "to_too", "could_of", "lose_loose",
            "affect_effect", "accept_except", "advice_advise", "similar_word", "confused_word",
        ),
        before=1,
        after=1,
        told=0.7,
        shown=NEVER,
    ),
    Slip("pronoun_small", ("capital_i",), after=1, shown=NEVER),
    Slip("beginning_small", ("capital_sentence",), after=3, shown=NEVER),
    Slip("name_small", ("capital_name",)),
    Slip("capital_stray", ("needless_capital",), before=1, after=1),
    Slip(
        "comma_missing",
        ("comma_after_introduction", "comma_before_but", "comma_before_quotation"),
        before=1,
        after=1,
    ),
    Slip("space_before_mark", ("space_before_mark",)),
    Slip("space_missing", ("space_after_mark",)),
    Slip("mark_repeated", ("repeated_mark",), before=1),
    Slip("final_mark_missing", ("final_mark",), before=2, shown=NEVER),
    Slip("quotation_mark_alone", ("unbalanced_quote",), before=3, after=3),
    Slip("bracket_alone", ("unbalanced_bracket",), before=2, after=2),
    Slip("word_doubled", ("doubled_word",), before=1, shown=NEVER),
    Slip("noun_number", ("noun_number",), before=3, told=0.65, shown=NEVER),
    Slip("verb_disagrees", ("agreement",), before=2, told=0.7, shown=NEVER),
    Slip("verb_form", ("verb_form",), before=2, told=0.7, shown=NEVER),
    Slip("article_missing", ("article",), before=1, after=1, told=0.8),
    Slip("article", ("a_an",)),
    Slip("preposition", ("preposition",), before=1, after=1, told=0.8),
    Slip("compared_twice", ("double_comparative",)),
    Slip("fragment", ("fragment",)),
    Slip("comma_splice", ("comma_splice",), before=2, after=2, shown=NEVER),
    Slip("run_on", ("run_on",), before=2, after=2, shown=NEVER),
)  # fmt: skip

GRAMMAR = (
    "noun_number", "agreement", "verb_form", "article", "a_an", "preposition", "double_comparative", "fragment",
    "comma_splice", "run_on",
)  # fmt: skip
"""Corrections on grammar: where two stand side by side, one slip shows twice, and the first kind is told."""

WRITING = (
    "spelling", "missing_apostrophe", "needless_apostrophe", "its_its", "whose_whos", "there_their", "your_youre",
    "then_than", "to_too", "could_of", "lose_loose", "affect_effect", "accept_except", "advice_advise", "similar_word",
    "confused_word", "doubled_word", "capital_i", "capital_name",
)  # fmt: skip
"""Corrections on how words are written."""
