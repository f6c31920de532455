"""The component that finds the list of references."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from spacy.tokens import Doc

from scorer.bundle import find_bundle
from scorer.pipeline.annotations import Reference, text_of, trimmed
from scorer.pipeline.chain import Crf, storage
from scorer.pipeline.references.entry import shaped
from scorer.pipeline.references.fields import read_fields
from scorer.pipeline.references.listing import find_entries
from scorer.pipeline.references.patterns import CONFIDENCE, NOTE_AGAIN, URL


class References:
    """Finds the list of references (Works Cited, Bibliography, Sources, ...) and reads its entries.

    The list begins behind the last heading whose next line looks like an entry, also where the heading stands in
    running text, or, without a heading, is a final run of at least two lines that are each shaped like an entry. It
    ends with the text or where prose begins again. Hanging-indented and wrapped lines are joined to the one before
    them; a line that holds several entries is parted. Fields are read by a conditional random field, which is
    loaded when the first list is met; rules only tidy them (final full stop, quotation marks).
    ``doc._.paragraphs`` is left as it is, with the list's lines among them.

    >>> import spacy
    >>> text = 'Peace matters.\\n\\nWorks Cited\\nNau, Henry. Perspectives on International Relations. CQ Press, 2017.'
    >>> doc = References()(spacy.blank("en")(text))
    >>> doc._.references[0].author, doc._.references[0].title, doc._.references[0].year
    ('Nau, Henry', 'Perspectives on International Relations', '2017')

    Attributes set
        ``doc._.references``: list of :class:`~scorer.pipeline.annotations.Reference`, the heading left out.

    Parameters
        ``model``: the bundle of the field parser, a shipped name or a folder that was verified (default
        ``references``). ``headless``: whether to look for a list without a heading (default True).

    Measured quality: ``docs/extraction.md`` and the card of the bundle, ``scorer model show references``.
    """

    def __init__(self, model: str | Path = "references", *, headless: bool = True) -> None:
        self.model = model
        self.headless = headless

    @cached_property
    def crf(self) -> Crf:
        """The weights of the field parser. Most essays have no list and never need them."""
        return storage.load(find_bundle(self.model))

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc._.references``."""
        text = text_of(doc)
        stretches, kind = find_entries(text, doc._.prompt.end if doc._.prompt else 0, self.headless)
        found = []
        for start, end in stretches:
            a, b = trimmed(text, start, end)
            if a == b:
                continue
            entry = text[a:b]
            read = read_fields(self.crf, entry)
            if not (read.author or read.title or URL.search(entry) or NOTE_AGAIN.match(entry)):
                continue  # a stray word below the list
            doubtful = kind == "headed" and not shaped(" ".join(entry.split()))
            confidence = CONFIDENCE["headed_doubtful" if doubtful else kind]
            found.append(Reference(a, b, confidence, read.author, read.title, read.year))
        doc._.references = found
        return doc
