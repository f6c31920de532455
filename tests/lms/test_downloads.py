"""Whose file is whose, in a download of every system, as a folder and as a zip."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from written_downloads import CANVAS, DOWNLOADS, MOODLE, TEXTS, Download, Expected, as_folder, as_zip, text

from scorer.batch.collect import collect
from scorer.batch.fetch import fetched
from scorer.errors import ReadingError
from scorer.reading import Limits
from scorer.reading.downloads.read import read_hand_in
from scorer.reading.downloads.roster import read_roster


def made_of(*paths: Path | str, roster: str | None = None) -> list[Expected]:
    """What is read, in the shape of what is expected."""
    return [row for row, _ in rows_of(*paths, roster=roster)]


def rows_of(*paths: Path | str, roster: str | None = None) -> list[tuple[Expected, str | None]]:
    """The same, with the path of each row."""
    made = []
    handed = collect(map(str, paths), roster=read_roster(roster) if roster else None)
    for one in fetched(handed, Limits()):
        try:
            submission, notes = read_hand_in(one)
        except ReadingError as error:
            codes = tuple(note.code for note in one.notes)
            made.append((Expected(one.student or "", one.id, (), codes, error.code), one.path))
        else:
            starts = sorted((submission.text.find(essay), number) for number, essay in enumerate(TEXTS))
            texts = tuple(number for start, number in starts if start >= 0)
            assert submission.text == "\n\n".join(TEXTS[number] for number in texts)
            codes = tuple(note.code for note in notes)
            made.append((Expected(submission.student or "", submission.id, texts, codes), submission.path))
    return made


@pytest.mark.parametrize("download", DOWNLOADS.values(), ids=DOWNLOADS.keys())
def test_every_file_of_a_folder_is_its_students(download: Download, tmp_path: Path) -> None:
    assert made_of(as_folder(download, tmp_path / "download")) == list(download.expected)


@pytest.mark.parametrize("inside", ["", "Essay 1/"])
@pytest.mark.parametrize("download", DOWNLOADS.values(), ids=DOWNLOADS.keys())
def test_every_file_of_a_zip_is_its_students(download: Download, inside: str, tmp_path: Path) -> None:
    before = as_zip(download, tmp_path / "download.zip", inside).read_bytes()
    assert made_of(tmp_path / "download.zip") == list(download.expected)
    assert [path.name for path in tmp_path.iterdir()] == ["download.zip"], "nothing is unpacked"
    assert (tmp_path / "download.zip").read_bytes() == before


def test_paths_lead_to_the_file_or_into_the_zip(tmp_path: Path) -> None:
    folder, archive = as_folder(MOODLE, tmp_path / "m"), as_zip(MOODLE, tmp_path / "m.zip")
    inside = "John Doe_4712_assignsubmission_file_/essay_final_2.txt"
    assert str(folder / inside) in [path for _, path in rows_of(folder)]
    assert f"{archive}/{inside}" in [path for _, path in rows_of(archive)]


def test_one_students_folder_of_a_download_is_known_by_its_own_name(tmp_path: Path) -> None:
    folder = as_folder(MOODLE, tmp_path) / "John Doe_4712_assignsubmission_file_"
    assert made_of(folder) == [Expected("John Doe", "4712", (1,))]


def test_files_named_one_by_one_are_a_download_only_together(tmp_path: Path) -> None:
    folder = as_folder(CANVAS, tmp_path)
    john, nguyen = folder / "doejohn_LATE_1002_50002_essay.txt", folder / "nguyenthi_1006_text.html"
    assert made_of(john, nguyen) == [Expected("doejohn", "1002", (1,), ("late",)), Expected("nguyenthi", "1006", (7,))]
    (tmp_path / "my essay.txt").write_bytes(text(1))
    assert made_of(tmp_path / "my essay.txt") == [Expected("", "my essay", (1,))]


def test_what_several_files_and_attempts_are_is_said_in_sentences(tmp_path: Path) -> None:
    folder = as_folder(CANVAS, tmp_path)
    notes = {
        one.id: [note.message for note in read_hand_in(one)[1]] for one in collect([str(folder)]) if one.id in
        {"1004", "1005"}
    }  # fmt: skip
    assert notes == {
        "1004": ["This was handed in as 2 files, read in this order: part 2.txt, part 10.docx."],
        "1005": ["Only the latest attempt was read; these belong to an earlier one: essay.docx."],
    }


def test_a_canvas_page_keeps_what_the_student_wrote_as_a_heading(tmp_path: Path) -> None:
    page = "<html><head><title>Essay 1: Jo</title></head>\n<body>\n<h1>My dog</h1>\n<p>He is good.</p></body></html>"
    (tmp_path / "jo_100_text.html").write_text(page)
    (submission, _), = [read_hand_in(one) for one in collect([str(tmp_path)])]  # fmt: skip
    assert submission.text == "My dog\n\nHe is good."


@pytest.mark.parametrize(
    ("roster", "expected"),
    [
        pytest.param(
            "Name;E-mail address;Student ID\nJane Doe;jane@x.org;17\nO’Brien-Smith;o@x.org;18\n",
            [("Jane Doe", "17", ()), ("O’Brien-Smith", "18", ()), ("zoe7", "zoe7", ("not_on_roster",))],
            id="by name",
        ),
        pytest.param(
            "First Name,Last Name,Username,File\nZoë,Ångström,zoe7,\nJane,Doe,jd,\"Doe, Jane.txt\"\nAnn,Lee,al,\n",
            [("Jane Doe", "jd", ()), ("o'brien-smith", "o'brien-smith", ("not_on_roster",)),
             ("Zoë Ångström", "zoe7", ())],
            id="by file and id",
        ),
        pytest.param(
            "Student,ID\n\"Doe, Jane\",1\n\"Jane, Doe\",2\nO'Brien Smith,3\n",
            [("Doe, Jane", "Doe, Jane", ("unclear_on_roster",)), ("O'Brien Smith", "3", ()),
             ("zoe7", "zoe7", ("not_on_roster",))],
            id="two who fit",
        ),
    ],
)  # fmt: skip
def test_a_roster_names_the_students(
    roster: str, expected: list[tuple[str, str, tuple[str, ...]]], tmp_path: Path
) -> None:
    folder = tmp_path / "class"
    folder.mkdir()
    for name in ("Doe, Jane.txt", "o'brien-smith.txt", "zoe7.txt"):
        (folder / name).write_bytes(text(0))
    (tmp_path / "roster.csv").write_text(roster, encoding="utf-8")
    made = made_of(folder, roster=str(tmp_path / "roster.csv"))
    assert [(one.student, one.id, one.notes) for one in made] == expected


def test_a_gradebook_is_a_roster_too(tmp_path: Path) -> None:
    (tmp_path / "gradebook.csv").write_text(
        "Student,ID,SIS Login ID,Section,Essay (9)\n    Points Possible,,,,10\n"
        '"O\'Brien-Smith, Ana María",1001,ana,A,\n"Doe, John",1002,john,A,\n',
        encoding="utf-8",
    )
    made = made_of(as_folder(CANVAS, tmp_path / "c"), roster=str(tmp_path / "gradebook.csv"))
    assert {one.id: one.student for one in made if one.id in {"1001", "1002"}} == {
        "1001": "O'Brien-Smith, Ana María",
        "1002": "Doe, John",
    }


def test_names_run_together_are_compared_as_such_only_when_they_are() -> None:
    from scorer.reading.downloads.people import index_keys, lookup_key

    assert lookup_key("annelee") in index_keys("Lee, Anne")
    assert lookup_key("Ann Elee") not in index_keys("Anne Lee")
    assert lookup_key("José van der Berg") in index_keys("van der Berg, Jose")
    assert lookup_key("…") == "" and index_keys("…") == frozenset()


@pytest.mark.parametrize(
    ("one", "other"),
    [("रोम कुमार", "राम कुमार"), ("がの みき", "かの みき"), ("Андрей Лис", "Андреи Лис"), ("มานี ใจดี", "มานะ ใจดี")],
)
def test_marks_that_make_another_letter_make_another_name(one: str, other: str) -> None:
    from scorer.reading.downloads.people import index_keys, lookup_key

    assert lookup_key(one) in index_keys(one) and lookup_key(other) in index_keys(other)
    assert lookup_key(one) not in index_keys(other) and lookup_key(other) not in index_keys(one)


@pytest.mark.parametrize("name", ["हिमांशुशर्मा", "มานีใจดี", "mu\u0308llerjo\u0308rg"])
def test_canvas_names_with_marks_are_attributed(name: str, tmp_path: Path) -> None:
    for file, part in (("50030", "part 1"), ("50031", "part 2")):
        (tmp_path / f"{name}_1020_{file}_{part}.txt").write_bytes(text(0))
    (made,) = collect([str(tmp_path)])
    assert (made.id, made.student, len(made.parts)) == ("1020", name, 2)


def test_names_that_drive_a_terminal_or_no_json_holds(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[2Jb\nc.txt").write_bytes(text(0))
    (tmp_path / "=SUM(A1).txt").write_bytes(text(1))
    made = rows_of(tmp_path)
    assert [one.student for one, _ in made] == ["=SUM(A1)", "a[2Jb c"]
    json.dumps([(one.id, path) for one, path in made], ensure_ascii=False).encode()
