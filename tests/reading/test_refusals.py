"""Every reason for not reading a file: a real file of that kind, its code, and a sentence that names it."""

from __future__ import annotations

import contextlib
import io
import os
import random
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from made_files import (
    COMPOUND_FILE,
    changed,
    docx,
    docx_of_xml,
    encrypted_pdf,
    odt_of_xml,
    pdf,
    saved,
    scanned_pdf,
)
from PIL import Image

from scorer.errors import ReadingError
from scorer.reading import Limits, read_bytes, read_path

RTF = rb"{\rtf1\ansi Peace is made.\par}"
ODT = odt_of_xml("<text:p>Peace is made.</text:p>")


def refusal(read: Callable[[], object]) -> ReadingError:
    with pytest.raises(ReadingError) as caught:
        read()
    return caught.value


def picture_docx() -> bytes:
    document, picture = Document(), io.BytesIO()
    Image.new("RGB", (8, 8)).save(picture, "PNG")
    picture.seek(0)
    document.add_picture(picture)
    return saved(document)


def with_xml(package: bytes, part: str, doctype: str, inside: str) -> bytes:
    def change(parts: dict[str, bytes]) -> None:
        head, rest = parts[part].split(b"?>", 1)
        parts[part] = head + b"?>" + doctype.encode() + rest.replace(b"Peace", inside.encode(), 1)

    return changed(package, change)


def bomb(part: str, package: bytes, megabytes: int) -> bytes:
    return changed(package, lambda parts: parts.update({part: parts[part] + b" " * megabytes * 1_000_000}))


def lying_bomb() -> bytes:
    """A member that says that it unpacks to 100 bytes, and unpacks to far more."""
    data = bytearray(bomb("word/document.xml", docx("Peace"), 50))
    directory = data.rindex(b"PK\x01\x02", 0, data.rindex(b"word/document.xml"))
    data[directory + 24 : directory + 28] = (100).to_bytes(4, "little")
    return bytes(data)


def manifest_of_encrypted(parts: dict[str, bytes]) -> None:
    parts["META-INF/manifest.xml"] = parts["META-INF/manifest.xml"].replace(
        b"</manifest:manifest>",
        b'<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml">'
        b"<manifest:encryption-data/></manifest:file-entry></manifest:manifest>",
    )
    parts["content.xml"] = bytes(range(256)) * 8


def other_zip() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("notes.txt", "Peace")
    return target.getvalue()


XXE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY e "' + "&a;" * 1000 + '">]>'


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        pytest.param("essay.xyz", b"Peace", "unsupported_format", id="unknown ending"),
        pytest.param("essay", b"Peace", "unsupported_format", id="no ending"),
        pytest.param("old.doc", COMPOUND_FILE, "unsupported_format", id="old Word file"),
        pytest.param(
            "old.docx", COMPOUND_FILE + "WordDocument".encode("utf-16-le"), "unsupported_format", id="renamed .doc"
        ),
        pytest.param("set.docx", other_zip(), "unsupported_format", id="zip that is no document"),
        pytest.param(
            "locked.docx", COMPOUND_FILE + "EncryptedPackage".encode("utf-16-le"), "encrypted", id="encrypted docx"
        ),
        pytest.param("locked.pdf", encrypted_pdf(user="secret"), "encrypted", id="encrypted pdf"),
        pytest.param("locked.odt", changed(ODT, manifest_of_encrypted), "encrypted", id="encrypted odt"),
        pytest.param("empty.docx", b"", "empty", id="empty docx"),
        pytest.param("empty.txt", b"\n", "empty", id="empty text"),
        pytest.param("scan.pdf", scanned_pdf(), "no_text", id="scanned pdf"),
        pytest.param("photo.docx", picture_docx(), "no_text", id="docx with a picture only"),
        pytest.param("blank.odt", odt_of_xml("<text:p/>"), "no_text", id="blank odt"),
        pytest.param("blank.rtf", rb"{\rtf1\ansi\par}", "no_text", id="blank rtf"),
        pytest.param("blank.html", b"<p>&nbsp;</p>", "no_text", id="blank html"),
        pytest.param("photo.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not_text", id="binary text file"),
        pytest.param("photo.html", b"<p>\0\1\2\3</p>", "not_text", id="binary page"),
        pytest.param("cut.docx", docx("Peace " * 50)[:-400], "unreadable", id="truncated docx"),
        pytest.param("cut.odt", ODT[:-400], "unreadable", id="truncated odt"),
        pytest.param("cut.pdf", pdf("Peace " * 50)[:600], "unreadable", id="truncated pdf"),
        pytest.param("cut.rtf", RTF[:-1], "unreadable", id="truncated rtf"),
        pytest.param("photo.docx", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "unreadable", id="picture named docx"),
        pytest.param("essay.pdf", b"Peace is made.", "unreadable", id="text named pdf"),
        pytest.param(
            "xxe.docx",
            with_xml(docx("Peace"), "word/document.xml", XXE, "&e;"),
            "unreadable",
            id="external entity in docx",
        ),
        pytest.param("xxe.odt", with_xml(ODT, "content.xml", XXE, "&e;"), "unreadable", id="external entity in odt"),
        pytest.param(
            "laughs.docx",
            with_xml(docx("Peace"), "word/document.xml", LAUGHS, "&e;"),
            "unreadable",
            id="entity bomb in docx",
        ),
        pytest.param("bomb.docx", bomb("word/document.xml", docx("Peace"), 40), "too_large", id="zip bomb docx"),
        pytest.param("bomb.odt", bomb("content.xml", ODT, 40), "too_large", id="zip bomb odt"),
        pytest.param("lying.docx", lying_bomb(), "unreadable", id="zip bomb with a false size"),
    ],
)
def test_bytes_that_cannot_be_read(name: str, data: bytes, code: str) -> None:
    error = refusal(lambda: read_bytes(data, name))
    assert error.code == code
    assert error.message.startswith(f'"{name}" ')
    assert error.message.count(".") >= 1 and error.message.endswith(".") and "\n" not in error.message


