"""The rule lemmatizer's tables: spaCy's for the open classes, the treebank's for what they get wrong."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from spacy.language import Language
from spacy.lookups import load_lookups
from spacy.tokens import Doc

TABLES = ["lemma_rules", "lemma_exc", "lemma_index"]
SEEN = 2
"""A form is an exception when the treebank shows its lemma at least this often."""

LOWER_CASE = ["", ""]
"""The rule of the closed classes: a form without another lemma is its own, in lower case."""


def add_lemmatizer(nlp: Language, treebank: Iterable[Doc]) -> None:
    """Append a rule lemmatizer to ``nlp``, with exceptions learnt from the documents' gold tags and lemmas."""
    lookups = load_lookups("en", TABLES)
    lemmatizer = nlp.add_pipe("lemmatizer", config={"mode": "rule"})
    lemmatizer.initialize(lookups=lookups)
    seen: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    wrong: set[tuple[str, str]] = set()
    for doc in treebank:
        for token in doc:
            if token.pos_ == "PROPN" or not token.lemma_:
                continue
            key = (token.lower_, token.pos_.lower())
            seen[key][token.lemma_] += 1
            if lemmatizer.rule_lemmatize(token)[0] != token.lemma_:
                wrong.add(key)
    exceptions = lookups.get_table("lemma_exc")
    for form, pos in sorted(wrong):
        lemma, count = seen[form, pos].most_common(1)[0]
        if count >= SEEN:
            exceptions[pos] = {**exceptions.get(pos, {}), form: [lemma]}
    rules = lookups.get_table("lemma_rules")
    for pos in {pos for _, pos in seen} - {"noun", "verb", "adj", "adv"}:
        rules[pos] = [LOWER_CASE]
    lemmatizer.cache.clear()
