"""Which system a gradebook is from."""

from __future__ import annotations

from scorer.lms.gradebooks.blackboard import blackboard_gradebook, is_blackboard
from scorer.lms.gradebooks.canvas import canvas_gradebook, is_canvas
from scorer.lms.gradebooks.model import Gradebook
from scorer.lms.gradebooks.moodle import is_moodle, moodle_gradebook
from scorer.lms.gradebooks.table import invalid, parse


def read_gradebook(data: bytes, assignment: str | None = None) -> Gradebook:
    """Understand an export; ``assignment`` names the column by title or id where there are several.

    Raises ``GradebookError`` (``gradebook_invalid``, ``assignment_unknown``).
    """
    table = parse(data)
    headings = [cell.value.strip() for cell in table.rows[0]]
    if is_moodle(headings):
        return moodle_gradebook(table)
    if is_canvas(headings):
        return canvas_gradebook(table, assignment)
    if is_blackboard(headings):
        return blackboard_gradebook(table, assignment)
    raise invalid(
        "its headings are not those of a Canvas gradebook, a Moodle worksheet or a Blackboard download, in English"
    )
