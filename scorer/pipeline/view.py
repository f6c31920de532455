"""The essay as parallel lists, made once per document and shared by every correction and feature.

The view holds the student's own running text: the prompt, the list of references with its heading and white-space
tokens are left out. Position ``k`` in every list is the same token.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property, wraps
from itertools import pairwise
from sys import maxsize
from typing import Any, TypeVar

from spacy.tokens import Doc

from scorer.pipeline.frequency import zipf

T = TypeVar("T")
_NAMED = ["ORTH", "LOWER", "LEMMA", "POS", "TAG", "DEP"]
_NUMBERS = ["HEAD", "SENT_START", "IDX"]
_KEY = "scorer.view"
HEADING_TOKENS = 5


@dataclass
class EssayView:
    """Parallel lists over the essay's tokens; see the module's docstring.

    ``index`` is the token's place in the ``Doc``; ``head`` the position of its head in this view (its own
    position for a root, or where the head was left out). ``sentences`` and ``paragraphs`` are ranges of
    positions; ``sentence`` and ``paragraph`` give the number of the one that a position is in.
    """

    doc: Doc
    index: list[int]
    text: list[str]
    lower: list[str]
    lemma: list[str]
    pos: list[str]
    tag: list[str]
    dep: list[str]
    head: list[int]
    start: list[int]
    sentence: list[int]
    paragraph: list[int]
    sentences: list[range]
    paragraphs: list[range]

    def __len__(self) -> int:
        return len(self.index)

    @cached_property
    def is_word(self) -> list[bool]:
        """True for tokens with a letter in them, parts of contractions included."""
        return [text.isalpha() or (len(text) > 1 and any(c.isalpha() for c in text)) for text in self.text]

    @cached_property
    def words(self) -> list[str]:
        """Lower-case words in order."""
        return [lower for lower, word in zip(self.lower, self.is_word, strict=True) if word]

    @cached_property
    def lower_lemma(self) -> list[str]:
        """Lower-case lemma of every token."""
        return [lemma.lower() for lemma in self.lemma]

    @cached_property
    def content_at(self) -> list[int]:
        """Positions of nouns, names, verbs, adjectives and adverbs."""
        return [
            k for k, (pos, word) in enumerate(zip(self.pos, self.is_word, strict=True)) if word and pos in CONTENT_POS
        ]

    @cached_property
    def content_lemmas(self) -> list[str]:
        """Lower-case lemmas of nouns, names, verbs, adjectives and adverbs, in order."""
        return [self.lower_lemma[k] for k in self.content_at]

    @cached_property
    def zipf(self) -> list[float]:
        """Zipf frequency of every token's lower-case form (0.0 for words that the list lacks)."""
        known = {lower: zipf(lower) for lower in set(self.lower)}
        return [known[lower] for lower in self.lower]

    @cached_property
    def children(self) -> list[list[int]]:
        """Positions that depend on each position. Those on which none does share one list."""
        result: list[list[int]] = [[]] * len(self)
        for k, head in enumerate(self.head):
            if head != k:
                if result[head]:
                    result[head].append(k)
                else:
                    result[head] = [k]
        return result

    def heads_of(self, positions: Iterable[int]) -> set[int]:
        """Positions on which any of these depends."""
        return {head for k in positions if (head := self.head[k]) != k}

    @cached_property
    def spelled_at(self) -> list[int]:
        """Position of the first token of every whole word: "do" + "n't" and "can" + "not" are one word each."""
        return [k for k, goes_on in enumerate(self._continues) if goes_on is False]

    @cached_property
    def spelled(self) -> list[str]:
        """Whole words as the student wrote them, lower-case, contractions in one piece, straight apostrophes."""
        whole: list[str] = []
        for lower, goes_on in zip(self.lower, self._continues, strict=True):
            if goes_on is False:
                whole.append(lower)
            elif goes_on:
                whole[-1] += lower
        return [word.replace("’", "'") if "’" in word else word for word in whole]

    @cached_property
    def _continues(self) -> list[bool | None]:
        """True for a token that goes on with the word before it, False where a word begins, None for the rest."""
        result: list[bool | None] = []
        end = -1
        for word, start, text in zip(self.is_word, self.start, self.text, strict=True):
            result.append(start == end if word else None)
            if word:
                end = start + len(text)
        return result

    @cached_property
    def spelled_zipf(self) -> list[float]:
        """Zipf frequency of every whole word (0.0 for words that the list lacks)."""
        return [zipf(word) for word in self.spelled]

    def rate(self, count: float) -> float:
        """``count`` per 100 whole words; 0.0 for a text without words."""
        return 100.0 * count / len(self.spelled) if self.spelled else 0.0

    @cached_property
    def worded_sentences(self) -> list[range]:
        """The sentences that hold at least one word."""
        return [sentence for sentence in self.sentences if any(self.is_word[k] for k in sentence)]

    @cached_property
    def sentence_lengths(self) -> list[int]:
        """Whole words in each of ``worded_sentences``."""
        counts = Counter(self.sentence[k] for k in self.spelled_at)
        return [counts[self.sentence[sentence.start]] for sentence in self.worded_sentences]

    @cached_property
    def worded_paragraphs(self) -> list[range]:
        """The paragraphs that hold at least one word."""
        return [paragraph for paragraph in self.paragraphs if any(self.is_word[k] for k in paragraph)]

    @cached_property
    def paragraph_lengths(self) -> list[int]:
        """Whole words in each of ``worded_paragraphs``."""
        counts = Counter(self.paragraph[k] for k in self.spelled_at)
        return [counts[self.paragraph[paragraph.start]] for paragraph in self.worded_paragraphs]

    @cached_property
    def blocks(self) -> list[str]:
        """The text of each paragraph, any white space inside as spaces, for patterns that look at characters."""
        pieces: list[list[str]] = [[] for _ in self.paragraphs]
        end = 0
        for text, start, paragraph in zip(self.text, self.start, self.paragraph, strict=True):
            piece = pieces[paragraph]
            if piece and start > end:
                piece.append(" " * (start - end))
            piece.append(text)
            end = start + len(text)
        return ["".join(piece) for piece in pieces]

    @cached_property
    def pos_counts(self) -> Counter[str]:
        """How often each universal part of speech occurs."""
        return Counter(self.pos)

    @cached_property
    def tag_counts(self) -> Counter[str]:
        """How often each Penn Treebank tag occurs."""
        return Counter(self.tag)

    @cached_property
    def dep_counts(self) -> Counter[str]:
        """How often each dependency relation occurs."""
        return Counter(self.dep)

    @cached_property
    def memo(self) -> dict[str, Any]:
        """Results of what runs :func:`once`."""
        return {}


