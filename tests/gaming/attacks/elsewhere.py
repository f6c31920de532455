"""What is no English essay at all: other languages, a poem, a recipe, code, or next to nothing."""

from __future__ import annotations

from random import Random

from attacks.material import Material
from attacks.passages import CODE, LANGUAGES, LANGUAGES_HELD_OUT, POEMS, RECIPES


def other_language(essay: Material, rng: Random) -> str:
    """A text in German, French, Spanish or Russian."""
    return _passage(rng, LANGUAGES)


def other_language_held_out(essay: Material, rng: Random) -> str:
    """A text in Italian, Portuguese, Dutch, Polish, Swedish or Chinese."""
    return _passage(rng, LANGUAGES_HELD_OUT)


def half_other_language(essay: Material, rng: Random) -> str:
    """The essay, and as much again in another language."""
    paragraphs = [" ".join(p) for p in essay.paragraphs]
    wanted = len(" ".join(paragraphs).split())
    added: list[str] = []
    while sum(len(a.split()) for a in added) < wanted:
        added.append(" ".join(rng.choice(tuple(LANGUAGES.values()))))
    return essay.put([*paragraphs[:1], *added, *paragraphs[1:]])


def poem(essay: Material, rng: Random) -> str:
    """Verses."""
    return "\n\n".join("\n".join(stanza) for stanza in rng.sample(POEMS, len(POEMS))) + "\n"


def recipe(essay: Material, rng: Random) -> str:
    """Two recipes."""
    return "\n\n".join(rng.sample(RECIPES, 2)) + "\n"


def code(essay: Material, rng: Random) -> str:
    """A program."""
    return "\n\n".join(rng.sample(CODE, len(CODE))) + "\n"


def too_short(essay: Material, rng: Random) -> str:
    """The first two sentences, cut at forty words."""
    return " ".join(" ".join(essay.sentences[:2]).split()[:40]) + "\n"


def shuffled_sentences(essay: Material, rng: Random) -> str:
    """The sentences in any order, as many in each paragraph as before."""
    pool = essay.sentences
    rng.shuffle(pool)
    dealt = iter(pool)
    return essay.put([" ".join(next(dealt) for _ in p) for p in essay.paragraphs])


def _passage(rng: Random, languages: dict[str, tuple[str, ...]]) -> str:
    sentences = list(languages[rng.choice(sorted(languages))])
    rng.shuffle(sentences)
    third = max(1, len(sentences) // 3)
    return "\n\n".join(" ".join(sentences[k : k + third]) for k in range(0, len(sentences), third)) + "\n"
