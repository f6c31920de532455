"""Drafts written and read back as Markdown and as Word: nothing is lost on the way."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from docx import Document
from hypothesis import example, given, settings
from hypothesis import strategies as st
from made_drafts import ESSAY, TEXT, assessment, messages

from scorer.assessment import Assessment
from scorer.drafts import applied, read_draft, write_draft
from scorer.drafts.lines import one_line
from scorer.errors import DraftError, ScorerError

PLACE = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(lambda pair: tuple(sorted(pair)))
WORDS = st.text(min_size=1, max_size=60).filter(lambda text: one_line(text))
SENTENCE = st.tuples(st.sampled_from(["strength", "improve", "fix"]), WORDS, st.lists(PLACE, max_size=3))
FEEDBACK = st.dictionaries(WORDS, st.lists(SENTENCE, max_size=4), min_size=1, max_size=4)


def through(made: Assessment, ending: str) -> Assessment:
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"draft{ending}"
        write_draft(path, [made, ESSAY])
        essay = read_draft(path).of(made)
    assert essay is not None
    return applied(made, essay)


def with_ids(feedback: dict[str, list[tuple[str, str, list[tuple[int, int]]]]]) -> Assessment:
    """Random titles with ids of their own, and messages on one line, as the program writes them."""
    plain = {title: [(kind, one_line(words), places) for kind, words, places in f] for title, f in feedback.items()}
    made = assessment(plain)
    criteria = tuple(result.model_copy(update={"id": f"c{n}"}) for n, result in enumerate(made.criteria))
    submission = made.submission.model_copy(update={"id": "other", "student": "Ænne <!-- -->\n# Ö"})
    return made.model_copy(update={"criteria": criteria, "submission": submission})


@settings(max_examples=60, deadline=None)
@given(FEEDBACK)
@example({"C": [("strength", "0", [])], "c": []})
def test_markdown_keeps_everything(feedback: dict[str, list[tuple[str, str, list[tuple[int, int]]]]]) -> None:
    made = with_ids(feedback)
    assert through(made, ".md") == made


@settings(max_examples=10, deadline=None)
@given(FEEDBACK)
def test_word_keeps_everything(feedback: dict[str, list[tuple[str, str, list[tuple[int, int]]]]]) -> None:
    made = with_ids(feedback)
    for result, again in zip(made.criteria, through(made, ".docx").criteria, strict=True):
        assert [f.spans for f in result.feedback] == [f.spans for f in again.feedback]
        assert [f.kind for f in result.feedback] == [f.kind for f in again.feedback]


def test_titles_that_two_criteria_share_are_told_apart(tmp_path: Path) -> None:
    first, second = assessment({"Form": [("fix", "One.", [])]}), assessment({"Form": [("fix", "Two.", [])]})
    twin = second.criteria[0].model_copy(update={"id": "form-2"})
    made = first.model_copy(update={"criteria": (first.criteria[0], twin)})
    path = tmp_path / "draft.md"
    write_draft(path, [made])
    essay = read_draft(path).of(made)
    assert essay is not None
    assert messages(applied(made, essay)) == {"form": ["One."], "form-2": ["Two."]}


def edited_in_word(path: Path) -> None:
    """What Word does: a changed run, a new list item, a tracked insertion and a tracked deletion."""
    document = Document(str(path))
    by_text = {paragraph.text: paragraph for paragraph in document.paragraphs}
    by_text["improve 2: Say why."].runs[0].text = "improve 2: Say why, "
    by_text["improve 2: Say why."].add_run("Ann.").bold = True
    voice = next(paragraph for paragraph in document.paragraphs if paragraph.text == "Voice")
    added = voice.insert_paragraph_before("strength: Well read.", style="List Bullet")
    voice._p.addnext(added._p)
    ended = added._p.makeelement(added._p.tag, {})
    added._p.addnext(ended)
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    ended.append(ended.makeelement(f"{{{w}}}ins", {}))
    run = ended[0].makeelement(f"{{{w}}}r", {})
    text = run.makeelement(f"{{{w}}}t", {})
    text.text = "fix: Speak louder."
    gone = run.makeelement(f"{{{w}}}delText", {})
    gone.text = "not this"
    run.extend([text, gone])
    ended[0].append(run)
    document.save(str(path))


def test_a_draft_edited_in_word(tmp_path: Path) -> None:
    path = tmp_path / "draft.docx"
    write_draft(path, [ESSAY])
    edited_in_word(path)
    essay = read_draft(path).of(ESSAY)
    assert essay is not None
    made = messages(applied(ESSAY, essay))
    assert made["thesis"][1] == "Say why, Ann."
    assert made["voice"] == ["Well read.", "Speak louder."]


def test_a_bullet_without_words_is_a_deleted_sentence(tmp_path: Path) -> None:
    path = tmp_path / "draft.docx"
    write_draft(path, [ESSAY])
    document = Document(str(path))
    next(paragraph for paragraph in document.paragraphs if paragraph.text == "improve 2: Say why.").clear()
    document.save(str(path))
    essay = read_draft(path).of(ESSAY)
    assert essay is not None
    made = messages(applied(ESSAY, essay))
    assert [len(said) for said in made.values()] == [1, 1, 0]


def test_the_word_document_reads_as_a_document(tmp_path: Path) -> None:
    path = tmp_path / "draft.docx"
    write_draft(path, [ESSAY])
    styles = {p.text: p.style.name for p in Document(str(path)).paragraphs}
    assert styles["Ann Lee (ann)"] == "Heading 1"
    assert styles["Thesis"] == "Heading 2"
    assert styles["improve 2: Say why."] == "List Bullet"
    hidden = [run.font.hidden for p in Document(str(path)).paragraphs if p.text.startswith("<!--") for run in p.runs]
    assert hidden == [True]
    assert Document(str(path)).core_properties.created is None  # the template's is of 2013


@pytest.mark.parametrize("name", ["draft.txt", "draft.pdf", "draft", "draft.doc"])
def test_other_formats_are_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(DraftError, match=f"name it .md or .docx, not {name}"):
        write_draft(tmp_path / name, [ESSAY])


def bomb() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<a>" + b" " * 60_000_000 + b"</a>")
    return target.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("draft.md", b"\xff\xfe\x00", "draft_unreadable"),
        ("draft.docx", b"no zip", "unreadable"),
        ("draft.docx", bomb(), "too_large"),
    ],
    ids=["no text", "no zip", "a bomb"],
)
def test_what_is_no_draft_is_told(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ScorerError) as caught:
        read_draft(tmp_path / name)
    assert caught.value.code == code
