"""Texts that mean nothing: drawn word by word, typed at random, or filled into the frames of scholarly sentences."""

from __future__ import annotations

from collections import defaultdict
from random import Random

from attacks.frames import FRAMES, FRAMES_HELD_OUT, HIGH_WORDS, PLAIN_WORDS
from attacks.material import Material

WORDS = 400
ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def markov(essay: Material, rng: Random, order: int, words: int = WORDS) -> str:
    """Words drawn so that each run of ``order + 1`` stands somewhere in fifty other essays or in this one."""
    texts = [essay.words, *(" ".join(other).split() for other in essay.others)]
    after: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for text in texts:
        for k in range(len(text) - order):
            after[tuple(text[k : k + order])].append(text[k + order])
    starts = [key for key in after if key[0][0].isupper()] or list(after)  # some essays have no capitals
    out = list(rng.choice(starts))
    while len(out) < words or not out[-1].endswith((".", "!", "?")):
        following = after.get(tuple(out[-order:]))
        out += [rng.choice(following)] if following else list(rng.choice(starts))
        if len(out) > 2 * words:
            break
    return in_paragraphs(out, rng)


def in_paragraphs(words: list[str], rng: Random) -> str:
    """Words as some four paragraphs, broken where a sentence ends."""
    size, text, count = len(words) // 4, "", 0
    for word in words:
        text += word
        count += 1
        ends = word.endswith((".", "!", "?"))
        text += "\n\n" if ends and count >= size else " "
        count = 0 if text.endswith("\n\n") else count
    return text.strip() + "\n"


def markov_1(essay: Material, rng: Random) -> str:
    """Each word follows the one before it somewhere: word pairs are right, sentences are not."""
    return markov(essay, rng, 1)


def markov_1_own_words(essay: Material, rng: Random) -> str:
    """As ``markov_1``, from the essay's own words alone."""
    return markov(Material(essay.id, "", "", essay.paragraphs, "", (), ""), rng, 1)


def markov_2(essay: Material, rng: Random) -> str:
    """Each word follows the two before it somewhere."""
    return markov(essay, rng, 2)


def mash(essay: Material, rng: Random) -> str:
    """Keys hit at random along a row of the keyboard."""
    words = []
    for _ in range(250):
        row = rng.choice(ROWS)
        words.append("".join(rng.choice(row) for _ in range(rng.randint(2, 9))))
    return _sentences(words, rng)


def mash_any_key(essay: Material, rng: Random) -> str:
    """Letters at random, of any row, spaces where they fall."""
    words = ["".join(rng.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(rng.randint(1, 10))) for _ in range(250)]
    return _sentences(words, rng)


def word_salad(essay: Material, rng: Random) -> str:
    """Words of fifty essays in any order, as often as they occur there."""
    bag = [word.strip('.,;:!?"“”()').lower() for other in essay.others for s in other for word in s.split()]
    return _sentences([rng.choice(bag) or "the" for _ in range(WORDS)], rng)


def word_list_salad(essay: Material, rng: Random) -> str:
    """Nouns, verbs and adjectives of a list, without any word of grammar."""
    bag = [word for group in (*HIGH_WORDS.values(), *PLAIN_WORDS.values()) for word in group]
    return _sentences([rng.choice(bag) for _ in range(WORDS)], rng)


def shuffled_words(essay: Material, rng: Random) -> str:
    """The essay's own words in another order, full stops where they were by count."""
    words = [word.strip('.,;:!?"“”()').lower() for word in essay.words]
    rng.shuffle(words)
    return _sentences([word for word in words if word], rng)


def shuffled_words_in_sentences(essay: Material, rng: Random) -> str:
    """The words of every sentence in another order; sentences and paragraphs stay."""
    out = []
    for paragraph in essay.paragraphs:
        mixed = []
        for sentence in paragraph:
            words = sentence.rstrip(".!?").split()
            rng.shuffle(words)
            mixed.append((" ".join(words)).capitalize() + ".")
        out.append(" ".join(mixed))
    return essay.put(out)


def scholarly(essay: Material, rng: Random) -> str:
    """Scholarly frames filled with rare words, the assignment's keyword among them (after Perelman's BABEL)."""
    return framed(essay, rng, FRAMES, HIGH_WORDS)


def scholarly_plain(essay: Material, rng: Random) -> str:
    """Other frames, filled with the abstract words of school."""
    return framed(essay, rng, FRAMES_HELD_OUT, PLAIN_WORDS)


def framed(essay: Material, rng: Random, frames: tuple[str, ...], lexicon: dict[str, tuple[str, ...]]) -> str:
    keys = [w.strip('.,;:?!"') for w in essay.prompt.split() if len(w) > 5] or ["society"]
    key = rng.choice(keys).lower()
    paragraphs: list[str] = []
    while sum(len(p.split()) for p in paragraphs) < WORDS:
        sentences = []
        for _ in range(rng.randint(4, 6)):
            said = rng.choice(frames)
            while "{" in said:
                slot = said[said.index("{") + 1 : said.index("}")]
                filler = key if slot == "key" else rng.choice(lexicon[slot])
                said = said.replace("{" + slot + "}", filler, 1)
            sentences.append(said[0].upper() + said[1:])
        paragraphs.append(" ".join(sentences))
    return "\n\n".join(paragraphs) + "\n"


def _sentences(words: list[str], rng: Random) -> str:
    out: list[str] = []
    place = 0
    while place < len(words):
        size = rng.randint(8, 20)
        out.append(" ".join(words[place : place + size]).capitalize() + ".")
        place += size
    half = max(1, len(out) // 3)
    return "\n\n".join(" ".join(out[k : k + half]) for k in range(0, len(out), half)) + "\n"
