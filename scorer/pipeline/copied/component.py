"""Stretches that the student copied from the prompt or from a source text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from spacy.tokens import Doc

from scorer.pipeline.annotations import Copied, text_of
from scorer.pipeline.copied import patterns
from scorer.pipeline.copied.runs import Run, runs
from scorer.pipeline.copied.side import takes_side
from scorer.pipeline.copied.words import BREAK, Original, Words, original, words_of


class CopiedText:
    """Mark what stands nearly word for word in the prompt or in a source, and is not quoted.

    Runs of equal words are drawn out over small edits; case and punctuation do not matter. A run of a source counts
    from eight copied words. A run of the prompt counts only as most of a sentence, and never where the sentence takes
    a side in the prompt's words, as a thesis does (``side``). Quotations, titles, lists of names, common phrases and
    the list of references are not copying.

    Sets ``doc._.copied``, spans apart; reads ``given_prompt``, ``given_sources``, ``prompt``, ``paragraphs``,
    ``quotations``, ``references`` and sentences. Confidence: copied words / words of the run.
    """

    def __call__(self, doc: Doc) -> Doc:
        assignments = _assignments(doc)
        sources = tuple(text for text in doc._.given_sources if text.strip())
        if assignments or sources:
            words = essay_words(doc)
            from_prompt = list(_from_prompt(doc, words, original(assignments))) if assignments else []
            from_sources = list(_from_sources(doc, words, original(sources))) if sources else []
            doc._.copied = sorted(from_prompt + _apart(from_sources, from_prompt), key=lambda found: found.start)
        return doc


def essay_words(doc: Doc) -> Words:
    """The words of the essay proper; quoted ones are blanked, so that they match nothing."""
    start = doc._.paragraphs[0].start if doc._.paragraphs else len(text_of(doc))
    end = doc._.references[0].start if doc._.references else len(text_of(doc))
    words = words_of(text_of(doc), start, end)
    for quotation in doc._.quotations:
        first, last = bisect_left(words.start, quotation.start), bisect_left(words.start, quotation.end)
        words.lower[first:last] = [BREAK] * (last - first)
    return words


def sentences_in(doc: Doc, words: Words) -> Iterator[tuple[int, int, int]]:
    """First word, word after the last, and offset of the end of every sentence; paragraphs end sentences."""
    starts = {token.idx for token in doc if token.is_sent_start} | {paragraph.start for paragraph in doc._.paragraphs}
    for start, end in pairwise([*sorted(starts), len(text_of(doc))]):
        first, last = bisect_left(words.start, start), bisect_left(words.start, end)
        if first < last:
            yield first, last, end


def _assignments(doc: Doc) -> tuple[str, ...]:
    found = doc._.prompt
    texts = (doc._.given_prompt or "", text_of(doc)[found.start : found.end] if found else "")
    return tuple(dict.fromkeys(text for text in texts if text.strip()))


def _from_sources(doc: Doc, words: Words, sources: Original) -> Iterator[Copied]:
    for run in runs(words.lower, sources, patterns.SOURCE_WORDS):
        run = _tidied(doc, words, run)
        if _is_prose(doc, words, run.here):
            yield _copied(words, run, "source")


def _from_prompt(doc: Doc, words: Words, prompt: Original) -> Iterator[Copied]:
    found = list(runs(words.lower, prompt, patterns.PROMPT_WORDS))
    if not found:
        return
    for first, last, end in sentences_in(doc, words):
        for whole in found:
            run = whole.inside(first, last)
            if not run or run.matched < max(patterns.PROMPT_WORDS, patterns.SENTENCE_SHARE * (last - first)):
                continue
            copied = _copied(words, run, "prompt")
            sentence = text_of(doc)[words.start[first] : end]
            own = text_of(doc)[words.start[first] : copied.start] + " " + text_of(doc)[copied.end : end]
            if _is_prose(doc, words, run.here) and not takes_side(sentence, own, run.there, prompt):
                yield copied


def _tidied(doc: Doc, words: Words, run: Run) -> Run:
    """The run without a word or two of the sentence before or after it."""
    first, last = run.here[0], run.here[-1] + 1

    def parted(k: int) -> bool:
        return bool(patterns.STOPPED.search(text_of(doc), words.end[k - 1], words.start[k]))

    start = next((k for k in range(first + patterns.EDGE, first, -1) if parted(k)), first)
    end = next((k for k in range(last - patterns.EDGE, last) if parted(k)), last)
    return run.inside(start, end) or run


def _copied(words: Words, run: Run, origin: Literal["prompt", "source"]) -> Copied:
    return Copied(words.start[run.here[0]], words.end[run.here[-1]], round(run.likeness, 4), origin)


def _is_prose(doc: Doc, words: Words, places: range) -> bool:
    """Whether words are a statement: neither a title, nor names, nor a phrase of function words."""
    content = [k for k in places if words.lower[k] and words.lower[k] not in patterns.FUNCTION_WORDS]
    names = sum(text_of(doc)[words.start[k]].isupper() for k in content if k > places[0])
    shouted = text_of(doc)[words.start[places[0]] : words.end[places[-1]]].isupper()
    enough = len({words.lower[k] for k in content}) >= patterns.CONTENT_WORDS
    return enough and (shouted or names < patterns.NAME_SHARE * len(content))


def _apart(found: list[Copied], others: list[Copied]) -> list[Copied]:
    return [one for one in found if not any(one.start < other.end and other.start < one.end for other in others)]
