"""Fit the weights of the detectors: essays against the same essays spoilt. No labels are needed.

    python tests/gaming/fit.py DATA

``DATA`` is a folder with ``persuade_texts.jsonl.xz``, ``ellipse_train.csv.gz`` and ``aae_train.jsonl.gz``. Draws essays
by seed (``draws.develop``), some with an assignment of ours (``assignments.py``), adds AAE, the authored essays of
the develop half and the pairs that may be learnt from (few students write as freshly), spoils essays by the families
that are not held out, and writes ``scorer/flags/weights``. Thresholds are quantiles of what five-fold cross-validation
gives to the essays as written; it prints how many spoilt ones lie beyond them.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
from assignments import answered, texts
from attacks import nonsense
from attacks.frames import FRAMES
from attacks.material import Material, authored, parted
from draws import aae, develop
from fit_subjects import Said, fit_apart, fit_subjects
from weighing import WEIGHTS, Values, beyond, fit, report, write

from scorer.flags import sense, topic
from scorer.flags.foreign import FEWEST_WORDS, subject_vectors
from scorer.flags.gibberish import ENOUGH_WORDS
from scorer.pipeline.frequency import zipf
from scorer.pipeline.load import load_syntax
from scorer.pipeline.normalise import normalised
from scorer.pipeline.view import EssayView, view
from scorer.training.argument.pairs import Part, read_pairs

TAGS = {
    "noun": ("NN",), "noun_s": ("NNS",), "verb": ("VB", "VBP"), "verb_s": ("VBZ",), "verb_ing": ("VBG",),
    "adjective": ("JJ",), "adverb": ("RB",),
}  # fmt: skip
ALLOWED = {"salad": 0.0005, "chain": 0.005, "frames": 0.001}
"""Shares of the essays as written that may look like a kind of nonsense; chains of pairs are the hardest to tell."""
BEYOND = {"review": 0.0, "block": 1.5}
"""Log-odds above what those essays reach."""
LEARNT: tuple[Part, ...] = ("sentences", "levels")
"""Parts of the pairs that are no test."""
OFF_TOPIC = {"review": 0.03, "sure": 0.01}
"""Shares of our short essays that may look as if they were not on their assignment; students' assignments are AAE's, or
stand-ins that were chosen for being near them."""
FEW_OFF_TOPIC = {"review": 0.02, "sure": 0.012}
"""Of AAE's essays on the two rarest words of theirs."""
OTHERS = 6
"""Other assignments for each essay."""
SWAPPED = frozenset({"NN", "NNS", "NNP", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "JJ", "RB"})
KEPT = frozenset(["is", "are", "was", "were", "be", "been", "have", "has", "had", "do", "does", "did", "not", "n't"])
KEYS = ("school", "technology", "students", "community", "freedom", "summer", "advice", "election")


@dataclass(frozen=True)
class Essay:
    """An essay as written, with its view."""

    id: str
    text: str
    made: EssayView

    def said(self, assignment: str = "") -> Said:
        """What is learnt from of its subjects."""
        return Said(self.id, *subject_vectors(self.made), topic.assignment_words(assignment))


def main() -> None:
    """Fit every file."""
    data, nlp = Path(sys.argv[1]), load_syntax()

    def read(id: str, text: str) -> Essay:
        text = normalised(text.replace("\r\n", "\n")).text
        return Essay(id, text, view(nlp(text)))

    drawn = [read(*text) for texts in develop(data).values() for text in texts]
    argued = [(prompt, read(id, essay)) for id, prompt, essay in aae(data)]
    own = [(m.prompt, read(m.id, m.text)) for m in authored() if m.split == "develop"]
    WEIGHTS.mkdir(exist_ok=True)
    long = [essay for essay in drawn if len(essay.made.spelled) >= FEWEST_WORDS]
    fit_apart([essay.said() for essay in long])
    answers = answered([essay.text for essay in long], np.array([essay.said().centre for essay in long]))
    paired = [
        (side.assignment, read(f"{side.pair} {side.better}", side.text))
        for part in LEARNT
        for pair in read_pairs(part)
        for side in pair
    ]
    asked = [*((prompt, essay) for prompt, essay in zip(answers, long, strict=True) if prompt), *argued, *paired]
    different = sorted({*texts(), *(prompt for prompt, _ in [*own, *paired])})
    np.save(topic.OTHERS, np.array([topic.about(topic.assignment_words(text)) for text in different], dtype=np.float16))
    fit_topic(asked, argued, paired)
    unasked = [("", essay) for prompt, essay in zip(answers, long, strict=True) if not prompt]
    read_all = [
        essay.said(prompt) for prompt, essay in [*unasked, *asked, *own] if len(essay.made.spelled) >= FEWEST_WORDS
    ]
    fit_subjects(read_all, Random(6))
    fit_sense(drawn, [essay for _, essay in Random(5).sample(argued, 150) + own + paired], read, Random(7))


