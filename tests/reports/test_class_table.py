"""The terminal's table of a class: headings are never broken inside a word."""

from __future__ import annotations

import io

import pytest
from rich.console import Console
from samples import assessment, blocked, criterion, unreadable

from scorer.assessment import Assessment
from scorer.reports.audience import Audience
from scorer.reports.table import print_table

TITLES = ("Thesis", "Reasons and evidence", "Use of sources", "Organization", "Language", "Conventions")


def essay(name: str, titles: tuple[str, ...] = TITLES, **changes: object) -> Assessment:
    submission = {"id": name, "path": None, "student": None, "words": 583, "sha256": ""}
    results = [criterion(f"c{k}", title, 3.5, []) for k, title in enumerate(titles)]
    return assessment(submission=submission, criteria=results, flags=[], **changes)


def table(width: int, *rows: Assessment, audience: Audience = Audience.teacher) -> list[str]:
    stream = io.StringIO()
    print_table(rows, Console(file=stream, width=width, no_color=True, highlight=False), audience)
    return stream.getvalue().splitlines()


@pytest.mark.parametrize(
    ("width", "headings"),
    [
        (120, "essay words overall interval Thesis evidence sources Organization Language Conventions"),
        (100, "essay words overall interval Thes. Reas. Use. Orga. Lang. Conv."),
        (80, "essay overall interval Thes. Reas. Use. Orga. Lang. Conv."),
        (70, "essay overall Thes. Reas. Use. Orga. Lang. Conv."),
        (60, "essay overall a b c d e f"),
    ],
)
def test_headings_fit_the_width(width: int, headings: str) -> None:
    lines = table(width, essay("collective-security"), essay("ben"))
    assert headings.split() in [line.split() for line in lines]
    assert max(map(len, lines)) <= width
    assert all(line == line.rstrip() for line in lines)
    short = headings.split()[-6:]
    key = [line.split(maxsplit=1) for line in lines[-6:]]
    assert (width == 120) or key == [[name, title] for name, title in zip(short, TITLES, strict=True)]


@pytest.mark.parametrize("width", [60, 80, 120])
def test_every_essay_has_its_scores_and_every_failure_its_reason(width: int) -> None:
    lines = table(width, essay("ann"), unreadable(), essay("a-very-long-name-of-a-file-that-goes-on-and-on-2024-final"))
    assert sum(line.split().count("3.5") == 6 for line in lines) == 2
    assert any("Ann <b>Lee</b>" in line and "empty" in line for line in lines)
    assert max(map(len, lines)) <= width


@pytest.mark.parametrize("width", [80, 120])
def test_students_see_neither_intervals_nor_flags(width: int) -> None:
    teachers, students = ("\n".join(table(width, assessment(), audience=who)) for who in reversed(Audience))
    for words in ("interval", "2.6–3.6", "low_confidence"):
        assert words in teachers
        assert words not in students
    assert "too_short" in table(width, blocked(), audience=Audience.student)[-1]  # why there is no score


@pytest.mark.parametrize(
    "titles",
    [("Use of sources", "Use of evidence"), ("A", "B"), tuple(f"Criterion {k}" for k in range(12)), ("",), ()],
)
@pytest.mark.parametrize("width", [60, 120])
def test_any_rubric_has_a_table(titles: tuple[str, ...], width: int) -> None:
    lines = table(width, essay("ann", titles))
    assert lines[0].lstrip()
    assert any(line.startswith("ann") for line in lines)
