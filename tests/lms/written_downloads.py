"""Downloads as each system writes them: every file with its content, and whose it is."""

from __future__ import annotations

import io
import random
import zipfile
from dataclasses import dataclass
from pathlib import Path

from docx import Document
from synthetic_essays import essay

_DRAW = random.Random(8)
TEXTS = [f"Essay number {number}. " + essay(_DRAW, level=0.9) for number in range(20)]


@dataclass(frozen=True)
class Expected:
    """A submission: whose it is, which of ``TEXTS`` it holds in which order, and the codes of the notes on it."""

    student: str
    id: str
    texts: tuple[int, ...]
    notes: tuple[str, ...] = ()
    error: str | None = None


@dataclass(frozen=True)
class Download:
    """A download: its files by path, and what is to be made of them, in order."""

    files: dict[str, bytes]
    expected: tuple[Expected, ...]


def text(number: int) -> bytes:
    return TEXTS[number].encode()


def docx(number: int) -> bytes:
    document, target = Document(), io.BytesIO()
    for paragraph in TEXTS[number].split("\n\n"):
        document.add_paragraph(paragraph)
    document.save(target)
    return target.getvalue()


def html(number: int, head: str = "", above: str = "") -> bytes:
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in TEXTS[number].split("\n\n"))
    return f"<!DOCTYPE html><html><head>{head}</head>\n<body>\n{above}<div>{paragraphs}</div></body></html>".encode()


def canvas_entry(number: int, title: str) -> bytes:
    return html(number, f"<title>{title}</title>", f"<h1>{title}</h1>\n")


def record(name: str, user: str, typed: str = "", comments: str = "", files: str = "") -> bytes:
    """Blackboard's description of an attempt, in English."""
    nothing = "There is no student submission text data for this assignment."
    return (
        f"Name: {name} ({user})\r\nAssignment: Essay_1\r\nDate Submitted: Monday, March 4, 2024 10:11:12 AM EST\r\n"
        f"Current Grade: Needs Grading\r\n\r\nSubmission Field:\r\n{typed or nothing}\r\n\r\nComments:\r\n"
        f"{comments or 'There are no student comments for this assignment.'}\r\n\r\nFiles:\r\n"
        f"{files or 'No files were attached to this submission.'}\r\n"
    ).encode()


