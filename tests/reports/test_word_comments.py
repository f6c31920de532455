"""The annotated Word document: every comment on its words, and a student's document as it was."""

from __future__ import annotations

import hashlib
import io
import zipfile
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import FORMULA, HOSTILE, TEXT, assessment, blocked, of_text, span, unreadable, waiting
from word_files import RUN, comments, formatted, of_xml, saved

from scorer.assessment import Assessment
from scorer.reading import read_bytes
from scorer.reports.audience import Audience
from scorer.reports.docx import essay_document
from scorer.reports.docx.origins import DIGITS
from scorer.reports.original import original_of

BOX = f"<w:txbxContent><w:p>{RUN.format('boxed words')}</w:p></w:txbxContent>"


def text_of(data: bytes) -> str:
    return read_bytes(data, "essay.docx").text


def squeezed(text: str) -> str:
    return "".join(text.split())


def every_word(text: str) -> list[tuple[int, int]]:
    """Offsets of each word, of its inside, and of each with the next."""
    words, place = [], 0
    for word in text.split():
        start = text.index(word, place)
        place = start + len(word)
        words.append((start, place))
    inside = [(a + 1, b - 1) for a, b in words if b - a > 2]
    pairs = [(a, b) for (a, _), (_, b) in pairwise(words)]
    return [*words, *inside, *pairs]


BODIES = {
    "one run": f"<w:p>{RUN.format('War is dear.')}</w:p>",
    "words across runs": f"<w:p>{RUN.format('Wa')}{RUN.format('r is de')}{RUN.format('ar.')}</w:p>",
    "tabs and breaks": "<w:p><w:r><w:t>War</w:t><w:tab/><w:t>is</w:t><w:br/><w:t>dear.</w:t><w:cr/></w:r></w:p>",
    "white space around": "<w:p><w:r><w:t xml:space='preserve'>  War is </w:t></w:r></w:p>",
    "tracked changes": f"<w:p>{RUN.format('War is ')}<w:del w:id='1'><w:r><w:delText>not </w:delText></w:r></w:del>"
    f"<w:ins w:id='2'>{RUN.format('very ')}</w:ins>{RUN.format('dear.')}</w:p>",
    "link": f"<w:p>{RUN.format('See ')}<w:hyperlink>{RUN.format('this page')}</w:hyperlink>{RUN.format(' now.')}</w:p>",
    "content control": f"<w:p>{RUN.format('So ')}<w:sdt><w:sdtPr/><w:sdtContent>{RUN.format('(Nau 28)')}</w:sdtContent>"
    "</w:sdt></w:p>",
    "hidden words": f"<w:p>{RUN.format('War ')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden </w:t></w:r>"
    f"{RUN.format('is dear.')}</w:p>",
    "empty paragraphs": f"<w:p/><w:p>{RUN.format('  ')}</w:p><w:p>{RUN.format('War.')}</w:p><w:p/>"
    f"<w:p>{RUN.format('Peace.')}</w:p>",
    "table": "<w:tbl>" + "".join(
        f"<w:tr>{''.join(f'<w:tc><w:p>{RUN.format(word)}</w:p></w:tc>' for word in row)}</w:tr>"
        for row in (("War", "cost more"), ("1914", "high"))
    ) + "</w:tbl><w:p/>",
    "other letters": f"<w:p>{RUN.format('Café 😀 שלום 中文.')}</w:p>",
}  # fmt: skip


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_each_comment_is_on_its_words_and_the_text_stays(body: str) -> None:
    original = of_xml(body.replace("'", '"'))
    text = text_of(original)
    places = every_word(text)
    made = essay_document(of_text(text, places), original=original)
    found = comments(made)
    assert {message: words for message, (_, words) in found.items()} == {
        f"To mend: Remark {number}.": squeezed(text[a:b]) for number, (a, b) in enumerate(places)
    }
    assert text_of(made).startswith(text + "\n\nFeedback\n\n")


