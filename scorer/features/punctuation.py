"""Punctuation: what is there. Rates over nothing are 0.0. (What is wrong with it: the densities of corrections.)"""

from __future__ import annotations

import re
from collections import Counter

from spacy.tokens import Doc

from scorer.features.arithmetic import ratio, share_of
from scorer.features.clauses import clauses
from scorer.features.registry import feature
from scorer.pipeline.view import EssayView, shared, view

_ERATER = "Attali & Burstein 2006 (e-rater: mechanics)"
# A letter, a mark and a letter without a space; a full stop only where a new sentence is plain to see.
_NO_SPACE_AFTER = re.compile(r"[a-z)\"”][,;!?][A-Za-z]|[a-z]{2}\.[A-Z][a-z]|[a-z]{3}:[A-Za-z]{2}")
_ADDRESS_SIGN = re.compile(r"://|www\.|@|\.(?:com|org|net|edu|gov)")
_ADDRESS = re.compile(r"\S*(?:://|www\.|@|\.(?:com|org|net|edu|gov))\S*")
_SPACE_BEFORE = re.compile(r"\w[ \t]+[,;!?:](?![A-Z)(/])|[^\W\d_][ \t]+\.(?![\w.])")
_MARKS = frozenset(".,;:!?-–—()\"“”'…")
_CONTRACTED = re.compile(r".+(?:n't|'re|'ve|'ll|'m|'d)|(?:it|that|he|she|there|what|who|let|here|where|how)'s")
_HYPHEN = re.compile(r"-(?<=[^\W\d_]-)(?=[^\W\d_])")


@shared
def _marks(made: EssayView) -> Counter[str]:
    """Each mark with its uses."""
    return Counter(text for text in made.text if text[0] in _MARKS and not text.isalnum())


@shared
def _plain_blocks(made: EssayView) -> list[str]:
    """Paragraphs with spaces for web addresses, whose marks follow other rules."""
    return [_ADDRESS.sub(_blank, block) if _ADDRESS_SIGN.search(block) else block for block in made.blocks]


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())


def _matches(doc: Doc, pattern: re.Pattern[str]) -> int:
    return sum(sum(1 for _ in pattern.finditer(block)) for block in _plain_blocks(doc))


def _spans(doc: Doc, pattern: re.Pattern[str]) -> list[tuple[int, int]]:
    """Offsets of the pattern's matches in the text of the document."""
    made = view(doc)
    starts = [made.start[paragraph.start] for paragraph in made.paragraphs]
    return [
        (start + match.start(), start + match.end())
        for start, block in zip(starts, _plain_blocks(doc), strict=True)
        for match in pattern.finditer(block)
    ]


def space_before_mark_spans(doc: Doc) -> list[tuple[int, int]]:
    """Offsets of marks after a space, from the last letter of the word before."""
    return _spans(doc, _SPACE_BEFORE)


def missing_space_spans(doc: Doc) -> list[tuple[int, int]]:
    """Offsets of marks without a space after them, with the letters around."""
    return _spans(doc, _NO_SPACE_AFTER)


@feature(group="conventions", label="commas", unit="per 100 words", direction="higher", source=_ERATER)
def commas(doc: Doc) -> float:
    """Commas per 100 words. 0 to 100, mostly 2 to 8; low: parts of sentences are not set off."""
    return view(doc).rate(_marks(doc)[","])


@feature(group="conventions", label="commas per clause", unit="per clause", source="this project")
def commas_per_clause(doc: Doc) -> float:
    """Commas / finite clauses. 0 to about 2; low: parts of sentences are not set off."""
    return ratio(_marks(doc)[","], clauses(doc).finite)


@feature(group="conventions", label="full stops and other final marks", unit="per 100 words", source=_ERATER)
def final_marks(doc: Doc) -> float:
    """Full stops, question and exclamation marks per 100 words. 0 to 100, mostly 4 to 8; low: ends not marked."""
    marks = _marks(doc)
    return view(doc).rate(marks["."] + marks["!"] + marks["?"])


@feature(group="conventions", label="clauses per final mark", unit="clauses", direction="lower", source="this project")
def clauses_per_final_mark(doc: Doc) -> float:
    """Finite clauses / (final marks + 1). 0 and up, mostly 2 to 4; high: sentence ends are not marked."""
    marks = _marks(doc)
    return clauses(doc).finite / (marks["."] + marks["!"] + marks["?"] + 1)


@feature(group="conventions", label="kinds of punctuation", unit="marks", direction="higher", source="this project")
def punctuation_types(doc: Doc) -> float:
    """Different marks in the essay. 0 to about 15; high: a wide range, low: full stops and commas."""
    return float(len({mark[0] for mark in _marks(doc)}))


@feature(
    group="conventions",
    label="semicolons, colons and dashes",
    unit="per 100 words",
    direction="higher",
    source="this project",
)
def advanced_punctuation(doc: Doc) -> float:
    """Semicolons, colons and dashes (not hyphens) per 100 words. 0 to 100; high: advanced punctuation."""
    marks = _marks(doc)
    return view(doc).rate(sum(marks[mark] for mark in (";", ":", "–", "—", "--")))


@feature(group="conventions", label="exclamation marks", unit="per 100 words", source="this project")
def exclamation_marks(doc: Doc) -> float:
    """Exclamation marks per 100 words. 0 to 100; high: emotional style."""
    return view(doc).rate(sum(count * mark.count("!") for mark, count in _marks(doc).items()))


@feature(group="conventions", label="hyphenated words", unit="per 100 words", direction="higher", source="this project")
def hyphens(doc: Doc) -> float:
    """Hyphens between two letters ("well-known") per 100 words. 0 to 100; high: compounds are formed."""
    return view(doc).rate(_matches(doc, _HYPHEN))


@feature(group="conventions", label="contractions", unit="per 100 words", source="Biber 1988")
def contractions(doc: Doc) -> float:
    """Contractions with their apostrophe (don't, it's) per 100 words. 0 to 100; high: informal, though well formed."""
    made = view(doc)
    return made.rate(sum("'" in word and _CONTRACTED.fullmatch(word) is not None for word in made.spelled))


@feature(
    group="conventions", label="possessive apostrophes", unit="per 100 words", direction="higher", source="this project"
)
def possessives(doc: Doc) -> float:
    """Possessive 's and s' (tag POS) per 100 words. 0 to 100; high: possessives are formed with their mark."""
    made = view(doc)
    return made.rate(made.tag_counts["POS"])


@feature(
    group="conventions",
    label="comma after an opening connective or clause",
    unit="share",
    direction="higher",
    source="this project",
)
def opening_commas(doc: Doc) -> float:
    """Sentences with a comma among their first 12 tokens / sentences of more than 12 tokens. 0 to 1.

    High: openings are set off, low: they run on.
    """
    made = view(doc)
    return share_of("," in made.text[s.start : s.start + 12] for s in made.worded_sentences if len(s) > 12)
