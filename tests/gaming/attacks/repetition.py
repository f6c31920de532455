"""The same said again."""

from __future__ import annotations

from random import Random

from attacks.material import Material

SWAPS = (
    ("important", "significant"), ("people", "individuals"), ("because", "since"), ("should", "ought to"),
    ("many", "numerous"), ("also", "additionally"), ("help", "assist"), ("good", "beneficial"), ("think", "believe"),
    ("school", "the school"), ("very", "really"), ("students", "pupils"), ("show", "demonstrate"), ("use", "utilize"),
)  # fmt: skip


def repeated_essay(essay: Material, rng: Random) -> str:
    """The whole body twice."""
    paragraphs = [" ".join(p) for p in essay.paragraphs]
    return essay.put(paragraphs * 2)


def repeated_paragraphs(essay: Material, rng: Random) -> str:
    """One or two paragraphs of the middle said again before the last one."""
    paragraphs = [" ".join(p) for p in essay.paragraphs]
    long = [k for k, p in enumerate(paragraphs) if len(p.split()) >= 30] or [0]
    again = [paragraphs[k] for k in rng.sample(long, min(2, len(long)))]
    return essay.put([*paragraphs[:-1], *again, paragraphs[-1]] if len(paragraphs) > 1 else paragraphs + again)


def repeated_sentences(essay: Material, rng: Random) -> str:
    """A third of the sentences said again, each somewhere later in its paragraph or behind it."""
    out = []
    for paragraph in essay.paragraphs:
        sentences = list(paragraph)
        for sentence in paragraph:
            if len(sentence.split()) >= 8 and rng.random() < 1 / 3:
                sentences.insert(rng.randint(sentences.index(sentence) + 1, len(sentences)), sentence)
        out.append(" ".join(sentences))
    last = max(essay.sentences, key=len)
    return essay.put([*out[:-1], out[-1] + " " + last])


def one_sentence_over_and_over(essay: Material, rng: Random) -> str:
    """The longest sentence thirty times."""
    said = max((s for s in essay.sentences if len(s.split()) <= 30), key=len, default=essay.sentences[0])
    return "\n\n".join(" ".join([said] * 10) for _ in range(3)) + "\n"


def near_repeats(essay: Material, rng: Random) -> str:
    """Half of the paragraphs said again with a few words changed for others."""
    paragraphs = [" ".join(p) for p in essay.paragraphs]
    long = [p for p in paragraphs if len(p.split()) >= 30] or paragraphs
    again = []
    for paragraph in rng.sample(long, max(1, len(long) // 2)):
        again.append(_swapped(paragraph))
    return essay.put([*paragraphs[:-1], *again, paragraphs[-1]] if len(paragraphs) > 1 else paragraphs + again)


def echoed_sentences(essay: Material, rng: Random) -> str:
    """Every second sentence said again at once, behind words that announce it."""
    said = ("In other words, ", "To say it once more, ", "Again, ", "That is to say, ")
    out = []
    for paragraph in essay.paragraphs:
        sentences: list[str] = []
        for k, sentence in enumerate(paragraph):
            sentences.append(sentence)
            if k % 2 == 0:
                sentences.append(rng.choice(said) + sentence[0].lower() + sentence[1:])
        out.append(" ".join(sentences))
    return essay.put(out)


def thesaurus(essay: Material, rng: Random) -> str:
    """Every plain word of a list exchanged for a longer one."""
    return _swapped(essay.text[: len(essay.text) - len(essay.tail)]) + essay.tail


def _swapped(text: str) -> str:
    """The text with every word of the list exchanged."""
    for old, new in SWAPS:
        text = text.replace(f" {old} ", f" {new} ")
    return text
