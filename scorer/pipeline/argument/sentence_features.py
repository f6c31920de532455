"""What tells a sentence that argues, or states the position, from its neighbours: words, form, place, and fellows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Token

from scorer.pipeline.annotations import text_of
from scorer.pipeline.argument.odds import log_odds
from scorer.pipeline.argument.parts import Sentence, content_words, places_of, prompt_words
from scorer.pipeline.argument.patterns import SIGNS, Cues
from scorer.pipeline.argument.words import Words, among, lower_words, words_of

Features = dict[str, float]

RUN = "w="
"""At the front of the name of every feature that is a run of one to three words, wherever in the sentence."""

TOPICS = 10
"""The essay's most frequent content words are its topics."""

OPENING, ENDING = 0.4, 0.6
"""Shares of the sentences: likeness to the opening looks at the first part before, to the ending at the last after."""

LENGTH_UNIT, LONGEST = 20, 60
SHORT = 6
"""Tokens of a sentence: the unit in which they are counted, where counting stops, and what is hardly a sentence."""

COVERED = 2
"""Content words that a part must share with a sentence to be covered by it."""

ODDS_UNIT = 5.0
"""Log-odds are counted in this unit, so that they vary about as much as other features."""


def sentence_features(doc: Doc, sentences: Sequence[Sentence]) -> list[Features]:
    """For each sentence its features by name; those of words and forms are 1 where they are there."""
    if not sentences:
        return []
    places = places_of(sentences)
    read = words_of(doc)
    words = [_masked(read, tokens) for _, tokens in sentences]
    cues = [Cues(lower_words(tokens)).among() for _, tokens in sentences]
    fellows = {name: values.tolist() for name, values in _fellows(doc, sentences).items()}
    whole = text_of(doc)
    found = []
    for k, (part, tokens) in enumerate(sentences):
        features: Features = dict.fromkeys(_named(places[k], words[k]), 1.0)
        kind, place = places[k]["part"], places[k]["part|place"]
        for cue, at in cues[k].items():
            features[f"cue={cue}"] = features[f"cue={cue}|{kind}"] = 1.0
            if at < 3:
                features[f"opens={cue}"] = 1.0
        text = whole[tokens[0].idx : tokens[-1].idx + len(tokens[-1])].lower()
        for sign, pattern in SIGNS.items():
            if pattern.search(text):
                features[sign] = features[f"{sign}|{kind}"] = features[f"{sign}|{place}"] = 1.0
        if k:
            features.update((f"before={cue}", 1.0) for cue in cues[k - 1])
            features["after a question"] = float("?" in words[k - 1])
        if k + 1 < len(sentences):
            features.update((f"next={cue}", 1.0) for cue, at in cues[k + 1].items() if at < 4)
            features["part ends"] = float(sentences[k + 1][0] != part)
        features["length"] = min(len(tokens), LONGEST) / LENGTH_UNIT
        features["short"] = float(len(tokens) < SHORT)
        features["commas"] = float(min(words[k].count(","), 4))
        features["question"] = float("?" in words[k])
        features["quoted"] = float('"' in text or "“" in text)
        features["numbers"] = float(any(map(str.isdigit, set(text))))
        features["position"] = k / max(len(sentences) - 1, 1)
        features["sentences"] = float(min(len(sentences), 40))
        for name, values in fellows.items():
            features[name] = values[k]
        found.append(features)
    return found


def beside_position(rows: Sequence[Features], probabilities: Sequence[float]) -> list[Features]:
    """The features with those that ``probabilities``, of stating the position, give each sentence."""
    return [{**row, **more} for row, more in zip(rows, position_features(probabilities), strict=True)]


def position_features(probabilities: Sequence[float]) -> list[Features]:
    """What the probabilities of stating the position say of each sentence, and of where the likeliest stands."""
    odds = [log_odds(float(probability)) / ODDS_UNIT for probability in probabilities]
    likeliest = max(range(len(odds)), key=odds.__getitem__, default=0)
    return [
        {
            "stating": own,
            "stating less": own - odds[likeliest],
            "stating before": odds[k - 1] if k else 0.0,
            "stated before": float(k > likeliest),
            "stated here": float(k == likeliest),
        }
        for k, own in enumerate(odds)
    ]


def _masked(words: Words, tokens: Sequence[Token]) -> list[str]:
    """The words in lower case; of names and numbers only that they are there."""
    return [
        "NAME"
        if kind == "PROPN" or word[0] == "@" or ("_" in word and token.is_upper)
        else "0"
        if word[0].isdigit()
        else word
        for word, kind, token in zip(among(words.lower, tokens), among(words.pos, tokens), tokens, strict=True)
    ]


def _named(place: dict[str, str], words: list[str]) -> list[str]:
    """Names of the place, and of runs of one to three words."""
    ones = [f"{RUN}{word}" for word in words]
    return [
        *[f"{template}={value}" for template, value in place.items()],
        *ones,
        *map(" ".join, zip(ones, words[1:], strict=False)),
        *map(" ".join, zip(ones, words[1:], words[2:], strict=False)),
        f"first={words[0]}",
        f"first 2={' '.join(words[:2])}",
        f"last={words[-1]}",
    ]


def _fellows(doc: Doc, sentences: Sequence[Sentence]) -> dict[str, NDArray[np.float64]]:
    """What each sentence has in common with the others, the prompt and the parts: shares, 0 to 1.

    Likeness is the cosine of two sets of content words.
    """
    contents = [content_words(tokens) for _, tokens in sentences]
    count = len(contents)
    frequency = Counter(word for words in contents for word in words)
    column = {word: place for place, word in enumerate(frequency)}
    has = np.zeros((count, len(column)))
    for row, words in zip(has, contents, strict=True):
        row[[column[word] for word in words]] = 1.0
    sizes = np.maximum(has.sum(axis=1), 1.0)
    like = (has @ has.T) / np.sqrt(np.outer(sizes, sizes))
    np.fill_diagonal(like, 0.0)

    parts = np.array([part for part, _ in sentences])
    place = np.arange(count)
    opening = (parts == 0) & (place < OPENING * count)
    ending = (parts == parts[-1]) & (place > ENDING * count)
    in_parts = np.array([has[parts == part].max(axis=0, initial=0.0) for part in dict.fromkeys(parts.tolist())])
    covered = (has @ in_parts.T >= COVERED).mean(axis=1)

    prompt = prompt_words(doc)
    # equally frequent words by the alphabet: in the sets above they stand in another order each time
    topics = set(sorted(frequency, key=lambda word: (-frequency[word], word))[:TOPICS])
    asked = np.array([len(words & prompt) for words in contents], dtype=float)
    named = np.array([len(words & topics) for words in contents], dtype=float)
    return {
        "topics": named / TOPICS,
        "topics share": named / sizes,
        "prompt": asked / max(len(prompt), 1),
        "prompt share": asked / sizes,
        "no prompt": np.full(count, float(not prompt)),
        "likest": like.max(axis=1),
        "mean likeness": like.sum(axis=1) / max(count - 1, 1),
        "like the opening": _highest(like, opening),
        "like the ending": _highest(like, ending),
        "parts covered": covered,
    }


def _highest(like: NDArray[np.float64], where: NDArray[np.bool_]) -> NDArray[np.float64]:
    return like[:, where].max(axis=1) if where.any() else np.zeros(len(like))
