"""Learn the points of thesis and reasons from the levels that readers gave, and write them into the rubrics.

    python -m scorer.training.levels.train DATA

DATA is the folder with ``persuade_texts.jsonl.xz``, ``ellipse_train.csv.gz`` and ``asap_train.tsv.gz``. Learnt are the
levels of essays marked ``fit`` in ``training_data/levels``, of the develop half of the authored essays, and of pairs of
one length (``training_data/pairs``); in these also by how much the one side is better; that joining
paragraphs changes neither criterion; and that deleting what states the position costs the thesis a level and the
reasons nothing. (The models of sentences have learnt from the authored essays, and from those whose position is
deleted, too; not from the others.) Prints for each criterion what ten folds say (r, root of the mean squared error,
quadratic weighted kappa in halves, what 90% of the errors stay within), and the factor by which points were stretched.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import numpy as np
import typer

from scorer.errors import DataError
from scorer.features import registered
from scorer.rubric import load_rubric
from scorer.rubric.model import FeatureRule
from scorer.rubric.write import measured
from scorer.scoring.traits import Scale
from scorer.training.argument.examples import AUTHORED
from scorer.training.argument.marked import read_marked
from scorer.training.argument.pairs import read_pairs
from scorer.training.authored.ablations import flattened, without_thesis
from scorer.training.authored.corpus import read_authored
from scorer.training.corpora import GradedEssay
from scorer.training.levels.essays import CRITERIA, as_one_paragraph, read_levelled, without_position
from scorer.training.levels.fit import Floats, Lessons, fit, held_out, rules, stretched
from scorer.training.metrics import qwk
from scorer.training.samples import prepare

BUILTIN = Path(__file__).parents[2] / "rubric" / "builtin"
RUBRICS = ("argument", "argument-with-sources")

ELSEWHERE = frozenset({"copied_prompt_share", "thesis_prompt_coverage"})
"""What is copied is set aside before anything is scored (``scorer.flags``), and these students' assignments are not
known."""

MOVING = frozenset(
    {
        "reasons_expected", "evidence_expected_words", "evidence_expected_content", "evidence_expected_particulars",
        "argument_expected_share", "argument_expected_spread", "counterargument_probability",
        "reasons_signposted_share", "content_renewal",
    }
)  # fmt: skip
"""What may earn points for reasons: what moves with the chances of sentences. Of what is found, one sentence beyond a
threshold more or less was worth half a level; without it r in ten folds is .614 in place of .625, the RMSE .476 of
.477, and 1% of the essays in place of 6% move by a quarter of a level when their paragraphs are joined."""

OURS = 4
"""How often an authored essay, and a changed one, is learnt beside a student's: they are stronger, weaker, and few."""

JOINED, WITHOUT = 6.0, 0.5
"""What an essay with its paragraphs joined, and one without its position, count beside one with a level."""

PAIRED, APART = 0.5, 0.5
"""What an essay of a pair counts, and what the difference of its two sides counts, in both criteria: more tells more of
the pairs of a writer not learnt from, and less of students' essays (``docs/levels.md``)."""

TAKEN = {"thesis": -1.0, "reasons": 0.0}
"""Levels that an essay should lose with the sentences that state its position."""

DELETED = 400
"""Essays from which the position is deleted."""

FOLDS = 10
HALF = 0.5
"""The readers' step between levels."""


@dataclass(frozen=True)
class Measured:
    """Features, (n, ``names``), of each kind of text, and by kind and criterion the levels of those that have some.

    Kinds are ``essays`` of students, ``authored`` ones, the ``worse`` and the ``better`` sides of pairs, and ``whole``
    essays with the same ``joined`` to one paragraph, ``stating`` ones with the same ``without`` their position.
    """

    names: tuple[str, ...]
    texts: Mapping[str, Floats]
    levels: Mapping[str, Mapping[str, Floats]]

    def lessons(self, criterion: str, lowest: float, names: Sequence[str]) -> Lessons:
        """What is learnt of a criterion, the students' essays first."""
        columns = [self.names.index(name) for name in names]
        text = {kind: values[:, columns] for kind, values in self.texts.items()}
        level = {kind: levels[criterion] - lowest for kind, levels in self.levels.items()}
        blocks = [
            *(
                (text[kind], np.zeros_like(text[kind]), False, level[kind], weight)
                for kind, weight in (("essays", 1.0), ("authored", OURS), ("worse", PAIRED), ("better", PAIRED))
            ),
            (text["better"], text["worse"], True, level["better"] - level["worse"], APART),
            (text["joined"], text["whole"], True, np.zeros(len(text["joined"])), JOINED),
            (text["without"], text["stating"], True, np.full(len(text["without"]), TAKEN[criterion]), WITHOUT),
        ]
        after, before, changed, targets, weights = zip(*blocks, strict=True)
        sizes = [len(part) for part in after]
        return Lessons(
            after=np.concatenate(after),
            before=np.concatenate(before),
            changed=np.repeat(changed, sizes),
            targets=np.concatenate(targets),
            weights=np.repeat(weights, sizes).astype(np.float64),
        )