def test_a_students_document_keeps_its_formatting() -> None:
    original = formatted()
    text = text_of(original)
    places = [(text.index("should start"), text.index(" hour")), (text.index("hour later"), text.index(".\tPupils"))]
    made = essay_document(of_text(text, places), original=original)
    assert {words for _, words in comments(made).values()} == {"shouldstartan", "hourlater", "Soletussleep."}
    assert comments(made)["I like this."] == ("A friend", "Soletussleep.")
    before, after = Document(io.BytesIO(original)), Document(io.BytesIO(made))
    runs = [(run.text, run.bold, run.font.color.rgb) for run in after.paragraphs[1].runs if run.text]
    assert "".join(text for text, bold, _ in runs if bold) == "start an hour"
    assert "".join(text for text, _, color in runs if color) == " later"
    assert after.paragraphs[1].text == before.paragraphs[1].text
    assert after.sections[0].header.paragraphs[0].text == "Lee 2"
    assert after.styles["Normal"].font.name == "Times New Roman"
    with zipfile.ZipFile(io.BytesIO(original)) as old, zipfile.ZipFile(io.BytesIO(made)) as new:
        pictures = [name for name in old.namelist() if name.startswith("word/media/")]
        assert pictures
        assert all(old.read(name) == new.read(name) for name in pictures)
    assert [cell.text for cell in after.tables[0]._cells] == ["hours", "grade", "six", "low"]


def test_what_word_lets_nobody_comment_on_is_said_at_the_end() -> None:
    box = (
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{BOX}</w:drawing></mc:Choice></mc:AlternateContent>'
    )
    original = of_xml(f"<w:p>{RUN.format('War is dear.')}<w:r>{box}</w:r></w:p>")
    text = text_of(original)
    assert text == "War is dear.\n\nboxed words"
    made = essay_document(of_text(text, [(0, 3), (text.index("boxed"), len(text))]), original=original)
    assert comments(made) == {"To mend: Remark 0.": ("Any", "War")}
    assert "Further notes\n\nAny. To mend: Remark 1." in text_of(made)


@pytest.mark.parametrize("original", [b"", b"PK", formatted()], ids=["nothing", "damaged", "another essay"])
def test_a_document_that_is_not_the_essay_is_left_alone(original: bytes) -> None:
    made = essay_document(of_text("War is dear.", [(0, 3)]), original=original)
    assert comments(made) == {"To mend: Remark 0.": ("Any", "War")}
    assert text_of(made).startswith("War is dear.\n\nFeedback")


def test_a_text_of_another_format_becomes_a_document() -> None:
    made = essay_document(assessment())
    assert squeezed(text_of(made)).startswith(squeezed(TEXT))
    found = comments(made)
    assert found["Reason 1: One passage of evidence backs it."] == (
        "Structure", "sleepmakespupilslearnbetter,andtiredpupilsmakemistakes",
    )  # fmt: skip
    assert found["To mend: Mind the spelling."] == ("Conventions", "recieving")
    assert found[f"To mend: Look at these places again: {HOSTILE}."] == ("Conventions", "pupilslearn")
    assert FORMULA in text_of(made)
    assert not any(text.startswith(("Evidence", "Quotation")) for text in found)


def test_a_slip_that_feedback_has_a_comment_on_has_no_second_one() -> None:
    corrections = [
        span(words, code=code, message=f"Mend {words}.", suggestions=())
        for words, code in (
            ("recieving", "spelling"),
            ("cousin\tfell", "spelling"),  # the second place of a sentence whose comment is at the first
            ("pupils  learn", "citation_form"),  # another matter than the feedback's
        )
    ]
    found = comments(essay_document(assessment(corrections=corrections)))
    assert sorted(words for author, words in found.values() if author == "Corrections") == ["cousinfell", "pupilslearn"]


