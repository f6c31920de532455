"""The component that finds quoted words."""

from __future__ import annotations

import re
from bisect import bisect_right

from spacy.tokens import Doc

from scorer.pipeline.annotations import Found, Quotation, text_of, trimmed
from scorer.pipeline.quotations.pairing import Mark, marks, read
from scorer.pipeline.quotations.patterns import (
    BLOCK_SOURCE,
    CONFIDENCE,
    ELISIONS,
    LONGEST_SOURCE,
    LONGEST_UNOPENED,
    MARK,
    MIN_BLOCK_WORDS,
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

    A paragraph without marks is a block quotation where the one before it ends with a colon and its own last full
    stop is followed by a source in brackets. The share of quoted words is a feature (``quoted_share``).

    >>> import spacy
    >>> doc = Quotations()(spacy.blank("en")('Nau calls it "a matter of concern" to all.'))
    >>> [doc.text[q.start:q.end] for q in doc._.quotations]
    ['"a matter of concern"']

    Attributes set
        ``doc._.quotations``: list of :class:`~scorer.pipeline.annotations.Quotation`, ``citation`` and
        ``dropped`` are set with the citations;
        ``doc._.unbalanced_quotes``: list of :class:`~scorer.pipeline.annotations.Found`, the marks themselves.

    Parameters
        ``single``: whether to read single marks as quotations (default True).
    """

    def __init__(self, *, single: bool = True) -> None:
        self.single = single

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc._.quotations`` and ``doc._.unbalanced_quotes``."""
        text = text_of(doc)
        sentences = SentenceStarts(text)
        quotations: list[Quotation] = []
        alone: list[Found] = []
        introduced = False
        for start, end in blocks(doc):
            reading = read(marks(text, start, end))
            block = [
                Quotation(opener.start, closer.end, CONFIDENCE["doubtful_pair" if cost else "pair"])
                for opener, closer, cost in reading.pairs
                if text[opener.end : closer.start].strip()
            ]
            if self.single:
                block = _in_order(block + _single(text, start, end, block))
            alone += [Found(mark.start, mark.end, CONFIDENCE["pair"]) for mark in reading.alone]
            block = _in_order(block + _unopened(text, start, reading.alone, block, sentences))
            if introduced and not block and not reading.alone:
                block = block_quotation(text, start, end)
            introduced = text[start:end].rstrip().endswith(":")
            quotations.extend(block)
        doc._.quotations = quotations
        doc._.unbalanced_quotes = alone
        return doc


def blocks(doc: Doc) -> list[tuple[int, int]]:
    """The essay's paragraphs, or what blank lines part where the document has none; the prompt is left out."""
    if doc._.paragraphs:
        return [(paragraph.start, paragraph.end) for paragraph in doc._.paragraphs]
    text = text_of(doc)
    start = doc._.prompt.end if doc._.prompt else 0
    parted = []
    for gap in BLANK_LINE.finditer(text, start):
        parted.append((start, gap.start()))
        start = gap.end()
    return [*parted, (start, len(text))]


def block_quotation(text: str, start: int, end: int) -> list[Quotation]:
    """A paragraph that a colon introduced, without marks and with its source behind the last full stop."""
    source = BLOCK_SOURCE.search(text, max(start, end - LONGEST_SOURCE), end)
    if source is None:
        return []
    a, b = trimmed(text, start, source.start("source"))
    return [Quotation(a, b, CONFIDENCE["block"], block=True)] if len(text[a:b].split()) >= MIN_BLOCK_WORDS else []


def _in_order(found: list[Quotation]) -> list[Quotation]:
    return sorted(found, key=lambda quotation: quotation.start)


def _within(place: int, found: list[Quotation]) -> bool:
    """Whether ``place`` is in one of the quotations, which are in text order."""
    index = bisect_right(found, place, key=lambda quotation: quotation.start) - 1
    return index >= 0 and place < found[index].end


def _single(text: str, start: int, end: int, double: list[Quotation]) -> list[Quotation]:
    found = []
    for match in SINGLE.finditer(text, start, end):
        words = match["words"]
        if ELISIONS.match(words) or _within(match.start(), double) or MARK.search(words):
            continue
        possessive = words[-1] == "s" and match["open"] == "'" and match.end() < end and text[match.end()] == " "
        if possessive and not SPEECH_BEFORE.search(text, max(start, match.start() - 20), match.start()):
            continue
        if words[-1].isspace():
            continue
        found.append(Quotation(match.start(), match.end(), CONFIDENCE["single"]))
    return found


def _unopened(
    text: str, start: int, alone: list[Mark], found: list[Quotation], sentences: SentenceStarts
) -> list[Quotation]:
    """The words before each closing mark that nothing opens, where enough of them are left."""
    made: list[Quotation] = []
    for mark in alone:
        if not mark.looks_closing or _within(mark.start, found):
            continue
        before = bisect_right(found, mark.start, key=lambda quotation: quotation.end) - 1
        begin = max(start, sentences.before(mark.start - 1), mark.start - LONGEST_UNOPENED)
        begin = max(begin, found[before].end if before >= 0 else 0, made[-1].end if made else 0)
        while start < begin < mark.start and not (text[begin - 1].isspace() or text[begin].isspace()):
            begin += 1
        begin = _behind_signal(text, begin, mark.start)
        begin, _ = trimmed(text, begin, mark.start)
        if len(text[begin : mark.start].split()) >= MIN_UNOPENED_WORDS:
            made.append(Quotation(begin, mark.end, CONFIDENCE["unopened"], unopened=True))
    return made


def _behind_signal(text: str, begin: int, end: int) -> int:
    """Behind the last signal phrase; ``end`` where one touches it: ``it states," If`` has an opening mark set wrong."""
    for signal in REPORTING.finditer(text, begin, end):
        if signal.end() == end:
            return end
        if len(text[signal.end() : end].split()) >= MIN_UNOPENED_WORDS:
            begin = signal.end()
    return begin
