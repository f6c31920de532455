"""The fields of one entry: labelled token by token by the chain, then tidied by rules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from scorer.pipeline.chain import Crf
from scorer.pipeline.references.features import entry_features
from scorer.pipeline.references.forms import known_form
from scorer.pipeline.references.patterns import (
    ACCESS,
    ANY_YEAR,
    BY,
    EDITORS_MARK,
    IBID,
    INITIALS_END,
    LABEL,
    LONGEST,
    MARKS,
    NAME_INITIAL,
    NOTE_LEAD,
    NUMBER,
    OPENING_MARKS,
    QUOTED,
    SAYS_WHERE,
    SHORT_NOTE,
)
from scorer.pipeline.references.tokens import Token, tokens

FIELD_OF = {"date": "year", "journal": "container", "container-title": "container", "collection-title": "container"}
"""Labels of the chain that mean a field of another name: finer labels follow each other more predictably."""

LONGER_WORD = 5  # letters: shorter ones are in lower case also in names

UNDATED = frozenset({"title", "url", "doi", "pages", "volume", "note", "isbn", "author", "citation-number"})
"""Labels of tokens in which a number that looks like a year is none."""


@dataclass(frozen=True)
class Fields:
    """Fields of an entry as written, None where not found."""

    author: str | None = None
    title: str | None = None
    year: str | None = None
    container: str | None = None


def read_fields(crf: Crf, entry: str) -> Fields:
    """The fields of an entry as the chain sees them; white space in them is made single."""
    if (number := NUMBER.match(entry)) and (note := SHORT_NOTE.match(NOTE_LEAD.sub("", entry[number.end() :]))):
        return Fields(note["author"], tidy_title(note["quoted"] or note["title"] or ""))
    if number and IBID.match(entry, number.end()):
        return Fields()
    if not number and (label := LABEL.match(entry)):
        entry = entry[label.end() :]
    found = tokens(entry[:LONGEST])
    return by_form(entry[:LONGEST], tidied(entry[:LONGEST], found, labelled(crf, found)))


def by_form(entry: str, read: Fields) -> Fields:
    """The fields, with what the entry's style tells in place of what the labels do."""
    form = known_form(entry)
    if form is None:
        return read
    author, title, year = form
    return replace(
        read,
        author=(tidy_author(author) if author else None) or (read.author if read.author != title else None),
        title=_likelier(tidy_title(title), read.title) if title else read.title if read.title != author else None,
        year=year or read.year,
    )


def published(entry: str, runs: Sequence[tuple[int, int]]) -> list[str]:
    """The dates that do not say when the student looked."""
    access = ACCESS.search(entry)
    return [entry[a:b] for a, b in runs if access is None or a < access.start()]


def _likelier(formed: str | None, labelled: str | None) -> str | None:
    """Which of two titles: the form's, but where the labels go on behind a question or end before the publisher."""
    if formed is None or labelled is None:
        return formed or labelled
    if formed[-1] in "?!" and labelled.startswith(formed):
        return labelled if any(map(_plain_word, labelled[len(formed) :].split()[1:])) else formed
    if formed.startswith(labelled) and SAYS_WHERE.search(formed[len(labelled) :]):
        return labelled
    return formed


def _plain_word(word: str) -> bool:
    """Whether a word is in lower case though a name of a journal or house would have it capitalised."""
    return word.islower() and len(word) >= LONGER_WORD


def labelled(crf: Crf, found: Sequence[Token]) -> list[str]:
    """The most probable field of each token."""
    fields = [FIELD_OF.get(label, label) for label in crf.labels]
    return [fields[k] for k in crf.best(crf.scores(entry_features([token.text for token in found])))]


def tidied(entry: str, found: Sequence[Token], labels: Sequence[str]) -> Fields:
    """Fields from labelled tokens: marks around them left out, of several stretches with one label the first."""
    runs: dict[str, list[tuple[int, int]]] = {}
    order = []
    for label, group in groupby(zip(labels, found, strict=True), key=lambda pair: pair[0]):
        run = [token for _, token in group]
        runs.setdefault(label, []).append((run[0].start, run[-1].end))
        order.append(label)
    author = runs.get("author") or (runs.get("editor") if order[:1] == ["editor"] else None)
    if author and order[0] == "author":
        end = _author_end(entry, found, labels, author[0][1])
        author = [(author[0][0], end)]
        titles = [(max(start, end), stop) for start, stop in runs.pop("title", []) if stop > end]
        runs.update({"title": titles} if titles else {})
    if "title" not in runs and order[:2] == ["author", "year"] and order[2:3] in (["genre"], ["note"]):
        runs["title"] = runs[order[2]]  # "Annual report" names a kind of text; behind the year it is the title
    title = _first_title(entry, runs.get("title", []))
    container = next((text for a, b in runs.get("container", []) if (text := tidy_title(entry[a:b]))), None)
    year = _first_year(published(entry, runs.get("year", [])))
    if year is None:
        rest = [(token.start, token.end) for token, label in zip(found, labels, strict=True) if label not in UNDATED]
        year = _first_year(published(entry, rest))
    name = tidy_author(entry[slice(*author[0])]) if author else None
    if name and not (title or container or "," in name or NAME_INITIAL.search(name)):
        name, title = None, name  # a work that has only one of the two is known by its title
    return Fields(name, title or container, year, container)


def _author_end(entry: str, found: Sequence[Token], labels: Sequence[str], end: int) -> int:
    """Where the opening author ends: at the next bracketed year or full stop if the labels end it between words."""
    if not entry[end - 1].isalpha():
        return end
    rest = [(token, label) for token, label in zip(found, labels, strict=True) if token.start >= end]
    for (token, label), (after, then) in pairwise(rest):
        if then == "year":
            return token.end if after.text[0] == "(" else end
        if label == then == "title" and token.text[-1] == "." and token.text[0] not in OPENING_MARKS:
            return token.end
        if label != "title" or token.text[0] in OPENING_MARKS:
            return end
    return end


def tidy_author(text: str) -> str | None:
    """``By John Smith.`` is ``John Smith``; the full stop of an initial stays."""
    text = EDITORS_MARK.sub("", BY.sub("", " ".join(text.split()))).strip(MARKS + "-–—[]*_ ")
    if text.endswith(".") and not INITIALS_END.search(text):
        text = text[:-1].rstrip(" ,")
    return text if any(c.isalnum() for c in text) or text.startswith("—") else None


def tidy_title(text: str) -> str | None:
    """Without quotation marks around it and its final comma or full stop; a question mark stays."""
    text = " ".join(text.split()).removesuffix("''").strip(MARKS + "*_ ").lstrip("-–—. ").rstrip(" -–—|")
    while text.endswith((".", ",")) and not text.endswith(".."):
        text = text[:-1].rstrip(MARKS + " ")
    return text if any(c.isalnum() for c in text) else None


def _first_title(entry: str, runs: Sequence[tuple[int, int]]) -> str | None:
    for start, end in runs:
        start += len(entry[start:end]) - len(entry[start:end].lstrip())
        quoted = QUOTED.match(entry, start) if entry[start] in OPENING_MARKS else None
        # The closing mark says better than the labels where a quoted title ends.
        text = tidy_title((quoted["title"] or quoted["single"]) if quoted else entry[start:end])
        if text:
            return text
    return None


def _first_year(texts: Iterable[str]) -> str | None:
    return next((match.group("year") or "n.d." for text in texts if (match := ANY_YEAR.search(text))), None)
