"""How a class points at the texts it was given: places, lettered sources, titles, with and without their author."""

from __future__ import annotations

import pytest
from citation_reading import spans
from citation_tables import Row, read_row, work

PLACES: list[Row] = [
    ("In ⟦paragraph 3⟧, it states that bees dance.", [work(at="paragraph 3")]),
    ("in ⟦paragraph 3⟧ it states that bees dance.", [work(at="paragraph 3")]),
    ("In ⟦Paragraph 3⟧ the author says bees dance.", [work(at="Paragraph 3")]),
    ("In ⟦paragraph three⟧ the author says bees dance.", [work(at="paragraph three")]),
    ("In ⟦paragraphs 3-4⟧ the author says bees dance.", [work(at="paragraphs 3-4")]),
    ("In ⟦paragraphs 3 and 4⟧ bees dance.", [work(at="paragraphs 3 and 4")]),
    ("In ⟦paragraph (3)⟧ the author says bees dance.", [work(at="paragraph (3)")]),
    ("In ⟦paragragh 3⟧ the author says bees dance.", [work(at="paragragh 3")]),
    ("In ⟦paragrah 3⟧ the author says bees dance.", [work(at="paragrah 3")]),
    ("In ⟦pharagraph 3⟧ the author says bees dance.", [work(at="pharagraph 3")]),
    ("in ⟦para 3⟧ bees dance.", [work(at="para 3")]),
    ("In ⟦paragraph #3⟧ bees dance.", [work(at="paragraph #3")]),
    ("In ⟦paragraph number 3⟧ bees dance.", [work(at="paragraph number 3")]),
    ("In the ⟦third paragraph⟧ the author says bees dance.", [work(at="third paragraph")]),
    ("In ⟦lines 5-8⟧ the poet praises bees.", [work(at="lines 5-8")]),
    ("In ⟦line 5⟧ the poet praises bees.", [work(at="line 5")]),
    ("On ⟦page 12⟧ the author says bees dance.", [work(at="12")]),
    ("On ⟦pages 12-13⟧ the author says bees dance.", [work(at="12-13")]),
    ("On ⟦pg. 12⟧ the author says bees dance.", [work(at="12")]),
    ("In ⟦chapter 5⟧ the author says bees dance.", [work(at="chapter 5")]),
    ("It says “bees dance” in ⟦paragraph 3⟧.", [work(at="paragraph 3")]),
    ("It says “bees dance” ⟦(paragraph 3)⟧.", [work(at="paragraph 3")]),
    ("It says “bees dance” ⟦(Paragraph 3)⟧.", [work(at="Paragraph 3")]),
    ("It says “bees dance” ⟦(P.3)⟧.", [work(at="3")]),
    ("It says “bees dance” ⟦(P3)⟧.", [work(at="3")]),
    ("It says “bees dance” ⟦(para 3)⟧.", [work(at="para 3")]),
    ("It says “bees dance” ⟦(pg. 3)⟧.", [work(at="3")]),
    ("It says “bees dance” ⟦(page 3)⟧.", [work(at="3")]),
    ("It says “bees dance” ⟦(line 3)⟧.", [work(at="line 3")]),
    ("It says “bees dance” ⟦(paragraph 3, line 2)⟧.", [work(at="paragraph 3, line 2")]),
    ("It says “bees dance” ⟦[paragraph 3]⟧.", [work(at="paragraph 3")]),
    ("It says “bees dance” ⟦(¶ 3)⟧.", [work(at="¶ 3")]),
    ("⟦Paragraph 3⟧ states that bees dance.", [work(at="Paragraph 3")]),
]  # fmt: skip
LETTERED: list[Row] = [
    ("⟦Source B⟧ states that bees dance.", [work(title="Source B")]),
    ("In ⟦Source B⟧, bees dance.", [work(title="Source B")]),
    ("in ⟦source b⟧, bees dance.", [work(title="source b")]),
    ("According to ⟦Source #2⟧, bees dance.", [work(title="Source #2")]),
    ("According to ⟦source number 2⟧, bees dance.", [work(title="source number 2")]),
    ("As ⟦Document A⟧ shows, bees dance.", [work(title="Document A")]),
    ("In ⟦Passage 1⟧, bees dance.", [work(title="Passage 1")]),
    ("In ⟦passage one⟧, bees dance.", [work(title="passage one")]),
    ("In ⟦Article 1⟧ it says that bees dance.", [work(title="Article 1")]),
    ("In ⟦Text 2⟧ the author says that bees dance.", [work(title="Text 2")]),
    ("Bees dance ⟦(Source B)⟧.", [work(title="Source B")]),
    ("Bees dance ⟦(source 2)⟧.", [work(title="source 2")]),
    ("Bees dance ⟦(Sources B and D)⟧.", [work(title="Sources B and D")]),
    ("Bees dance ⟦(Source 2, paragraph 3)⟧.", [work(title="Source 2", at="paragraph 3")]),
    ("Bees dance ⟦(Doc. A)⟧.", [work(title="Doc. A")]),
    ("Bees dance ⟦(Document 3)⟧.", [work(title="Document 3")]),
    ("Bees dance ⟦(Passage 1)⟧.", [work(title="Passage 1")]),
    ("⟦Sources A and C⟧ agree that bees dance.", [work(title="Sources A and C")]),
    ("In ⟦paragraph 3 of Source B⟧ bees dance.", [work(title="Source B", at="paragraph 3")]),
    ("In ⟦Source B, paragraph 3⟧, bees dance.", [work(title="Source B", at="paragraph 3")]),
    ("In ⟦Source No.2 paragraph 3⟧ bees dance.", [work(title="Source No.2", at="paragraph 3")]),
    ("In ⟦Sources 1-3⟧ bees dance.", [work(title="Sources 1-3")]),
    ("In ⟦paragraph nine of the second source⟧ bees dance.", [work(title="second source", at="paragraph nine")]),
    ("In the ⟦second source, paragraph nine⟧, bees dance.", [work(title="second source", at="paragraph nine")]),
    ("In the ⟦third paragraph of the first text⟧ bees dance.", [work(title="first text", at="third paragraph")]),
]  # fmt: skip
TITLED: list[Row] = [
    ("In the article ⟦“The Dance of Bees”⟧ bees dance.", [work(title="The Dance of Bees")]),
    ("In the article ⟦\"The Dance of Bees,\"⟧ the author says that bees dance.", [work(title="The Dance of Bees")]),
    ("In the article ⟦'The Dance of Bees'⟧ the author says that bees dance.", [work(title="The Dance of Bees")]),
    ("In the article titled ⟦“The Dance of Bees”⟧ bees dance.", [work(title="The Dance of Bees")]),
    ("In the article, ⟦“The Dance of Bees”⟧, bees dance.", [work(title="The Dance of Bees")]),
    ("In the artical ⟦“The Dance of Bees”⟧ bees dance.", [work(title="The Dance of Bees")]),
    ("In the passage ⟦The Dance of the Bees⟧, bees dance.", [work(title="The Dance of the Bees")]),
    ("The article ⟦“The Dance of Bees”⟧ states that bees dance.", [work(title="The Dance of Bees")]),
    ("The story called ⟦“The Dance of Bees”⟧ is about a girl.", [work(title="The Dance of Bees")]),
    ("According to the article ⟦“The Dance of Bees”⟧, bees dance.", [work(title="The Dance of Bees")]),
    ("According to ⟦“The Dance of Bees”⟧, bees dance.", [work(title="The Dance of Bees")]),
    ("⟦“The Dance of Bees”⟧ states that bees dance.", [work(title="The Dance of Bees")]),
    ("In ⟦“The Dance of Bees”⟧ the author says that bees dance.", [work(title="The Dance of Bees")]),
    ("In ⟦\"The Dance of Bees\" paragraph 3⟧ it says that bees dance.",
     [work(title="The Dance of Bees", at="paragraph 3")]),
    ("In ⟦paragraph 3 of “The Dance of Bees”⟧ bees dance.", [work(title="The Dance of Bees", at="paragraph 3")]),
    ("In ⟦“The Dance of Bees” (paragraph 3)⟧ bees dance.", [work(title="The Dance of Bees", at="paragraph 3")]),
    ("The author of ⟦“The Dance of Bees”⟧ says that bees dance.", [work(title="The Dance of Bees")]),
    ("The speech ⟦“Bees at Work”⟧ praises bees.", [work(title="Bees at Work")]),
    ("The poem ⟦“Bees at Work”⟧ praises bees.", [work(title="Bees at Work")]),
    ("In the novel ⟦Bees at Work⟧, a girl keeps bees.", [work(title="Bees at Work")]),
    ("In ⟦paragraph 6 The Dance of Bees⟧ it says so.", [work(title="The Dance of Bees", at="paragraph 6")]),
    ("The article ⟦“The Dance of Bees”⟧ is old. In ⟦paragraph 6 “The Dance of Bees”⟧ says so.",
     [work(title="The Dance of Bees"), work(title="The Dance of Bees", at="paragraph 6")]),
    ("In ⟦source #2, The Dance of Bees, by Ann Moss⟧, bees dance.", [work("Ann Moss", "The Dance of Bees")]),
    ("In ⟦source 2, The Dance of Bees⟧, it says so.", [work(title="The Dance of Bees")]),
    ("In ⟦source 2: Bees dance in the dark⟧, they dance.", [work(title="Bees dance in the dark")]),
    ("In ⟦source 2 : “Bees dance in the dark”⟧ they dance.", [work(title="Bees dance in the dark")]),
    ("In ⟦source 2: In Small Hives, Life Goes On Without Kings⟧, bees dance.",
     [work(title="In Small Hives, Life Goes On Without Kings")]),
    ("In ⟦Source 2: The Dance of Bees: Why even old bees are good⟧ states it.",
     [work(title="The Dance of Bees: Why even old bees are good")]),
    ("In ⟦source two “The Dance of Bees” (Ann Moss)⟧ bees dance.", [work("Ann Moss", "The Dance of Bees")]),
    ("In ⟦“The Dance of Bees” (source 2, paragraph 4)⟧, the author says so.",
     [work(title="The Dance of Bees", at="paragraph 4")]),
    ("They dance, says ⟦Ann Moss from “The Dance of Bees”⟧.", [work("Ann Moss", "The Dance of Bees")]),
    ("The article ⟦The Dance of Bees” written by Ann Moss⟧ is old.", [work("Ann Moss", "The Dance of Bees")]),
    ("The text ⟦“The Dance of Bees”, the Office of the Bee Register⟧ explains it.",
     [work("Office of the Bee Register", "The Dance of Bees")]),
    ("Well the author of ⟦“The Dance of Bees”⟧ says so.", [work(title="The Dance of Bees")]),
    ("In The Dance due to Bees by Ann Moss, they dance.", []),
]  # fmt: skip
AUTHORED: list[Row] = [
    ("Bees dance. In ⟦source 2, paragraph 12, Moss⟧ shares that they hum.",
     [work("Moss", "source 2", at="paragraph 12")]),
    ("Bees dance. Also in ⟦source two, Ann Moss⟧ explains that they hum.", [work("Ann Moss", "source two")]),
    ("Bees dance ⟦(Moss 4)⟧. It is said in ⟦source 2, paragraph 3 by Moss⟧.",
     [work("Moss", at="4"), work("Moss", "source 2", at="paragraph 3")]),
    ("The author, Ann Moss, likes bees. Moss states that bees dance ⟦(source 3, paragraph 16)⟧.",
     [work("Moss", "source 3", at="paragraph 16")]),
    ("Ana Ruiz, a keeper, says that bees dance ⟦(source 3, paragraph 16)⟧.",
     [work(title="source 3", at="paragraph 16")]),
    ("In the article ⟦“The Dance of Bees”⟧ it says so. They “dance at noon in the sun” ⟦(TDOB, paragraph 3)⟧.",
     [work(title="The Dance of Bees"), work(title="TDOB", at="paragraph 3")]),
    ("In the article ⟦“Dancing Bees Are Coming”⟧ it says so. They dance ⟦(Dancing, 7)⟧.",
     [work(title="Dancing Bees Are Coming"), work(title="Dancing", at="7")]),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "works"), [*PLACES, *LETTERED, *TITLED, *AUTHORED])
def test_pointers_of_a_class(marked: str, works: list[tuple[str | None, ...]]) -> None:
    assert read_row(marked) == (marked, works)


@pytest.mark.parametrize(
    "line", ["Source: “The Dance of Bees” by Ann Moss", "Sources used: Source 1, Source 2", "Source: www.bees.org"]
)
def test_the_last_line_that_lists_sources_cites_none(line: str) -> None:
    assert spans(f"Bees dance.\n\n{line}\n") == []
