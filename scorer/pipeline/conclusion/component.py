"""The essay's ending."""

from __future__ import annotations

from spacy.tokens import Doc

from scorer.pipeline.annotations import Found, trimmed
from scorer.pipeline.conclusion import patterns


class Conclusion:
    """Find the conclusion: the last paragraph, or the sentences from an announced ending on.

    With three or more paragraphs the last one counts, if it is not the bulk of the essay and something shows that
    it closes: an announcing phrase, or a restatement of the thesis in it. With fewer, the last sentence that opens
    with an announcing phrase, near the end, begins the conclusion; so does a restatement in the last sentences.

    Reads ``doc._.paragraphs``, ``doc._.references``, ``doc._.restatements``, sentences; sets ``doc._.conclusion``.
    Confidence: .95 an unmistakable phrase, .8 another announcing phrase, .7 a restatement alone.
    """

    def __call__(self, doc: Doc) -> Doc:
        doc._.conclusion = self._find(doc)
        return doc

    def _find(self, doc: Doc) -> Found | None:
        list_start = doc._.references[0].start if doc._.references else len(doc.text)
        paragraphs = [p for p in doc._.paragraphs if p.start < list_start and p.end - p.start > 40]
        if not paragraphs:
            return None
        first, last = paragraphs[0], paragraphs[-1]
        length = last.end - first.start
        if len(paragraphs) >= 3 and last.end - last.start <= patterns.LARGEST_SHARE * length:
            return self._judge(doc, last.start, last.end)
        earliest = last.end - patterns.LAST_SHARE * length
        starts = [s.start_char for s in doc.sents if s.start_char >= earliest and s.start_char < last.end]
        for start in reversed(starts):
            found = self._judge(doc, start, last.end)
            if found:
                return found
        return None

    def _judge(self, doc: Doc, start: int, end: int) -> Found | None:
        start, end = trimmed(doc.text, start, end)
        if start == end:
            return None
        text = doc.text[start:end]
        if patterns.SURE.search(text):
            return Found(start, end, 0.95)
        if patterns.OPENING.search(text):
            return Found(start, end, 0.8)
        if any(start <= again.start < end for again in doc._.restatements):
            return Found(start, end, 0.7)
        return None
