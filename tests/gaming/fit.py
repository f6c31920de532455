"""Fit the weights of the detectors: essays against the same essays spoilt. No labels are needed.

    python tests/gaming/fit.py DATA

``DATA`` is a folder with ``persuade_texts.jsonl.xz``, ``ellipse_train.csv.gz`` and ``aae_train.jsonl.gz``. Draws essays
by seed (``draws.develop``), adds AAE and the authored essays of the develop half, spoils them by the families that are
not held out, and writes ``scorer/flags/weights``. Thresholds are quantiles of what five-fold cross-validation gives to
the essays as written; it prints how many spoilt ones lie beyond them.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
from attacks import nonsense
from attacks.frames import FRAMES
from attacks.material import Material, authored, parted
from draws import aae, develop
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict
from sklearn.preprocessing import StandardScaler

import scorer.flags
from scorer import trees
from scorer.embeddings import Floats, unit
from scorer.flags import sense, topic, unrelated
from scorer.flags.gibberish import ENOUGH_WORDS
from scorer.flags.subjects import FEWEST, Lemmas, Subjects, block, groups
from scorer.flags.unrelated import FEWEST_WORDS
from scorer.pipeline.load import load_syntax
from scorer.pipeline.normalise import normalised
from scorer.pipeline.view import EssayView, view
from scorer.training.argument.trees import Growth, Row, fit_trees

WEIGHTS = Path(scorer.flags.__file__).parent / "weights"
Values = NDArray[np.float64]
TAGS = {
    "noun": ("NN",), "noun_s": ("NNS",), "verb": ("VB", "VBP"), "verb_s": ("VBZ",), "verb_ing": ("VBG",),
    "adjective": ("JJ",), "adverb": ("RB",),
}  # fmt: skip
ALLOWED = {"salad": 0.0005, "chain": 0.006, "frames": 0.001}
"""Shares of the essays as written that may look like a kind of nonsense; chains of pairs are the hardest to tell."""
BEYOND = {"review": 0.0, "block": 1.5}
"""Log-odds above what those essays reach."""
GROWTH = Growth(rounds=400, rate=0.05, features=0.4)
"""Of the trees that tell two subjects: against a logistic regression they find 72 instead of 56% of the essays with a
quarter of another's sentences in a block, at 1% of the essays as written."""
SWAPPED = frozenset({"NN", "NNS", "NNP", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "JJ", "RB"})
KEPT = frozenset(["is", "are", "was", "were", "be", "been", "have", "has", "had", "do", "does", "did", "not", "n't"])
KEYS = ("school", "technology", "students", "community", "freedom", "summer", "advice", "election")
FAR = 0.25
"""Cosine of two essays, above the mean of English, below which they are on different subjects."""


@dataclass(frozen=True)
class Essay:
    """An essay as written, with its view."""

    id: str
    text: str
    made: EssayView


def main() -> None:
    """Fit the three files."""
    data, nlp = Path(sys.argv[1]), load_syntax()

    def read(id: str, text: str) -> Essay:
        text = normalised(text.replace("\r\n", "\n")).text
        return Essay(id, text, view(nlp(text)))

    own = [m for m in authored() if m.split == "develop"]
    drawn = [read(*text) for texts in develop(data).values() for text in texts]
    argued = Random(5).sample(aae(data), 150)
    clean = [read(id, essay) for id, _, essay in argued] + [read(m.id, m.text) for m in own]
    WEIGHTS.mkdir(exist_ok=True)
    fit_topic(data, read)
    fit_subjects(drawn + clean, Random(6))
    fit_sense(drawn, drawn + clean, read, Random(7))