CANVAS = Download(
    {
        "obriensmithanamaría_1001_50001_My essay - final_2.docx": docx(0),
        "doejohn_LATE_1002_50002_essay.txt": text(1),
        "van_der_berg_1003_50003_essay_5_6_draft.docx": docx(2),
        "leekim2_1004_50010_part 10.docx": docx(4),
        "leekim2_1004_50009_part 2.txt": text(3),
        "müllerjürgen_1005_50011_essay.docx": docx(5),
        "müllerjürgen_1005_50012_essay-1.docx": docx(6),
        "novakeva_1011_50016_essay.docx": docx(10),
        "novakeva_1011_50017_essay-1.docx": docx(11),
        "novakeva_1011_50018_essay-2.docx": docx(12),
        "ortizleo_1012_50019_part.docx": docx(13),
        "ortizleo_1012_50020_part-2.docx": docx(14),
        "nguyenthi_1006_text.html": canvas_entry(7, "Essay 1: Thi Nguyen"),
        "okafor_LATE_1007_text.html": canvas_entry(8, "Essay 1: Okafor"),
        "zhangwei_1008_link.html": b'<html><body><a href="https://example.org">x</a></body></html>',
        "smithjones_1009_50013_essay.pages": b"PK\3\4 whatever",
        "adamsbeth_1010_50014_essay.docx": docx(9),
        "adamsbeth_1010_50015_photo.jpg": b"\xff\xd8\xff",
        ".DS_Store": b"\0",
        "Thumbs.db": b"\0",
        "~$doejohn_LATE_1002_50002_essay.docx": b"lock",
    },
    (
        Expected("adamsbeth", "1010", (9,), ("media_unread",)),
        Expected("doejohn", "1002", (1,), ("late",)),
        Expected("leekim2", "1004", (3, 4), ("several_files",)),
        Expected("müllerjürgen", "1005", (6,), ("earlier_attempt",)),
        Expected("nguyenthi", "1006", (7,)),
        Expected("novakeva", "1011", (12,), ("earlier_attempt",)),
        Expected("obriensmithanamaría", "1001", (0,)),
        Expected("okafor", "1007", (8,), ("late",)),
        Expected("ortizleo", "1012", (13, 14), ("several_files",)),
        Expected("smithjones", "1009", (), (), "unsupported_format"),
        Expected("van_der_berg", "1003", (2,)),
        Expected("zhangwei", "1008", (), (), "link_only"),
    ),
)
CANVAS_ANONYMOUS = Download(
    {
        "anon_Ab3x9_501_essay.docx": docx(0),
        "LATE_anon_Qr7t2_502_essay_two.txt": text(1),
        "anon_zz9Yx_text.html": canvas_entry(2, "Essay 1: Student"),
    },
    (
        Expected("anon_Qr7t2", "anon_Qr7t2", (1,), ("late",)),
        Expected("anon_Ab3x9", "anon_Ab3x9", (0,)),
        Expected("anon_zz9Yx", "anon_zz9Yx", (2,)),
    ),
)
_FILE, _TEXT = "_assignsubmission_file", "_assignsubmission_onlinetext"
MOODLE = Download(
    {
        f"Ana María O'Brien-Smith_4711{_FILE}/Essay 1.docx": docx(0),
        f"John Doe_4712{_FILE}_/essay_final_2.txt": text(1),
        f"John Doe_4713{_FILE}_/essay.txt": text(2),
        f"Kim Lee 2nd_4714{_TEXT}/onlinetext.html": html(3),
        f"Kim Lee 2nd_4714{_FILE}/part/two.docx": docx(4),
        f"Jürgen Müller_4715{_TEXT}_/onlinetext.html": html(5),
        f"Wei Zhang_4716{_TEXT}/onlinetext.html": b"<html><body><p></p></body></html>",
        f"Wei Zhang_4716{_FILE}/essay.docx": docx(6),
        f"Beth Adams_4717{_FILE}/one.docx": docx(7),
        f"Beth Adams_4717{_FILE}/two.docx": docx(8)[:300],
        f"Zoë Ångström_4718{_FILE}/work.zip": b"PK\5\6" + bytes(18),
        "__MACOSX/._x": b"\0",
    },
    (
        Expected("Ana María O'Brien-Smith", "4711", (0,)),
        Expected("Beth Adams", "4717", (7,), ("part_unread",)),
        Expected("John Doe", "4712", (1,)),
        Expected("John Doe", "4713", (2,)),
        Expected("Jürgen Müller", "4715", (5,)),
        Expected("Kim Lee 2nd", "4714", (3, 4), ("several_files",)),
        Expected("Wei Zhang", "4716", (6,)),
        Expected("Zoë Ångström", "4718", (), (), "nested_archive"),
    ),
)
MOODLE_FLAT = Download(
    {
        f"Ana María O'Brien-Smith_4711{_FILE}_Essay_1.docx": docx(0),
        f"John Doe_4712{_FILE}_essay.txt": text(1),
        f"Kim Lee_4714{_TEXT}_onlinetext.html": html(2),
    },
    (
        Expected("Ana María O'Brien-Smith", "4711", (0,)),
        Expected("John Doe", "4712", (1,)),
        Expected("Kim Lee", "4714", (2,)),
    ),
)
MOODLE_BLIND = Download(
    {f"Participant_{number}{_FILE}/essay.txt": text(number) for number in (3, 11)},
    (Expected("Participant 11", "11", (11,)), Expected("Participant 3", "3", (3,))),
)
_AT = "attempt_2024-03-04-10-11-12"
BLACKBOARD = Download(
    {
        f"Essay_1_jane_doe_{_AT}_My essay_v2.docx": docx(0),
        f"Essay_1_jane_doe_{_AT}.txt": record("Jane Doe", "jane_doe", files="\tOriginal filename: My essay_v2.docx"),
        "Essay_1_jane_doe_attempt_2024-03-01-09-00-00_old.docx": docx(1),
        "Essay_1_jane_doe_attempt_2024-03-01-09-00-00.txt": record("Jane Doe", "jane_doe"),
        f"Essay_1_mmüller_{_AT}.txt": record("Müller-Lüdenscheidt, Max", "mmüller", TEXTS[2], "Sorry:\n\nit is late"),
        f"Essay_1_s0012345_{_AT}_part2.txt": text(4),
        f"Essay_1_s0012345_{_AT}_part1.txt": text(3),
        f"Essay_1_s0012345_{_AT}.txt": record("O’Neil, Sam", "s0012345", "<p>See attached.</p>"),
        f"Essay_1_nobody_{_AT}.txt": record("No Body", "nobody"),
    },
    (
        Expected("Jane Doe", "jane_doe", (0,), ("earlier_attempt",)),
        Expected("Müller-Lüdenscheidt, Max", "mmüller", (2,)),
        Expected("No Body", "nobody", (), (), "empty"),
        Expected("O’Neil, Sam", "s0012345", (3, 4), ("several_files",)),
    ),
)
BLACKBOARD_ABROAD = Download(
    {
        "Aufsatz_mmuster_Versuch_2024-03-04-10-11-12_Text.docx": docx(0),
        "Aufsatz_mmuster_Versuch_2024-03-04-10-11-12.txt": (
            "Name: Max Muster (mmuster)\nAufgabe: Aufsatz\nDatum: 4. März 2024\nNote: Benotung erforderlich\n\n"
            "Feld für die Einreichung:\nKein Text.\n\nKommentare:\nKeine.\n\nDateien:\n\tText.docx\n"
        ).encode(),
        "Redacción_agarcía_intento_2024-03-04-10-11-13_ensayo.txt": text(1),
        "Uppsats_åberg_försök_2024-03-04-10-11-14_uppsats.txt": text(2),
    },
    (
        Expected("Max Muster", "mmuster", (0,)),
        Expected("agarcía", "agarcía", (1,)),
        Expected("åberg", "åberg", (2,)),
    ),
)
_UNIT = "[1]Writing, [2]Essays, [1]Your essay"
ORA = Download(
    {
        f"{_UNIT}/[1] - jane_doe - prompt_10.txt": text(3),
        f"{_UNIT}/[1] - jane_doe - prompt_0.txt": text(0),
        f"{_UNIT}/[1] - jane_doe - notes - final.docx": docx(4),
        f"{_UNIT}/[1] - 703dee642c9872a35d84fa9b2d96950f - prompt_0.txt": text(1),
        f"{_UNIT}/[2] - jane_doe - prompt_0.txt": text(2),
        "submissions.csv": (
            "course_id,block_id,student_id,key,name,type,description,size,file_path,file_found\n"
            f'c,b,a1,k,notes - final.docx,attachment,,9,"{_UNIT}/[1] - jane_doe - notes - final.docx",True\n'
            f'c,b,a1,,prompt_0.txt,text,Submission text.,9,"{_UNIT}/[1] - jane_doe - prompt_0.txt",True\n'
        ).encode(),
    },
    (
        Expected("703dee642c9872a35d84fa9b2d96950f", "703dee642c9872a35d84fa9b2d96950f", (1,)),
        Expected("jane_doe", "jane_doe", (0, 3, 4), ("several_files",)),
        Expected("jane_doe", "jane_doe", (2,)),
    ),
)
PLAIN = Download(
    {
        "Doe, Jane.docx": docx(0),
        "o'brien-smith.txt": text(1),
        "group b/essay_1_2_final.txt": text(2),
        "group b/Zoë.txt": text(3),
        "group b/Ann.doc": b"x",
        "group b/Bob.txt": text(4),
        "marks.xlsx": b"PK",
        "Thumbs.db": b"\0",
        ".hidden.txt": text(5),
        "~$Doe, Jane.docx": b"lock",
        "__MACOSX/Doe, Jane.docx": b"x",
    },
    (
        Expected("Doe, Jane", "Doe, Jane", (0,)),
        Expected("Ann", "Ann", (), (), "unsupported_format"),
        Expected("Bob", "Bob", (4,)),
        Expected("Zoë", "Zoë", (3,)),
        Expected("essay_1_2_final", "essay_1_2_final", (2,)),
        Expected("o'brien-smith", "o'brien-smith", (1,)),
    ),
)
DOWNLOADS = {
    "canvas": CANVAS,
    "canvas, anonymous": CANVAS_ANONYMOUS,
    "moodle": MOODLE,
    "moodle, flat": MOODLE_FLAT,
    "moodle, blind": MOODLE_BLIND,
    "blackboard": BLACKBOARD,
    "blackboard in other languages": BLACKBOARD_ABROAD,
    "open edx": ORA,
    "plain": PLAIN,
}


def as_folder(download: Download, folder: Path) -> Path:
    """Write the files under the folder, which is made."""
    for path, data in download.files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return folder


def as_zip(download: Download, file: Path, inside: str = "") -> Path:
    """Write the files into a zip, below the folder ``inside`` of it."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in download.files.items():
            archive.writestr(inside + path, data)
    return file
