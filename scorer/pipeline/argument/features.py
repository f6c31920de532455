"""What the tagger sees of each token: words, syntax, place in the essay, and cue words of its sentence."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from scorer.pipeline.argument.parts import Sentence
from scorer.pipeline.argument.patterns import CUE_PATTERNS, MODALS

Sequence = list[list[str]]


def token_features(doc: Doc, sentences: list[Sentence]) -> Sequence:
    """For each token of ``sentences_of(doc)`` the names of its binary features."""
    prompt = _content(doc, doc._.prompt.start, doc._.prompt.end) if doc._.prompt else set()
    paragraphs = 1 + max((number for number, _ in sentences), default=0)
    sizes = [0] * paragraphs
    for number, _ in sentences:
        sizes[number] += 1
    rows: Sequence = []
    previous, place = -1, 0
    for count, (number, sentence) in enumerate(sentences):
        place = place + 1 if number == previous else 0
        previous = number
        common = [
            *_position(number, paragraphs, place, sizes[number], count, len(sentences)),
            *_sentence(sentence, prompt),
        ]
        rows.extend(_tokens(sentence, common))
    return _windows(rows, [token for _, sentence in sentences for token in sentence])


def _position(paragraph: int, paragraphs: int, place: int, size: int, count: int, total: int) -> list[str]:
    kind = (
        "only" if paragraphs == 1 else "first" if paragraph == 0 else "last" if paragraph == paragraphs - 1 else "body"
    )
    where = "only" if size == 1 else "first" if place == 0 else "last" if place == size - 1 else "inner"
    from_end = size - 1 - place
    return [
        "bias",
        f"par={kind}",
        f"place={where}",
        f"par|place={kind}|{where}",
        f"par|s={kind}|{min(place, 4)}",
        f"par|e={kind}|{min(from_end, 3)}",
        f"n_par={min(paragraphs, 6)}",
        f"size={min(size, 8)}",
        f"essay={10 * count // total}",
        f"essay_s={min(count, 4)}",
        f"essay_e={min(total - 1 - count, 3)}",
        f"par|essay={kind}|{10 * count // total}",
    ]


def _sentence(sentence: list[Token], prompt: set[str]) -> list[str]:
    lower = " ".join(token.lower_ for token in sentence)
    opening = " ".join(lower.split(" ")[:8])
    found = [f"cue={name}" for name, pattern in CUE_PATTERNS.items() if pattern.search(lower)]
    found += [f"open_cue={name}" for name, pattern in CUE_PATTERNS.items() if pattern.match(opening)]
    lemmas = [token.lemma_.lower() for token in sentence]
    shared = len(prompt.intersection(lemmas))
    return [
        *found,
        f"length={min(len(sentence) // 8, 5)}",
        f"prompt={min(shared, 3)}",
        "question" if sentence[-1].text == "?" else "statement",
        *(f"modal={lemma}" for lemma in MODALS.intersection(lemmas)),
        *(f"{pronoun}_in" for pronoun in ("i", "we", "you", "my") if pronoun in lower.split(" ")),
    ]


def _tokens(sentence: list[Token], common: list[str]) -> Iterator[list[str]]:
    """Features of each token by itself; ``common`` are those of its sentence."""
    last = len(sentence) - 1
    clause, since_mark = 0, 0
    root = next((token.i for token in sentence if token.dep_ == "ROOT"), sentence[0].i)
    for place, token in enumerate(sentence):
        head = token.head
        is_mark = token.is_punct
        yield [
            *common,
            f"dep={token.dep_}",
            f"head={head.lemma_.lower()}",
            f"dep|head_pos={token.dep_}|{head.pos_}",
            f"i={min(place, 6)}",
            f"j={min(last - place, 3)}",
            f"clause={min(clause, 4)}",
            f"since={min(since_mark, 5)}",
            f"side={'after' if token.i > root else 'before'}",
            f"shape={'mark' if is_mark else 'cap' if token.text[0].isupper() else 'low'}",
        ]
        since_mark = 0 if is_mark else since_mark + 1
        clause += token.lower_ in {",", ";", ":", "that", "because", "since", "so", "but", "and", "which", "while"}


def _windows(rows: Sequence, tokens: list[Token]) -> Sequence:
    """Add the words, lemmas and tags around each token."""
    lower = [token.lower_ for token in tokens]
    tags = [token.tag_ for token in tokens]
    lemmas = [token.lemma_.lower() for token in tokens]
    edge = "<>"
    lower, tags, lemmas = ([edge] * 3 + column + [edge] * 3 for column in (lower, tags, lemmas))
    for k, row in enumerate(rows, start=3):
        for offset in range(-3, 4):
            row.append(f"w{offset}={lower[k + offset]}")
            row.append(f"t{offset}={tags[k + offset]}")
        row.append(f"l={lemmas[k]}")
        row.append(f"w-1w={lower[k - 1]} {lower[k]}")
        row.append(f"ww+1={lower[k]} {lower[k + 1]}")
        row.append(f"w-2w-1={lower[k - 2]} {lower[k - 1]}")
        row.append(f"w+1w+2={lower[k + 1]} {lower[k + 2]}")
        row.append(f"t-1t={tags[k - 1]} {tags[k]}")
        row.append(f"tt+1={tags[k]} {tags[k + 1]}")
        row.append(f"t-1tt+1={tags[k - 1]} {tags[k]} {tags[k + 1]}")
    return rows


def _content(doc: Doc, start: int, end: int) -> set[str]:
    span = doc.char_span(start, end, alignment_mode="expand")
    return {t.lemma_.lower() for t in span if t.pos_ in {"NOUN", "VERB", "ADJ", "PROPN"}}
