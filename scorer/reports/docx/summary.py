"""The rubric and the feedback at the end of the document.

Formatting is set on each paragraph: a student's document has styles of its own, which must not shape this part.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from scorer.assessment import Assessment, CriterionResult
from scorer.reports import phrases
from scorer.reports.audience import Audience
from scorer.reports.data import reason
from scorer.reports.docx.characters import writable
from scorer.reports.docx.remarks import Remark
from scorer.reports.labels import name_of
from scorer.reports.waiting import waiting

SIGNS = {"strength": ("✓", "2F5F2C"), "improve": ("→", "6D5210"), "fix": ("✎", "9C2A1B")}
SOFT, RULE = "625C53", "CFC8BB"
BODY, SMALL, HEADING, TITLE = 10.5, 9.5, 12.0, 16.0
"""Points."""
SHARES = (3.0, 1.3, 1.7, 1.3, 3.4)
"""Widths of the table's columns, as parts of the whole."""


def add_summary(document: Any, assessment: Assessment, audience: Audience, unplaced: Sequence[Remark] = ()) -> None:
    """Score, rubric table, feedback by criterion, and remarks that have no place in the document's body."""
    teacher = audience is Audience.teacher
    title = _paragraph(document, page=True)
    _words(title, "Feedback", TITLE, bold=True)
    _words(_paragraph(document), f"{name_of(assessment)} · {assessment.rubric.title}", color=SOFT)
    _score(document, assessment, teacher)
    if teacher:
        for flag in assessment.flags:
            _words(_paragraph(document), flag.message, SMALL, color=SOFT)
    if assessment.overall:
        _table(document, assessment.criteria, teacher)
    if waits := waiting(assessment):
        _words(_paragraph(document, before=14), waits)
    for criterion in assessment.criteria:
        if criterion.feedback:
            _words(_paragraph(document, before=14, keep=True), criterion.title, HEADING, bold=True)
        for feedback in criterion.feedback:
            sign, color = SIGNS[feedback.kind]
            row = _paragraph(document, hanging=True)
            _words(row, f"{sign}\t", bold=True, color=color)
            _words(row, feedback.message)
    if unplaced:
        _words(_paragraph(document, before=14, keep=True), "Further notes", HEADING, bold=True)
        for remark in unplaced:
            _words(_paragraph(document), f"{remark.author}. {remark.text}")
    _words(_paragraph(document, before=18), "A score is a draft: the teacher has the last word.", SMALL, color=SOFT)


def _score(document: Any, assessment: Assessment, teacher: bool) -> None:
    line = _paragraph(document, before=6)
    overall = assessment.overall
    if overall is None:
        _words(line, "Not scored. ", HEADING, bold=True)
        _words(line, reason(assessment) or "")
        return
    _words(line, f"{overall.score:.1f} of {overall.max_score:g}", HEADING, bold=True)
    _words(line, f"   {overall.level}", HEADING)
    if teacher:
        low, high = overall.interval
        review = "   ·   please check this one yourself" if assessment.status == "needs_review" else ""
        _words(line, f"   interval {low:.1f}–{high:.1f}{review}", color=SOFT)


def _table(document: Any, criteria: Sequence[CriterionResult], teacher: bool) -> None:
    rows = [["Criterion", "Score", "Level", *(["Interval", "Basis"] if teacher else [])]]
    for result in criteria:
        if result.score is None or result.interval is None:
            rows.append([result.title, "–", "not scored", *(["", ""] if teacher else [])])
            continue
        interval = f"{result.interval[0]:.1f}–{result.interval[1]:.1f}"
        more = [interval, phrases.BASES[result.basis]] if teacher else []
        rows.append([result.title, f"{result.score:.1f} of {result.max_score:g}", result.level or "", *more])
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    _share_width(table)
    for number, (row, cells) in enumerate(zip(table.rows, rows, strict=True)):
        _underline(row)
        for cell, words in zip(row.cells, cells, strict=True):
            paragraph = _formatted(cell.paragraphs[0], before=3, after=3)
            _words(paragraph, words, color=SOFT if number == 0 else None, bold=cell is row.cells[0] and number > 0)


def _share_width(table: Any) -> None:
    """Columns as wide as what they hold, within the width that the table was given."""
    shares = SHARES[: len(table.columns)]
    whole = sum(column.width for column in table.columns)
    for column, share in zip(table.columns, shares, strict=True):
        column.width = round(whole * share / sum(shares))
        for cell in column.cells:
            cell.width = column.width


def _underline(row: Any) -> None:
    """A hairline below the row, whatever the document's table style is."""
    from docx.oxml.ns import qn  # here, to keep start-up fast
    from docx.oxml.parser import OxmlElement

    for cell in row._tr.tc_lst:
        borders = OxmlElement("w:tcBorders")
        line = OxmlElement("w:bottom", attrs={qn("w:val"): "single", qn("w:sz"): "4", qn("w:color"): RULE})
        borders.append(line)
        cell.get_or_add_tcPr().append(borders)


def _paragraph(document: Any, page: bool = False, before: float = 0, keep: bool = False, hanging: bool = False) -> Any:
    paragraph = _formatted(document.add_paragraph(), before, after=4, hanging=hanging)
    paragraph.paragraph_format.page_break_before = page
    paragraph.paragraph_format.keep_with_next = keep
    return paragraph


def _formatted(paragraph: Any, before: float = 0, after: float = 0, hanging: bool = False) -> Any:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    made = paragraph.paragraph_format
    made.alignment = WD_ALIGN_PARAGRAPH.LEFT
    made.space_before, made.space_after, made.line_spacing = Pt(before), Pt(after), 1.15
    made.left_indent, made.first_line_indent = Pt(18 if hanging else 0), Pt(-18 if hanging else 0)
    return paragraph


def _words(paragraph: Any, words: str, size: float = BODY, bold: bool = False, color: str | None = None) -> None:
    from docx.shared import Pt, RGBColor

    run = paragraph.add_run(writable(words))
    run.font.size, run.font.bold, run.font.italic = Pt(size), bold, False
    if color:
        run.font.color.rgb = RGBColor.from_string(color)
