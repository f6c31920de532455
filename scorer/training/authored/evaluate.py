"""The extraction against the gold of the authored essays.

    python -m scorer.training.authored.evaluate training_data/authored --split held_out

Each essay is read with its assignment given, and with the assignment's source text where there is one.

- F1, precision and recall of citations, references and quotations: start and end are the gold's, pairs one to one.
  The works of one bracket share a span and are paired by the fields that agree. ``n`` counts gold, ``found`` findings.
- ``fields``, ``style`` and ``link`` are shares of the pairs. Fields are equal strings (runs of white space count as one
  space; absent equals absent), ``all`` means each of them. A link is right when it leads to a span that overlaps the
  gold's, or when both lead nowhere; ``link_where_any`` leaves the latter out.
- ``issues``: codes on citations; those of a citation that has no pair are missed, or wrong.
- ``not_citations``: passages without a citation, each read alone; ``hits`` are those in which one was found.
- Thesis, reasons, counterarguments and evidence are found when the overlap is more than half of the longer span, in
  characters that are not white space. Thesis: ``overlap_50`` over essays whose gold has one (a restatement will do),
  ``null`` over the others. Prompt: ``exact`` and ``null`` likewise, by start and end.

A share of nothing is null. ``--show`` lists the disagreements of the half that may be read.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

import typer
from spacy.language import Language

from scorer.assessment import CitationSpan, ReferenceSpan, Span, Structure
from scorer.errors import ScorerError
from scorer.pipeline.load import annotate, load_pipeline
from scorer.structure import structure_of
from scorer.training.authored.corpus import AuthoredEssay, Prompt, read_authored, read_not_citations, read_prompts

CITATION_FIELDS = ("author", "title", "year", "locator")
REFERENCE_FIELDS = ("author", "title", "year")
ARGUMENT = ("reasons", "counterarguments", "evidence")

AnySpan = TypeVar("AnySpan", bound=Span)
Pair = tuple[AnySpan | None, AnySpan | None]
"""Gold and found; None where one has no partner."""


class Comparison:
    """Counts of what agrees and of what does not, over the essays added so far, and a line on each disagreement."""

    def __init__(self) -> None:
        self.essays = 0
        self.disagreements: list[str] = []
        self._counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._notes: list[tuple[int, str]] = []

    def add(self, name: str, text: str, gold: Structure, found: Structure) -> None:
        """Compare one essay, called ``name`` in the disagreements."""
        self.essays += 1
        self._notes = []
        self._citations(gold, found)
        for entry, other in self._spans("references", paired(gold.references, found.references, same_span)):
            self._fields("references", entry, other, REFERENCE_FIELDS)
        for quote, twin in self._spans("quotations", paired(gold.quotations, found.quotations, same_span)):
            self._link("quotations", quote, _at(gold.citations, quote.citation), _at(found.citations, twin.citation))
        for group in ARGUMENT:
            self._spans(group, paired(getattr(gold, group), getattr(found, group), half_overlap(text)))
        self._single("thesis", [s for s in (gold.thesis, *gold.restatements) if s], found.thesis, half_overlap(text))
        self._single("prompt", [gold.prompt] if gold.prompt else [], found.prompt, same_span)
        self.disagreements += [f"{name} @{start} {line}" for start, line in sorted(self._notes)]

    def add_passage(self, text: str, found: Sequence[CitationSpan]) -> None:
        """Count a passage that holds no citation."""
        words = ", ".join(repr(span.text) for span in found)
        self._counts["not_citations"]["hit" if found else "right"] += 1
        if found:
            self.disagreements.append(f"not_citations: {words} in {text!r}")

    def figures(self) -> dict[str, Any]:
        """The figures that the module's docstring defines; shares and F1 0 to 1."""
        counts = self._counts
        passages = counts["not_citations"]
        result: dict[str, Any] = {"essays": self.essays}
        result["citations"] = {
            **_rates(counts["citations"]),
            "fields": {name: self._share(f"citations.{name}") for name in ("all", *CITATION_FIELDS)},
            "style": self._share("citations.style"),
            "link": self._share("citations.link"),
            "link_where_any": self._share("citations.link_where_any"),
            "issues": _rates(counts["issues"]),
        }
        result["references"] = {
            **_rates(counts["references"]),
            "fields": {name: self._share(f"references.{name}") for name in ("all", *REFERENCE_FIELDS)},
        }
        result["quotations"] = {
            **_rates(counts["quotations"]),
            "link": self._share("quotations.link"),
            "link_where_any": self._share("quotations.link_where_any"),
        }
        result["not_citations"] = {"n": passages.total(), "hits": passages["hit"]}
        for name, share in (("thesis", "overlap_50"), ("prompt", "exact")):
            result[name] = {
                "n": counts[name].total(),
                share: self._share(name),
                "without": counts[f"{name}.null"].total(),
                "null": self._share(f"{name}.null"),
            }
        return result | {group: _rates(counts[group]) for group in ARGUMENT}

    def _citations(self, gold: Structure, found: Structure) -> None:
        pairs = paired(gold.citations, found.citations, alike_citations)
        for one, other in self._spans("citations", pairs):
            self._fields("citations", one, other, CITATION_FIELDS)
            self._judge("citations.style", one, one.style == other.style, f"{one.style} is not {other.style}")
            self._link("citations", one, _at(gold.references, one.reference), _at(found.references, other.reference))
        for first, second in pairs:
            codes, others = (set(side.issues) if side else set() for side in (first, second))
            self._counts["issues"].update(right=len(codes & others))
            for code in sorted(codes ^ others):
                kind = "missed" if code in codes else "wrong"
                self._counts["issues"][kind] += 1
                self._note(first or second, f"issue {kind}: {code}")

    def _spans(self, group: str, pairs: Iterable[Pair[AnySpan]]) -> list[tuple[AnySpan, AnySpan]]:
        both = []
        for gold, found in pairs:
            kind = "wrong" if gold is None else "missed" if found is None else "right"
            self._counts[group][kind] += 1
            if gold and found:
                both.append((gold, found))
            else:
                self._note(gold or found, f"{group} {kind}: {_fields_of(gold or found)}")
        return both

    def _fields(self, group: str, gold: Span, found: Span, names: Sequence[str]) -> None:
        values = [(name, getattr(gold, name), getattr(found, name)) for name in names]
        for name, one, other in values:
            self._judge(f"{group}.{name}", gold, _spaced(one) == _spaced(other), f"{one!r} is not {other!r}")
        self._counts[f"{group}.all"]["right" if all(_spaced(a) == _spaced(b) for _, a, b in values) else "wrong"] += 1

    def _link(self, group: str, span: Span, gold: Span | None, found: Span | None) -> None:
        right = gold is found is None or bool(gold and found and gold.start < found.end and found.start < gold.end)
        one, other = (target.text[:60] if target else None for target in (gold, found))
        self._judge(f"{group}.link", span, right, f"{one!r} is not {other!r}")
        if gold or found:
            self._counts[f"{group}.link_where_any"]["right" if right else "wrong"] += 1

    def _single(
        self, name: str, gold: Sequence[Span], found: Span | None, alike: Callable[[Span, Span], float]
    ) -> None:
        wanted = gold[0].text if gold else None
        right = found is None if not gold else found is not None and any(alike(one, found) for one in gold)
        other = found.text if found else None
        self._judge(name if gold else f"{name}.null", gold[0] if gold else found, right, f"{wanted!r} is not {other!r}")

    def _judge(self, name: str, span: Span | None, right: bool, otherwise: str) -> None:
        self._counts[name]["right" if right else "wrong"] += 1
        if not right:
            self._note(span, f"{name} of {span.text[:60]!r}: {otherwise}" if span else f"{name}: {otherwise}")

    def _note(self, span: Span | None, line: str) -> None:
        self._notes.append((span.start if span else 0, line))

    def _share(self, name: str) -> float | None:
        counted = self._counts[name]
        return counted["right"] / counted.total() if counted else None


