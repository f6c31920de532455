"""What a citation says of one work, before it is known how it stands in the essay."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Form = Literal[
    "author_date", "author_locator", "author_only", "title", "labelled_locator", "bare_locator", "year", "link", "again"
]

HEADLESS: tuple[Form, ...] = ("year", "labelled_locator", "bare_locator")
"""Forms that name neither author nor title; "again" is ``(ibid.)``, which names the work cited before."""


@dataclass(frozen=True)
class Work:
    """Fields of one cited work as written, and the form in which they were put together.

    ``comma``: a comma parts the author from what follows; ``doubtful_year``: ``year`` could as well be a locator,
    as in ``(Nau 2017)``; ``quoted``: the title stands in quotation marks; ``labelled``, ``paged``: the locator has
    a label, one for pages; ``weak``: the form alone does not make it a citation; ``sure``: a word as "qtd. in" does.
    """

    form: Form
    author: str | None = None
    title: str | None = None
    year: str | None = None
    locator: str | None = None
    comma: bool = False
    doubtful_year: bool = False
    quoted: bool = False
    labelled: bool = False
    paged: bool = False
    weak: bool = False
    sure: bool = False


@dataclass(frozen=True)
class Tail:
    """The right end of a citation: ``head`` is what stands before ``years`` and ``locator``.

    ``daily``: month or day stand beside the year.
    """

    head: str
    years: tuple[str, ...]
    locator: str | None
    comma: bool
    labelled: bool
    paged: bool
    daily: bool
