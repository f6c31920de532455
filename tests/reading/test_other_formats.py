"""OpenDocument, RTF and HTML."""

from __future__ import annotations

import contextlib
import time
import warnings

import pytest
from made_files import odt_of_xml, saved
from odfdo import Document, Header, Paragraph, Table

from scorer.errors import ReadingError
from scorer.reading import read_bytes


def test_an_opendocument_text_keeps_order_tables_and_breaks() -> None:
    document = Document("text")
    document.body.clear()
    document.body.append(Header(1, "On Peace"))
    document.body.append(Paragraph("Many  nations\tpromise\nhelp."))
    table = Table("T", width=2, height=1)
    table.set_value("A1", "War")
    table.set_value("B1", "Cost")
    document.body.append(table)
    document.body.append(Paragraph("The end."))
    text = read_bytes(saved(document), "essay.odt").text
    assert text == "On Peace\n\nMany  nations\tpromise\nhelp.\n\nWar\tCost\n\nThe end."


@pytest.mark.parametrize(
    ("body", "text"),
    [
        pytest.param("<text:p>one <text:span>two</text:span>\n  three</text:p>", "one two three", id="white space"),
        pytest.param('<text:p>a<text:s text:c="3"/>b</text:p>', "a   b", id="spaces"),
        pytest.param('<text:p>a<text:s text:c="999999999"/>b</text:p>', "a" + " " * 100 + "b", id="hostile spaces"),
        pytest.param(
            "<text:list><text:list-item><text:p>x</text:p></text:list-item>"
            "<text:list-item><text:p>y</text:p></text:list-item></text:list>",
            "x\n\ny",
            id="list",
        ),
        pytest.param(
            "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion>"
            "</text:changed-region></text:tracked-changes><text:p>kept</text:p>",
            "kept",
            id="tracked deletion",
        ),
        pytest.param(
            "<text:p>seen<office:annotation><text:p>remark</text:p></office:annotation></text:p>", "seen", id="comment"
        ),
        pytest.param(
            '<text:p>Dear.<text:note text:note-class="footnote"><text:note-citation>i</text:note-citation>'
            "<text:note-body><text:p>Walt, 17.</text:p></text:note-body></text:note> Yes.</text:p>"
            "<text:p>End.</text:p>",
            "Dear.[1] Yes.\n\nEnd.\n\n[1] Walt, 17.",
            id="footnote",
        ),
        pytest.param(
            "<text:p>before<draw:frame><draw:text-box><text:p>boxed</text:p></draw:text-box></draw:frame></text:p>"
            "<text:p>after</text:p>",
            "before\n\nboxed\n\nafter",
            id="text box",
        ),
        pytest.param("<text:section><text:p>inside</text:p></text:section>", "inside", id="section"),
    ],
)
def test_what_an_opendocument_text_shows_is_its_text(body: str, text: str) -> None:
    assert read_bytes(odt_of_xml(body), "essay.odt").text == text


def rtf(body: str) -> bytes:
    fonts = r"{\fonttbl{\f0\froman\fcharset0 Times New Roman{\*\falt Times};}{\f1\fnil\fcharset204 Arial;}}"
    return (r"{\rtf1\ansi\ansicpg1252\deff0" + fonts + body + "}").encode("ascii")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        pytest.param(r"\pard One.\par Two.\par\par Three.\par", "One.\n\nTwo.\n\nThree.", id="paragraphs"),
        pytest.param(r"\pard One\line two\tab x", "One\ntwo\tx", id="line and tab"),
        pytest.param(r"\b bold\b0  and {\i italic}", "bold and italic", id="formatting"),
        pytest.param(r"\ldblquote so\rdblquote\emdash na\'efve", "“so”—naïve", id="signs"),
        pytest.param(r"\u8220?so\u8221? \u-10179?\u-8704?", "“so” \U0001f600", id="unicode, with a pair"),
        pytest.param(r"\f1\'cc\'e8\'f0\f0  peace", "Мир peace", id="font with a charset"),
        pytest.param(r"C:\\par \{x\}", r"C:\par {x}", id="escapes"),
        pytest.param(
            r"\trowd One\cell Two\cell\row Three\cell Four\cell\row\pard", "One\tTwo\nThree\tFour", id="table"
        ),
        pytest.param(
            r'see {\field{\*\fldinst{HYPERLINK "http://x.org"}}{\fldrslt{\ul the site}}} now',
            "see the site now",
            id="hyperlink",
        ),
        pytest.param(r"a{\pict\pngblip " + "89504e47" * 40 + r"} b", "a b", id="picture"),
        pytest.param(r"{\header Smith 2}{\info{\author X}}Text", "Text", id="header and properties"),
    ],
)
def test_rtf(body: str, text: str) -> None:
    assert read_bytes(rtf(body), "essay.rtf").text == text


