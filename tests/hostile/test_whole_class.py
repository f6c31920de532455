"""One folder with everything that a class should not hand in: each file ends in its row, within time and memory.

The essays between them are graded.
"""

from __future__ import annotations

import io
import json
import os
import random
import subprocess
import sys
import zipfile
from datetime import datetime
from itertools import pairwise
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas
from synthetic_essays import essay

SECONDS, MEGABYTES = 20, 800
"""What each of the files may take, and all of them together in memory."""
CODE = """
import atexit, os, sys
from pathlib import Path
def peak():
    # not getrusage: its peak begins with that of the process which started this one
    (line,) = (line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
    Path(os.environ["PEAK"]).write_text(line.split()[1])
if sys.platform == "linux":
    atexit.register(peak)
from scorer.cli.score import main
sys.argv[0] = "score"
main()
"""
PEAK = "peak of a hostile class"
GOOD = essay(random.Random(1), 0.9)
LINKS = hasattr(os, "symlink") and hasattr(os, "mkfifo")


def docx(text: str = GOOD) -> bytes:
    document, target = Document(), io.BytesIO()
    document.add_paragraph(text)
    document.save(target)
    return target.getvalue()


def with_part(package: bytes, name: str, old: bytes, new: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for member in source.namelist():
            data = source.read(member)
            made.writestr(member, data.replace(old, new, 1) if member == name else data)
    return target.getvalue()


def pdf(password: str = "") -> bytes:
    target = io.BytesIO()
    canvas = Canvas(target)
    for number, line in enumerate(GOOD.split(". ")):
        canvas.drawString(50, 800 - 15 * number, line)
    canvas.save()
    if not password:
        return target.getvalue()
    writer, locked = PdfWriter(clone_from=PdfReader(target)), io.BytesIO()
    writer.encrypt(password, algorithm="AES-256")
    writer.write(locked)
    return locked.getvalue()


BODY = b"<w:body>"
ENTITY = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le")
FILES: dict[str, tuple[bytes, str | None]] = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b"\xef\xbb\xbf \r\n\t ", "empty"),
    "binary.txt": (bytes(range(256)) * 400, "not_text"),
    "huge.txt": (b"The school should stay open. " * 1_100_000, "too_large"),
    "one word.txt": (b"a" * 200_000, "too_large"),
    "many words.txt": (b"The dog runs. " * 15_000, "too_large"),
    "corrupt.docx": (docx()[:200] + bytes(400) + docx()[600:], "unreadable"),
    "cut.docx": (docx()[:-500], "unreadable"),
    "locked.docx": (COMPOUND + bytes(2000), "encrypted"),
    "bomb.docx": (with_part(docx(), "word/document.xml", BODY, BODY + b" " * 60_000_000), "too_large"),
    "entities.docx": (
        with_part(docx(), "word/document.xml", b"standalone='yes'?>", b"standalone='yes'?>" + ENTITY), "unreadable",
    ),
    "corrupt.pdf": (pdf().replace(b"endobj", b"endob", 2).replace(b"xref", b"xrfe"), "any"),
    "cut.pdf": (pdf()[:300], "unreadable"),
    "locked.pdf": (pdf("secret"), "encrypted"),
    "line\nbreak.txt": (GOOD.encode(), None),
    "=cmd.txt": (GOOD.encode(), None),
    "-rf.txt": (GOOD.encode(), None),
    "good.docx": (docx(), None),
    "good.pdf": (pdf(), None),
    "good.txt": (GOOD.encode(), None),
}  # fmt: skip


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, object]]:
    """The rows of one run over all of it, by the file's name."""
    folder = tmp_path_factory.mktemp("hostile") / "class"
    folder.mkdir()
    for name, (data, _) in FILES.items():
        (folder / name).write_bytes(data)
    (folder / "essay.txt").mkdir()
    if LINKS:
        os.mkfifo(folder / "fifo.txt")
        (folder / "loop.txt").symlink_to(folder / "loop.txt")
        (folder / "round").symlink_to(folder, target_is_directory=True)
    (folder / "closed.txt").write_text(GOOD)
    (folder / "closed.txt").chmod(0)
    with zipfile.ZipFile(folder.parent / "traversal.zip", "w") as archive:
        archive.writestr("../../out.txt", GOOD)
        archive.writestr("inside.txt", GOOD)
        link = zipfile.ZipInfo("link.txt")
        link.create_system, link.external_attr = 3, 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    audit = folder.parent / "audit.jsonl"
    arguments = [
        str(folder),
        str(folder.parent / "traversal.zip"),
        "--format",
        "jsonl",
        "--quiet",
        "--audit",
        str(audit),
    ]
    run = subprocess.run(
        [sys.executable, "-c", CODE, *arguments],
        capture_output=True,
        check=False,
        timeout=SECONDS * len(FILES),
        env={**os.environ, "PEAK": str(tmp_path_factory.getbasetemp() / PEAK)},
    )
    times = [datetime.fromisoformat(json.loads(line)["time"]) for line in audit.read_text().splitlines()]
    assert max((later - sooner).total_seconds() for sooner, later in pairwise(times)) < SECONDS
    assert (run.returncode, run.stderr) == (1, b"")
    assert not (folder.parent.parent / "out.txt").exists()
    made = [json.loads(line) for line in run.stdout.decode().splitlines()]
    return {Path(row["submission"]["path"]).name: row for row in made}


OTHERS = {
    "essay.txt": "unreadable",
    "out.txt": "unsafe_path",
    "link.txt": "unsafe_path",
    "inside.txt": None,
    **({"fifo.txt": "unreadable", "loop.txt": "unreadable"} if LINKS else {}),
    **({"closed.txt": "unreadable"} if os.geteuid() else {"closed.txt": None}),  # root may read everything
}


def test_each_ends_in_its_row(rows: dict[str, dict[str, object]]) -> None:
    expected = {name: code for name, (_, code) in FILES.items()} | OTHERS
    assert sorted(rows) == sorted(expected)
    found = {name: row["error"] and row["error"]["code"] for name, row in rows.items()}  # type: ignore[index]
    damaged = found.pop("corrupt.pdf")
    expected.pop("corrupt.pdf")  # what is left of it may be read, or not
    assert damaged in (None, "unreadable", "no_text")
    assert found == expected


def test_whatever_is_an_essay_is_graded_and_alike(rows: dict[str, dict[str, object]]) -> None:
    graded = [name for name, code in ({n: c for n, (_, c) in FILES.items()} | OTHERS).items() if code is None]
    scores = {name: rows[name]["overall"]["score"] for name in graded}  # type: ignore[index]
    assert len(scores) >= 7
    assert len({scores[name] for name in ("good.txt", "=cmd.txt", "-rf.txt", "line\nbreak.txt", "inside.txt")}) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="peaks of memory are counted in kilobytes under Linux only")
@pytest.mark.usefixtures("rows")
def test_memory_stays_within_its_limit(tmp_path_factory: pytest.TempPathFactory) -> None:
    assert int((tmp_path_factory.getbasetemp() / PEAK).read_text()) < MEGABYTES * 1000