def paired(
    gold: Sequence[AnySpan], found: Sequence[AnySpan], alike: Callable[[AnySpan, AnySpan], float]
) -> list[Pair[AnySpan]]:
    """One-to-one pairs, those most alike first; 0 is never a pair. What is left over has None for its partner."""
    scored = [(alike(a, b), row, column) for row, a in enumerate(gold) for column, b in enumerate(found)]
    pairs: list[Pair[AnySpan]] = []
    rows, columns = set(range(len(gold))), set(range(len(found)))
    for score, row, column in sorted(scored, key=lambda item: -item[0]):
        if score > 0 and row in rows and column in columns:
            pairs.append((gold[row], found[column]))
            rows.remove(row)
            columns.remove(column)
    return [
        *pairs,
        *((gold[row], None) for row in sorted(rows)),
        *((None, found[column]) for column in sorted(columns)),
    ]


def same_span(gold: Span, found: Span) -> float:
    """1 where start and end agree, else 0."""
    return float((gold.start, gold.end) == (found.start, found.end))


def alike_citations(gold: CitationSpan, found: CitationSpan) -> float:
    """0 where the spans differ, else 1 and the number of equal fields."""
    equal = sum(_spaced(getattr(gold, name)) == _spaced(getattr(found, name)) for name in CITATION_FIELDS)
    return same_span(gold, found) * (1 + equal)