def fit_sense(drawn: list[Essay], fresh: list[Essay], read: Callable[[str, str], Essay], draw: Random) -> None:
    """Essays against each kind of nonsense. ``fresh``: essays with few errors, unlike those of the statistics."""
    all_ = drawn + fresh
    sentences = {essay.id: parted(essay.text) for essay in all_}

    def material(essay: Essay, pool: list[Essay] = all_) -> Material:
        others = [o for o in draw.sample(pool, draw.choice((0, 0, 4, 10, 50)) + 1) if o.id != essay.id]
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
    kinds["chain"].append(spoilt(300, lambda e: nonsense.markov_1(material(e, fresh), draw), fresh))
    honest = [sense.measures(essay.made) for essay in all_]
    models = {}
    for kind, sets in kinds.items():
        rows = [row for _, values in sets for row in values]
        names = [essay.id for essay in all_] + [id for ids, _ in sets for id in ids]
        fitted, found = fit(sense.MEASURES, honest, rows, names, balanced=False)
        long = [len(essay.made.spelled) >= ENOUGH_WORDS for essay in all_]
        usual = float(np.quantile(found[: len(honest)][long], 1 - ALLOWED[kind]))
        fitted["thresholds"] = {name: round(usual + more, 3) for name, more in BEYOND.items()}
        report(kind, found[: len(honest)], found[len(honest) :], fitted["thresholds"])
        models[kind] = fitted
    write("sense", models)


def fit_topic(
    asked: Sequence[tuple[str, Essay]], argued: Sequence[tuple[str, Essay]], paired: Sequence[tuple[str, Essay]]
) -> None:
    """Essays and their own assignment against those and another's; and as if an assignment of AAE had but two words."""
    published, ours = ({essay.id for _, essay in essays} for essays in (argued, paired))
    draw = Random(1)
    different = sorted({prompt for prompt, _ in asked})
    rows: list[tuple[bool, bool, bool, str, Values]] = []
    for own, essay in asked:
        for prompt in (own, *draw.sample([other for other in different if other != own], OTHERS)):
            words = topic.assignment_words(prompt)
            for few in (False, True) if essay.id in published else (False,):
                values = topic.on_topic(essay.made, sorted(words, key=zipf)[: topic.FEW] if few else words)
                if values is not None and (few or len(words) > topic.FEW):
                    rows.append((prompt == own, few, essay.id in ours, own, values))
    rows.sort(key=lambda row: row[0])
    bad, good = ([row[-1] for row in rows if row[0] is wanted] for wanted in (False, True))
    fitted, found = fit(topic.MEASURES, bad, good, [row[3] for row in rows], balanced=True)
    true, few, short = (np.array([row[k] for row in rows]) for k in range(3))
    thresholds: dict[str, float] = {}
    for name, chosen, judged, allowed in (("", ~few, short, OFF_TOPIC), ("_few", few, few, FEW_OFF_TOPIC)):
        told = beyond(-found[judged & true], allowed)
        report(f"off topic{name}", -found[chosen & true], -found[chosen & ~true], told)
        thresholds |= {level + name: -at for level, at in told.items()}
    write("topic", {"on_topic": {**fitted, "thresholds": thresholds}})


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


if __name__ == "__main__":
    main()