def fit_sense(drawn: list[Essay], all_: list[Essay], read: Callable[[str, str], Essay], draw: Random) -> None:
    """Essays against each kind of nonsense."""
    sentences = {essay.id: parted(essay.text) for essay in all_}

    def material(essay: Essay) -> Material:
        others = [o for o in draw.sample(all_, draw.choice((0, 0, 4, 10, 50)) + 1) if o.id != essay.id]
        bodies = tuple(tuple(s for p in sentences[o.id] for s in p) for o in others)
        return Material(essay.id, "", f"On {draw.choice(KEYS)}", sentences[essay.id], "", bodies, "")

    def spoilt(count: int, make: Callable[[Essay], str], where: list[Essay] = drawn) -> tuple[list[str], list[Values]]:
        chosen = draw.sample(where, count)
        texts = [make(essay) for essay in chosen]
        return [e.id for e in chosen], [sense.measures(read(e.id, t).made) for e, t in zip(chosen, texts, strict=True)]

    kinds = {
        "salad": [
            spoilt(80, lambda e: nonsense.word_salad(material(e), draw)),
            spoilt(80, lambda e: nonsense.shuffled_words(material(e), draw)),
            spoilt(80, lambda e: nonsense.shuffled_words_in_sentences(material(e), draw)),
            spoilt(20, lambda e: nonsense.mash(material(e), draw)),
        ],
        "chain": [spoilt(500, lambda e: nonsense.markov_1(material(e), draw))],
        "frames": [
            spoilt(100, lambda e: nonsense.scholarly(material(e), draw)),
            spoilt(220, lambda e: framed(material(e), drawn, draw)),
            spoilt(220, lambda e: swapped(e, drawn, draw)),
        ],
    }
    honest = [sense.measures(essay.made) for essay in all_]
    models = {}
    for kind, sets in kinds.items():
        rows = [row for _, values in sets for row in values]
        names = [essay.id for essay in all_] + [id for ids, _ in sets for id in ids]
        fitted, found = fit(sense.MEASURES, honest, rows, names)
        long = [len(essay.made.spelled) >= ENOUGH_WORDS for essay in all_]
        usual = float(np.quantile(found[: len(honest)][long], 1 - ALLOWED[kind]))
        fitted["thresholds"] = {name: round(usual + more, 3) for name, more in BEYOND.items()}
        report(kind, found[: len(honest)], found[len(honest) :], fitted["thresholds"])
        models[kind] = fitted
    write("sense", models)


def fit_subjects(essays: list[Essay], draw: Random) -> None:
    """Essays against essays with sentences of another."""
    parts = [unrelated.subject_vectors(essay.made) for essay in essays if len(essay.made.spelled) >= FEWEST_WORDS]
    ids = [essay.id for essay in essays if len(essay.made.spelled) >= FEWEST_WORDS]
    kept = [(id, *part) for id, part in zip(ids, parts, strict=True) if len(part[0]) >= FEWEST]
    centres = np.array([unit(sums.sum(axis=0)) for _, sums, _ in kept])
    alike = centres @ centres.T
    rows = [Row(id, unrelated.named(_parting(sums, lemmas)), False) for id, sums, lemmas in kept]
    for k, (id, sums, lemmas) in enumerate(kept):
        far = [kept[j] for j in np.flatnonzero(alike[k] < FAR)]
        for share in (0.25, 0.5):
            for strewn in (False, True):
                padded = _parting(*_padded(sums, lemmas, far, share, strewn, draw))
                rows.append(Row(id, unrelated.named(padded), True))
    found = np.zeros(len(rows))
    for train, test in GroupKFold(5).split(rows, groups=[row.essay for row in rows]):
        grown = fit_trees([rows[k] for k in train], GROWTH, seed=6)
        found[test] = grown.log_odds([rows[k].features for k in test])
    info, review = np.quantile(found[: len(kept)], (0.955, 0.988)).tolist()
    thresholds = {"info": round(info, 3), "review": round(review, 3)}
    spoilt = found[len(kept) :]
    for number, name in enumerate(("block 25%", "strewn 25%", "block 50%", "strewn 50%")):
        report(name, found[: len(kept)], spoilt[number::4], thresholds)
    trees.save(fit_trees(rows, GROWTH, seed=6), unrelated.WEIGHTS)
    (unrelated.WEIGHTS / unrelated.THRESHOLDS).write_text(json.dumps(thresholds) + "\n", encoding="utf-8")


def fit_topic(data: Path, read: Callable[[str, str], Essay]) -> None:
    """Essays and their own assignment against those and another's."""
    draw = Random(1)
    rows = [(prompt, read(id, essay).made) for id, prompt, essay in aae(data)]
    on = [topic.on_topic(made, prompt) for prompt, made in rows]
    other = [topic.on_topic(made, prompt) for _, made in rows for prompt, _ in draw.sample(rows, 6)]
    good, bad = ([v for v in values if v is not None] for values in (on, other))
    fitted, found = fit(topic.MEASURES, bad, good, [str(k) for k in range(len(good) + len(bad))], balanced=True)
    of_bad, of_good = found[: len(bad)], found[len(bad) :]
    review, sure = np.quantile(of_good, (0.03, 0.015)).tolist()
    fitted["thresholds"] = thresholds = {"review": round(review, 3), "sure": round(sure, 3)}
    report("off topic", -of_good, -of_bad, {name: -at for name, at in thresholds.items()})
    write("topic", {"on_topic": fitted})


