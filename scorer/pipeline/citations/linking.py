"""Links: from a citation to its entry in the list of references, and from a quotation to its citation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from scorer.pipeline.annotations import Citation, Quotation, Reference
from scorer.pipeline.citations.names import surname
from scorer.pipeline.quotations.sentences import SentenceStarts

FARTHEST = 100  # characters between a quotation and the citation that follows it
_WORDS = re.compile(r"[^\W_]+")


def _key(text: str | None) -> str:
    return " ".join(_WORDS.findall((text or "").lower().replace("’", "").replace("'", "")))


def _title_key(text: str | None) -> str:
    words = _key(text).split()
    return " ".join(words[1:] if words[:1] in (["the"], ["a"], ["an"]) else words)


def same_title(cited: str | None, entry: str | None) -> bool:
    """Whether a title as cited, which may be shortened, is the entry's."""
    short, long = _title_key(cited), _title_key(entry)
    return bool(short) and bool(long) and (f"{long} ".startswith(f"{short} ") or f"{short} ".startswith(f"{long} "))


def reference_of(
    author: str | None, title: str | None, year: str | None, references: Sequence[Reference]
) -> int | None:
    """Index of the entry that a citation points at; None where none agrees with all that the citation says."""
    best, best_score = None, 0
    for index, entry in enumerate(references):
        score = 0
        if author:
            names = _key(entry.author)
            key = _key(surname(author))
            if not names and same_title(author, entry.title):
                score += 2
            elif not key or f" {key} " not in f" {names} ":
                continue
            else:
                score += 3 if names.startswith(key) or names.endswith(key) else 1
        if title:
            if same_title(title, entry.title):
                score += 3
            elif entry.title or not author:
                continue
        if year and entry.year:
            if year.replace(" ", "") != entry.year.replace(" ", "").rstrip(".") and year.rstrip(
                "."
            ) != entry.year.rstrip("."):
                if year[:4] != entry.year[:4] or not year[:4].isdigit():
                    continue
            else:
                score += 2
        if score > best_score:
            best, best_score = index, score
    return best


def is_title_of(name: str, references: Sequence[Reference]) -> bool:
    """Whether what looks like an author is the title of an entry, and no entry's author."""
    return (
        any(same_title(name, entry.title) for entry in references)
        and reference_of(name, None, None, [entry for entry in references if entry.author]) is None
    )


def linked(
    quotations: Sequence[Quotation],
    citations: Sequence[Citation],
    references: Sequence[Reference],
    sentences: SentenceStarts,
) -> list[Quotation]:
    """The quotations with the index of the citation that follows each closely, in its sentence.

    Left out are quoted titles inside a citation or the list of references: they are no words of a source.
    """
    frames = [(citation.start, citation.end) for citation in citations]
    frames += [(entry.start, entry.end) for entry in references]
    kept = []
    for quotation in quotations:
        if any(a <= quotation.start and quotation.end <= b for a, b in frames):
            continue
        index = _following(quotation, citations, sentences)
        kept.append(replace(quotation, citation=index))
    return kept


def _following(quotation: Quotation, citations: Sequence[Citation], sentences: SentenceStarts) -> int | None:
    for index, citation in enumerate(citations):
        inside = quotation.start < citation.start and citation.end <= quotation.end
        near = 0 <= citation.start - quotation.end <= FARTHEST
        if inside or (near and sentences.same(quotation.end - 1, citation.start)):
            return index
    return None
