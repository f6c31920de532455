"""Attacks on the score: how often each is noticed, and whether it pays.

    python tests/benchmarks/gaming.py [--split develop|held_out|all] [--every N] [--family NAME ...] [--seed N]
    python tests/benchmarks/gaming.py --honest DATA [--draw reported|develop]

Every authored essay is attacked once by every family of ``tests/gaming/attacks``, and scored as written and attacked,
the assignment given apart. ``flagged``: share of attacked essays with one of the family's flags, of any severity;
``any``: with any flag of severity review or block; ``blocked``: not scored; ``raised``: share whose overall score rises
by more than 2% of the scale (an essay not scored has risen by nothing); ``most``: the largest rise, in percent of the
scale; ``criterion``: the same of any criterion. ``--honest`` flags essays that nobody attacked: those of
``tests/gaming/draws.py`` (``--draw develop`` for the ones developed on), without an assignment, then those whose
assignment is clear (``tests/gaming/assignments.py``) with it, and AAE's with their own.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "gaming"))

import draws
import numpy as np
from assignments import answered
from attacks import FAMILIES, Family
from attacks.material import Material, authored
from fit_subjects import Said

import scorer
from scorer import Assessment, Engine
from scorer.assessment import Flag
from scorer.examination import examine
from scorer.flags.foreign import subject_vectors
from scorer.pipeline.load import load_pipeline
from scorer.pipeline.view import view
from scorer.reading.text import normalised

RISE = 0.02


@dataclass(frozen=True)
class Case:
    """One essay, attacked: flags, and rises as shares of the scale."""

    essay: str
    codes: tuple[str, ...]
    serious: tuple[str, ...]
    scored: bool
    rise: float
    rises: dict[str, float]


def case(engine: Engine, family: Family, essay: Material, before: Assessment, seed: int) -> Case:
    """Score the attacked essay."""
    sources = [essay.source] if family.needs_source else []
    after = engine.score(family.apply(essay, seed), prompt=essay.prompt, sources=sources)
    serious = tuple(flag.code for flag in after.flags if flag.severity != "info")
    scale = engine.rubric.scale
    span = scale.high - scale.low
    both = bool(after.overall and before.overall)
    return Case(
        essay.id,
        tuple(flag.code for flag in after.flags),
        serious,
        after.overall is not None,
        (after.overall.score - before.overall.score) / span if both else 0.0,  # type: ignore[union-attr]
        {c.id: (c.score - b.score) / span for b, c in zip(before.criteria, after.criteria, strict=True) if c.score}
        if both
        else {},
    )


def attacked(split: str, names: list[str], seed: int, worst: int, every: int) -> None:
    """The table of families."""
    engine = scorer.load()
    essays = [essay for essay in authored() if split in ("all", essay.split)][::every]
    whole = {essay.id: engine.score(essay.text, prompt=essay.prompt) for essay in essays}
    print(f"{'family':<32}{'n':>4}{'flagged':>9}{'any':>6}{'blocked':>9}{'raised':>8}{'most':>7}{'criterion':>11}")
    for family in FAMILIES:
        if names and family.name not in names:
            continue
        cases = [case(engine, family, essay, whole[essay.id], seed) for essay in essays]
        flagged = [any(code in family.codes for code in c.codes) for c in cases]
        raised = [c for c in cases if c.rise > RISE]
        single = max((rise for c in cases for rise in c.rises.values()), default=0.0)
        name = family.name + (" *" if family.held_out else "")
        print(
            f"{name:<32}{len(cases):>4}{share(flagged):>9.0%}{share([bool(c.serious) for c in cases]):>6.0%}"
            f"{share([not c.scored for c in cases]):>9.0%}{len(raised) / len(cases):>8.0%}"
            f"{max(c.rise for c in cases):>+7.1%}{single:>+11.0%}",
            flush=True,
        )
        for c in sorted(cases, key=lambda c: -c.rise)[:worst]:
            rises = ", ".join(f"{id} {rise:+.0%}" for id, rise in c.rises.items() if abs(rise) > RISE)
            print(f"    {c.essay:<20}{c.rise:+.1%}  {' '.join(c.codes)}  {rises}")


def honest(data: Path, draw: str) -> None:
    """Flags of essays that nobody attacked: without an assignment, and with it where it is known."""
    nlp = load_pipeline()
    for corpus, drawn in (draws.reported if draw == "reported" else draws.develop)(data).items():
        texts = [normalised(text) for _, text in drawn]
        alone = [examine(nlp, text) for text in texts]
        listed(corpus, [found.flags for found in alone])
        centres = [Said("", *subject_vectors(view(found.doc))).centre for found in alone]
        answers = zip(answered(texts, np.array(centres)), texts, strict=True)
        listed(f"{corpus}, with assignment", [examine(nlp, text, prompt).flags for prompt, text in answers if prompt])
    half = "aae_dev" if draw == "reported" else "aae_train"
    argued = [examine(nlp, normalised(essay), prompt).flags for _, prompt, essay in draws.aae(data, half)]
    listed(f"{half}, with assignment", argued)


def listed(name: str, essays: Sequence[Sequence[Flag]]) -> None:
    """A line: how many have a flag of severity review or block, and which flags they have."""
    counts = Counter(kind for flags in essays for kind in {f"{flag.code} ({flag.severity})" for flag in flags})
    serious = sum(any(flag.severity != "info" for flag in flags) for flags in essays)
    listing = "; ".join(f"{code} {count / len(essays):.1%}" for code, count in counts.most_common())
    print(f"{name}: {len(essays)} essays, review or block {serious / len(essays):.1%}. {listing}", flush=True)


def share(values: list[bool]) -> float:
    """Share of the true ones."""
    return sum(values) / len(values)


def main() -> None:
    """Print one of the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--split", choices=("develop", "held_out", "all"), default="all")
    parser.add_argument("--family", nargs="*", default=[])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--worst", type=int, default=0, help="cases to print for each family")
    parser.add_argument("--every", type=int, default=1, help="take each so many of the essays")
    parser.add_argument("--honest", type=Path, metavar="DATA")
    parser.add_argument("--draw", choices=("reported", "develop"), default="reported")
    options = parser.parse_args()
    if options.honest:
        honest(options.honest, options.draw)
    else:
        attacked(options.split, options.family, options.seed, options.worst, options.every)


if __name__ == "__main__":
    main()
