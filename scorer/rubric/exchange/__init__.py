"""Rubrics of other systems: Canvas CSV, Open edX ORA2 JSON and XML, Moodle JSON. Nothing is lost on the way."""

from scorer.rubric.exchange.formats import ENDINGS, Format, detect, export_rubrics, import_rubrics, target_format

__all__ = ["ENDINGS", "Format", "detect", "export_rubrics", "import_rubrics", "target_format"]
