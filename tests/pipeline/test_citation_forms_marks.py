"""Numbers in brackets, raised numbers, notes and addresses."""

from __future__ import annotations

import pytest
from citation_tables import Row, read_row, work

NUMBERED: list[Row] = [
    ("Ice melts ⟦[1]⟧.", [work()]),
    ("Ice melts⟦[1]⟧.", [work()]),
    ("Ice melts.⟦[1]⟧ Seas rise.⟦[2]⟧", [work(), work()]),
    ("Ice melts ⟦[1, 2]⟧.", [work(), work()]),
    ("Ice melts ⟦[1,2]⟧.", [work(), work()]),
    ("Ice melts ⟦[1; 2]⟧.", [work(), work()]),
    ("Ice melts ⟦[1–3]⟧.", [work(), work(), work()]),
    ("Ice melts ⟦[1]⟧, ⟦[3]⟧.", [work(), work()]),
    ("Ice melts ⟦[1]⟧⟦[3]⟧.", [work(), work()]),
    ("Ice melts ⟦[2]–[4]⟧.", [work(), work(), work()]),
    ("Ice melts ⟦[2]-[3]⟧ fast.", [work(), work()]),
    ("Ice melts ⟦[3, p. 12]⟧.", [work(at="12")]),
    ("Ice melts ⟦[3, pp. 12-14]⟧.", [work(at="12-14")]),
    ("Ice melts ⟦[3, para. 4]⟧.", [work(at="para. 4")]),
    ("Ice melts ⟦[3: 12]⟧.", [work(at="12")]),
    ("Imada ⟦[4]⟧ says so.", [work()]),
    ("As shown in ⟦[4]⟧, ice melts.", [work()]),
]  # fmt: skip
NOTES: list[Row] = [
    ("Ice melts.⟦¹⟧", [work()]),
    ("Ice melts,⟦²⟧ and seas rise.⟦³⟧", [work(), work()]),
    ("“Ice melts”⟦⁴⟧ is all he says.", [work()]),
    ("Ice melts.⟦¹²⟧ Seas rise.", [work()]),
    ("Ice melts ⟦(Imada 4)⟧. It shrinks ⟦(ibid.)⟧.", [work("Imada", at="4"), work("Imada")]),
    ("Ice melts ⟦(Imada 4)⟧. It shrinks ⟦(Ibid., 12)⟧.", [work("Imada", at="4"), work("Imada", at="12")]),
    ("Ice melts ⟦(Imada 4)⟧. It shrinks ⟦(ibid. 12)⟧.", [work("Imada", at="4"), work("Imada", at="12")]),
    ("Ice melts ⟦(Imada 2018, 4)⟧. It shrinks ⟦(ibid., p. 12)⟧.",
     [work("Imada", year="2018", at="4"), work("Imada", year="2018", at="12")]),
]  # fmt: skip
ADDRESSES: list[Row] = [
    ("Ice melts ⟦(icewatch.org)⟧.", [work(title="icewatch.org")]),
    ("Ice melts ⟦(www.icewatch.org)⟧.", [work(title="www.icewatch.org")]),
    ("Ice melts ⟦(https://icewatch.org/melt)⟧.", [work(title="https://icewatch.org/melt")]),
    ("Ice melts ⟦(ice-watch.com)⟧.", [work(title="ice-watch.com")]),
    ("According to ⟦icewatch.org⟧, ice melts.", [work(title="icewatch.org")]),
    ("On ⟦www.icewatch.org⟧ it says that ice melts.", [work(title="www.icewatch.org")]),
    ("See ⟦https://icewatch.org/melt?year=2018⟧.", [work(title="https://icewatch.org/melt?year=2018")]),
    ("It is told at ⟦http://www.icewatch.org/a_b/⟧.", [work(title="http://www.icewatch.org/a_b/")]),
    ("Ice melts ⟦https://doi.org/10.1000/182⟧.", [work(title="https://doi.org/10.1000/182")]),
    ("Ice melts ⟦(doi:10.1000/182)⟧.", [work(title="doi:10.1000/182")]),
    ("Ice melts, says the site ⟦icewatch.com/melt⟧.", [work(title="icewatch.com/melt")]),
    ("Ice melts ⟦<https://icewatch.org>⟧.".replace("⟦<", "<⟦").replace(">⟧", "⟧>"),
     [work(title="https://icewatch.org")]),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "works"), [*NUMBERED, *NOTES, *ADDRESSES])
def test_numbers_notes_and_addresses(marked: str, works: list[tuple[str | None, ...]]) -> None:
    assert read_row(marked) == (marked, works)
