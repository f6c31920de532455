"""Readers of graded corpora: every one gives ``GradedEssay`` rows.

A text is as ``scorer.reading`` would give it: its newlines are normalised, and nothing else is changed.
"""

from __future__ import annotations

import csv
import gzip
import io
import lzma
import math
import re
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from scorer.errors import DataError
from scorer.reading.plain import decode
from scorer.reading.text import normalised
from scorer.scoring.traits import Scale

ELLIPSE_TRAITS = ("cohesion", "syntax", "vocabulary", "phraseology", "grammar", "conventions")
ASAP_RANGES = {
    "1": (2, 12),
    "2": (1, 6),
    "3": (0, 3),
    "4": (0, 3),
    "5": (0, 4),
    "6": (0, 4),
    "7": (0, 30),
    "8": (0, 60),
}
"""Lowest and highest ``domain1_score`` of each prompt (Hewlett ASAP data description)."""
ASAP_SUMMED = {"1", "7", "8"}
"""Prompts whose score is a sum over raters, so that a single rating stands on another range."""
ASAP_LOST_APOSTROPHE = re.compile(r"(?<=[A-Za-z])\ufffd(?=(?:t|s|m|d|ll|re|ve)\b)")
"""What the published file lost where only an apostrophe can stand: the mark of a short form or of a possessive."""
ASAP_TRAIT_RANGES = {"1": (1, 6), "2": (1, 6), "3": (0, 3), "4": (0, 3), "5": (0, 4), "6": (0, 4)}
"""Ranges of the ASAP++ traits (Mathias & Bhattacharyya 2018)."""
PERSUADE_RANGE = (1, 6)
PERSUADE_GROUPS = (
    "prompt_name", "task", "grade_level", "gender", "ell_status", "race_ethnicity", "economically_disadvantaged",
    "student_disability_status",
)  # fmt: skip
"""Columns of PERSUADE 2.0 to report by (Crossley et al. 2024)."""
ELLIPSE_SCALES = {**{trait: Scale(1, 5, 0.5) for trait in ELLIPSE_TRAITS}, "general": Scale(1, 5, 0.5)}


@dataclass(frozen=True)
class GradedEssay:
    """One graded essay.

    ``scores`` by trait, each on its own range in ``scales``; ``raters`` two single ratings of a trait, on the
    trait's range, where the corpus has them; ``groups`` for reports and for models within groups.
    """

    id: str
    text: str
    scores: dict[str, float]
    scales: dict[str, Scale]
    raters: dict[str, tuple[float, float]] = field(default_factory=dict)
    groups: dict[str, str] = field(default_factory=dict)


def read_ellipse(paths: Sequence[Path]) -> list[GradedEssay]:
    """ELLIPSE: six analytic traits, 1 to 5 in halves, and their mean as ``general``."""
    essays = []
    for row in _rows(paths, ",", ("text_id", "full_text", *ELLIPSE_TRAITS)):
        scores = {trait: float(row[trait]) for trait in ELLIPSE_TRAITS}
        scores["general"] = sum(scores.values()) / len(scores)
        essays.append(GradedEssay(row["text_id"], row["full_text"], scores, ELLIPSE_SCALES))
    return essays


def read_asap(paths: Sequence[Path]) -> list[GradedEssay]:
    """ASAP: ``overall`` is ``domain1_score`` on each prompt's own range; both raters where the file has them.

    A file of ASAP++ traits (``essay_id essay_set score content ...``) among the paths adds its traits.
    """
    essays: dict[str, GradedEssay] = {}
    traits: dict[str, dict[str, float]] = {}
    for row in _rows(paths, "\t", ("essay_id", "essay_set")):
        if row["essay_set"] not in ASAP_RANGES:
            raise DataError(
                "data_invalid", f"There is no ASAP prompt {row['essay_set']!r}: the column essay_set has 1 to 8."
            )
        if "essay" not in row:
            named = {key: value for key, value in row.items() if key not in {"essay_id", "essay_set", "score"}}
            traits[row["essay_id"]] = {key: float(value) for key, value in named.items() if value}
            continue
        essays[row["essay_id"]] = _asap_essay(row)
    for essay_id, scores in traits.items():
        if essay_id in essays:
            essay = essays[essay_id]
            essay.scores.update(scores)
            prompt = essay.groups["essay_set"]
            if prompt not in ASAP_TRAIT_RANGES:
                raise DataError("data_invalid", f"No range of traits is known for ASAP prompt {prompt}: leave it out.")
            essay.scales.update(dict.fromkeys(scores, Scale(*ASAP_TRAIT_RANGES[prompt], 1)))
    return list(essays.values())


def _asap_essay(row: dict[str, str]) -> GradedEssay:
    prompt = row["essay_set"]
    if not row.get("domain1_score"):
        raise DataError(
            "data_invalid", f"The essay {row['essay_id']} has no domain1_score: give a file of graded essays."
        )
    first, other = row.get("rater1_domain1"), row.get("rater2_domain1")
    factor = 2 if prompt in ASAP_SUMMED else 1  # a rating doubled stands on the range of the sum
    raters = {"overall": (factor * float(first), factor * float(other))} if first and other else {}
    return GradedEssay(
        id=row["essay_id"],
        text=ASAP_LOST_APOSTROPHE.sub("'", row["essay"]),
        scores={"overall": float(row["domain1_score"])},
        scales={"overall": Scale(*ASAP_RANGES[prompt], 1)},
        raters=raters,
        groups={"essay_set": prompt},
    )


