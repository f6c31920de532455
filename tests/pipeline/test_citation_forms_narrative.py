"""Works that sentences name, in the many ways in which students and scholars do."""

from __future__ import annotations

import pytest
from citation_tables import Row, read_row, work

DATED: list[Row] = [
    ("⟦Imada (2018)⟧ found that sleep helps.", [work("Imada", year="2018")]),
    ("⟦Imada(2018)⟧ found that sleep helps.", [work("Imada", year="2018")]),
    ("⟦Imada (2018, p. 4)⟧ found that sleep helps.", [work("Imada", year="2018", at="4")]),
    ("⟦Imada (2018: 4)⟧ found that sleep helps.", [work("Imada", year="2018", at="4")]),
    ("⟦Imada and Tull (2018)⟧ found that sleep helps.", [work("Imada and Tull", year="2018")]),
    ("⟦Imada & Tull (2018)⟧ found that sleep helps.", [work("Imada & Tull", year="2018")]),
    ("⟦Imada, Tull, and Voss (2018)⟧ found that sleep helps.", [work("Imada, Tull, and Voss", year="2018")]),
    ("⟦Imada et al. (2018)⟧ found that sleep helps.", [work("Imada et al.", year="2018")]),
    ("⟦Imada et al (2018)⟧ found that sleep helps.", [work("Imada et al", year="2018")]),
    ("⟦Imada and colleagues (2018)⟧ found that sleep helps.", [work("Imada and colleagues", year="2018")]),
    ("⟦Rika Imada (2018)⟧ found that sleep helps.", [work("Rika Imada", year="2018")]),
    ("According to ⟦Imada (2018)⟧, sleep helps.", [work("Imada", year="2018")]),
    ("As ⟦Imada (2018)⟧ shows, sleep helps.", [work("Imada", year="2018")]),
    ("Sleep helps, as ⟦Imada (2018)⟧ put it.", [work("Imada", year="2018")]),
    ("Research by ⟦Imada (2018)⟧ backs this.", [work("Imada", year="2018")]),
    ("A study by ⟦Imada (2018)⟧ backs this.", [work("Imada", year="2018")]),
    ("⟦Imada’s (2018)⟧ study backs this.", [work("Imada", year="2018")]),
    ("⟦Imada and Tull's (2018)⟧ research backs this.", [work("Imada and Tull", year="2018")]),
    ("⟦Imada (n.d.)⟧ found that sleep helps.", [work("Imada", year="n.d.")]),
    ("⟦Imada (2018a)⟧ found that sleep helps.", [work("Imada", year="2018a")]),
    ("The ⟦National Sleep Bureau (2018)⟧ found that sleep helps.", [work("National Sleep Bureau", year="2018")]),
    ("According to the ⟦National Sleep Bureau (2018)⟧, sleep helps.", [work("National Sleep Bureau", year="2018")]),
    ("According to the ⟦National Sleep Bureau (NSB, 2018)⟧, sleep helps.",
     [work("National Sleep Bureau", year="2018")]),
    ("Studies such as ⟦Imada (2018)⟧ and ⟦Tull (2019)⟧ back this.",
     [work("Imada", year="2018"), work("Tull", year="2019")]),
    ("Both ⟦Imada (2018)⟧ and ⟦Tull (2019)⟧ agree.", [work("Imada", year="2018"), work("Tull", year="2019")]),
    ("⟦Imada’s 2018⟧ study backs this.", [work("Imada", year="2018")]),
    ("In a ⟦2018 study, Imada⟧ found that sleep helps.", [work("Imada", year="2018")]),
    ("In her ⟦2018 study, Imada⟧ found that sleep helps.", [work("Imada", year="2018")]),
    ("In their ⟦2018 paper, Imada and Tull⟧ argue that sleep helps.", [work("Imada and Tull", year="2018")]),
    ("A ⟦2018 study by Imada⟧ backs this.", [work("Imada", year="2018")]),
    ("A ⟦2018 survey by the National Sleep Bureau⟧ backs this.", [work("National Sleep Bureau", year="2018")]),
    ("A ⟦2018 National Sleep Bureau⟧ report backs this.", [work("National Sleep Bureau", year="2018")]),
    ("A study by ⟦Imada in 2018⟧ backs this.", [work("Imada", year="2018")]),
    ("A study by ⟦Imada from 2018⟧ backs this.", [work("Imada", year="2018")]),
    ("A study conducted by ⟦Imada in 2018⟧ backs this.", [work("Imada", year="2018")]),
    ("A study conducted in ⟦2018 by Imada⟧ backs this.", [work("Imada", year="2018")]),
    ("In ⟦2018, Imada⟧ found that sleep helps.", [work("Imada", year="2018")]),
]  # fmt: skip
TITLED: list[Row] = [
    ("In ⟦“Late Bells,” Imada⟧ argues that sleep helps.", [work("Imada", "Late Bells")]),
    ("In his essay ⟦“Late Bells,” Imada⟧ argues that sleep helps.", [work("Imada", "Late Bells")]),
    ("In ⟦\"Late Bells\", Rika Imada⟧ writes that sleep helps.", [work("Rika Imada", "Late Bells")]),
    ("In ⟦“Late Bells” by Rika Imada⟧, sleep helps.", [work("Rika Imada", "Late Bells")]),
    ("In the article ⟦“Late Bells” by Rika Imada⟧, sleep helps.", [work("Rika Imada", "Late Bells")]),
    ("In the article ⟦\"Late Bells,\" by Rika Imada⟧, sleep helps.", [work("Rika Imada", "Late Bells")]),
    ("In the article ⟦“Late Bells,” written by Rika Imada⟧, sleep helps.", [work("Rika Imada", "Late Bells")]),
    ("According to ⟦“Late Bells” by Rika Imada⟧, sleep helps.", [work("Rika Imada", "Late Bells")]),
    ("⟦Rika Imada’s “Late Bells”⟧ argues that sleep helps.", [work("Rika Imada", "Late Bells")]),
    ("⟦Rika Imada’s article “Late Bells”⟧ argues that sleep helps.", [work("Rika Imada", "Late Bells")]),
    ("⟦Rika Imada, in her article “Late Bells,”⟧ argues that sleep helps.", [work("Rika Imada", "Late Bells")]),
    ("⟦Rika Imada, author of “Late Bells,”⟧ argues that sleep helps.", [work("Rika Imada", "Late Bells")]),
    ("⟦Rika Imada, the author of Late Bells⟧, argues that sleep helps.", [work("Rika Imada", "Late Bells")]),
    ("⟦Imada argues in “Late Bells”⟧ that sleep helps.", [work("Imada", "Late Bells")]),
    ("⟦Imada states in her article “Late Bells”⟧ that sleep helps.", [work("Imada", "Late Bells")]),
    ("In the book ⟦Late Bells, Rika Imada⟧ argues that sleep helps.", [work("Rika Imada", "Late Bells")]),
    ("In the book ⟦Late Bells by Rika Imada⟧, a boy sleeps.", [work("Rika Imada", "Late Bells")]),
    ("In the novel ⟦Late Bells by Rika Imada⟧, a boy sleeps.", [work("Rika Imada", "Late Bells")]),
    ("In her ⟦2018 book Late Bells, Imada⟧ argues that sleep helps.", [work("Imada", "Late Bells", "2018")]),
    ("In her book ⟦*Late Bells*, Imada⟧ argues that sleep helps.", [work("Imada", "Late Bells")]),
    ("In ⟦*Late Bells* (2018), Imada⟧ argues that sleep helps.", [work("Imada", "Late Bells", "2018")]),
    ("In ⟦Late Bells (2018), Imada⟧ argues that sleep helps.", [work("Imada", "Late Bells", "2018")]),
    ("⟦Imada’s Late Bells (2018)⟧ is long.", [work("Imada", "Late Bells", "2018")]),
    ("⟦Rika Imada wrote a book called Late Bells⟧.", [work("Rika Imada", "Late Bells")]),
    ("The author of ⟦“Late Bells,” Rika Imada⟧, argues so.", [work("Rika Imada", "Late Bells")]),
    ("The documentary ⟦Late Bells (2018)⟧ shows it.", [work(title="Late Bells", year="2018")]),
]  # fmt: skip
BRACKETS_WITH_SPEAKERS: list[Row] = [
    ("Imada argues that “sleep helps” ⟦(4)⟧.", [work("Imada", at="4")]),
    ("According to Imada, “sleep helps” ⟦(4)⟧.", [work("Imada", at="4")]),
    ("As Rika Imada puts it, “sleep helps” ⟦(4)⟧.", [work("Rika Imada", at="4")]),
    ("“Sleep helps,” Imada explains ⟦(4)⟧.", [work("Imada", at="4")]),
    ("“Sleep helps,” says Imada ⟦(4)⟧.", [work("Imada", at="4")]),
    ("Imada and Tull claim that “sleep helps” ⟦(p. 4)⟧.", [work("Imada and Tull", at="4")]),
    ("In Imada’s words, sleep is “free medicine” ⟦(4)⟧.", [work("Imada", at="4")]),
    ("Imada also notes that naps “cost nothing at all” ⟦(pg. 5)⟧.", [work("Imada", at="5")]),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "works"), [*DATED, *TITLED, *BRACKETS_WITH_SPEAKERS])
def test_works_in_sentences(marked: str, works: list[tuple[str | None, ...]]) -> None:
    assert read_row(marked) == (marked, works)
