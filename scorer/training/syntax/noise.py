"""Make edited text look like student writing, keeping its gold analysis.

Each change is one that teachers know: no capitals, apostrophes left out, commas and full stops
missing, a space before the full stop, a word written twice.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

from scorer.training.syntax.treebank import Sentence, Word

# Contractions whose bare spelling the English tokenizer splits in the same place ("dont" -> "do", "nt").
BARE_CONTRACTIONS = {
    ("do", "n't"), ("does", "n't"), ("did", "n't"), ("ca", "n't"), ("could", "n't"), ("would", "n't"),
    ("should", "n't"), ("is", "n't"), ("are", "n't"), ("was", "n't"), ("were", "n't"), ("has", "n't"),
    ("have", "n't"), ("had", "n't"), ("wo", "n't"), ("must", "n't"), ("i", "'m"), ("i", "'ve"),
    ("you", "'re"), ("you", "'ve"), ("they", "'re"), ("they", "'ve"), ("we", "'ve"), ("that", "'s"),
    ("there", "'s"), ("he", "'s"), ("she", "'s"), ("what", "'s"),
}  # fmt: skip
APOSTROPHES = "'’"
SPACED_MARKS = {".", ",", "?", "!", ";", ":"}
FINAL_MARKS = {".", "?", "!"}


def lower_all(sentence: Sentence, rng: random.Random) -> Sentence:
    """No capitals at all."""
    return [replace(word, form=word.form.lower()) for word in sentence]


def lower_first(sentence: Sentence, rng: random.Random) -> Sentence:
    """A sentence that begins small, and a small "i"."""
    return [
        replace(word, form=word.form.lower()) if index == 0 or word.form == "I" else word
        for index, word in enumerate(sentence)
    ]


def bare_apostrophes(sentence: Sentence, rng: random.Random) -> Sentence:
    """ "dont" for "don't", where the tokenizer still sees two words."""
    changed = list(sentence)
    for index in range(1, len(sentence)):
        pair = (sentence[index - 1].form.lower(), sentence[index].form.lower().replace("’", "'"))
        if pair in BARE_CONTRACTIONS:
            form = "".join(c for c in sentence[index].form if c not in APOSTROPHES)
            changed[index] = replace(sentence[index], form=form)
    return changed


def drop_commas(sentence: Sentence, rng: random.Random) -> Sentence:
    """Most commas left out."""
    return _without(sentence, {i for i, word in enumerate(sentence) if word.form == "," and rng.random() < 0.8})


def drop_final_mark(sentence: Sentence, rng: random.Random) -> Sentence:
    """No full stop at the end."""
    last = len(sentence) - 1
    return _without(sentence, {last} if sentence[last].form in FINAL_MARKS else set())


def space_marks(sentence: Sentence, rng: random.Random) -> Sentence:
    """A space before each mark , as here ."""
    following = [word.form for word in sentence[1:]] + [""]
    return [
        replace(word, space=True) if mark in SPACED_MARKS else word
        for word, mark in zip(sentence, following, strict=True)
    ]


def double_word(sentence: Sentence, rng: random.Random) -> Sentence:
    """One short word written twice; the first copy is the slip (UD ``reparandum``)."""
    places = [i for i, word in enumerate(sentence) if word.form.isalpha() and len(word.form) < 6]
    if not places:
        return sentence
    at = rng.choice(places)
    moved = [replace(word, head=word.head + (word.head >= at)) for word in sentence]
    slip: Word = replace(sentence[at], head=at + 1, deprel="reparandum", space=True)
    return [*moved[:at], slip, *moved[at:]]


CHANGES: list[tuple[float, Callable[[Sentence, random.Random], Sentence]]] = [
    (0.15, lower_all),
    (0.25, lower_first),
    (0.40, bare_apostrophes),
    (0.35, drop_commas),
    (0.20, drop_final_mark),
    (0.15, space_marks),
    (0.08, double_word),
]
"""How often each change is made, sentence by sentence."""


def noised(sentence: Sentence, rng: random.Random) -> Sentence:
    """The sentence with each change of ``CHANGES`` made at its rate."""
    for rate, change in CHANGES:
        if rng.random() < rate:
            sentence = change(sentence, rng)
    return sentence


def _without(sentence: Sentence, dropped: set[int]) -> Sentence:
    """Leave words out; a word that something depends on stays, and never leave nothing."""
    dropped = dropped - {word.head for word in sentence}
    if not dropped or len(dropped) == len(sentence):
        return sentence
    kept = [i for i in range(len(sentence)) if i not in dropped]
    place = {old: new for new, old in enumerate(kept)}
    result = []
    for old in kept:
        follows_gap = old + 1 in dropped
        word = sentence[old]
        result.append(replace(word, head=place[word.head], space=word.space or follows_gap))
    return result
