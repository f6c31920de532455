"""The annotated document."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from typing import Any

from scorer.assessment import Assessment
from scorer.errors import ReadingError
from scorer.reading.limits import Limits
from scorer.reading.package import safe_copy, zipped
from scorer.reports.audience import Audience
from scorer.reports.docx.characters import writable
from scorer.reports.docx.origins import Origins, origins
from scorer.reports.docx.plain import plain_document
from scorer.reports.docx.remarks import Remark, remarks_of
from scorer.reports.docx.runs import cut
from scorer.reports.docx.summary import add_summary
from scorer.reports.marks import marks_of


def essay_document(
    assessment: Assessment, audience: Audience = Audience.teacher, original: bytes | None = None
) -> bytes:
    """A .docx with the student's text, comments at the spans, and the rubric with all feedback at the end.

    ``original`` is the .docx that was handed in: it keeps its formatting, headers, tables and pictures. Without it, or
    where it does not hold ``assessment.text``, the document is made from that text; without a text too
    (``include_text`` was not asked for, or the essay could not be read) it has the last part alone.
    """
    text = assessment.text or ""
    prompt = assessment.structure.prompt
    opened = _opened(original, text) if original and text else None
    document, known = opened or plain_document(text, prompt.end if prompt else 0, assessment.submission.id)
    remarks = remarks_of(assessment, marks_of(assessment, audience)) if text else []
    unplaced = _comment(document, known, remarks)
    add_summary(document, assessment, audience, unplaced)
    return _saved(document)


def _opened(original: bytes, text: str) -> tuple[Any, Origins] | None:
    from docx import Document  # here, to keep start-up fast

    limits = Limits()
    try:
        known = origins(original, text, limits)
        return (Document(zipped(safe_copy(original, "", limits, lambda member: True))), known) if known else None
    except ReadingError:  # pictures beyond the limits: the text alone is annotated
        return None


def _comment(document: Any, known: Origins, remarks: Sequence[Remark]) -> list[Remark]:
    """Add the comments; those whose words have no place in the body are returned."""
    from docx.oxml.ns import qn
    from docx.text.run import Run

    placed = [(remark, [o for o in known[remark.start : remark.end] if o]) for remark in remarks]
    found = [(remark, (inside[0], inside[-1])) for remark, inside in placed if inside]
    runs = cut(document.element, [ends for _, ends in found])
    for (remark, _), ends in zip(found, runs, strict=True):
        if ends is None:
            continue
        first, last = (Run(run, document) for run in ends)
        made = document.add_comment(
            [first, last], text=writable(remark.text), author=remark.author, initials=remark.initials
        )
        made._comment_elm.attrib.pop(qn("w:date"), None)  # the same essay gives the same file
    done = {id(remark) for (remark, _), ends in zip(found, runs, strict=True) if ends}
    return [remark for remark in remarks if id(remark) not in done]


def _saved(document: Any) -> bytes:
    """The document as bytes that do not depend on the time."""
    made = io.BytesIO()
    document.save(made)
    target = io.BytesIO()
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for member in source.infolist():
            content = source.read(member)
            fixed = zipfile.ZipInfo(member.filename)
            fixed.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(fixed, content)
    return target.getvalue()
