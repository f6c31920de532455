"""Attacks on the score, made from written essays by seed: families of texts that should gain nothing.

for family in FAMILIES:
    attacked = family.apply(essay, seed=1)
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from attacks import disguise, elsewhere, nonsense, padding, repetition, stuffing
from attacks.material import Material


@dataclass(frozen=True)
class Family:
    """A kind of attack.

    ``codes``: flags that count as noticing it. ``held_out``: the detectors were not developed on it.
    ``needs_source``: the source is given to the scorer.
    """

    make: Callable[[Material, Random], str]
    codes: tuple[str, ...]
    held_out: bool = False
    needs_source: bool = False

    @property
    def name(self) -> str:
        """The generator's name."""
        return self.make.__name__

    def apply(self, essay: Material, seed: int) -> str:
        """The attacked text; the same for the same essay and seed."""
        return self.make(essay, essay.rng(self.name, seed))


NONSENSE = ("gibberish", "not_english")
FAMILIES = (
    Family(nonsense.markov_1, NONSENSE),
    Family(nonsense.markov_1_own_words, NONSENSE),
    Family(nonsense.markov_2, NONSENSE, held_out=True),
    Family(nonsense.mash, NONSENSE),
    Family(nonsense.mash_any_key, NONSENSE, held_out=True),
    Family(nonsense.word_salad, NONSENSE),
    Family(nonsense.word_list_salad, NONSENSE, held_out=True),
    Family(nonsense.shuffled_words, NONSENSE),
    Family(nonsense.shuffled_words_in_sentences, NONSENSE),
    Family(nonsense.scholarly, NONSENSE),
    Family(nonsense.scholarly_plain, NONSENSE, held_out=True),
    Family(elsewhere.shuffled_sentences, ("shuffled",)),
    Family(repetition.repeated_essay, ("repeated_text",)),
    Family(repetition.repeated_paragraphs, ("repeated_text",)),
    Family(repetition.repeated_sentences, ("repeated_text",)),
    Family(repetition.one_sentence_over_and_over, ("repeated_text",)),
    Family(repetition.near_repeats, ("repeated_text",), held_out=True),
    Family(repetition.echoed_sentences, ("repeated_text",), held_out=True),
    Family(padding.padding_25, ("unrelated_text", "off_topic")),
    Family(padding.padding_50, ("unrelated_text", "off_topic")),
    Family(padding.strewn_25, ("unrelated_text", "off_topic")),
    Family(padding.strewn_50, ("unrelated_text", "off_topic")),
    Family(padding.padding_at_the_end, ("unrelated_text", "off_topic"), held_out=True),
    Family(padding.off_topic, ("off_topic",)),
    Family(padding.copied_prompt, ("copied_prompt", "repeated_text")),
    Family(padding.copied_source, ("copied_source",), needs_source=True),
    Family(stuffing.connective_stuffing, ("stuffing",)),
    Family(stuffing.connective_heap, ("stuffing",), held_out=True),
    Family(stuffing.rare_word_stuffing, ("stuffing",)),
    Family(stuffing.keyword_stuffing, ("stuffing", "gibberish")),
    Family(stuffing.keyword_list, ("stuffing", "gibberish", "repeated_text", "unrelated_text")),
    Family(stuffing.keyword_claims, ("stuffing", "gibberish", "repeated_text", "unrelated_text")),
    Family(repetition.thesaurus, ("stuffing",), held_out=True),
    Family(stuffing.invented_surveys, ("bare_citations", "repeated_text"), held_out=True),
    Family(stuffing.fake_citations, ("bare_citations",)),
    Family(stuffing.fake_citations_and_list, ("bare_citations",), held_out=True),
    Family(disguise.homoglyphs, ("odd_characters",)),
    Family(disguise.homoglyphs_greek, ("odd_characters",), held_out=True),
    Family(disguise.full_width, ("odd_characters",), held_out=True),
    Family(disguise.unseen_characters, ("odd_characters",)),
    Family(disguise.all_capitals, ("all_capitals",)),
    Family(disguise.no_punctuation, ("no_punctuation",)),
    Family(disguise.no_full_stops, ("no_punctuation",), held_out=True),
    Family(elsewhere.other_language, ("not_english",)),
    Family(elsewhere.other_language_held_out, ("not_english",), held_out=True),
    Family(elsewhere.half_other_language, ("not_english",), held_out=True),
    Family(elsewhere.poem, ("not_prose",)),
    Family(elsewhere.recipe, ("not_prose",), held_out=True),
    Family(elsewhere.code, ("not_prose", "not_english", "gibberish", "too_short")),
    Family(elsewhere.too_short, ("too_short",)),
)
"""Every family; two thirds were developed on."""
