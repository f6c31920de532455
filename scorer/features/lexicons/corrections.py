"""Which marks of the corrections are counted together, under the name of the feature and what a teacher reads of it."""

from __future__ import annotations

CONVENTIONS = {
    "marked_spelling": ("misspelled words", ("spelling",)),
    "marked_apostrophes": ("apostrophes", ("missing_apostrophe", "needless_apostrophe", "its_its", "whose_whos")),
    "marked_capitals": ("capitals", ("capital_i", "capital_name", "needless_capital")),
    "marked_sentence_openings": ("sentences that begin small", ("capital_sentence",)),
    "marked_homophones": (
        "words that sound alike",
        (
            "there_their", "your_youre", "then_than", "to_too", "could_of", "lose_loose", "affect_effect",
            "accept_except", "advice_advise", "similar_word", "confused_word",
        ),
    ),
    "marked_commas": ("commas", ("comma_after_introduction", "comma_before_but", "comma_before_quotation")),
    "marked_spacing": ("spaces around marks", ("space_before_mark", "space_after_mark")),
    "marked_punctuation": ("marks", ("repeated_mark", "final_mark", "unbalanced_quote", "unbalanced_bracket")),
    "marked_doubled_words": ("words written twice", ("doubled_word",)),
}  # fmt: skip
"""Feature: label, codes."""
LANGUAGE = {
    "marked_agreement": ("subject and verb", ("agreement",)),
    "marked_verb_forms": ("verb forms", ("verb_form",)),
    "marked_noun_number": ("singular and plural", ("noun_number",)),
    "marked_articles": ("articles", ("article", "a_an")),
    "marked_prepositions": ("prepositions", ("preposition",)),
    "marked_comparatives": ("comparisons made twice", ("double_comparative",)),
    "marked_fragments": ("sentence fragments", ("fragment",)),
    "marked_joined_sentences": ("comma splices and run-ons", ("comma_splice", "run_on")),
}
"""Feature: label, codes."""
