"""The terminal report: whole lines at any width, the same words with and without colour, what each reader sees."""

from __future__ import annotations

import io
import re

import pytest
from rich.console import Console
from samples import HOSTILE, assessment, blocked, unreadable, waiting

from scorer.assessment import Assessment
from scorer.reports.audience import Audience
from scorer.reports.text import print_report

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
OUTCOMES = {"scored": assessment(), "not scored": blocked(), "unreadable": unreadable()}


def report(made: Assessment, width: int = 80, color: bool = False, audience: Audience = Audience.teacher) -> str:
    stream = io.StringIO()
    console = Console(
        file=stream, width=width, no_color=not color, force_terminal=color, color_system="truecolor" if color else None,
        highlight=False,
    )  # fmt: skip
    print_report(made, console, audience)
    return stream.getvalue()


@pytest.mark.parametrize("made", OUTCOMES.values(), ids=OUTCOMES)
@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_is_too_long_or_ends_in_blanks(made: Assessment, width: int) -> None:
    lines = report(made, width).splitlines()
    assert all(line == line.rstrip() for line in lines)
    assert max(map(len, lines)) <= width


@pytest.mark.parametrize("made", OUTCOMES.values(), ids=OUTCOMES)
def test_colour_changes_no_word(made: Assessment) -> None:
    assert ESCAPE.sub("", report(made, color=True)) == report(made)
    assert "\x1b[" not in report(made)


def test_a_score_has_a_bar_where_there_is_room() -> None:
    rows = {
        width: [line for line in report(assessment(), width).splitlines() if "━" in line] for width in (60, 80, 120)
    }
    assert [len(lines) for lines in rows.values()] == [0, 3, 3]
    thesis, _, conventions = rows[80]
    assert 0 < conventions.count("━") < thesis.count("━")
    assert thesis.count("━") + thesis.count("┄") == conventions.count("━") + conventions.count("┄")


def test_the_figures_of_an_explanation_add_up() -> None:
    made = " ".join(report(assessment(), 120).split())
    sums = [sum(map(float, re.findall(r"[+-]?\d+\.\d\d", why))) for why in re.findall(r"Why: starts at [^A-Z]*", made)]
    assert sums == pytest.approx([3.4, 2.8, 2.2])


def test_a_student_sees_neither_intervals_nor_contributions_nor_flags() -> None:
    teacher, student = (report(assessment(), audience=who) for who in (Audience.teacher, Audience.student))
    for words in ("interval", "basis", "Why:", "check this one", "Check the reasons by eye."):
        assert words in teacher
        assert words not in student
    assert "Come back to it at the end." in student


def test_feedback_that_is_not_approved_is_said_once_to_be_still_to_come() -> None:
    made = report(waiting(), audience=Audience.student)
    assert made.count("Your teacher's remarks are still to come.") == 1
    assert made.count("Use of sources") == 1  # the table of scores; no heading has nothing below it


def test_words_of_an_essay_are_taken_literally() -> None:
    title = "[red]T[/red]\x1b[31m"
    made = report(assessment(criteria=[c.model_copy(update={"title": title}) for c in assessment().criteria]), 120)
    assert "[red]T[/red] [31m" in made
    assert "\x1b" not in made
    assert HOSTILE in report(unreadable(), 120)
