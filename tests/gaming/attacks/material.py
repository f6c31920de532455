"""What an attack is made from: a written essay, its assignment, and texts on other subjects."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from random import Random

from scorer.training.authored.ablations import body_of
from scorer.training.authored.corpus import read_authored, read_prompts
from scorer.training.authored.sentences import Piece, paragraphs_of, sentences_of

AUTHORED = Path(__file__).parents[3] / "training_data" / "authored"
LEAST_WORDS = 8
"""Words of a sentence that is taken to another essay."""


@dataclass(frozen=True)
class Material:
    """One essay, and what may be done to it.

    ``paragraphs`` are the body's, each a list of sentences; ``tail`` is the list of works as written, or "". ``others``
    are sentences of essays on other prompts, in their order, essay by essay; ``source`` is a text the writers had.
    """

    id: str
    split: str
    prompt: str
    paragraphs: tuple[tuple[str, ...], ...]
    tail: str
    others: tuple[tuple[str, ...], ...]
    source: str

    @property
    def text(self) -> str:
        """The essay without the assignment."""
        return self.put([" ".join(sentences) for sentences in self.paragraphs])

    @property
    def sentences(self) -> list[str]:
        """Every sentence of the body."""
        return [sentence for paragraph in self.paragraphs for sentence in paragraph]

    @property
    def words(self) -> list[str]:
        """The body's words and marks, as white space parts them."""
        return " ".join(self.sentences).split()

    def put(self, paragraphs: list[str]) -> str:
        """Paragraphs as a text, with the essay's list of works behind them."""
        return "\n\n".join([*paragraphs, *([self.tail] if self.tail else [])]) + "\n"

    def rng(self, family: str, seed: int) -> Random:
        """A generator that nothing but the family, the seed and the essay decides."""
        return Random(f"{family}:{seed}:{self.id}")


def made_of(
    texts: list[tuple[str, str, str, str, str]], prompts: dict[str, str], sources: dict[str, str]
) -> list[Material]:
    """Materials from ``(id, split, prompt id, body, tail)``."""
    bodies = {id: parted(body) for id, _, _, body, _ in texts}
    longest = max(len(source) for source in sources.values()) if sources else 0
    fallback = next((s for s in sources.values() if len(s) == longest), "")
    return [
        Material(
            id, split, prompts[prompt], bodies[id], tail,
            tuple(
                tuple(s for paragraph in bodies[other] for s in paragraph if len(s.split()) >= LEAST_WORDS)
                for other, _, its, _, _ in texts if its != prompt
            ),
            sources.get(prompt, fallback),
        )
        for id, split, prompt, body, tail in texts
    ]  # fmt: skip


def authored() -> list[Material]:
    """The authored essays."""
    prompts = read_prompts(AUTHORED)
    rows = []
    for essay in read_authored(AUTHORED):
        body = body_of(essay)
        text = essay.text[body.start : body.end].strip()
        rows.append((essay.gold.id, essay.gold.split, essay.gold.prompt, text, essay.text[body.end :].strip()))
    return made_of(
        rows, {id: p.text for id, p in prompts.items()}, {id: p.source for id, p in prompts.items() if p.source}
    )


def parted(body: str) -> tuple[tuple[str, ...], ...]:
    blocks = paragraphs_of(body, Piece(0, len(body)))
    return tuple(
        tuple(re.sub(r"\s+", " ", body[s.start : s.end]) for s in sentences_of(body, block)) for block in blocks
    )
