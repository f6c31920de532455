"""What the parser makes of a text: measures of clauses and of the relations between words.

A text drawn word by word is parsed, too, but into odd shapes: verbs without a clause of their own, subjects without
verbs, sentences that stop at a preposition.
"""

from __future__ import annotations

import numpy as np

from scorer.pipeline.view import EssayView

RELATIONS = (
    "dep", "nsubj", "obj", "obl", "nmod", "compound", "appos", "list", "parataxis", "conj", "acl", "advcl", "ccomp",
    "xcomp", "amod", "det", "case", "punct", "discourse", "flat", "cc", "mark",
)  # fmt: skip
GRAMMAR = (
    "unlinked_verbs", "subjects_off", "subjects_alone", "dangling_ends", "broken_pairs",
    *(f"relation_{name}" for name in RELATIONS),
)  # fmt: skip
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
RELATIVE = frozenset({"WDT", "WP", "WRB"})
LINKING = frozenset({"mark", "cc"})
LEADING = frozenset({"DET", "ADP", "CCONJ"})
OPEN_ENDED = LEADING | {"SCONJ", "AUX"}


def grammar(made: EssayView) -> list[float]:
    """The values of ``GRAMMAR``, for a view with words.

    ``unlinked_verbs``: finite verbs of a sentence beyond the first and beyond its conjunctions, relative words, commas
    and semicolons, per token; ``subjects_off``: mean difference of subjects and finite verbs; ``subjects_alone``: share
    of sentences with more subjects than finite verbs; ``dangling_ends``: share of sentences that end with a determiner,
    preposition, conjunction or auxiliary; ``broken_pairs``: share of tokens that are one of the first three of these
    before a finite verb; ``relation_...``: share of tokens with that relation to their head.
    """
    unlinked, off, alone, dangling = [], [], [], []
    is_finite = [tag in FINITE for tag in made.tag]
    is_link = [
        dep in LINKING or tag in RELATIVE or text in ",;"
        for dep, tag, text in zip(made.dep, made.tag, made.text, strict=True)
    ]
    is_subject = [dep.startswith("nsubj") for dep in made.dep]
    for span in made.worded_sentences:
        inside = slice(span.start, span.stop)
        finite, links, subjects = sum(is_finite[inside]), sum(is_link[inside]), sum(is_subject[inside])
        unlinked.append(max(0, finite - 1 - links) / len(span))
        off.append(abs(subjects - finite))
        alone.append(subjects > finite)
        dangling.append(made.pos[span[-2] if len(span) > 1 else span[-1]] in OPEN_ENDED)
    broken = sum([finite and pos in LEADING for pos, finite in zip(made.pos, is_finite[1:], strict=False)])
    counts, count = made.dep_counts, len(made.worded_sentences)
    return [
        float(np.array(unlinked).mean()), sum(off) / count, sum(alone) / count, sum(dangling) / count,
        broken / len(made), *(counts[name] / len(made) for name in RELATIONS),
    ]  # fmt: skip
