"""What the pipeline finds, and where on the ``Doc`` it stands.

Every finding is a small frozen dataclass with ``start`` and ``end``: code points into ``doc.text``, the
text as read. No finding starts or ends with white space. Lists are in text order.

===========================  ============================================  =======================
attribute                    holds                                         set by
===========================  ============================================  =======================
``doc._.given_prompt``       the assignment given apart (str), or None     the caller
``doc._.given_sources``      texts the essay was to use: tuple of str       the caller
``doc._.prompt``             ``Found`` at the head of the text, or None    ``essay_prompt``
``doc._.paragraphs``         list of ``Found``: the essay, prompt left out ``essay_paragraphs``
``doc._.paragraphs_guessed``  paragraphs were runs of spaces, or absent    ``essay_paragraphs``
``doc._.quotations``         list of ``Quotation``                         ``essay_quotations``
``doc._.unbalanced_quotes``  list of ``Found``: marks that have no pair    ``essay_quotations``
``doc._.references``         list of ``Reference``                         ``essay_references``
``doc._.citations``          list of ``Citation``                          ``essay_citations``
``doc._.copied``             list of ``Copied``                            ``essay_copied``
``doc._.thesis``             ``Found`` or None                             ``essay_argument``
``doc._.restatements``       list of ``Found``                             ``essay_argument``
``doc._.reasons``            list of ``Found``                             ``essay_argument``
``doc._.counterarguments``   list of ``Counterargument``                   ``essay_argument``
``doc._.evidence``           list of ``Evidence``                          ``essay_argument``
``doc._.roles``              tuple of ``Role``, one for each sentence      ``essay_argument``
``doc._.conclusion``         ``Found`` or None                             ``essay_conclusion``
===========================  ============================================  =======================

Syntax (tags, heads, lemmas, sentences) is set by ``essay_syntax`` in the usual spaCy places.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Span

CitationStyle = Literal["mla", "apa", "chicago-author-date", "chicago-note", "numeric", "narrative", "url"]


@dataclass(frozen=True)
class Found:
    """A stretch of the text. ``confidence`` is the finder's probability that it is right, 0 to 1."""

    start: int
    end: int
    confidence: float = 1.0


@dataclass(frozen=True)
class Copied(Found):
    """Words that stand nearly the same, without quotation marks, in the prompt or in a source text."""

    origin: Literal["prompt", "source"] = "source"


@dataclass(frozen=True)
class Counterargument(Found):
    """A claim against the thesis, and what answers it."""

    rebuttal: Found | None = None


@dataclass(frozen=True)
class Evidence(Found):
    """What supports a reason or counterargument: ``supports`` is (list name, index into that list), or None."""

    supports: tuple[Literal["reasons", "counterarguments"], int] | None = None


@dataclass(frozen=True)
class Role:
    """A sentence, and how probable it is that it does this or that in the argument, 0 to 1 each; 0 if it is copied.

    ``states`` the writer's position; ``gives`` a reason; ``opposes``: says what the other side holds; ``argues``: its
    words belong to some part of an argument. ``counts``: what a source in it counts, less than 1 where it may be on
    another subject than the essay's.
    """

    start: int
    end: int
    states: float
    gives: float
    opposes: float
    argues: float
    counts: float = 1.0


@dataclass(frozen=True)
class Reference(Found):
    """One entry of the Works Cited or References list. Fields as written; None where not found."""

    author: str | None = None
    title: str | None = None
    year: str | None = None


@dataclass(frozen=True)
class Citation(Found):
    """One cited work. Several works in one bracket are several records that share its span.

    ``author`` as written, without possessive; ``title`` without quotes or final comma; ``year`` as text
    (``2015a``, ``n.d.``); ``locator``: pages lose ``p.``, other units keep their label. ``reference`` is an
    index into ``doc._.references``. ``issues`` are codes such as ``missing_locator``.
    """

    style: CitationStyle = "mla"
    author: str | None = None
    title: str | None = None
    year: str | None = None
    locator: str | None = None
    reference: int | None = None
    issues: tuple[str, ...] = ()


@dataclass(frozen=True)
class Quotation(Found):
    """Quoted words, marks included. ``citation`` is an index into ``doc._.citations``.

    ``unopened`` says that the closing mark has no opening one: the span is then the mark and the words
    before it that the finder believes were quoted. ``block``: a passage set apart, without marks. ``dropped``: a
    sentence of quoted words alone, with no word of the writer's to lead in.
    """

    citation: int | None = None
    unopened: bool = False
    block: bool = False
    dropped: bool = False


SINGLE = ("given_prompt", "prompt", "thesis", "conclusion")
LISTS = (
    "paragraphs", "quotations", "unbalanced_quotes", "references", "citations", "copied",
    "restatements", "reasons", "counterarguments", "evidence",
)  # fmt: skip


def register() -> None:
    """Declare the attributes on ``Doc``; harmless to call twice."""
    for name in SINGLE:
        Doc.set_extension(name, default=None, force=True)
    for name in LISTS:
        Doc.set_extension(name, default=[], force=True)
    Doc.set_extension("given_sources", default=(), force=True)
    Doc.set_extension("roles", default=(), force=True)
    Doc.set_extension("paragraphs_guessed", default=False, force=True)


_TEXT = "essay_text"


def with_text(doc: Doc, text: str) -> Doc:
    """The document, which remembers the ``text`` that it was made of for ``text_of``."""
    doc.user_data[_TEXT] = text
    return doc


def text_of(doc: Doc) -> str:
    """``doc.text``, which spaCy puts together anew each time it is asked, put together once."""
    text: str | None = doc.user_data.get(_TEXT)
    if text is None:
        text = doc.user_data[_TEXT] = doc.text
    return text


def tokens_of(doc: Doc, found: Found) -> Span:
    """The tokens that the finding touches."""
    return doc.char_span(found.start, found.end, alignment_mode="expand")


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The same stretch without white space at its ends; ``start == end`` where nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


register()
