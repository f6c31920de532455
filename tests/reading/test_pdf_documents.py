"""PDF documents: printed lines come back as the paragraphs they were."""

from __future__ import annotations

from typing import Any

import pytest
from made_files import encrypted_pdf, pdf

from scorer.reading import read_bytes

FIRST = (
    "Collective security is the better policy because it keeps powerful states from attacking small ones. When many "
    "nations promise to answer an attack together, the price of war is high for everyone, and history shows that "
    "leaders count it (Walt 17)."
)
SECOND = (
    "A balance of power, on the other hand, is made of secret promises. Alliances shift when a new king comes to the "
    "throne, and nobody can be sure who will help whom. This is how the world was drawn into a war."
)


def text_of(data: bytes) -> str:
    return read_bytes(data, "essay.pdf").text


@pytest.mark.parametrize(
    "style",
    [
        pytest.param({"leading": 24, "firstLineIndent": 36}, id="double-spaced with indents"),
        pytest.param({"spaceAfter": 10}, id="blocks with space between"),
        pytest.param({"spaceAfter": 10, "alignment": 4}, id="justified"),
        pytest.param({"leftIndent": 50, "spaceAfter": 8}, id="wide margin"),
        pytest.param({}, id="blocks without space"),
    ],
)
def test_paragraphs_come_back(style: dict[str, Any]) -> None:
    assert text_of(pdf(FIRST, SECOND, FIRST, **style)) == f"{FIRST}\n\n{SECOND}\n\n{FIRST}"


def test_a_title_is_a_paragraph_of_its_own() -> None:
    assert text_of(pdf("On Peace", FIRST)) == f"On Peace\n\n{FIRST}"


def test_running_heads_and_page_numbers_do_not_break_into_the_text() -> None:
    pages = (FIRST, "\f", SECOND, "\f", FIRST)
    assert text_of(pdf(*pages, head="Smith {page}")) == f"{FIRST}\n\n{SECOND}\n\n{FIRST}"
    assert text_of(pdf(FIRST, head="{page}")) == FIRST


def test_a_paragraph_runs_over_the_page_break() -> None:
    assert text_of(pdf(*[FIRST] * 14, spaceAfter=10, head="Smith {page}")) == "\n\n".join([FIRST] * 14)


def test_a_pdf_that_only_forbids_changes_is_read() -> None:
    assert text_of(encrypted_pdf(user="")) == "Peace is made by many."
