"""Marks that are repeated, marks that are missing at the end of a paragraph, commas that lead in a quotation.

Right: "Well... it was", "Really?!", a heading, a broken line, "said that “...”", 'wrote "The Raven"'. Measured
(``docs/feedback.md``), marks on an error, on learners' sentences and in a reviewed sample of essays: ``repeated_mark``
none and 12 of 16; ``final_mark`` 1 of 1 and 14 of 16; ``comma_before_quotation`` none and 16 of 16. ("???" stands for
what nobody could read in one of the corpora.)
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from scorer.corrections.ground import own_words
from scorer.corrections.lexicons.marks import (
    AGAIN,
    MESSAGES,
    QUOTATION_VERBS,
    REPEATED,
    SENTENCE_QUOTED,
    SHORTENED,
    TITLE_WORDS,
)
from scorer.corrections.places import own_matches, said_once
from scorer.corrections.registry import Mark, check
from scorer.pipeline.annotations import text_of
from scorer.pipeline.view import EssayView, view

CONFIDENCE = {"repeated": 0.95, "final": 0.93, "quotation_comma": 0.85}
WORDS = 12
"""Words of a paragraph from which its end must have a mark: shorter ones may be headings."""


_NAMES = frozenset({"NNP", "NNPS"})
NOMINATIVES = frozenset({"i", "we", "they", "he", "she"})
UNFINISHED = frozenset({"DT", "IN", "CC", "PRP$", "MD", "TO", "VBZ", "VBP", "WDT", "WP", "WRB", "JJ", "JJS"})
"""Tags of words after which a line is broken rather than a sentence ended."""


@check("repeated_mark")
def repeated_marks(doc: Doc) -> Iterator[Mark]:
    """Two commas, two full stops, "!!!", a full stop beside a comma; said once."""
    found, text = [], text_of(doc)
    for match in own_matches(doc, REPEATED):
        written = match["marks"]
        if written[0] == "." and SHORTENED.search(text, max(0, match.start() - 8), match.start()):
            continue
        if written[0] == "?" and text[match.start() - 1 : match.start()].isspace():
            continue  # stands for what could not be read
        if written == ".." and text[match.end() :].lstrip(" ")[:1].islower():
            continue  # a pause inside a sentence
        right = "." if "." in written and len(written) < 4 else "..." if "." in written else written[0]
        message = MESSAGES["repeated"].format(word=written[:12], right=right)
        found.append(Mark(match.start(), match.end(), message, (right,), CONFIDENCE["repeated"]))
    yield from said_once(found, AGAIN["repeated"])


@check("final_mark")
def missing_final_marks(doc: Doc) -> Iterator[Mark]:
    """Paragraphs whose last sentence has no mark at its end, where the next one begins anew; said once."""
    if doc._.paragraphs_guessed:
        return
    made, own = view(doc), own_words(doc)
    found = [_final(made, last) for last in _last_words(made) if own[last]]
    yield from said_once(found, AGAIN["final"])


def _last_words(made: EssayView) -> Iterator[int]:
    for number, paragraph in enumerate(made.paragraphs):
        last = paragraph.stop - 1
        words = [k for k in paragraph if made.is_word[k]]
        following = made.paragraphs[number + 1] if number + 1 < len(made.paragraphs) else None
        begins_anew = following is None or (
            made.text[following.start][0].isupper() and made.tag[following.start] not in _NAMES
        )
        ends = made.is_word[last] and made.text[last][-1] != "." and made.tag[last] not in UNFINISHED
        ends = ends and made.lower[last] not in NOMINATIVES
        if ends and len(words) >= WORDS and begins_anew and not _is_list(made, paragraph):
            yield last


def _is_list(made: EssayView, paragraph: range) -> bool:
    """Whether the paragraph begins like an entry of a list, or is a line of a letter's end."""
    first = paragraph.start
    return not made.is_word[first] or (first + 1 < paragraph.stop and made.text[first + 1] in {")", ":"})


def _final(made: EssayView, last: int) -> Mark:
    first = last
    while first and made.is_word[first - 1] and made.start[first - 1] + len(made.text[first - 1]) == made.start[first]:
        first -= 1
    start, end = made.start[first], made.start[last] + len(made.text[last])
    word = text_of(made.doc)[start:end]
    return Mark(start, end, MESSAGES["final"].format(word=word, right=f"{word}."), (f"{word}.",), CONFIDENCE["final"])


@check("comma_before_quotation")
def uncommaed_quotations(doc: Doc) -> Iterator[Mark]:
    """A verb of saying right before a quoted sentence, without a comma: 'He said "We must go."'."""
    text = text_of(doc)
    for quotation in doc._.quotations:
        if quotation.block or quotation.unopened:
            continue
        quoted = text[quotation.start : quotation.end]
        verb = QUOTATION_VERBS.search(text, max(0, quotation.start - 20), quotation.start)
        if verb is None or len(quoted.split()) <= TITLE_WORDS or not SENTENCE_QUOTED.match(quoted):
            continue
        right = f"{verb['verb']},"
        message = MESSAGES["quotation_comma"].format(right=f"{right} {' '.join(quoted.split()[:2])} …")
        yield Mark(verb.start("verb"), verb.end("verb"), message, (right,), CONFIDENCE["quotation_comma"])
