"""Notes on paragraphs, on linking words, and on the ending."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Doc

from scorer.features.argument import argument
from scorer.features.capitals import FINAL_MARKS
from scorer.features.connectives import opening_connective
from scorer.features.content import families
from scorer.features.lexicons.connectives import LEARNED
from scorer.features.sources import own_words
from scorer.feedback.excerpts import (
    CLOSERS,
    MARKED,
    SHOWN,
    listed,
    number,
    over,
    place_of,
    places_of,
    quoted,
    quoted_word,
    span,
    text_of,
    words_in,
)
from scorer.feedback.flaws import is_model, is_sound
from scorer.feedback.genre import is_answer, is_narrative
from scorer.feedback.notes import Note, finder
from scorer.feedback.patterns import BREAKS, CLOSING_HEADS, CONCLUDING, LINKS, SIGNING
from scorer.feedback.position import TELLING, may_state, opened
from scorer.pipeline.view import EssayView, view

LONG_PARAGRAPH = 250
"""Words from which a paragraph is asked to be divided."""
TORN = 2
"""Line breaks inside sentences from which the breaks of an essay are not its writer's."""
PART = 30
"""Words that a proposed paragraph has at least."""
LAST = 20
"""Words of an ending that is proposed as a paragraph of its own."""
SIGNED = 8
"""Words that the last line of a letter has at most."""
FULL_SENTENCE = 6
"""Words of a paragraph of one sentence that is neither title nor greeting."""
SEVERAL = 3
THIN = 40
"""Words of a paragraph of one sentence that is thin."""
LEANED_ON = 7
ROUND = 50
"""Words to which the length of a paragraph is rounded down."""
HEAD = 12
"""Tokens at the head of a paragraph that are pointed at."""
BEGINNING = 6
"""Words that show which sentence is meant."""
_ENDS = re.compile(r"[.!?]+(?!\w)|(?<=[a-z\s])[.!?](?=[A-Za-z]{2})")
"""Marks that may end a sentence, with or without a space after them."""


@finder
def division(doc: Doc) -> Iterator[Note]:
    """One block, a very long paragraph, paragraphs of one sentence, or a good division."""
    made = view(doc)
    paragraphs, lengths = made.worded_paragraphs, made.paragraph_lengths
    longest = max(range(len(lengths)), key=lambda k: lengths[k])
    alone = len(paragraphs) == 1
    if lengths[longest] >= LONG_PARAGRAPH:
        starts = [] if is_narrative(doc) else _breaks(made, paragraphs[longest])
        places = [place_of(made, sentence) for sentence in starts] or [place_of(made, paragraphs[longest][:HEAD])]
        fields = {
            "words": over(made, paragraphs[longest], ROUND),
            "breaks": listed(quoted(text_of(doc), place, BEGINNING) for place in places),
            "paragraph": quoted(text_of(doc), place_of(made, paragraphs[longest]), BEGINNING),
        }
        codes = ("one_paragraph", "one_paragraph_plain") if alone else ("paragraph_long", "paragraph_long_plain")
        yield Note(codes[not starts], tuple(places[:SHOWN]), fields)
    if doc._.paragraphs_guessed:
        return
    counted = [p for p in paragraphs if _is_marked(made, p)]
    single = [p for p in counted if _is_thin(made, p)]
    if len(single) >= SEVERAL and len(single) * 2 >= len(counted):
        places = [place_of(made, paragraph) for paragraph in single]
        fields = {"number": number(len(single)), "paragraph": quoted(text_of(doc), places[0])}
        yield Note("paragraphs_thin", tuple(places[:SHOWN]), fields)
        return
    full = [
        p
        for p in paragraphs
        if words_in(made, p) >= PART
        and _begins_line(made, p)
        and _begins_anew(made, p)
        and _last_mark(made, p) in FINAL_MARKS
    ]
    torn = sum(not _begins_anew(made, paragraph) for paragraph in paragraphs)
    if len(full) >= SHOWN and lengths[longest] < LONG_PARAGRAPH and torn < TORN:
        heads = [place_of(made, paragraph[:HEAD]) for paragraph in full]
        fields = {
            "second": quoted(text_of(doc), heads[1], BEGINNING),
            "third": quoted(text_of(doc), heads[2], BEGINNING),
        }
        if fields["second"] != fields["third"]:
            yield Note("paragraphs_divided", tuple(heads[:MARKED]), fields)


@finder
def links(doc: Doc) -> Iterator[Note]:
    """Joining words that open sentences, and one that does it all."""
    made = view(doc)
    used: dict[str, int] = {}
    for sentence in made.worded_sentences:
        phrase = " ".join(opening_connective(made, sentence))
        if phrase in LEARNED and phrase != "such as" and is_model(made, sentence):
            used.setdefault(phrase, sentence.start)
    if len(used) >= SHOWN and is_sound(doc):
        first = [made.text[k] for k in used.values()]
        shown = [head + phrase[len(head) :] for head, phrase in zip(first, used, strict=True)]
        fields = {"links": listed(map(quoted_word, shown))}
        places = [place_of(made, range(k, k + len(phrase.split()))) for phrase, k in used.items()]
        yield Note("links_varied", tuple(places[:SHOWN]), fields)
    own = own_words(doc)
    counts = Counter(word for k, word in enumerate(made.lower) if word in LINKS and own[k])
    for word, count in counts.most_common(1):
        if count >= LEANED_ON and made.rate(count) >= 2:
            found = [k for k, lower in enumerate(made.lower) if lower == word and own[k]]
            fields = {"link": quoted_word(word), "number": number(count), "others": LINKS[word]}
            yield Note("link_leaned_on", places_of(made, found), fields)