CONTENT_POS = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV"})


def view(doc: Doc) -> EssayView:
    """The document's view, made at the first call and kept on the document."""
    made = doc.user_data.get(_KEY)
    if made is None:
        made = doc.user_data[_KEY] = _make(doc)
    return made  # type: ignore[no-any-return]


def once(measure: Callable[[EssayView], T]) -> Callable[[EssayView], T]:
    """Wrap a computation so that it runs once per view."""
    key = f"{measure.__module__}.{measure.__qualname__}"

    @wraps(measure)
    def call(made: EssayView) -> T:
        known = made.memo
        if key not in known:
            known[key] = measure(made)
        return known[key]  # type: ignore[no-any-return]

    return call


def shared(measure: Callable[[EssayView], T]) -> Callable[[Doc], T]:
    """Wrap a computation that several checks or features need so that it runs once per document."""
    found = once(measure)

    def call(doc: Doc) -> T:
        return found(view(doc))

    call.__doc__ = measure.__doc__
    call.__name__ = measure.__name__
    return call


def _make(doc: Doc) -> EssayView:
    references = doc._.references
    list_start = references[0].start if references else maxsize
    blocks = [(p.start, p.end) for p in doc._.paragraphs if p.start < list_start]
    # One table read for the whole document is several times faster than attributes token by token.
    table = doc.to_array([*_NAMED, *_NUMBERS]).T
    head, opens, idx = table[len(_NAMED) :].astype("int64").tolist()
    orth, lower, lemma, pos, tag, dep = codes = table[: len(_NAMED)].tolist()
    strings = doc.vocab.strings
    names = {code: strings[code] for code in set().union(*codes)}
    kept: list[int] = []
    paragraph: list[int] = []
    sentence: list[int] = []
    paragraph_starts: list[int] = []
    sentence_starts: list[int] = []
    text = [names[code] for code in orth]
    block, inside = 0, -1  # the block looked at, and the block that the last token was in
    for i, start in enumerate(idx):
        while block < len(blocks) and start >= blocks[block][1]:
            block += 1
        if block == len(blocks) or start >= list_start:
            break
        if start < blocks[block][0] or text[i].isspace():
            continue
        if inside != block:
            inside = block
            paragraph_starts.append(len(kept))
            sentence_starts.append(len(kept))
        elif opens[i] == 1:
            sentence_starts.append(len(kept))
        kept.append(i)
        paragraph.append(len(paragraph_starts) - 1)
        sentence.append(len(sentence_starts) - 1)
    if references and paragraph_starts and _is_heading(text, kept[paragraph_starts[-1] :]):
        first = paragraph_starts.pop()
        sentence_starts = [start for start in sentence_starts if start < first]
        del kept[first:], paragraph[first:], sentence[first:]
    place = {i: k for k, i in enumerate(kept)}

    def named(column: list[int]) -> list[str]:
        return [names[column[i]] for i in kept]

    return EssayView(
        doc,
        index=kept,
        text=[text[i] for i in kept],
        lower=named(lower),
        lemma=named(lemma),
        pos=named(pos),
        tag=named(tag),
        dep=named(dep),
        head=[place.get(i + head[i], k) for k, i in enumerate(kept)],
        start=[idx[i] for i in kept],
        sentence=sentence,
        paragraph=paragraph,
        sentences=_ranges(sentence_starts, len(kept)),
        paragraphs=_ranges(paragraph_starts, len(kept)),
    )


def _is_heading(text: list[str], tokens: list[int]) -> bool:
    """Whether what stands right before the list of references is its heading and no sentence of the essay."""
    return len(tokens) <= HEADING_TOKENS and text[tokens[-1]] not in {".", "!", "?"}


def _ranges(starts: list[int], end: int) -> list[range]:
    return [range(start, stop) for start, stop in pairwise([*starts, end])]