def half_overlap(text: str) -> Callable[[Span, Span], float]:
    """A measure of spans of ``text``: the overlap as a share of the longer span, 0 where it is no more than half."""

    def alike(gold: Span, found: Span) -> float:
        longer = max(_inked(text[span.start : span.end]) for span in (gold, found))
        share = _inked(text[max(gold.start, found.start) : min(gold.end, found.end)]) / max(longer, 1)
        return share if share > 0.5 else 0.0

    return alike


def compared(nlp: Language, essays: Iterable[AuthoredEssay], prompts: dict[str, Prompt]) -> Comparison:
    """Read the essays as the product would, and compare."""
    comparison = Comparison()
    for essay in essays:
        prompt = prompts[essay.gold.prompt]
        doc = annotate(nlp, essay.text, prompt.text, (prompt.source,) if prompt.source else ())
        comparison.add(essay.gold.id, essay.text, essay.gold.structure, structure_of(doc))
    return comparison


def _inked(words: str) -> int:
    return sum(not character.isspace() for character in words)


def _spaced(value: str | None) -> str | None:
    return " ".join(value.split()) if value is not None else None


def _at(spans: Sequence[AnySpan], index: int | None) -> AnySpan | None:
    return spans[index] if index is not None else None


def _fields_of(span: Span | None) -> str:
    if not isinstance(span, CitationSpan | ReferenceSpan):
        return repr(span.text) if span else ""
    names = CITATION_FIELDS if isinstance(span, CitationSpan) else REFERENCE_FIELDS
    given = (f"{name}={value!r}" for name in names if (value := getattr(span, name)) is not None)
    return " ".join((repr(span.text), *given))


def _rates(counted: Counter[str]) -> dict[str, float | int | None]:
    right, wrong, missed = counted["right"], counted["wrong"], counted["missed"]
    return {
        "n": right + missed,
        "found": right + wrong,
        "f1": 2 * right / (2 * right + wrong + missed) if right + wrong + missed else None,
        "precision": right / (right + wrong) if right + wrong else None,
        "recall": right / (right + missed) if right + missed else None,
    }


def _lines(figures: dict[str, Any], path: str = "") -> list[str]:
    lines = []
    for name, value in figures.items():
        if isinstance(value, dict):
            lines += _lines(value, f"{path}{name}.")
        else:
            lines.append(
                f"{path + name:<32}{f'{value:.3f}' if isinstance(value, float) else '-' if value is None else value}"
            )
    return lines


def main(
    data: Annotated[Path, typer.Argument(help="Folder of the authored essays.", exists=True, file_okay=False)],
    split: Annotated[Literal["develop", "held_out", "all"], typer.Option(help="Which essays and passages.")] = "all",
    format: Annotated[Literal["text", "json"], typer.Option(help="Form of the figures.")] = "text",
    show: Annotated[
        bool, typer.Option("--show", help="List the disagreements too; only with --split develop.")
    ] = False,
) -> None:
    """Print how well the extraction agrees with the gold."""
    if show and split != "develop":
        raise typer.BadParameter("Held-out essays are measured, not read: --show needs --split develop.")
    try:
        nlp = load_pipeline()
        essays = [essay for essay in read_authored(data) if split in ("all", essay.gold.split)]
        comparison = compared(nlp, essays, read_prompts(data))
        for passage in read_not_citations(data):
            if split in ("all", passage.split):
                comparison.add_passage(passage.text, structure_of(annotate(nlp, passage.text)).citations)
    except ScorerError as error:
        raise typer.BadParameter(error.message) from error
    figures = comparison.figures()
    if format == "json":
        shown = {"disagreements": comparison.disagreements} if show else {}
        typer.echo(json.dumps(figures | shown, indent=1, ensure_ascii=False))
    else:
        typer.echo("\n".join([*_lines(figures), *(["", *comparison.disagreements] if show else [])]))


if __name__ == "__main__":
    typer.run(main)
