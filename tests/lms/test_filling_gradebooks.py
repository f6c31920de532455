"""Gradebooks of three systems, filled: what is entered where, what is left, and every other byte as it was."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_assessments import assessment, failed

from scorer.assessment import Assessment
from scorer.errors import GradebookError
from scorer.lms.fill import fill
from scorer.lms.gradebooks.read import read_gradebook

JANE, JOHN = "Doe, Jane", "Roe, John"
CANVAS = (
    "Student,ID,SIS User ID,SIS Login ID,Section,Notes,Essay 1 (77),Essay 2 (78),Current Score,Final Score\r\n"
    ",,,,,,Manual Posting,,,\r\n"
    "    Points Possible,,,,,,100.00,20.00,(read only),(read only)\r\n"
    '"Doe, Jane",1001,s1,jane,"A, and B",,,,,\r\n'
    '"Roe, John",1002,s2,john,A,"said ""hi""\n=1+1",55.00,,,\r\n'
    '"O\'Brien-Smith, Ana María",1003,s3,ana,A,,EX,,,\r\n'
    '"Lee, Kim",1004,s4,kim,A,,N/A,,,\r\n'
    '"Student, Test",1005,,zzz,A,,,,,\r\n'
)
MOODLE = (
    "Identifier,\"Full name\",\"Email address\",Status,Grade,\"Maximum Grade\",\"Grade can be changed\","
    "\"Last modified (submission)\",\"Last modified (grade)\",\"Feedback comments\"\n"
    'Participant 11,"Jane Doe",jane@x.org,"Submitted for grading",,50.00,Yes,"Monday, 4 March 2024, 10:11 AM",-,\n'
    'Participant 12,"John Roe",john@x.org,Submitted,30.00,50.00,Yes,"Tuesday, 5 March 2024, 1:00 PM",-,"<p>Good</p>"\n'
    'Participant 13,"Ana O\'Brien",ana@x.org,Submitted,-,50.00,No,-,-,\n'
    'Participant 14,"Kim Lee",kim@x.org,Submitted,-,50.00,Yes,-,-,"old words"\n'
)  # fmt: skip
BLACKBOARD = (
    '"Last Name"\t"First Name"\t"Username"\t"Student ID"\t"Last Access"\t"Availability"\t'
    '"Essay 1 [Total Pts: 100 Score] |9001"\t"Total [Total Pts: up to 100 Score] |9002"\t"Grading Notes"\t'
    '"Notes Format"\t"Feedback to Learner"\t"Feedback Format"\n'
    '"Doe"\t"Jane"\t"jane_doe"\t"17"\t"2024-03-04 10:11:12"\t"Yes"\t""\t""\t""\t""\t""\t"SMART_TEXT"\n'
    '"Müller"\t"Max"\t"mmüller"\t"18"\t"2024-03-04"\t"Yes"\t"Needs Grading"\t""\t""\t""\t""\t"HTML"\n'
    '"Roe"\t"John"\t"john"\t"19"\t"2024-03-04"\t"Yes"\t"61.5"\t""\t""\t""\t""\t"PLAIN_TEXT"\n'
)


def filled(data: bytes, *given: Assessment, assignment: str | None = None, **options: bool) -> tuple[bytes, list[str]]:
    """The file, and what became of each assessment: ``"<result> <grade> <why>"``."""
    made = fill(read_gradebook(data, assignment), given, **options)
    return made.data, [f"{one.result} {one.grade} {one.why}".strip() for one in made.outcomes]


def test_canvas_grades_go_to_the_assignment_by_id_login_or_name() -> None:
    data, said = filled(
        CANVAS.encode(), assessment("1001", "doejane", 3.5), assessment("JANE.OTHER", "Roe, Rick"), assignment="Essay 1"
    )
    assert data.decode() == CANVAS.replace('"A, and B",,,', '"A, and B",,87.5,')
    assert said == ["filled 87.5", "refused  no student has this id or name"]
    by_login, _ = filled(CANVAS.encode(), assessment("jane", None, 3.5), assignment="77")
    by_name, _ = filled(CANVAS.encode(), assessment("essay of jane", "Jane Doe", 3.5), assignment="essay 1 (77)")
    assert data == by_login == by_name


@pytest.mark.parametrize(
    ("given", "options", "expected"),
    [
        ([assessment("1002")], {}, ["kept  there is a grade already: --overwrite replaces it"]),
        ([assessment("1002")], {"overwrite": True}, ["filled 75"]),
        ([assessment("1003"), assessment("1004")], {"overwrite": True},
         ["kept  the student is excused", "kept  the assignment is not this student's"]),
        ([assessment("1001", status="needs_review")], {},
         ["kept  needs review: look at the essay, then use --include-review"]),
        ([assessment("1001", status="needs_review")], {"include_review": True}, ["filled 75"]),
        ([failed("1001")], {"include_review": True},
         ['kept  not scored: "1001.txt" is empty: check that the right file was handed in.']),
        ([assessment("1001", status="not_scored", overall=None)], {}, ["kept  not scored"]),
        ([assessment("1001"), assessment("x", "Jane Doe")], {},
         ["refused  another assessment is for the same student"] * 2),
        ([assessment("1001", "Roe, John")], {}, ["refused  the id and the name are those of two students"]),
        ([assessment("obriensmithanamaría", "obriensmithanamaría")], {"overwrite": True},
         ["kept  the student is excused"]),
    ],
)  # fmt: skip
def test_what_is_left_or_refused_is_said_and_changes_nothing(
    given: list[Assessment], options: dict[str, bool], expected: list[str]
) -> None:
    data, said = filled(CANVAS.encode(), *given, assignment="77", **options)
    assert said == expected
    if not any(one.startswith("filled") for one in said):
        assert data == CANVAS.encode()


def test_two_students_of_one_name_are_told_apart_by_id_only() -> None:
    twins = CANVAS.replace(JOHN, JANE)
    _, said = filled(twins.encode(), assessment("1001", "Doe, Jane"), assignment="77")
    assert said == ["filled 75"]
    data, said = filled(twins.encode(), assessment("x", "Jane Doe"), assignment="77")
    assert (data, said) == (twins.encode(), ["refused  several students have this name"])


def test_canvas_with_decimal_commas_semicolons_and_a_byte_order_mark() -> None:
    export = (
        "Student;ID;SIS Login ID;Section;Essay (77);Final Score\r\n"
        "    Points Possible;;;;7,50;(read only)\r\n"
        "Doe, Jane;1001;jane;A;;\r\n"
    )
    data, said = filled(codecs.BOM_UTF8 + export.encode(), assessment("1001", score=3.1))
    assert said == ["filled 5,81"]
    assert data == codecs.BOM_UTF8 + export.replace("jane;A;;", "jane;A;5,81;").encode()


def test_moodle_gets_grades_and_comments_as_html_and_keeps_its_times() -> None:
    data, said = filled(
        MOODLE.encode(), *(assessment(str(number)) for number in (11, 12, 13, 14)), assessment("99", "Nobody There")
    )
    assert said == [
        "filled 37.5",
        "kept  there is a grade already: --overwrite replaces it",
        "kept  the grade is locked",
        "filled 37.5 the comment that was there stays",
        "refused  no student has this id or name",
    ]
    before, after = (list(csv.DictReader(io.StringIO(text))) for text in (MOODLE, data.decode()))
    comment = after[0].pop("Feedback comments")
    assert comment.startswith("<p><strong>Thesis: 3 of 4 (Proficient).</strong> Mend the second sentence. Your thesis")
    assert "&lt;b&gt;short&lt;/b&gt;" in comment
    before[0].pop("Feedback comments")
    before[0]["Grade"] = before[3]["Grade"] = "37.5"
    assert after == before


def test_moodle_overwrites_grade_and_comment_only_when_told() -> None:
    data, _ = filled(MOODLE.encode(), assessment("12"), assessment("14"), overwrite=True)
    after = list(csv.DictReader(io.StringIO(data.decode())))
    assert (after[1]["Grade"], after[1]["Feedback comments"][:3]) == ("37.5", "<p>")
    assert "old words" not in data.decode()


def test_blackboard_in_utf16_gets_comments_in_the_format_of_the_row() -> None:
    export = codecs.BOM_UTF16_LE + BLACKBOARD.encode("utf-16-le")
    data, said = filled(export, assessment("jane_doe"), assessment("mmüller"), assessment("john"))
    assert said == ["filled 75", "filled 75", "kept  there is a grade already: --overwrite replaces it"]
    assert data.startswith(codecs.BOM_UTF16_LE)
    after = list(csv.reader(io.StringIO(data.decode("utf-16")), delimiter="\t"))
    assert after[1][6] == after[2][6] == "75"
    assert after[1][10].startswith("Thesis: 3 of 4 (Proficient). Mend the second sentence.")
    assert after[2][10].startswith("<p><strong>Thesis")
    assert "\n" not in after[1][10] + after[2][10]


def test_blackboard_as_csv() -> None:
    export = codecs.BOM_UTF8 + BLACKBOARD.replace("\t", ",").encode()
    data, said = filled(export, assessment("jane_doe"), assignment="9001")
    assert said == ["filled 75"] and b'"Yes","75",' in data


@pytest.mark.parametrize(
    ("export", "assignment", "code", "words"),
    [
        (CANVAS, None, "assignment_unknown", "The gradebook has: Essay 1 (77); Essay 2 (78)."),
        (CANVAS, "Essay 3", "assignment_unknown", "No column is called 'Essay 3'."),
        (CANVAS.replace("Essay 2 (78)", "Essay 1 (78)"), "essay 1", "assignment_unknown", "give --assignment 77 or 78"),
        (CANVAS.replace("    Points Possible", "Points"), "77", "gradebook_invalid", "'Points Possible' is missing"),
        ("Name,Points\nJane,3\n", None, "gradebook_invalid", "its headings are not those of"),
        ("", None, "gradebook_invalid", "it is no table"),
        ("words without cells", None, "gradebook_invalid", "it is no table"),
        ('Student,ID,Section,"Essay (7)\n', None, "gradebook_invalid", "a quotation mark in it is out of place"),
        ("PK\3\4\0\0", None, "gradebook_invalid", "it is a workbook"),
    ],
)
def test_what_cannot_be_filled_is_a_sentence(export: str, assignment: str | None, code: str, words: str) -> None:
    with pytest.raises(GradebookError) as caught:
        read_gradebook(export.encode(), assignment)
    assert caught.value.code == code
    assert words in caught.value.message


def test_a_column_without_points_is_refused() -> None:
    _, said = filled(CANVAS.replace("100.00", "0.00").encode(), assessment("1001"), assignment="77")
    assert said == ["refused  the column says no number of points to grade out of"]


def test_a_comment_is_never_a_formula() -> None:
    risky = assessment("jane_doe")
    risky = risky.model_copy(
        update={"criteria": (risky.criteria[0].model_copy(update={"title": "=cmd|' /C calc'!A0"}),)}
    )
    data, _ = filled(BLACKBOARD.encode(), risky)
    assert "\t\"'=cmd|' /C calc'!A0: 3 of 4" in data.decode()


# every other byte: a gradebook is put together cell by cell from what may stand there


@dataclass(frozen=True)
class Style:
    """How a system writes its export."""

    delimiter: str
    end: str
    encode: Callable[[str], bytes]


STYLES = [
    Style(",", "\r\n", lambda text: text.encode()),
    Style(";", "\n", lambda text: codecs.BOM_UTF8 + text.encode()),
    Style("\t", "\r\n", lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le")),
    Style("\t", "\r", lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be")),
]
HEADINGS = {
    "canvas": ["Student", "ID", "Section", "Essay (77)", "Other"],
    "moodle": ["Identifier", "Full name", "Maximum Grade", "Grade", "Feedback comments", "Other"],
    "blackboard": ["Last Name", "Username", "Other", "Essay [Total Pts: 10 Score] |77", "Feedback to Learner"],
}
ANYTHING = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff"), max_size=8)


@st.composite
def cells(draw: st.DrawFn, delimiter: str) -> str:
    """A cell as it may stand in a file: quoted if it must be, or because somebody liked it so."""
    value = draw(ANYTHING)
    needs = any(sign in value for sign in (delimiter, '"', "\r", "\n"))
    return '"' + value.replace('"', '""') + '"' if needs or draw(st.booleans()) else value


@given(st.data(), st.sampled_from(STYLES), st.sampled_from(sorted(HEADINGS)))
def test_every_byte_outside_the_graded_cells_stays(data: st.DataObject, style: Style, system: str) -> None:
    headings = HEADINGS[system]
    grade = next(i for i, heading in enumerate(headings) if heading == "Grade" or "77" in heading)
    comment = next((i for i, heading in enumerate(headings) if heading.startswith("Feedback")), None)
    key = next(i for i, heading in enumerate(headings) if heading in ("ID", "Identifier", "Username"))
    rows = [headings]
    if system == "canvas":
        rows.append(["    Points Possible", "", "", "10", ""])
    graded = []
    for number in range(data.draw(st.integers(1, 4))):
        row = [data.draw(cells(style.delimiter)) for _ in headings]
        row[key] = f"Participant {number}" if system == "moodle" else f"student-{number}"
        if system == "moodle":
            row[2] = "10"
        if data.draw(st.booleans()):
            row[grade] = data.draw(st.sampled_from(["", '""', "-"]))
            if comment is not None:
                row[comment] = data.draw(st.sampled_from(["", '""']))
            graded.append((len(rows), number))
        rows.append(row)

    def file(rows: list[list[str]]) -> bytes:
        return style.encode("".join(style.delimiter.join(row) + style.end for row in rows))

    before = file(rows)
    given = [assessment(str(n) if system == "moodle" else f"student-{n}", None, 3.0) for _, n in graded]
    book = read_gradebook(before)
    shown = fill(replace(book, rows=tuple(replace(row, html=False) for row in book.rows)), given)
    assert [one.result for one in shown.outcomes] == ["filled"] * len(given)
    for (line, _), one in zip(graded, shown.outcomes, strict=True):
        rows[line][grade] = f'"{one.grade}"' if rows[line][grade].startswith('"') else one.grade
        if comment is not None:
            rows[line][comment] = _as_written(given[0], style.delimiter, rows[line][comment].startswith('"'))
    assert shown.data == file(rows)


def _as_written(one: Assessment, delimiter: str, quoted: bool) -> str:
    from scorer.lms.comment import plain_comment

    text = plain_comment(one)
    return '"' + text.replace('"', '""') + '"' if quoted or delimiter in text or '"' in text else text


@given(st.binary(max_size=200))
def test_no_bytes_make_anything_but_our_own_error(data: bytes) -> None:
    for head in (
        b"",
        b"Student,ID,Section,Essay (7)\n    Points Possible,,,10\n",
        b"Identifier,Grade\n",
        codecs.BOM_UTF16_LE,
    ):
        try:
            book = read_gradebook(head + data)
        except GradebookError:
            continue
        assert fill(book, []).data == head + data