def fit(
    names: Sequence[str], negative: list[Values], positive: list[Values], essays: list[str], balanced: bool = False
) -> tuple[dict[str, object], Values]:
    """Weights of a logistic regression, and cross-validated log-odds of all rows, negative ones first.

    Values are scaled by the spread of the negative rows, or of all where ``balanced``.
    """
    rows = np.vstack([*negative, *positive])
    true = np.repeat([0, 1], [len(negative), len(positive)])
    scaler = StandardScaler().fit(rows if balanced else rows[true == 0])
    reach = 6.0
    scaled = np.clip(scaler.transform(rows), -reach, reach)
    model = LogisticRegression(C=0.3, max_iter=5000, class_weight="balanced")
    found = cross_val_predict(model, scaled, true, cv=GroupKFold(5), groups=essays, method="decision_function")
    model.fit(scaled, true)
    table = {
        name: [float(f"{value:.4g}") for value in row]
        for name, *row in zip(names, scaler.mean_, scaler.scale_, model.coef_[0], strict=True)
    }
    return {"measures": table, "intercept": round(float(model.intercept_[0]), 4)}, found


def swapped(essay: Essay, essays: list[Essay], draw: Random) -> str:
    """The essay with its content words changed for words of other essays with the same tag."""
    pool = _by_tag(draw.sample(essays, 40))
    made, text = essay.made, ""
    for k in range(len(made)):
        swap = made.tag[k] in SWAPPED and made.is_word[k] and made.lower[k] not in KEPT
        if k and made.paragraph[k] != made.paragraph[k - 1]:
            text += "\n\n"
        elif k and made.start[k] > made.start[k - 1] + len(made.text[k - 1]):
            text += " "
        text += draw.choice(pool[made.tag[k]]) if swap and pool.get(made.tag[k]) else made.text[k]
    return text


def framed(essay: Material, essays: list[Essay], draw: Random) -> str:
    """Scholarly frames filled with the words of essays."""
    pool = _by_tag(draw.sample(essays, draw.choice((5, 10, 40))))
    lexicon = {slot: tuple(w for tag in tags for w in pool.get(tag, []) if len(w) > 3) for slot, tags in TAGS.items()}
    return nonsense.framed(essay, draw, tuple(draw.sample(FRAMES, draw.choice((8, 12, 16)))), lexicon)


def _by_tag(essays: list[Essay]) -> dict[str, list[str]]:
    pool: dict[str, list[str]] = {}
    for essay in essays:
        for word, tag in zip(essay.made.lower, essay.made.tag, strict=True):
            pool.setdefault(tag, []).append(word)
    return pool


def _parting(sums: Floats, lemmas: Lemmas) -> Values:
    said = Subjects(sums, lemmas)
    return unrelated.measured_whole(said, (block(said), groups(said)))


def _padded(
    sums: Floats, lemmas: Lemmas, far: list[tuple[str, Floats, Lemmas]], share: float, strewn: bool, draw: Random
) -> tuple[Floats, Lemmas]:
    """The essay's sentences with a row of another's, in one block or anywhere."""
    count = max(2, round(len(sums) * share / (1 - share)))
    foreign: list[tuple[Floats, Sequence[str]]] = []
    while len(foreign) < count:
        _, other, said = draw.choice(far)
        first = draw.randrange(max(1, len(other) - count))
        foreign += list(zip(other, said, strict=True))[first : first + count - len(foreign)]
    items = list(zip(sums, lemmas, strict=True))
    if strewn:
        for one in foreign:
            items.insert(draw.randint(0, len(items)), one)
    else:
        at = draw.randint(2, len(items))
        items[at:at] = foreign
    return np.array([vector for vector, _ in items]), [said for _, said in items]


def report(name: str, honest: Values, spoilt: Values, thresholds: dict[str, float]) -> None:
    """A line: shares beyond each threshold."""
    shares = "  ".join(
        f"{what}: {np.mean(honest > at):.2%} of essays, {np.mean(spoilt > at):.1%} of spoilt ones"
        for what, at in thresholds.items()
    )
    print(f"{name:<12}{shares}", flush=True)


def write(name: str, models: dict[str, object]) -> None:
    """One file of weights."""
    (WEIGHTS / f"{name}.json").write_text(json.dumps(models, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