def candidates(criterion: str) -> list[str]:
    """Features that may earn points: those of the criterion that have a better and a worse."""
    known = registered().values()
    return [
        item.name
        for item in known
        if item.group == criterion
        and item.direction != "neutral"
        and item.name not in ELSEWHERE
        and (criterion != "reasons" or item.name in MOVING)
    ]


def measure(data: Path, seed: int, jobs: int) -> Measured:
    """Read and measure everything that is learnt from. Raises ``DataError``."""
    levelled = [essay for essay in read_levelled(data) if essay.part == "fit"]
    written = [essay for essay in read_authored(AUTHORED) if essay.gold.split == "develop"]
    better, worse = zip(*read_pairs("levels"), strict=True)
    whole = [(essay.text, one) for essay in levelled if (one := as_one_paragraph(essay.text))]
    whole += OURS * [(essay.text, one) for essay in written if (one := flattened(essay))]
    files = (data / name for name in ("persuade_texts.jsonl.xz", "ellipse_train.csv.gz", "asap_train.tsv.gz"))
    marked = [essay for essay in read_marked(*files) if essay.corpus == "PERSUADE"]
    stating = list(without_position(marked, DELETED, seed))
    stating += OURS * [(essay.text, one) for essay in written if (one := without_thesis(essay))]
    texts = {
        "essays": [essay.text for essay in levelled],
        "authored": [essay.text for essay in written],
        "worse": [essay.text for essay in worse],
        "better": [essay.text for essay in better],
        "whole": [text for text, _ in whole],
        "joined": [changed for _, changed in whole],
        "stating": [text for text, _ in stating],
        "without": [changed for _, changed in stating],
    }
    samples = prepare([GradedEssay("", text, {}, {}, {}) for part in texts.values() for text in part], jobs)
    parts = np.split(samples.features, np.cumsum([len(part) for part in texts.values()])[:-1])
    graded: dict[str, list[Mapping[str, float]]] = {
        "essays": [essay.levels for essay in levelled],
        "authored": [essay.gold.levels.model_dump() for essay in written],
        "worse": [essay.levels for essay in worse],
        "better": [essay.levels for essay in better],
    }
    levels = {
        kind: {criterion: np.array([level[criterion] for level in given]) for criterion in CRITERIA}
        for kind, given in graded.items()
    }
    return Measured(samples.names, dict(zip(texts, parts, strict=True)), levels)


def main(
    data: Annotated[Path, typer.Argument(help="Folder of the corpora.")],
    seed: Annotated[int, typer.Option(help="Seed of the folds, and of the essays without their position.")] = 1,
    jobs: Annotated[int, typer.Option(help="Processes that measure.")] = 2,
) -> None:
    """Cross-validate, fit on everything, and write the points into the built-in rubrics."""
    found = measure(data, seed, jobs)
    ends = {one.id: (one.lowest, one.highest) for one in load_rubric(RUBRICS[0]).criteria}
    for criterion in CRITERIA:
        names = candidates(criterion)
        scale = Scale(*ends[criterion], HALF)
        lessons = found.lessons(criterion, scale.low, names)
        own = len(found.texts["essays"])  # what an authored essay is worth is for the scale's ends, not for the figures
        predicted, levels = held_out(lessons, names, FOLDS, seed)[:own], lessons.targets[:own]
        factor, middle = float(levels.std() / predicted.std()), float(predicted.mean())
        spread = np.clip(middle + factor * (predicted - middle), 0, scale.high - scale.low)
        error = spread - levels
        within = float(np.quantile(abs(error), 0.9))
        typer.echo(
            f"{criterion}: r {np.corrcoef(predicted, levels)[0, 1]:.3f}, factor {factor:.2f}, "
            f"RMSE {np.sqrt((error**2).mean()):.3f}, QWK {qwk(levels + scale.low, spread + scale.low, scale):.3f}, "
            f"90% within {within:.2f}"
        )
        made = stretched(fit(lessons, names), factor, middle)
        points = rules(made, lessons.after[:own], names)
        for rubric in RUBRICS:
            file = BUILTIN / f"{rubric}.toml"
            text = with_points(file.read_text(encoding="utf-8"), rubric, criterion, points, round(within, 2))
            file.write_text(text, encoding="utf-8", newline="\n")


def with_points(text: str, rubric: str, criterion: str, points: tuple[FeatureRule, ...], uncertainty: float) -> str:
    """The text of a built-in rubric with other points for a criterion that rules score."""
    found = next(one for one in load_rubric(rubric).criteria if one.id == criterion)
    lines = measured(found.model_copy(update={"features": points, "uncertainty": uncertainty}))
    start = text.index(f'id = "{criterion}"')
    end = text.index("[[criteria.levels]]", start)
    uncertain = r"(?:^uncertainty = [^\n]*\n)?"
    block = re.compile(rf"{uncertain}^features = \[\n(?:^ [^\n]*\n)*^\]\n{uncertain}", re.M)
    match = block.search(text, start, end)
    if match is None or found.traits:
        raise DataError("data_invalid", f"The criterion {criterion!r} of {rubric} is not scored by rules alone.")
    return text[: match.start()] + "\n".join(lines) + "\n" + text[match.end() :]


if __name__ == "__main__":
    typer.run(main)