def test_the_rubric_stands_at_the_end() -> None:
    teachers, students = (Document(io.BytesIO(essay_document(assessment(), who))) for who in reversed(Audience))
    rows = [[cell.text for cell in row.cells] for row in students.tables[-1].rows]
    assert rows == [
        ["Criterion", "Score", "Level"],
        ["Thesis", "3.4 of 4", "Proficient"],
        ["Use of sources", "2.8 of 4", "Proficient"],
        ["Conventions", "2.2 of 4", "Proficient"],
        ["Voice", "–", "not scored"],
    ]
    assert [cell.text for cell in teachers.tables[-1].rows[1].cells][3:] == ["2.9–3.9", "the rubric's rules"]


def test_feedback_that_is_not_approved_is_said_once_to_be_still_to_come() -> None:
    made = text_of(essay_document(waiting(), Audience.student))
    assert made.count("Your teacher's remarks are still to come.") == 1


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (unreadable(), "is empty."),
        (blocked(), "Not scored. The essay has 3 words."),
        (assessment(text=None), "3.1 of 4"),
    ],
    ids=["unreadable", "not scored", "without its text"],
)
@pytest.mark.parametrize("audience", Audience)
def test_every_outcome_has_a_document(made: Assessment, words: str, audience: Audience) -> None:
    assert words in text_of(essay_document(made, audience))


def test_the_same_essay_gives_the_same_bytes() -> None:
    assert essay_document(assessment()) == essay_document(assessment())


def test_a_new_document_has_no_false_date_and_a_students_own_keeps_its_date() -> None:
    made = Document(io.BytesIO(essay_document(assessment()))).core_properties
    assert (made.created, made.modified, made.author) == (None, None, "")
    written = Document()
    written.add_paragraph("War is dear.")
    written.core_properties.created = written.core_properties.modified = datetime(2024, 5, 6)
    theirs = Document(io.BytesIO(essay_document(of_text("War is dear.", [(0, 3)]), original=saved(written))))
    assert theirs.core_properties.created == theirs.core_properties.modified
    assert theirs.core_properties.created.date() == date(2024, 5, 6)


def test_a_document_with_more_letters_than_one_reading_can_number() -> None:
    document = Document()
    words = "word " * (DIGITS // 4 + 500)
    document.add_paragraph(words)
    original = saved(document)
    text = text_of(original)
    last = text.rindex("word")
    made = essay_document(of_text(text, [(0, 4), (last, last + 4)]), original=original)
    assert [words for _, words in comments(made).values()] == ["word", "word"]


@settings(max_examples=30, deadline=None)
@given(
    st.text(min_size=1, max_size=60).filter(str.strip),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=4),
)
def test_any_text_with_any_places(text: str, places: list[tuple[int, int]]) -> None:
    inside = [(min(a, b, len(text)), min(max(a, b), len(text))) for a, b in places]
    made = essay_document(of_text(text, inside))
    assert all(letters(words) in letters(text) for _, words in comments(made).values())
    assert letters(text) in letters("".join(paragraph.text for paragraph in Document(io.BytesIO(made)).paragraphs))


def letters(text: str) -> str:
    """Letters and digits, which every document can hold as they are."""
    return "".join(filter(str.isalnum, text))


@pytest.mark.parametrize("zipped", [False, True])
def test_the_document_handed_in_is_found_again_unless_it_changed(tmp_path: Path, zipped: bool) -> None:
    data = formatted()
    if zipped:
        with zipfile.ZipFile(tmp_path / "class.zip", "w") as archive:
            archive.writestr("late/ann.docx", data)
        path = f"{tmp_path / 'class.zip'}/late/ann.docx"
    else:
        (tmp_path / "ann.docx").write_bytes(data)
        path = str(tmp_path / "ann.docx")
    submission = {"id": "ann", "path": path, "student": None, "words": 9, "sha256": hashlib.sha256(data).hexdigest()}
    assert original_of(assessment(submission=submission)) == data
    assert original_of(assessment(submission={**submission, "sha256": "00"})) is None
    assert original_of(assessment(submission={**submission, "path": f"{path}.gone"})) is None
    assert original_of(assessment(submission={**submission, "path": None})) is None
