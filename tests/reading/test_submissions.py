"""What a ``Submission`` says of its file, and through which door it came."""

from __future__ import annotations

import hashlib
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from made_files import docx, odt_of_xml, pdf

from scorer.errors import ReadingError
from scorer.reading import Submission, read_bytes, read_path, read_stdin

ROOT = Path(__file__).parents[2]
SEED = ROOT / "seeds" / "collective-security.txt"


def test_the_seed_essay() -> None:
    read = read_path(SEED)
    data = SEED.read_bytes()
    assert read == Submission(
        id="collective-security",
        path=str(SEED),
        student=None,
        text=data.decode().replace("\r\n", "\n"),
        sha256=hashlib.sha256(data).hexdigest(),
    )
    assert read.words == len(data.split())


@pytest.mark.parametrize(
    ("name", "identity"),
    [
        ("essay.txt", "essay"),
        ("ESSAY.TXT", "ESSAY"),
        ("smith.final.v2.md", "smith.final.v2"),
        ("class/group 1/smith_123.txt", "smith_123"),
        ("class\\smith.txt", "smith"),
    ],
)
def test_the_id_is_the_name_without_its_ending(name: str, identity: str) -> None:
    assert read_bytes(b"Peace", name).id == identity


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(docx("Peace is made."), id="docx"),
        pytest.param(pdf("Peace is made."), id="pdf"),
        pytest.param(odt_of_xml("<text:p>Peace is made.</text:p>"), id="odt"),
        pytest.param(rb"{\rtf1\ansi Peace is made.}", id="rtf"),
        pytest.param(b"Peace is made.", id="text"),
    ],
)
def test_content_counts_more_than_the_name(data: bytes) -> None:
    names = ["essay.txt"] if data.startswith(b"Peace") else ["essay.txt", "essay.docx", "essay.pdf", "essay.rtf"]
    assert {read_bytes(data, name).text for name in names} == {"Peace is made."}
    piped = read_stdin(io.BytesIO(data))
    assert (piped.id, piped.path, piped.text) == ("stdin", None, "Peace is made.")


def test_an_empty_standard_input() -> None:
    with pytest.raises(ReadingError) as caught:
        read_stdin(io.BytesIO(b""))
    assert caught.value.code == "empty"


@pytest.mark.skipif(sys.platform != "linux", reason="file names are text here")
def test_a_file_name_that_is_not_utf8_can_be_reported(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(path)).write_bytes(b"Peace")
    read = read_path(os.fsdecode(path))
    json.dumps([read.id, read.path], ensure_ascii=False).encode("utf-8")
    assert read.id == "caf\ufffd"


def test_reading_plain_text_imports_no_reader_of_other_formats() -> None:
    code = (
        "import sys; from scorer.reading import read_path; read_path(sys.argv[1]);"
        "heavy = {'docx', 'pypdf', 'odfdo', 'bs4', 'striprtf', 'lxml'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(SEED)], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