@pytest.mark.parametrize(
    "body",
    [
        r"{\fonttbl" + r"\f0\fcharset0 " * 3000 + "}",
        r"{\field{\*\fldinst{" + "HYPERLINK " * 3000,
        r"{\field{\*\fldinst{HYPERLINK \"" + '"' * 3000 + "}}" * 3000,
    ],
)
def test_hostile_rtf_ends_soon(body: str) -> None:
    closed = r"{\rtf1 " + body + "}" * 3000 + "x"
    begun = time.monotonic()
    with contextlib.suppress(ReadingError):
        read_bytes(closed.encode(), "essay.rtf")
    assert time.monotonic() - begun < 10  # a fraction of a second; without the guards, days


@pytest.mark.parametrize(
    ("page", "text"),
    [
        pytest.param("<p>One <b>bold</b>\n word.</p><p>Two.</p>", "One bold word.\n\nTwo.", id="paragraphs"),
        pytest.param("<div>One.<div>Two.</div>Three.</div>", "One.\n\nTwo.\n\nThree.", id="nested blocks"),
        pytest.param("One<br>two<br/><br/>Three", "One\ntwo\n\nThree", id="line breaks"),
        pytest.param("<h1>On Peace</h1><ul><li>a<li>b</ul>", "On Peace\n\na\n\nb", id="heading and list"),
        pytest.param(
            "<table><tr><th>War</th> <th>Cost</th></tr>\n<tr><td>1914</td><td>high</td></tr></table>end",
            "War\tCost\n1914\thigh\n\nend",
            id="table",
        ),
        pytest.param("<pre>a  b\n c</pre>", "a  b\n c", id="preformatted"),
        pytest.param("a&nbsp;b &amp; c &#8220;d&#8221;", "a\u00a0b & c “d”", id="entities"),
        pytest.param(
            "<html><head><title>t</title><style>p{}</style></head><body><nav>menu</nav><script>x()</script>"
            "<!-- remark --><p hidden>no</p><p>Text</p></body></html>",
            "Text",
            id="what is not shown",
        ),
        pytest.param('<p>see <a href="http://x.org">the site</a></p>', "see the site", id="link"),
        pytest.param("no tags at all", "no tags at all", id="bare text"),
        pytest.param('<?xml version="1.0"?><p>XHTML</p>', "XHTML", id="xhtml"),
        pytest.param('<p>a<img src="data:image/png;base64,' + "QUJD" * 999 + '">b</p>', "ab", id="picture"),
        pytest.param("<p>unclosed <i>tags", "unclosed tags", id="unclosed"),
        pytest.param("<i>" * 5000 + "deep", "deep", id="deep"),
    ],
)
def test_html(page: str, text: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert read_bytes(page.encode(), "page.html").text == text


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="windows-1251">', "cp1251"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-5">', "iso-8859-5"),
        ('<meta charset="iso-8859-1">', "utf-8"),
        ('<meta charset="no-such">', "utf-8"),
        ("", "utf-16"),
    ],
)
def test_html_is_decoded_as_it_says_unless_it_is_utf8(head: str, encoding: str) -> None:
    assert read_bytes(f"{head}<p>Мир лучше войны</p>".encode(encoding), "page.htm").text == "Мир лучше войны"


@pytest.mark.parametrize("encoding", ["hex", "undefined", "idna", "utf-8", "no-such"])
def test_a_page_with_a_false_encoding_is_read_as_windows_text(encoding: str) -> None:
    page = f'<meta charset="{encoding}"><p>na\u00efve “peace”</p>'.encode("cp1252")
    assert read_bytes(page, "page.html").text == "naïve “peace”"