def read_persuade(paths: Sequence[Path]) -> list[GradedEssay]:
    """PERSUADE 2.0: the holistic score, 1 to 6, as ``overall``; prompt, task and the writer's groups to report by.

    Of a file with a row for each discourse element an essay's first row counts.
    """
    essays: dict[str, GradedEssay] = {}
    for row in _rows(paths, ",", ("full_text", "holistic_essay_score")):
        id = row.get("essay_id_comp") or row.get("essay_id") or str(len(essays) + 1)
        if id in essays:
            continue
        if not row["holistic_essay_score"]:
            raise DataError(
                "data_invalid", f"The essay {id} has no holistic_essay_score: give a file of graded essays."
            )
        essays[id] = GradedEssay(
            id,
            row["full_text"],
            {"overall": float(row["holistic_essay_score"])},
            {"overall": Scale(*PERSUADE_RANGE, 1)},
            groups={name: row[name] for name in PERSUADE_GROUPS if name in row},
        )
    return list(essays.values())


def read_csv(paths: Sequence[Path]) -> list[GradedEssay]:
    """A plain table: a ``text`` column, an optional ``id``; columns of numbers are traits.

    A column counts as a trait when every row holds a number; all columns can be grouped by.
    The range of a trait is that of its scores.
    """
    rows = list(_rows(paths, ",", ("text",)))
    names = [name for name in rows[0] if name not in {"id", "text"}] if rows else []
    traits = [name for name in names if all(_is_number(row.get(name)) for row in rows)]
    if any(row.keys() != rows[0].keys() for row in rows):
        raise DataError("data_invalid", "The tables have different columns: give them the same ones.")
    if not traits:
        raise DataError("data_invalid", "The table has no column of scores: add one column of numbers for each trait.")
    scales = {name: _scale([float(row[name]) for row in rows]) for name in traits}
    return [
        GradedEssay(
            row.get("id") or str(number),
            row["text"],
            {name: float(row[name]) for name in traits},
            scales,
            groups={name: row[name] for name in names},
        )
        for number, row in enumerate(rows, start=1)
    ]


def _scale(scores: list[float]) -> Scale:
    """The range that the scores show, in whole steps, or halves where a score is no whole number."""
    low, high = min(scores), max(scores)
    step = 1.0 if all(score == int(score) for score in scores) else 0.5
    return Scale(low, high if high > low else low + step, step)


READERS: dict[str, Callable[[Sequence[Path]], list[GradedEssay]]] = {
    "ellipse": read_ellipse,
    "asap": read_asap,
    "persuade": read_persuade,
    "csv": read_csv,
}


def read_corpus(corpus: str, paths: Sequence[Path]) -> list[GradedEssay]:
    """Read files of a named corpus. Raises ``DataError`` (``data_not_found``, ``data_invalid``)."""
    if corpus not in READERS:
        raise DataError("data_invalid", f"There is no corpus format {corpus!r}: use one of {', '.join(READERS)}.")
    try:
        essays = READERS[corpus](paths)
    except (ValueError, TypeError, csv.Error) as error:
        raise DataError("data_invalid", f"A row does not fit the {corpus} format: {error}.") from error
    if not essays:
        raise DataError("data_invalid", "There are no graded essays in these files: check them and --corpus.")
    return essays


def _rows(paths: Sequence[Path], delimiter: str, columns: Sequence[str]) -> Iterator[dict[str, str]]:
    for path in paths:
        try:
            content = _content(path)
        except (OSError, EOFError, lzma.LZMAError, zlib.error) as error:
            raise DataError(
                "data_not_found", f"The file {path.name} cannot be read: check its path and format."
            ) from error
        if content is None:
            raise DataError("data_invalid", f"{path.name} does not hold text: save it as UTF-8.")
        reader = csv.DictReader(io.StringIO(content, newline=""), delimiter=delimiter)
        missing = [name for name in columns if name not in (reader.fieldnames or ())]
        if missing:
            raise DataError("data_invalid", f"{path.name} has no column {missing[0]!r}: check --corpus and the file.")
        limit = csv.field_size_limit(10_000_000)
        try:
            for row in reader:
                if None in row or None in row.values():
                    raise DataError(
                        "data_invalid",
                        f"{path.name} has too few or too many cells near line {reader.line_num}: correct it.",
                    )
                yield {name: normalised(cell) for name, cell in row.items()}
        finally:
            csv.field_size_limit(limit)


def _content(path: Path) -> str | None:
    data = path.read_bytes()
    if path.suffix == ".gz":
        data = gzip.decompress(data)
    elif path.suffix == ".xz":
        data = lzma.decompress(data)
    return decode(data)


def _is_number(text: str | None) -> bool:
    try:
        return math.isfinite(float(text or ""))
    except ValueError:
        return False
