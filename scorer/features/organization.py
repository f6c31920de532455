"""Paragraphs, and the beginning, middle and end of the essay. A share over nothing is 0.0."""

from __future__ import annotations

from math import log1p

from spacy.tokens import Doc

from scorer.features.arithmetic import mean, ratio, share_of, spread
from scorer.features.lexicons.grammar import GREETINGS
from scorer.features.registry import feature
from scorer.pipeline.view import view

_ERATER = "Attali & Burstein 2006 (e-rater: organization)"


@feature(group="organization", label="number of paragraphs", unit="paragraphs", direction="higher", source=_ERATER)
def paragraphs(doc: Doc) -> float:
    """Paragraphs with at least one word. 0 and up; high: the text is divided, 1: it is one block."""
    return float(len(view(doc).worded_paragraphs))


@feature(
    group="organization",
    label="number of paragraphs, log scale",
    unit="log paragraphs",
    direction="higher",
    source=_ERATER,
)
def log_paragraphs(doc: Doc) -> float:
    """``ln(1 + paragraphs)``, so that one line per paragraph does not pay. 0 to about 3.5."""
    return log1p(len(view(doc).worded_paragraphs))


@feature(
    group="organization",
    label="division into full paragraphs",
    unit="paragraphs",
    direction="higher",
    source="this project",
)
def full_paragraphs(doc: Doc) -> float:
    """Paragraphs of at least 40 words. 0 and up; high: several developed parts, low: one block or scraps."""
    return float(sum(length >= 40 for length in view(doc).paragraph_lengths))


@feature(group="organization", label="average paragraph length", unit="words", source=_ERATER)
def paragraph_length(doc: Doc) -> float:
    """Mean words per paragraph. 0 and up, mostly 50 to 150; high: few breaks, low: scraps."""
    return mean(view(doc).paragraph_lengths)


@feature(group="organization", label="unevenness of paragraphs", unit="ratio", direction="lower", source="this project")
def paragraph_length_variation(doc: Doc) -> float:
    """Standard deviation of words per paragraph / their mean. 0 to about 3; high: one long, the rest short."""
    lengths = view(doc).paragraph_lengths
    return ratio(spread(lengths), mean(lengths))


@feature(
    group="organization", label="share of the longest paragraph", unit="share", direction="lower", source="this project"
)
def longest_paragraph_share(doc: Doc) -> float:
    """Words of the longest paragraph / words. 0 to 1; 1: the essay is one block, low: evenly divided."""
    lengths = view(doc).paragraph_lengths
    return ratio(max(lengths, default=0), sum(lengths))


@feature(
    group="organization", label="paragraphs of one sentence", unit="share", direction="lower", source="this project"
)
def one_sentence_paragraphs(doc: Doc) -> float:
    """Paragraphs with one sentence / paragraphs. 0 to 1; high: nothing is developed inside a paragraph."""
    made = view(doc)
    return share_of(
        made.sentence[paragraph.start] == made.sentence[paragraph.stop - 1] for paragraph in made.worded_paragraphs
    )


@feature(group="organization", label="sentences per paragraph", unit="sentences", source=_ERATER)
def sentences_per_paragraph(doc: Doc) -> float:
    """Sentences / paragraphs. 0 and up, mostly 3 to 8; high: few breaks, low: scraps."""
    made = view(doc)
    return ratio(len(made.worded_sentences), len(made.worded_paragraphs))


@feature(group="organization", label="length of the introduction", unit="share", source=_ERATER)
def introduction_share(doc: Doc) -> float:
    """Words of the first paragraph / words; 0.0 where there are fewer than three paragraphs. 0 to 1."""
    lengths = view(doc).paragraph_lengths
    return ratio(lengths[0], sum(lengths)) if len(lengths) >= 3 else 0.0


@feature(group="organization", label="length of the ending", unit="share", source=_ERATER)
def ending_share(doc: Doc) -> float:
    """Words of the last paragraph / words; 0.0 where there are fewer than three paragraphs. 0 to 1."""
    lengths = view(doc).paragraph_lengths
    return ratio(lengths[-1], sum(lengths)) if len(lengths) >= 3 else 0.0


@feature(group="organization", label="three parts or more", unit="yes or no", direction="higher", source=_ERATER)
def has_three_parts(doc: Doc) -> float:
    """1.0 if there are at least three paragraphs of 15 words or more, else 0.0: beginning, middle and end."""
    return float(sum(length >= 15 for length in view(doc).paragraph_lengths) >= 3)


@feature(group="organization", label="a conclusion", unit="yes or no", direction="higher", source=_ERATER)
def has_conclusion(doc: Doc) -> float:
    """1.0 if the pipeline found a conclusion, else 0.0."""
    return float(doc._.conclusion is not None)


@feature(
    group="organization", label="length of the conclusion", unit="share", direction="higher", source="this project"
)
def conclusion_share(doc: Doc) -> float:
    """Words inside the conclusion that the pipeline found / words. 0 to 1; high: a long ending, 0: none found."""
    made, found = view(doc), doc._.conclusion
    if found is None:
        return 0.0
    return ratio(sum(found.start <= made.start[k] < found.end for k in made.spelled_at), len(made.spelled_at))


@feature(group="organization", label="a title", unit="yes or no", source="this project")
def has_title(doc: Doc) -> float:
    """1.0 if the first of several paragraphs is 1 to 12 words with no final mark (and no greeting), else 0.0."""
    made = view(doc)
    lengths = made.paragraph_lengths
    if len(lengths) < 2 or not 1 <= lengths[0] <= 12:
        return 0.0
    first = made.worded_paragraphs[0]
    greets = made.lower[first.start] in GREETINGS
    return float(made.text[first.stop - 1] not in {".", "!", "?", ",", ":", ";"} and not greets)
