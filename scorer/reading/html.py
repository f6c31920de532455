"""Web pages (.html), which is also how an LMS stores what was typed into its text box."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from scorer.reading.failures import damaged_if_it_fails, reading_error
from scorer.reading.limits import Limits
from scorer.reading.plain import decode
from scorer.reading.text import check_markup, is_binary, joined, normalised, without_controls

if TYPE_CHECKING:
    from bs4.element import Tag

_LEFT_OUT = frozenset(
    {
        "head", "script", "style", "nav", "template", "noscript", "svg", "iframe", "object", "button",
        "select", "textarea", "audio", "video", "canvas",
    }
)  # fmt: skip
_BLOCKS = frozenset(
    {
        "html", "body", "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd",
        "blockquote", "pre", "table", "caption", "section", "article", "aside", "header", "footer", "main",
        "address", "figure", "figcaption", "hr", "form", "fieldset", "details", "summary",
    }
)  # fmt: skip
_BREAK, _LINE, _CELL, _SPACE = "\1\2\3\4"  # control characters, which the markup is rid of first
_ENDS = {"td": _CELL, "th": _CELL, "tr": _LINE}
_AROUND_CELL = re.compile(f" ?{_CELL} ?")
_PICTURE = re.compile("base64,[A-Za-z0-9+/=]{100,}")
_WHITE = re.compile(r"[ \t\n\r\f]+")
_KEPT = str.maketrans({"\n": _LINE, " ": _SPACE, "\t": _CELL})
_SHOWN = str.maketrans({_LINE: "\n", _SPACE: " ", _CELL: "\t"})
_CHARSET = re.compile(
    rb"<meta[^>]{0,200}charset=[\"']?([\w-]{1,40})|<\?xml[^>]{0,100}encoding=[\"']([\w-]{1,40})", re.I
)


def read_html(data: bytes, name: str, limits: Limits) -> str:
    """The page's text: block elements are paragraphs, ``<br>`` is ``\\n``, table cells are parted by tabs.

    Scripts, styles, navigation and forms are left out; links are text and are not followed. White space runs
    are one space, as a browser shows them, but for ``<pre>``.
    """
    markup = _decoded(data)
    if markup is None or is_binary(markup):
        raise reading_error("not_text", name)
    markup = _PICTURE.sub("", markup)
    check_markup(markup, "<", name, limits)
    from bs4 import BeautifulSoup  # here, to keep start-up fast

    with damaged_if_it_fails(name):
        # the opening tag keeps the library from warning about text without tags and about XHTML
        soup = BeautifulSoup("<html>" + without_controls(normalised(markup)), "html.parser")
        return joined([_shown(part) for part in "".join(_pieces(soup)).split(_BREAK)])


def _decoded(data: bytes) -> str | None:
    """The markup; an encoding that the page declares counts where the bytes are not UTF-8 (many pages lie)."""
    declared = _CHARSET.search(data[:4096])
    text = decode(data)
    if not declared or text is None or _is_utf8(data):
        return text
    encoding = (declared[1] or declared[2]).decode("ascii")
    try:
        return text if codecs.lookup(encoding).name.startswith("utf") else data.decode(encoding, "replace")
    except (LookupError, UnicodeError):  # no such encoding, or one of Python's that are not of text
        return text


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _shown(part: str) -> str:
    """A block as a browser shows it. Two line breaks in a row part paragraphs: so people type in text boxes."""
    collapsed = _WHITE.sub(" ", part).strip(" ")
    lines = (line.strip(" ").removesuffix(_CELL) for line in _AROUND_CELL.sub(_CELL, collapsed).split(_LINE))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines).translate(_SHOWN))


def _pieces(soup: Tag) -> Iterator[str]:
    """Text and marks in document order, with a stack of our own: pages may nest deeper than Python recurses."""
    from bs4.element import NavigableString, Tag

    waiting: list[tuple[object, bool]] = [(soup, False)]
    while waiting:
        node, preformatted = waiting.pop()
        if isinstance(node, Tag):
            if node.name in _LEFT_OUT or node.has_attr("hidden"):
                continue
            block = _BREAK if node.name in _BLOCKS else ""
            yield _LINE if node.name == "br" else block
            waiting.append((block or _ENDS.get(node.name, ""), False))
            inside = preformatted or node.name == "pre"
            waiting.extend((child, inside) for child in reversed(node.contents))
        elif type(node) is NavigableString:  # its subclasses are comments, doctypes and scripts
            yield node.translate(_KEPT) if preformatted else str(node)
        elif type(node) is str:
            yield node
