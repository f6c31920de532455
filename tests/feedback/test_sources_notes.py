"""Notes on citations, quotations and the list of works."""

from __future__ import annotations

import pytest
from marked_essays import phrased, pointed_at, read, told
from spacy.language import Language

LIST = "\n\nWorks Cited\nNau, Henry. Perspectives on International Relations. CQ Press, 2017.\n"


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        (
            "Peace is rare.\n\nA long war increases the risk of disease in a poor country.",
            "citations_missing",
            "A long war increases",
        ),
        (
            "According to the article, peace is rare.\n\nStates are many.",
            "source_only_named",
            "According to the article",
        ),
        ("As I read in the article, peace is rare.\n\nStates are many.", "source_only_named", "in the article"),
        ("Alliances shift (Nau 28). States are many (Walt 30).", "sources_several", "(Walt 30)"),
        ("Alliances shift (Nau 28). States are many (Nau 30).", "source_single", "(Nau 28)"),
        ("Alliances shift (Nau 28). States are many.", "references_missing", "(Nau 28)"),
        ("Alliances shift (Nau 28). States are many." + LIST, "references_match", "(Nau 28)"),
        ("Alliances shift (Walt 28). States are many (Nau 3)." + LIST, "citation_without_entry", "(Walt 28)"),
        ("Alliances shift (Nau 28). They break (Nau, 30).", "citations_unlike", "(Nau, 30)"),
        ("Alliances shift (Nau, 28). They break (Nau, 30).", "citation_with_comma", "(Nau, 28)"),
        (
            'Peace is rare (Nau 3). He writes that "peace is rare among the strong" (Nau).',
            "citation_without_locator",
            "(Nau)",
        ),
        (
            'One author notes that "peace is rare among the strong states" (Nau 3).',
            "quotation_introduced",
            "peace is rare among",
        ),
        (
            'It is true. "Peace is rare among the strong and weak states" (Nau 3).',
            "quotation_dropped",
            "Peace is rare among",
        ),
        (
            'It is true that "peace is rare among the strong and the weak states" again.',
            "quotation_uncited",
            "peace is rare among",
        ),
        ("The strong are free to take what they like and to keep it” (Nau 3).", "quotation_unopened", "”"),
    ],
)
def test_what_is_said_of_sources(nlp: Language, text: str, code: str, words: str) -> None:
    doc = read(nlp, text)
    assert code in told(doc)
    assert any(words in place for place in pointed_at(doc, told(doc)[code]))


def test_the_entry_named_is_the_one_of_the_citation_named(nlp: Language) -> None:
    two = LIST + "\nWalt, Stephen. The Origins of Alliances. Cornell UP, 1987.\n"
    doc = read(nlp, "Alliances shift (Walt 28). States are many (Nau 3)." + two)
    citation, entry = pointed_at(doc, told(doc)["references_match"])
    assert citation == "(Walt 28)"
    assert entry.startswith("Walt")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Alliances shift (Nau 28). They break (Nau 30).", "citations_unlike"),
        ("Alliances shift (Nau 28).", "citations_missing"),
        ("Peace is rare.\n\nI think a long war increases the risk of disease in poor countries.", "citations_missing"),
        ("Peace is rare.\n\nStates should reduce the risk of disease in the poor countries.", "citations_missing"),
        ("Peace is rare.\n\nOur school will reduce the risk of disease in every classroom.", "citations_missing"),
        ("Peace is rare.\n\nDoes a long war increase the risk of disease in the poor countries?", "citations_missing"),
        ("Peace is rare. States are many.", "citations_missing"),
        (
            "Peace is rare.\n\nA long war increases the risk of disease in a poor country. "
            "She said: “Peace is the best of all pills.”",
            "citations_missing",
        ),
        ("According to the article, peace is rare. States are many.", "source_only_named"),
        ("In the story peace is rare (Nau 28). States are many.", "references_missing"),
        ("People look at the phone and read the text at once.\n\nStates are many.", "source_only_named"),
        ("Ann Lee once said “the strong do what they can and the weak must”.", "quotation_uncited"),
        ('It says (Nau 3) "peace is rare among the strong and the weak" again.', "quotation_uncited"),
        ("I have my own rule, “the strong do what they can and the weak must”.", "quotation_uncited"),
        ("Alliances shift (Nau 28)." + LIST, "references_missing"),
        ('Mum said "you can do it if you try, I know you can" to me.', "quotation_uncited"),
        (
            'Dr. Huang, says in paragraph four, "The smiles for each emotion are universal." He says, " even though '
            'individuals often show varying degrees of them."',
            "quotation_uncited",
        ),
        ('In the book "The Cowboy Who Rode the Waves" a boy sails.', "quotation_uncited"),
        ('We are told "peace is rare among the strong and the weak" (Nau 3).', "quotation_uncited"),
        ("They pick a day according to when they are free. Peace is rare.", "source_only_named"),
        ("As I read in the article, peace is rare.\n\nWorks Cited\n\nNau, Henry. War.", "source_only_named"),
        ("Anna explained that she was late. We left.", "source_only_named"),
        ("In the next few paragraphs I will explain my reasons. Peace is rare.", "source_only_named"),
        ("These are going to be my reasons in this passage. Peace is rare.", "source_only_named"),
        ("Families need the money, as stated in the last paragraph. Peace is rare.", "source_only_named"),
    ],
)
def test_what_is_not_said_of_sources(nlp: Language, text: str, code: str) -> None:
    assert code not in told(read(nlp, text))


def test_unlike_citations_show_both(nlp: Language) -> None:
    note = told(read(nlp, "Alliances shift (Walt 28). They break (Nau 2) and heal (Nau, 30)."))["citations_unlike"]
    assert all("(Nau 2)" in text and "(Nau, 30)" in text for text in phrased(note))


def test_a_reason_without_source_is_named_where_another_has_one(nlp: Language) -> None:
    doc = read(
        nlp,
        "{R|Alliances shift} (Nau 28). Much is said. {R|Allies leave} (Nau 30). Much is said. Much is done. "
        "{R|Weak states need help}. They ask.",
    )
    assert pointed_at(doc, told(doc)["reason_uncited"]) == ["Weak states need help"]
