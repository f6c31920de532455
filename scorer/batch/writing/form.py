"""The forms of a file that takes one assessment after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from scorer.assessment import Assessment
from scorer.reports import data


@dataclass(frozen=True)
class Form:
    """What stands before, between and after the assessments, and how one of them is written."""

    head: str
    row: Callable[[Assessment], str]
    between: str = ""
    tail: str = ""


def form_of(format: str, criteria: Sequence[str]) -> Form:
    """The form for ``jsonl``, ``csv`` or ``json``; ``criteria`` are the ids that CSV has columns for."""
    if format == "jsonl":
        return Form("", data.to_json_line)
    if format == "csv":
        header = data.csv_line(data.csv_header(criteria))
        return Form(header, lambda assessment: data.csv_line(data.to_csv_row(assessment, criteria)))
    return Form("[\n", data.to_json_item, ",\n", "\n]\n")
