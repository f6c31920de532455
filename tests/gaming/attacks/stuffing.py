"""Words and marks put in because a program may count them."""

from __future__ import annotations

import re
from random import Random

from attacks.material import Material

CONNECTIVES = (
    "Moreover,", "Furthermore,", "However,", "Therefore,", "In addition,", "Consequently,", "Nevertheless,",
    "For example,", "As a result,", "On the other hand,", "In conclusion,", "Similarly,", "Thus,", "Hence,",
    "Additionally,", "Nonetheless,", "In contrast,", "To illustrate,",
)  # fmt: skip
RARE = (
    "plethoric", "sesquipedalian", "perspicacious", "quintessential", "magnanimous", "obstreperous", "lugubrious",
    "ineffable", "pulchritudinous", "recondite", "ebullient", "mellifluous", "perfunctory", "ostentatious",
    "verisimilar", "loquacious", "antediluvian", "grandiloquent", "fastidious", "inimitable", "effervescent",
    "parsimonious", "truculent", "ephemeral", "labyrinthine", "pernicious", "vicissitudinous", "taciturn",
)  # fmt: skip
AUTHORS = (
    "Harlan", "Okoye", "Brandt", "Lindqvist", "Marsh", "Ferreira", "Tanaka", "Whitcombe", "Delacroix", "Novak", "Iqbal",
    "Sorensen", "Achebe", "Castellano", "Pruitt", "Vance",
)  # fmt: skip
TITLES = (
    "Patterns of Public Life", "The Measure of Things", "Evidence and Opinion", "A Study of Everyday Choices",
    "What the Numbers Say", "Handbook of Modern Questions", "The Common Good Revisited", "Learning in a Changing World",
)  # fmt: skip
_STOPPED = re.compile(r"([.!?])$")


def connective_stuffing(essay: Material, rng: Random) -> str:
    """A connective before every sentence."""
    return essay.put([" ".join(_led(s, rng.choice(CONNECTIVES)) for s in p) for p in essay.paragraphs])


def connective_heap(essay: Material, rng: Random) -> str:
    """Two connectives before every other sentence."""
    out = []
    for paragraph in essay.paragraphs:
        led = [
            _led(_led(s, rng.choice(CONNECTIVES)), rng.choice(CONNECTIVES)) if k % 2 else s
            for k, s in enumerate(paragraph)
        ]
        out.append(" ".join(led))
    return essay.put(out)


def rare_word_stuffing(essay: Material, rng: Random) -> str:
    """A rare adjective before many nouns after "the", "a" and the like."""

    def dressed(match: re.Match[str]) -> str:
        return f"{match[1]} {rng.choice(RARE)} {match[2]}" if rng.random() < 0.8 else match[0]

    text = essay.text[: len(essay.text) - len(essay.tail)]
    return re.sub(r"\b(the|this|our|their|any|some|his|her|my) ([a-z]{4,})", dressed, text) + essay.tail


def keyword_list(essay: Material, rng: Random) -> str:
    """The assignment's words as a last paragraph, four lines of ten with commas."""
    keys = _keywords(essay)
    lines = [", ".join(rng.choice(keys) for _ in range(10)).capitalize() + "." for _ in range(4)]
    return essay.put([*(" ".join(p) for p in essay.paragraphs), " ".join(lines)])


def keyword_claims(essay: Material, rng: Random) -> str:
    """Five empty claims made of the assignment's words, as a last paragraph."""
    keys = _keywords(essay)
    claims = [
        f"I think that {rng.choice(keys)} is important because {rng.choice(keys)} and {rng.choice(keys)} matter."
        for _ in range(5)
    ]
    return essay.put([*(" ".join(p) for p in essay.paragraphs), " ".join(claims)])


def invented_surveys(essay: Material, rng: Random) -> str:
    """A survey that nobody made, of the same few kinds, at the end of every paragraph."""
    shapes = (
        "A recent survey found that {n} percent of people agree with this.",
        "According to a new study, {n} out of 100 experts say the same.",
        "Statistics show that {n} percent of all cases are like that.",
    )
    return essay.put([" ".join([*p, rng.choice(shapes).format(n=rng.randint(61, 97))]) for p in essay.paragraphs])


def keyword_stuffing(essay: Material, rng: Random) -> str:
    """The assignment's words heaped up at the end of every paragraph."""
    keys = _keywords(essay)
    return essay.put(
        [" ".join([*p, " ".join(rng.choice(keys) for _ in range(15)).capitalize() + "."]) for p in essay.paragraphs]
    )


def _keywords(essay: Material) -> list[str]:
    """The assignment's longer words."""
    return [w.strip('.,;:?!"').lower() for w in essay.prompt.split() if len(w) > 4]


def fake_citations(essay: Material, rng: Random) -> str:
    """An invented author and year at the end of every other sentence."""
    return essay.put([" ".join(_cited(s, rng) if k % 2 == 0 else s for k, s in enumerate(p)) for p in essay.paragraphs])


def fake_citations_and_list(essay: Material, rng: Random) -> str:
    """Invented citations, and a list of works to match."""
    names = rng.sample(AUTHORS, 4)
    years = {name: rng.randint(1996, 2021) for name in names}
    paragraphs = []
    for p in essay.paragraphs:
        cited = []
        for k, s in enumerate(p):
            name = rng.choice(names)
            cited.append(_STOPPED.sub(rf" ({name}, {years[name]})\1", s) if k % 2 == 0 else s)
        paragraphs.append(" ".join(cited))
    entries = [
        f"{name}, {rng.choice('ABCDEFGHJKLMNPRST')}. ({years[name]}). {rng.choice(TITLES)}. Northfield Press."
        for name in sorted(names)
    ]
    return "\n\n".join([*paragraphs, "References", *entries]) + "\n"


def _cited(sentence: str, rng: Random) -> str:
    return _STOPPED.sub(rf" ({rng.choice(AUTHORS)}, {rng.randint(1990, 2022)})\1", sentence)


def _led(sentence: str, word: str) -> str:
    first = sentence.split(" ", 1)[0]
    keeps = first in ("I", "I'm", "I've") or first.isupper()
    return f"{word} {sentence if keeps else sentence[0].lower() + sentence[1:]}"
