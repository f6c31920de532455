"""The essay's ending."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from scorer.pipeline.annotations import Found, text_of, tokens_of, trimmed
from scorer.pipeline.conclusion import patterns

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})


class Conclusion:
    """Find the conclusion: the last paragraph, or the sentences from an announced ending on.

    With three or more paragraphs the last one counts, if it is not the bulk of the essay and something shows that
    it closes: an announcing phrase at its head, or the thesis, or the words of the introduction, in it. Else the
    sentence near the end that opens with an announcing phrase begins the conclusion; with fewer paragraphs so does a
    restatement. The close of a letter ("Sincerely, ...") is left out.

    Reads ``doc._.paragraphs``, ``doc._.references``, ``doc._.thesis``, ``doc._.restatements``, sentences; sets
    ``doc._.conclusion``. Confidence: .95 an unmistakable phrase, .8 another announcing phrase, .7 a restatement alone,
    .6 the words of the thesis, or of a sentence of the first paragraph, alone.
    """

    def __call__(self, doc: Doc) -> Doc:
        doc._.conclusion = _find(doc)
        return doc


def _find(doc: Doc) -> Found | None:
    paragraphs = _body(doc)
    if not paragraphs:
        return None
    first, last = paragraphs[0], paragraphs[-1]
    length = last.end - first.start
    long_enough = len(paragraphs) >= 3
    if long_enough and last.end - last.start <= patterns.LARGEST_SHARE * length:
        confidence = _announced(text_of(doc)[last.start : last.end], True, True) or _restated(doc, first, last)
        if confidence:
            return Found(last.start, last.end, confidence)
    for sentence in reversed(list(tokens_of(doc, Found(first.start, last.end)).sents)):
        start, end = trimmed(text_of(doc), max(sentence.start_char, first.start), last.end)
        to_end = (end - start) / length
        if to_end > patterns.LAST_SHARE:
            return None
        looks_back = not long_enough or start >= last.start
        confidence = _announced(text_of(doc)[start:end], looks_back, to_end <= patterns.VERY_END and not long_enough)
        if not confidence and not long_enough and _holds_restatement(doc, Found(start, sentence.end_char)):
            confidence = 0.7
        if confidence:
            return Found(start, end, confidence)
    return None


def _body(doc: Doc) -> list[Found]:
    """The paragraphs before the list of references and the close of a letter, headings and signatures left out."""
    list_start = doc._.references[0].start if doc._.references else len(text_of(doc))
    paragraphs = [p for p in doc._.paragraphs if p.start < list_start and p.end - p.start > patterns.SHORTEST]
    while len(paragraphs) > 1 and patterns.FAREWELL.match(text_of(doc)[paragraphs[-1].start : paragraphs[-1].end]):
        paragraphs.pop()
    return paragraphs


def _announced(text: str, strong: bool, weak: bool) -> float:
    """How sure an announcing phrase at the head of ``text`` makes it, 0 for none; ``SURE`` ones always count."""
    if patterns.SURE.match(text):
        return 0.95
    return 0.8 if (strong and patterns.STRONG.match(text)) or (weak and patterns.WEAK.match(text)) else 0.0


def _restated(doc: Doc, first: Found, last: Found) -> float:
    """How sure a statement of the thesis in the last paragraph makes it a conclusion, 0 where there is none."""
    if patterns.LAST_POINT.match(text_of(doc)[last.start : last.end]):
        return 0.0
    if _holds_restatement(doc, last):
        return 0.7
    thesis = doc._.thesis
    if thesis and thesis.start >= last.start:
        return 0.6 if thesis.start < (last.start + last.end) / 2 else 0.0
    stated = [_content(sentence) for sentence in tokens_of(doc, first).sents]
    if thesis:
        stated.append(_content(tokens_of(doc, thesis)))
    again = [_content(sentence) for sentence in tokens_of(doc, last).sents]
    same = any(len(a & b) >= max(patterns.FEWEST_WORDS, patterns.SAME_WORDS * len(a)) for a in stated for b in again)
    return 0.6 if same else 0.0


def _holds_restatement(doc: Doc, stretch: Found) -> bool:
    return any(stretch.start <= again.start < stretch.end for again in doc._.restatements)


def _content(span: Span) -> set[str]:
    return {token.lemma_.lower() for token in span if token.pos_ in CONTENT and not token.is_stop}