@finder
def ending(doc: Doc) -> Iterator[Note]:
    """A conclusion, or none."""
    made = view(doc)
    told = [s for s in made.worded_sentences if not _signs(made, s)]
    last = place_of(made, (told or made.worded_sentences)[-1])
    fields = {"last": quoted(text_of(doc), last)}
    if doc._.conclusion and _rounds_off(doc):
        place = span(doc._.conclusion)
        yield Note("conclusion_found", (place,), {"ending": quoted(text_of(doc), place)})
    elif not (doc._.conclusion or _closes(doc) or is_answer(doc)) and len(made.worded_sentences) >= SHOWN:
        yield Note("conclusion_missing", (last,), fields)


def _signs(made: EssayView, sentence: range) -> bool:
    """Whether the line is a name, or ends a letter: no last sentence of an essay."""
    if SIGNING.opens(made.lower, sentence.start, 2):
        return words_in(made, sentence) <= SIGNED
    return words_in(made, sentence) < TELLING and made.text[sentence.stop - 1] not in FINAL_MARKS


def _breaks(made: EssayView, paragraph: range) -> list[range]:
    """Sentences before which the paragraph could be parted: announced points and the ending."""
    sentences = [
        sentence
        for sentence in made.worded_sentences
        if paragraph.start < sentence.start < paragraph.stop and made.text[sentence.start - 1] in FINAL_MARKS
    ]
    parts, since = [], paragraph.start
    for sentence in sentences:
        after = words_in(made, range(sentence.start, paragraph.stop))
        closing = (
            CLOSING_HEADS.opens(made.lower, sentence.start, 1) and _is_conclusion(made, sentence) and after >= LAST
        )
        announced = (
            BREAKS.found(made.lower, sentence[:4]) and next(BREAKS.starts(made.lower, sentence)) == sentence.start
        )
        room = words_in(made, range(since, sentence.start)) >= PART
        if room and (closing or (announced and after >= PART)):
            parts.append(sentence)
            since = sentence.start
    return parts if len(parts) <= SHOWN else [*parts[: SHOWN - 1], parts[-1]]


def _is_conclusion(made: EssayView, sentence: range) -> bool:
    """Whether the conclusion begins with a sentence."""
    conclusion = made.doc._.conclusion
    return conclusion is not None and made.start[sentence.start] == conclusion.start


def _begins_line(made: EssayView, paragraph: range) -> bool:
    """Whether nothing that was left out, such as words said before, stands in front of the paragraph."""
    return not text_of(made.doc)[: made.start[paragraph.start]].rstrip(" \t\"'“‘").strip(" \t")[-1:].strip()


def _begins_anew(made: EssayView, paragraph: range) -> bool:
    """Whether the paragraph is no rest of a sentence that a line break tore: it begins with a capital, and what stands
    before it ends with a mark, or is a title or greeting of few words at the top."""
    letter = next((made.text[k][0] for k in paragraph if made.is_word[k]), "")
    before = next((p for p in reversed(made.worded_paragraphs) if p.stop <= paragraph.start), None)
    top = before is None or (before.start == made.worded_paragraphs[0].start and words_in(made, before) < FULL_SENTENCE)
    ended = top or before is None or _last_mark(made, before) in FINAL_MARKS
    return not letter.islower() and ended


def _last_mark(made: EssayView, paragraph: range) -> str:
    return next((made.text[k] for k in reversed(paragraph) if made.text[k] not in CLOSERS), "")


def _is_marked(made: EssayView, paragraph: range) -> bool:
    """Whether the paragraph begins anew, ends with a mark, and is long enough to be neither title nor greeting."""
    ended = _last_mark(made, paragraph) in FINAL_MARKS
    return ended and words_in(made, paragraph) >= FULL_SENTENCE and _begins_anew(made, paragraph)


def _is_thin(made: EssayView, paragraph: range) -> bool:
    """Whether a paragraph is one sentence that has room beside it: no long one that runs on."""
    return _is_one_sentence(made, paragraph) and words_in(made, paragraph) <= THIN


def _is_one_sentence(made: EssayView, paragraph: range) -> bool:
    """Whether one final mark stands in the paragraph, at its end."""
    start, end = place_of(made, paragraph)
    return len(_ENDS.findall(text_of(made.doc), start, end)) == 1


def _rounds_off(doc: Doc) -> bool:
    """Whether the conclusion says that it is one, and does not break off."""
    made, parts = view(doc), argument(doc)
    positions = parts.conclusion.positions
    if not positions or made.text[len(made) - 1] not in FINAL_MARKS | CLOSERS:
        return False  # none, or one that breaks off
    return CONCLUDING.opens(made.lower, positions.start, 3)


def _closes(doc: Doc) -> bool:
    """Whether the end of the essay may be an ending: a closing word, or words of the opening that come back."""
    made, named = view(doc), families(doc)
    full = [p for p in made.worded_paragraphs if words_in(made, p) >= SIGNED]  # a signature is no ending
    last = full[-1] if full else made.worded_paragraphs[-1]
    alone = len(full) > 1
    tail = [s for s in made.worded_sentences if s.start >= last.start] if alone else []
    tail += [s for s in made.worded_sentences[-4:] if s not in tail]
    first = made.worded_paragraphs[0] if alone else range(0)
    heads = (*opened(doc), first, made.worded_sentences[0])
    begun = {named[k] for stretch in heads for k in stretch if named[k]} | argument(doc).thesis.content
    ended = {named[k] for sentence in tail for k in sentence if named[k]}
    return (
        bool(begun & ended)
        or any(may_state(made, sentence) for sentence in tail[-SHOWN:])
        or any(CLOSING_HEADS.found(made.lower, sentence[:5]) for sentence in tail)
    )
