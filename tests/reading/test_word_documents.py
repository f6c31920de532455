"""Word documents: what stands on the page is in the text, in order, and nothing else."""

from __future__ import annotations

import pytest
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from made_files import W, docx, docx_of_xml, saved

from scorer.reading import read_bytes


def text_of(data: bytes) -> str:
    return read_bytes(data, "essay.docx").text


def test_headings_lists_tables_and_paragraphs_in_order() -> None:
    document = Document()
    document.add_heading("On Peace", level=1)
    document.add_paragraph("Many nations  promise help.")
    document.add_paragraph("")
    document.add_paragraph("First reason", style="List Bullet")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ("War", "Cost", "1914", "high"), strict=True):
        cell.text = text
    document.add_paragraph("The end.")
    assert text_of(saved(document)) == (
        "On Peace\n\nMany nations  promise help.\n\nFirst reason\n\nWar\tCost\n1914\thigh\n\nThe end."
    )


def test_an_essay_in_a_table_cell_keeps_its_paragraphs() -> None:
    document = Document()
    cell = document.add_table(rows=1, cols=1).cell(0, 0)
    cell.text = "Peace is made."
    cell.add_paragraph("It is kept, too.")
    assert text_of(saved(document)) == "Peace is made.\n\nIt is kept, too."


RUN = "<w:r><w:t>{}</w:t></w:r>"


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        pytest.param(RUN.format("plain"), "plain", id="run"),
        pytest.param("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a\tb", id="tab"),
        pytest.param("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>", "a\nb", id="line break"),
        pytest.param('<w:r><w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t></w:r>', "a\nb", id="page break"),
        pytest.param(
            '<w:r><w:t>two</w:t></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r><w:r><w:t>words</w:t></w:r>',
            "two words",
            id="space in a run of its own",
        ),
        pytest.param(f"<w:hyperlink>{RUN.format('a link')}</w:hyperlink>", "a link", id="hyperlink"),
        pytest.param(f"<w:ins>{RUN.format('new')}</w:ins>", "new", id="tracked insertion"),
        pytest.param(
            f"{RUN.format('kept')}<w:del><w:r><w:delText>old</w:delText></w:r></w:del>", "kept", id="tracked deletion"
        ),
        pytest.param(
            f"<w:moveFrom>{RUN.format('here')}</w:moveFrom><w:moveTo>{RUN.format('there')}</w:moveTo>",
            "there",
            id="tracked move",
        ),
        pytest.param(
            f"<w:sdt><w:sdtPr><w:citation/></w:sdtPr><w:sdtContent>{RUN.format('(Nau 28)')}</w:sdtContent></w:sdt>",
            "(Nau 28)",
            id="citation made by Word",
        ),
        pytest.param(
            f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{RUN.format('Click')}</w:sdtContent></w:sdt>"
            + RUN.format("mine"),
            "mine",
            id="placeholder",
        ),
        pytest.param(
            f"<w:smartTag><w:smartTag>{RUN.format('Paris')}</w:smartTag></w:smartTag>", "Paris", id="smart tags"
        ),
        pytest.param(f'<w:fldSimple w:instr="X">{RUN.format("field")}</w:fldSimple>', "field", id="field"),
        pytest.param(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "x"</w:instrText></w:r>'
            + RUN.format("shown"),
            "shown",
            id="field code",
        ),
        pytest.param(
            f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>{RUN.format('seen')}", "seen", id="hidden text"
        ),
        pytest.param(
            '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>seen</w:t></w:r>', "seen", id="hidden text switched off"
        ),
    ],
)
def test_what_a_paragraph_shows_is_its_text(inside: str, text: str) -> None:
    assert text_of(docx_of_xml(f"<w:p>{inside}</w:p>")) == text


def test_a_works_cited_made_by_word_is_read() -> None:
    entry = f"<w:p>{RUN.format('Nau, Henry. Perspectives. 2019.')}</w:p>"
    body = f"<w:p>{RUN.format('Essay.')}</w:p><w:sdt><w:sdtContent>{entry}{entry}</w:sdtContent></w:sdt>"
    assert text_of(docx_of_xml(body)) == "Essay." + "\n\nNau, Henry. Perspectives. 2019." * 2


def test_text_boxes_follow_their_paragraph_once() -> None:
    box = f"<w:txbxContent><w:p>{RUN.format('boxed')}</w:p><w:p>{RUN.format('twice')}</w:p></w:txbxContent>"
    anchored = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    body = f"<w:p>{RUN.format('before')}{anchored}</w:p><w:p>{RUN.format('after')}</w:p>"
    assert text_of(docx_of_xml(body)) == "before\n\nboxed\n\ntwice\n\nafter"


def test_headers_and_comments_are_no_part_of_the_essay() -> None:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Smith 2"
    run = document.add_paragraph("The essay.").runs[0]
    document.add_comment(run, text="Well said!", author="T")
    assert text_of(saved(document)) == "The essay."


def test_notes_are_numbered_in_the_order_of_the_text_and_follow_it() -> None:
    document = Document()
    document.add_paragraph("War is dear.")
    for kind, number, words in (("endnote", 5, " Nau, 28."), ("footnote", 7, " Walt, 17.")):
        notes = (
            f'<w:{kind}s xmlns:w="{W}"><w:{kind} w:type="separator" w:id="-1"><w:p/></w:{kind}>'
            f'<w:{kind} w:id="{number}"><w:p><w:r><w:{kind}Ref/></w:r>'
            f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p></w:{kind}></w:{kind}s>'
        )
        mime = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}s+xml"
        part = Part(PackURI(f"/word/{kind}s.xml"), mime, notes.encode(), document.part.package)
        document.part.relate_to(part, getattr(RELATIONSHIP_TYPE, f"{kind}s".upper()))
        run = document.paragraphs[0].add_run(" Again.")._r
        run.append(run.makeelement(f"{{{W}}}{kind}Reference", {f"{{{W}}}id": str(number)}))
    assert text_of(saved(document)) == "War is dear. Again.[1] Again.[2]\n\n[1] Nau, 28.\n\n[2] Walt, 17."


def test_symbols_beyond_ascii_come_back() -> None:
    assert text_of(docx("“Peace” — naïve? 😀")) == "“Peace” — naïve? 😀"
