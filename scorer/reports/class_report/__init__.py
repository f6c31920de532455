"""The report of a class: what to look at first, how the scores lie, what many essays share, and a table of all."""

from scorer.reports.class_report.entry import ClassEntry, class_entry
from scorer.reports.class_report.page import class_page

__all__ = ["ClassEntry", "class_entry", "class_page"]
