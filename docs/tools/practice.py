"""A made-up class to practise with: ``python docs/tools/practice.py practice``.

Writes what a learning platform would hand out, and essays that a teacher has graded. The essays are those of
``training_data/authored``; the students' names are invented.
"""

from __future__ import annotations

import csv
import io
import json
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docx import Document

AUTHORED = Path(__file__).parents[2] / "training_data" / "authored"
TOPIC = "uniforms"
GRADED = 16
"""Essays of other topics that come with grades."""


@dataclass(frozen=True)
class Student:
    """Somebody in the class, and which essay is handed in; None for nothing."""

    name: str
    number: int
    essay: str | None
    late: bool = False
    word: bool = False

    @property
    def run_together(self) -> str:
        """As Canvas has names in its files: last name first, small, no spaces."""
        first, last = self.name.split()
        return (last + first).lower()

    @property
    def sorted_name(self) -> str:
        first, last = self.name.split()
        return f"{last}, {first}"


CLASS = (
    Student("Amara Diallo", 1001, "uniforms-1", word=True),
    Student("Ben Fischer", 1002, "uniforms-2"),
    Student("Chen Guo", 1003, "uniforms-3", late=True),
    Student("Dora Horvat", 1004, "uniforms-4", word=True),
    Student("Elif Kaya", 1005, "uniforms-5"),
    Student("Finn Larsen", 1006, None),
)
EMPTY = Student("Gita Mehta", 1007, "nothing but blanks")
ON_MOODLE = (*CLASS[1:4], CLASS[-1], EMPTY)


def main(folder: Path) -> None:
    """Write the whole folder; files that are there are replaced."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "assignment.txt").write_text(prompt(TOPIC) + "\n", encoding="utf-8")
    archive(folder / "canvas.zip", dict(canvas_file(one) for one in (*CLASS, EMPTY) if one.essay))
    archive(folder / "moodle.zip", dict(moodle_file(one) for one in ON_MOODLE if one.essay))
    table(folder / "canvas-gradebook.csv", canvas_gradebook())
    table(folder / "moodle-worksheet.csv", moodle_worksheet())
    graded(folder)
    every_essay(folder / "essays.csv")
    (folder / "canvas-rubric.csv").write_text(CANVAS_RUBRIC, encoding="utf-8")


def canvas_file(student: Student) -> tuple[str, bytes]:
    late = "_LATE" if student.late else ""
    ending = "docx" if student.word else "txt"
    return f"{student.run_together}{late}_{student.number}_{student.number + 49000}_essay.{ending}", content(student)


def moodle_file(student: Student) -> tuple[str, bytes]:
    ending = "docx" if student.word else "txt"
    return f"{student.name}_{student.number}_assignsubmission_file/essay.{ending}", content(student)


def content(student: Student) -> bytes:
    if student is EMPTY:
        return b" \n\n "
    text = (AUTHORED / "essays" / f"{student.essay}.txt").read_text(encoding="utf-8")
    return word(text) if student.word else text.encode()


def word(text: str) -> bytes:
    document, target = Document(), io.BytesIO()
    for paragraph in text.splitlines():
        document.add_paragraph(paragraph)
    document.save(target)
    return target.getvalue()


def canvas_gradebook() -> list[list[str]]:
    rows = [[one.sorted_name, str(one.number), "", one.run_together, "English 9", "", ""] for one in (*CLASS, EMPTY)]
    return [
        ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "School uniforms (501)", "Final Score"],
        ["    Points Possible", "", "", "", "", "20.00", "(read only)"],
        *rows,
    ]


def moodle_worksheet() -> list[list[str]]:
    heads = ["Identifier", "Full name", "Email address", "Status", "Grade", "Maximum Grade", "Grade can be changed",
             "Last modified (submission)", "Last modified (grade)", "Feedback comments"]  # fmt: skip
    handed = {True: "Submitted for grading", False: "No submission"}
    rows = [
        [f"Participant {one.number}", one.name, f"{one.run_together}@example.org", handed[bool(one.essay)], "",
         "20.00", "Yes", "Monday, 4 March 2024, 10:11 AM" if one.essay else "-", "-", ""]
        for one in ON_MOODLE
    ]  # fmt: skip
    return [heads, *rows]


def graded(folder: Path) -> None:
    """``graded/``: essays in files, and ``graded.csv`` with their grades by the rubric's criteria."""
    chosen = [one for one in gold() if one["prompt"] != TOPIC][:: len(gold()) // (2 * GRADED) or 1][:GRADED]
    (folder / "graded").mkdir(exist_ok=True)
    for one in chosen:
        text = (AUTHORED / "essays" / f"{one['id']}.txt").read_text(encoding="utf-8")
        (folder / "graded" / f"{one['id']}.txt").write_text(text, encoding="utf-8")
    criteria = ["organization", "language", "conventions"]
    rows = [[f"{one['id']}.txt", *(f"{one['levels'][name]:g}" for name in criteria)] for one in chosen]
    table(folder / "graded" / "graded.csv", [["path", *criteria], *rows])


def every_essay(path: Path) -> None:
    """A table to train on: every essay that the project wrote, with two of its levels."""
    rows = [
        [one["id"], one["prompt"], (AUTHORED / "essays" / f"{one['id']}.txt").read_text(encoding="utf-8"),
         f"{one['levels']['organization']:g}", f"{one['levels']['language']:g}"]
        for one in gold()
    ]  # fmt: skip
    table(path, [["id", "topic", "text", "organization", "language"], *rows])


def gold() -> list[dict[str, Any]]:
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted((AUTHORED / "essays").glob("*.json"))]


def prompt(topic: str) -> str:
    prompts = json.loads((AUTHORED / "prompts.json").read_text(encoding="utf-8"))
    return next(str(one["text"]) for one in prompts if one["id"] == topic)


def archive(path: Path, files: dict[str, bytes]) -> None:
    """A zip that is the same, to the byte, whenever it is made."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(zipfile.ZipInfo(name, (2024, 3, 4, 10, 11, 12)), data)


def table(path: Path, rows: list[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


CANVAS_RUBRIC = """\
Rubric Name,Criteria Name,Criteria Description,Criteria Enable Range,Rating Name,Rating Description,Rating Points,\
Rating Name,Rating Description,Rating Points,Rating Name,Rating Description,Rating Points
Opinion essay,Thesis,States a clear position,false,Excellent,Clear and arguable,5,Fair,There but vague,3,Missing,None,0
Opinion essay,Organization,Paragraphs and order,false,Excellent,Each step follows,5,Fair,Some jumps,3,Poor,No order,0
Opinion essay,Grammar & Spelling,,false,Excellent,Hardly a slip,5,Fair,Some slips,3,Poor,Hard to read,0
Opinion essay,Creativity,Something of your own,false,Excellent,Fresh,5,Fair,Usual,3,Poor,Copied,0
"""

if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python docs/tools/practice.py FOLDER")
    main(Path(sys.argv[1]))