def test_the_sentence_for_an_unknown_format_lists_those_that_are_read() -> None:
    message = refusal(lambda: read_bytes(b"Peace", "essay.pages")).message
    for suffix in (".txt", ".md", ".docx", ".pdf", ".odt", ".rtf", ".html"):
        assert suffix in message


@pytest.mark.parametrize(
    ("name", "data", "limits"),
    [
        ("long.txt", b"x" * 101, Limits(file_bytes=100)),
        ("long.txt", b"war " * 11, Limits(words=10)),
        ("long.txt", b"x" * 11, Limits(characters=10)),
        ("long.docx", docx("war " * 11), Limits(words=10)),
        ("unbroken.txt", b"war and " + b"a" * 200, Limits(word_characters=100)),
        ("long.docx", docx("war"), Limits(inflated_bytes=1000)),
        ("long.html", b"<p>war</p>" * 6, Limits(markup_tags=10)),
        ("long.html", b"<p>war</p>" * 6, Limits(markup_characters=50)),
        ("long.rtf", RTF, Limits(markup_characters=20)),
        ("long.docx", docx("war " * 11), Limits(inflated_tags=10)),
        ("long.odt", ODT, Limits(inflated_tags=10)),
        ("long.pdf", pdf("one", "\f", "two", "\f", "three"), Limits(pdf_pages=2)),
        ("long.pdf", pdf("war " * 200), Limits(pdf_drawing_bytes=100)),
        ("long.pdf", pdf("war " * 11), Limits(words=10)),
    ],
)
def test_limits_are_settings(name: str, data: bytes, limits: Limits) -> None:
    assert read_bytes(data, name).text
    assert refusal(lambda: read_bytes(data, name, limits)).code == "too_large"


def test_a_large_file_is_refused_without_reading_it_all(tmp_path: Path) -> None:
    file = tmp_path / "long.txt"
    with file.open("wb") as stream:
        stream.truncate(50_000_000_000 if sys.platform == "linux" else 30_000_000)
    assert refusal(lambda: read_path(file)).code == "too_large"


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    for path in (tmp_path / "no.docx", tmp_path / "no.xyz", "nul\0.txt", tmp_path / "no" / "essay.txt"):
        error = refusal(lambda path=path: read_path(path))  # type: ignore[misc]
        assert error.code == "not_found"
        assert "\0" not in error.message


def test_a_folder_is_not_an_essay(tmp_path: Path) -> None:
    folder = tmp_path / "essay.docx"
    folder.mkdir()
    assert refusal(lambda: read_path(folder)).code == "unreadable"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFOs here")
def test_a_fifo_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert refusal(lambda: read_path(tmp_path / "pipe.txt")).code == "unreadable"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device here")
def test_a_device_is_refused() -> None:
    assert refusal(lambda: read_path("/dev/zero")).code == "unreadable"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_without_permission(tmp_path: Path) -> None:
    file = tmp_path / "mine.txt"
    file.write_text("Peace", encoding="utf-8")
    file.chmod(0)
    assert refusal(lambda: read_path(file)).code == "unreadable"


@pytest.mark.parametrize(
    ("failure", "code"),
    [(PermissionError(13, "denied"), "unreadable"), (OSError(5, "Input/output error"), "unreadable")],
)
def test_failures_of_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: OSError, code: str) -> None:
    file = tmp_path / "essay.txt"
    file.write_text("Peace", encoding="utf-8")

    def fail(*_: object, **__: object) -> None:
        raise failure

    monkeypatch.setattr(Path, "open", fail)
    assert refusal(lambda: read_path(file)).code == code


def test_a_file_name_cannot_drive_the_terminal() -> None:
    message = refusal(lambda: read_bytes(b"", "a\x1b[2Jb\n.txt")).message
    assert message.isprintable()


WHOLE = {
    "essay.docx": docx_of_xml("<w:p><w:ins><w:r><w:t>Peace</w:t></w:r></w:ins></w:p><w:p/>"),
    "essay.odt": ODT,
    "essay.pdf": pdf("Peace is made by many nations. " * 10),
    "essay.rtf": RTF,
    "essay.html": b"<p>Peace <b>is</b> made.</p>",
}


@pytest.mark.parametrize("name", WHOLE)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_no_damage_makes_a_library_error_escape(name: str, capfd: pytest.CaptureFixture[str]) -> None:
    chance = random.Random(7)
    for _ in range(60):
        data = bytearray(WHOLE[name])
        for _ in range(chance.randint(1, 12)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        if chance.random() < 0.3:
            del data[chance.randrange(len(data)) :]
        with contextlib.suppress(ReadingError):
            assert read_bytes(bytes(data), name).text
    printed = capfd.readouterr()
    assert printed.out == printed.err == ""
