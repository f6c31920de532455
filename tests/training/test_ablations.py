"""Authored essays with one virtue taken away: what is gone, and what stays."""

import re
from collections import Counter

import pytest
from conftest import ROOT

from scorer.rubric import load_rubric
from scorer.training.authored.ablations import (
    ABLATIONS,
    ablated,
    flattened,
    list_start,
    shuffled,
    unlinked_references,
    without_citations,
    without_thesis,
)
from scorer.training.authored.corpus import read_authored
from scorer.training.authored.markup import unmarked
from scorer.training.authored.sentences import Piece, paragraphs_of, sentences_of

ESSAYS = list(read_authored(ROOT / "training_data" / "authored"))
WORDS = re.compile(r"[^\W\d_]+")
FILLER = " ".join(["Nobody in our town can say what the old clock on the tower is still good for."] * 6)


HEAD = """<essay id="x" prompt="p" split="develop" thesis="3" reasons="3" sources="3" organization="3" language="3"
 conventions="3">"""


def essay(marked: str):
    return unmarked(f"{HEAD}{marked}\n\n{FILLER}</essay>")


def listed(style: str):
    return unmarked(f"{HEAD}{FILLER} {LIST.replace('mla', style)}</essay>")


@pytest.mark.parametrize(
    ("marked", "left"),
    [
        ('Bees help <cite style="mla" author="Ott">(Ott 3)</cite>. So we need them.', "Bees help. So we need them."),
        ('<cite style="narrative" author="Ott">Ott (2019)</cite> says bees help.', "One writer says bees help."),
        ('According to <cite style="narrative" author="Ott">Ott (2019)</cite>, bees help.', "Bees help."),
        ('In <cite style="narrative">paragraph 3</cite> it says that bees help.', "It says that bees help."),
        ('In his 2014 book <cite style="narrative" author="Ott">Hives, Ott</cite> writes.', "One writer writes."),
        ('The report <cite style="narrative" title="Hives">"Hives"</cite> is short.', "The report is short."),
        ('<cite style="narrative">Paragraph 6</cite> is short.', "One text is short."),
        ('Ott calls it "a loss" <cite style="mla">(3)</cite>.', 'Ott calls it "a loss".'),
        ('Bees help.<cite style="numeric">[1]</cite> So do we.', "Bees help. So do we."),
    ],
)
def test_citations_are_cut_out(marked, left):
    assert without_citations(essay(marked)).startswith(left + "\n")


def test_the_sentences_of_the_thesis_go_whole():
    text = without_thesis(
        essay("It was June. I think <thesis>we need bees</thesis>, too. So, <restatement>save them</restatement>!")
    )
    assert text.startswith("It was June.\n")


LIST = """Bees help <cite style="mla" author="Ott" ref="b1">(Ott 3)</cite>.

Works Cited
<reference id="b1" author="Ott, Ann" title="Hives">Ott, Ann. Hives. 2014.</reference>
"""


def test_entries_are_replaced_by_works_that_nobody_cites():
    text = unlinked_references(listed("mla"))
    assert "(Ott 3)" in text
    assert "Works Cited\n" in text
    assert "Hives" not in text


def test_a_list_that_numbers_point_at_is_dropped():
    assert unlinked_references(listed("numeric")).rstrip().endswith("(Ott 3).")


@pytest.mark.parametrize("case", ESSAYS, ids=lambda case: case.gold.id)
def test_shuffling_keeps_sentences_paragraph_sizes_and_list(case):
    text = shuffled(case)
    if text is None:
        return
    start = list_start(case)
    assert text != case.text
    assert text == shuffled(case)
    assert shuffled(case, 2) != text
    assert Counter(WORDS.findall(text)) == Counter(WORDS.findall(case.text))
    assert text[start:] == case.text[start:]
    assert len(paragraphs_of(text, Piece(0, len(text)))) == len(paragraphs_of(case.text, Piece(0, len(case.text))))


@pytest.mark.parametrize("case", ESSAYS, ids=lambda case: case.gold.id)
def test_flattening_keeps_every_word_in_order(case):
    text = flattened(case)
    if text is not None:
        assert text.split() == case.text.split()
        assert len(paragraphs_of(text, Piece(0, len(text)))) < len(paragraphs_of(case.text, Piece(0, len(case.text))))


@pytest.mark.parametrize("case", ESSAYS, ids=lambda case: case.gold.id)
def test_what_is_taken_away_is_gone(case):
    found = case.gold.structure
    texts = {ablation.name: text for ablation, text in ablated(case)}
    assert ("without_citations" in texts) == bool(found.citations)
    for citation in found.citations:
        assert citation.style == "narrative" or citation.text not in texts["without_citations"]
    if "without_thesis" in texts:
        assert found.thesis.text not in texts["without_thesis"]
    for reference in found.references:
        assert reference.text not in texts.get("unlinked_references", "")


def test_every_ablation_names_criteria_of_the_default_rubric_with_a_reason():
    known = {criterion.id for criterion in load_rubric().criteria}
    for ablation in ABLATIONS:
        assert ablation.falls in known
        assert set(ablation.changes) < known - {ablation.falls}
        assert all(ablation.changes.values())


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("He asked (p. 3. Then 4). We left.", ["He asked (p. 3. Then 4).", "We left."]),
        ('She said "Stop." We stopped.', ['She said "Stop."', "We stopped."]),
        ("Dr. Ott and J. Reed came. 3 left.", ["Dr. Ott and J. Reed came.", "3 left."]),
        ("no marks at all\nnext line", ["no marks at all", "next line"]),
        ("A fact.[1] Another.", ["A fact.[1]", "Another."]),
        ("e.g. this one. And that.", ["e.g. this one.", "And that."]),
    ],
)
def test_sentences_by_typography(text, sentences):
    assert [text[s.start : s.end] for s in sentences_of(text, Piece(0, len(text)))] == sentences
