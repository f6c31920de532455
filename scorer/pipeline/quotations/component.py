"""The component that finds quoted words."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from scorer.pipeline.annotations import Found, Quotation, trimmed
from scorer.pipeline.quotations.pairing import Mark, marks, read
from scorer.pipeline.quotations.patterns import (
    CONFIDENCE,
    ELISIONS,
    MARK,
    MIN_UNOPENED_WORDS,
    REPORTING,
    SINGLE,
    SPEECH_BEFORE,
)
from scorer.pipeline.quotations.sentences import SentenceStarts

BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")


class Quotations:
    """Finds what stands between quotation marks, and marks that have no pair.

    Marks are read paragraph by paragraph, so that no quotation crosses a paragraph break. Straight (``"``),
    smart (``“ ”``), angular (``« »``) and typed (`````...''``) double marks are paired by the cheapest reading
    of the whole paragraph: a mark may be used against its form or the spaces around it, or stay alone, at a
    cost (``patterns.COST``). Quotations within quotations are part of the outer one. Single marks count only
    where an apostrophe cannot explain them. Scare quotes and quoted titles are quotations here; the citations
    component takes out the titles that turn out to be part of a citation or of the list of references.

    A closing mark that nothing opens gives a quotation with ``unopened=True``. It is taken to begin after the
    latest of: the start of the sentence, the end of the quotation before it, a signal phrase ("Nau says that").

    >>> import spacy
    >>> doc = Quotations()(spacy.blank("en")('Nau calls it "a matter of concern" to all.'))
    >>> [doc.text[q.start:q.end] for q in doc._.quotations]
    ['"a matter of concern"']

    Attributes set
        ``doc._.quotations``: list of :class:`~scorer.pipeline.annotations.Quotation`, ``citation`` still None;
        ``doc._.unbalanced_quotes``: list of :class:`~scorer.pipeline.annotations.Found`, the marks themselves.

    Parameters
        ``single``: whether to read single marks as quotations (default True).
    """

    def __init__(self, *, single: bool = True) -> None:
        self.single = single

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc._.quotations`` and ``doc._.unbalanced_quotes``."""
        text = doc.text
        sentences = SentenceStarts(text)
        quotations: list[Quotation] = []
        alone: list[Found] = []
        for start, end in blocks(doc):
            reading = read(text, marks(text, start, end))
            block = [
                Quotation(opener.start, closer.end, CONFIDENCE["doubtful_pair" if cost else "pair"])
                for opener, closer, cost in reading.pairs
                if text[opener.end : closer.start].strip()
            ]
            if self.single:
                block.extend(_single(text, start, end, block))
            for mark in reading.alone:
                alone.append(Found(mark.start, mark.end, CONFIDENCE["pair"]))
                block.extend(_unopened(text, start, mark, block, sentences))
            quotations.extend(sorted(block, key=lambda quotation: quotation.start))
        doc._.quotations = quotations
        doc._.unbalanced_quotes = alone
        return doc


def blocks(doc: Doc) -> list[tuple[int, int]]:
    """The essay's paragraphs, or what blank lines part where the document has none; the prompt is left out."""
    if doc._.paragraphs:
        return [(paragraph.start, paragraph.end) for paragraph in doc._.paragraphs]
    text = doc.text
    start = doc._.prompt.end if doc._.prompt else 0
    parted = []
    for gap in BLANK_LINE.finditer(text, start):
        parted.append((start, gap.start()))
        start = gap.end()
    return [*parted, (start, len(text))]


def _single(text: str, start: int, end: int, double: list[Quotation]) -> list[Quotation]:
    found = []
    for match in SINGLE.finditer(text, start, end):
        words = match["words"]
        if ELISIONS.match(words) or any(q.start <= match.start() < q.end for q in double) or MARK.search(words):
            continue
        possessive = words[-1] == "s" and match["open"] == "'" and match.end() < end and text[match.end()] == " "
        if possessive and not SPEECH_BEFORE.search(text, max(start, match.start() - 20), match.start()):
            continue
        if words[-1].isspace():
            continue
        found.append(Quotation(match.start(), match.end(), CONFIDENCE["single"]))
    return found


def _unopened(text: str, start: int, mark: Mark, found: list[Quotation], sentences: SentenceStarts) -> list[Quotation]:
    """The words before a closing mark that nothing opens, or nothing where too few of them are left."""
    if not mark.looks_closing or any(q.start < mark.start < q.end for q in found):
        return []
    begin = max([start, sentences.before(mark.start - 1), *(q.end for q in found if q.end <= mark.start)])
    for signal in REPORTING.finditer(text, begin, mark.start):
        if signal.end() == mark.start:  # it states," If ...: an opening mark set wrong
            return []
        if len(text[signal.end() : mark.start].split()) >= MIN_UNOPENED_WORDS:
            begin = signal.end()
    begin, _ = trimmed(text, begin, mark.start)
    if len(text[begin : mark.start].split()) < MIN_UNOPENED_WORDS:
        return []
    return [Quotation(begin, mark.end, CONFIDENCE["unopened"], unopened=True)]
