"""Text that has nothing to do with the essay."""

from __future__ import annotations

from random import Random

from attacks.material import Material


def _foreign(essay: Material, rng: Random, count: int) -> list[str]:
    """Sentences in a row of an essay on another prompt, of two where one is too short."""
    out: list[str] = []
    while len(out) < count:
        other = rng.choice(essay.others)
        start = rng.randrange(max(1, len(other) - count))
        out += other[start : start + count - len(out)]
    return out


def _count(essay: Material, share: float) -> int:
    return max(2, round(len(essay.sentences) * share / (1 - share)))


def _inside(essay: Material, rng: Random, share: float) -> str:
    """A block between two paragraphs (or at the end of a single one)."""
    paragraphs = [" ".join(p) for p in essay.paragraphs]
    block = " ".join(_foreign(essay, rng, _count(essay, share)))
    paragraphs.insert(rng.randint(1, max(1, len(paragraphs) - 1)), block)
    return essay.put(paragraphs)


def _strewn(essay: Material, rng: Random, share: float) -> str:
    """One by one, anywhere."""
    paragraphs = [list(p) for p in essay.paragraphs]
    for sentence in _foreign(essay, rng, _count(essay, share)):
        paragraph = rng.choice(paragraphs)
        paragraph.insert(rng.randint(0, len(paragraph)), sentence)
    return essay.put([" ".join(p) for p in paragraphs])


def padding_25(essay: Material, rng: Random) -> str:
    """A quarter of the sentences is a block of another essay."""
    return _inside(essay, rng, 0.25)


def padding_50(essay: Material, rng: Random) -> str:
    """Half of the sentences is a block of another essay."""
    return _inside(essay, rng, 0.5)


def strewn_25(essay: Material, rng: Random) -> str:
    """A quarter of the sentences, of another essay, stands anywhere."""
    return _strewn(essay, rng, 0.25)


def strewn_50(essay: Material, rng: Random) -> str:
    """Half of the sentences, of another essay, stands anywhere."""
    return _strewn(essay, rng, 0.5)


def padding_at_the_end(essay: Material, rng: Random) -> str:
    """A third of the sentences, of two other essays, behind the last paragraph."""
    count = _count(essay, 1 / 3)
    added = _foreign(essay, rng, count - count // 2) + _foreign(essay, rng, count // 2)
    return essay.put([*(" ".join(p) for p in essay.paragraphs), " ".join(added)])


def off_topic(essay: Material, rng: Random) -> str:
    """Another essay, handed in for this assignment."""
    other = rng.choice(essay.others)
    size = max(1, len(other) // 4)
    return "\n\n".join(" ".join(other[k : k + size]) for k in range(0, len(other), size)) + "\n"


def copied_prompt(essay: Material, rng: Random) -> str:
    """The assignment copied between the paragraphs, again and again."""
    return essay.put([part for p in essay.paragraphs for part in (" ".join(p), essay.prompt)])


def copied_source(essay: Material, rng: Random) -> str:
    """Passages of the source put in as if they were the essay's own, a third of the whole."""
    blocks = [block.split(" ", 1)[-1].strip() for block in essay.source.split("\n\n") if len(block.split()) > 25]
    if not blocks:
        return essay.text
    paragraphs = [" ".join(p) for p in essay.paragraphs]
    budget = len(" ".join(paragraphs).split()) // 2
    for block in rng.sample(blocks, len(blocks)):
        if budget <= 0:
            break
        paragraphs.insert(rng.randint(1, max(1, len(paragraphs) - 1)), block.replace("\n", " "))
        budget -= len(block.split())
    return essay.put(paragraphs)
