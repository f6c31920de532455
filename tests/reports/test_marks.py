"""Which marks an essay has, and what their notes say."""

from __future__ import annotations

import pytest
from samples import TEXT, assessment

from scorer.reports.audience import Audience
from scorer.reports.kinds import KINDS, LOOKS
from scorer.reports.marks import Mark, marks_of

MARKS = marks_of(assessment(), Audience.teacher)


def words(mark: Mark) -> str:
    return TEXT[mark.start : mark.end]


@pytest.mark.parametrize(
    ("role", "label", "beginning", "note"),
    [
        ("thesis", "Thesis", "School should", "The position that the essay defends."),
        ("restatement", "Thesis, again", "a later start", "The position, stated again. The program is 30% sure."),
        ("reason", "Reason 1", "sleep makes", "One passage of evidence backs it."),
        ("counterargument", "Other side 1", "Some parents", "A point against the position. The essay answers it."),
        ("rebuttal", "Answer to 1", "the town", "Answers the point against the position."),
        ("evidence", "Evidence 1", "tired pupils", "Backs reason 1."),
        ("evidence", "Evidence 2", "My cousin", "Backs no reason in particular."),
        ("citation", "Citation", "(Okafor 12)", "Okafor, 12 (MLA). MLA puts no comma between the author and the page."),
        ("quotation", "Quotation", "“sleep is", "Its source: (Okafor 12)"),
        ("reference", "Reference", "Okafor, Ada", "Okafor, Ada, “The Cheap Teacher”, 2019. Cited once in the text."),
        ("correction", "Correction", "recieving", "Check the spelling. Suggested: “receiving”."),
        ("fix", "To mend", "recieving", "Mind the spelling."),
    ],
)
def test_a_mark_has_a_label_and_a_note(role: str, label: str, beginning: str, note: str) -> None:
    found = [mark for mark in MARKS if mark.role == role and mark.label == label and words(mark).startswith(beginning)]
    assert [mark.note for mark in found] == [note]


def test_marks_are_numbered_in_text_order_the_longer_first() -> None:
    assert [mark.number for mark in MARKS] == list(range(1, len(MARKS) + 1))
    assert [(mark.start, -mark.end) for mark in MARKS] == sorted((mark.start, -mark.end) for mark in MARKS)


def test_one_sentence_of_feedback_is_one_note_at_all_its_places() -> None:
    places = [mark for mark in MARKS if mark.criterion == "conventions" and mark.item == 0]
    assert [words(mark) for mark in places] == ["pupils  learn", "cousin\tfell"]
    assert len({mark.reference for mark in places}) == 1
    assert [mark.carrier for mark in places] == [True, False]
    notes = [mark.reference for mark in MARKS if mark.carrier]
    assert notes == list(range(1, len(notes) + 1))


def test_only_a_teacher_is_told_how_sure_the_program_is() -> None:
    assert not any("sure" in mark.note for mark in marks_of(assessment(), Audience.student))


def test_every_role_belongs_to_an_entry_of_the_legend() -> None:
    assert {look.kind for look in LOOKS.values()} == {kind.name for kind in KINDS}
    assert {mark.role for mark in MARKS} == set(LOOKS)
