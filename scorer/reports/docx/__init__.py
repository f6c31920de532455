"""One essay as a Word document: the student's text with comments in the margin, and the rubric at the end."""

from scorer.reports.docx.write import essay_document

__all__ = ["essay_document"]
