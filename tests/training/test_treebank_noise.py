"""Treebanks as documents, and the slips that are put into them."""

from __future__ import annotations

import lzma
import random
from collections.abc import Callable
from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from scorer.training.syntax import noise
from scorer.training.syntax.noise import noised
from scorer.training.syntax.treebank import Sentence, Word, chunks, read_conllu, to_doc

VOCAB = spacy.blank("en").vocab
CONLLU = """# newdoc id = one
# text = I don't know, sir.
1\tI\tI\tPRON\tPRP\tNumber=Sing\t4\tnsubj\t_\t_
2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdo\tdo\tAUX\tVBP\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tknow\tknow\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
5\t,\t,\tPUNCT\t,\t_\t6\tpunct\t_\t_
6\tsir\tsir\tNOUN\tNN\t_\t4\tvocative\t_\tSpaceAfter=No
7\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

# text = Go!
1\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
1.1\tyou\tyou\tPRON\tPRP\t_\t_\t_\t1:nsubj\t_
2\t!\t!\tPUNCT\t.\t_\t1\tpunct\t_\t_

# newdoc id = two
1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\tSpaceAfter=No
2\t.\t.\tPUNCT\t.\t_\t1\tpunct\t_\t_
"""


def documents(tmp_path: Path, text: str = CONLLU + "\n", packed: bool = False) -> list[list[Sentence]]:
    path = tmp_path / ("bank.conllu.xz" if packed else "bank.conllu")
    path.write_bytes(lzma.compress(text.encode()) if packed else text.encode())
    return list(read_conllu(path))


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("end", ["", "\n"], ids=["no blank line at the end", "blank line at the end"])
def test_documents_and_their_text_are_kept(tmp_path: Path, packed: bool, end: str) -> None:
    docs = [to_doc(document, VOCAB) for document in documents(tmp_path, CONLLU + end, packed)]
    assert [doc.text.strip() for doc in docs] == ["I don't know, sir. Go!", "Yes."]
    assert [[sentence.text for sentence in doc.sents] for doc in docs] == [["I don't know, sir.", "Go!"], ["Yes."]]


def test_the_analysis_stands_where_spacy_has_it(tmp_path: Path) -> None:
    doc = to_doc(documents(tmp_path)[0], VOCAB)
    rows = [(token.text, token.tag_, token.pos_, token.lemma_, token.dep_, token.head.text) for token in doc]
    assert rows[:4] == [
        ("I", "PRP", "PRON", "I", "nsubj", "know"),
        ("do", "VBP", "AUX", "do", "aux", "know"),
        ("n't", "RB", "PART", "not", "advmod", "know"),
        ("know", "VB", "VERB", "know", "ROOT", "know"),
    ]
    assert rows[-1] == ("!", ".", "PUNCT", "!", "punct", "Go")
    assert str(doc[0].morph) == "Number=Sing"


@given(st.integers(1, 40), st.integers(0, 99), st.integers(1, 12))
def test_chunks_lose_and_mix_nothing(count: int, seed: int, longest: int) -> None:
    sentence = [Word("Go", False, "go", "VERB", "VB", "", 0, "ROOT")]
    document = [[*sentence] for _ in range(count)]
    parts = list(chunks([document, document], random.Random(seed), longest))
    assert [s for part in parts for s in part] == document * 2
    assert all(1 <= len(part) <= longest for part in parts)


def sentence(tmp_path: Path) -> Sentence:
    return documents(tmp_path)[0][0]


def text(words: Sentence) -> str:
    return to_doc([words], VOCAB).text.strip()


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (noise.lower_all, "i don't know, sir."),
        (noise.lower_first, "i don't know, sir."),
        (noise.bare_apostrophes, "I dont know, sir."),
        (noise.drop_final_mark, "I don't know, sir"),
        (noise.space_marks, "I don't know , sir ."),
    ],
)
def test_each_slip_is_one_that_students_make(
    tmp_path: Path, change: Callable[[Sentence, random.Random], Sentence], expected: str
) -> None:
    assert text(change(sentence(tmp_path), random.Random(1))) == expected


def test_commas_are_mostly_left_out(tmp_path: Path) -> None:
    texts = [text(noise.drop_commas(sentence(tmp_path), random.Random(seed))) for seed in range(200)]
    assert set(texts) == {"I don't know, sir.", "I don't know sir."}
    assert 0.7 < texts.count("I don't know sir.") / 200 < 0.9


@pytest.mark.parametrize("seed", range(6))
def test_a_doubled_word_hangs_on_its_second_copy(tmp_path: Path, seed: int) -> None:
    original = sentence(tmp_path)
    doubled = noise.double_word(original, random.Random(seed))
    assert len(doubled) == len(original) + 1
    at = next(place for place, word in enumerate(doubled) if word.deprel == "reparandum")
    assert doubled[at].form == doubled[at + 1].form
    assert doubled[at].head == at + 1
    assert doubled[at].space


def test_a_sentence_of_one_mark_keeps_it() -> None:
    only = [Word(".", True, ".", "PUNCT", ".", "", 0, "ROOT")]
    assert noise.drop_final_mark(only, random.Random(1)) == only


@given(st.integers(0, 100_000))
def test_whatever_is_done_the_tree_stays_a_tree_of_the_same_words(seed: int) -> None:
    original = [
        Word("He", True, "he", "PRON", "PRP", "", 2, "nsubj"),
        Word("ca", False, "can", "AUX", "MD", "", 2, "aux"),
        Word("say", True, "say", "VERB", "VB", "", 2, "ROOT"),
        Word("yes", False, "yes", "INTJ", "UH", "", 2, "obj"),
        Word(",", True, ",", "PUNCT", ",", "", 5, "punct"),
        Word("no", False, "no", "INTJ", "UH", "", 3, "conj"),
        Word(",", True, ",", "PUNCT", ",", "", 7, "punct"),
        Word("I", True, "I", "PRON", "PRP", "", 3, "conj"),
        Word("hope", False, "hope", "VERB", "VBP", "", 2, "parataxis"),
        Word(".", True, ".", "PUNCT", ".", "", 2, "punct"),
    ]
    changed = noised(original, random.Random(seed))
    assert [word.deprel for word in changed].count("ROOT") == 1
    assert all(0 <= word.head < len(changed) for word in changed)
    kept = [word for word in changed if word.deprel not in {"punct", "reparandum"}]
    assert [word.lemma for word in kept] == [word.lemma for word in original if word.deprel != "punct"]
    heads = {word.lemma: changed[word.head].lemma for word in kept}
    assert heads == {word.lemma: original[word.head].lemma for word in original if word.deprel != "punct"}
    doc = to_doc([changed], VOCAB)
    assert len(list(doc.sents)) == 1
