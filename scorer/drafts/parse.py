"""A draft's lines read back; what cannot be understood is told in one sentence that names the line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Literal, NoReturn, cast

from scorer.assessment import Feedback, Place
from scorer.drafts.lines import ALL_APPROVED, APPROVED, KINDS
from scorer.drafts.model import Draft, DraftEssay, Sentence
from scorer.errors import DraftError

MOST = 2000
"""Characters of one sentence."""
_ITEM = re.compile(r"\s*(?:[-*•–+]\s*)?(?P<kind>[A-Za-z]+)\s*(?P<number>\d{1,6})?\s*:\s*(?P<words>.*)", re.DOTALL)
_BULLET = re.compile(r"\s*[-*•–+]\s")
_EMPTY = re.compile(r"[-*•–+]?")
_ANSWER = re.compile(rf"\s*(?P<what>{ALL_APPROVED}|{APPROVED})\s*:\s*(?P<answer>.*)", re.IGNORECASE)
_ANSWERS = {"yes": True, "no": False, "y": True, "n": False, "": False}
Kind = Literal["strength", "improve", "fix"]


@dataclass
class _Open:
    """The essay that is being read."""

    heading: str
    line: int
    data: dict[str, Any] | None = None
    approved: bool = False
    criterion: str | None = None
    sentences: dict[str, list[tuple[str, int | None, str]]] = field(default_factory=dict)


class Parser:
    """Reads lines one after the other. ``name`` is the file's, ``unit`` what its lines are called."""

    def __init__(self, name: str, unit: str) -> None:
        self._name, self._unit = name, unit
        self._essay: _Open | None = None
        self._done: list[DraftEssay] = []
        self._all = False
        self._at = 0

    def read(self, lines: Iterable[str]) -> Draft:
        """The draft. Raises ``DraftError`` (``draft_invalid``)."""
        for self._at, line in enumerate(lines, start=1):
            self._line(line)
        self._close()
        if not self._done:
            self._wrong("no essay stands in it: each begins with a heading such as “## Ann Lee”", at=False)
        essays = {(essay.id, essay.sha256): essay for essay in self._done}
        if self._all:
            essays = {key: _approve(essay) for key, essay in essays.items()}
        return Draft(essays)

    def _line(self, line: str) -> None:
        words = line.strip()
        answer = _ANSWER.fullmatch(words)
        if _EMPTY.fullmatch(words) or words.startswith(">"):
            return
        if words.startswith("### "):
            self._open_criterion(words[4:].strip())
        elif words.startswith("## "):
            self._close()
            self._essay = _Open(words[3:].strip(), self._at)
        elif words.startswith("# "):
            return
        elif words.startswith("<!--"):
            self._read_data(words)
        elif answer:
            self._read_answer(answer["what"], answer["answer"])
        elif self._essay is not None:
            self._read_sentence(line)

    def _read_answer(self, what: str, answer: str) -> None:
        given = answer.strip().strip(".!").lower()
        if given not in _ANSWERS:
            self._wrong(f"after “{what}:” stands “{answer.strip()}”: write yes or no")
        if what.lower() == ALL_APPROVED.lower():
            self._all = _ANSWERS[given]
        elif self._essay:
            self._essay.approved = _ANSWERS[given]

    def _read_data(self, words: str) -> None:
        if self._essay is None:
            return
        try:
            data = json.loads(words.removeprefix("<!--").removesuffix("-->"))
        except ValueError:
            data = None
        if not _is_data(data):
            self._wrong("the line in <!-- --> has been changed: copy it from a new draft")
        self._essay.data = data

    def _data(self) -> dict[str, Any]:
        essay = self._essay
        assert essay is not None
        if essay.data is None:
            self._wrong(
                f"the line in <!-- --> below the heading “{essay.heading}” is missing: copy it from a new draft"
            )
        return essay.data

    def _open_criterion(self, title: str) -> None:
        if self._essay is None:
            self._wrong(f"“{title}” stands above the first essay: essays begin with “## ” and a name")
        headings: dict[str, str] = self._data()["criteria"]
        known = {heading.casefold(): id for heading, id in headings.items()}
        found = headings.get(title, known.get(title.casefold()))  # two titles may differ in their capitals alone
        if found is None:
            self._wrong(f"the rubric has no part called “{title}”: write {_one_of(headings)}")
        self._essay.criterion = found
        self._essay.sentences.setdefault(self._essay.criterion, [])

    def _read_sentence(self, line: str) -> None:
        essay = self._essay
        assert essay is not None
        if essay.criterion is None:
            self._wrong(f"“{_short(line)}” stands above the first part of the rubric: move it below a heading")
        given = essay.sentences[essay.criterion]
        found = _ITEM.fullmatch(line)
        kind = found["kind"].lower() if found else ""
        if found and kind in KINDS:
            number = int(found["number"]) if found["number"] else None
            if number is not None and str(number) not in self._data()["places"]:
                number = None
            given.append((kind, number, found["words"].strip()))
        elif given and not _BULLET.match(line):
            before, number, words = given[-1]
            given[-1] = (before, number, f"{words} {line.strip()}".strip())
        else:
            self._wrong(f"“{_short(line)}” does not say what it is: begin with strength:, improve: or fix:")
        if len(given[-1][2]) > MOST:
            self._wrong(f"the sentence that begins “{_short(given[-1][2])}” is longer than {MOST} characters: split it")

    def _close(self) -> None:
        essay, self._essay = self._essay, None
        if essay is None:
            return
        if essay.data is None:
            self._at = essay.line
            self._wrong(
                f"the line in <!-- --> below the heading “{essay.heading}” is missing: copy it from a new draft"
            )
        places = essay.data["places"]
        criteria = {
            id: tuple(_sentence(*item, places) for item in given if item[2]) for id, given in essay.sentences.items()
        }
        self._done.append(DraftEssay(essay.data["id"], essay.data["sha256"], essay.heading, essay.approved, criteria))

    def _wrong(self, what: str, at: bool = True) -> NoReturn:
        where = f"{self._unit} {self._at} of {self._name}" if at else self._name
        raise DraftError("draft_invalid", f"{where}: {what}.")


def _sentence(kind: str, number: int | None, words: str, places: dict[str, list[list[int]]]) -> Sentence:
    spans = tuple(Place(start=start, end=end) for start, end in places.get(str(number), ()))
    return Sentence(Feedback(kind=cast(Kind, kind), message=words, spans=spans), number)


def _approve(essay: DraftEssay) -> DraftEssay:
    return DraftEssay(essay.id, essay.sha256, essay.name, True, essay.criteria)


def _is_data(data: object) -> bool:
    """Whether a comment holds what the program wrote there."""
    if not isinstance(data, dict) or not {"id", "sha256", "criteria", "places"} <= data.keys():
        return False
    texts = [data["id"], data["sha256"]]
    if not isinstance(data["criteria"], dict) or not isinstance(data["places"], dict):
        return False
    texts += data["criteria"].values()
    return all(isinstance(text, str) for text in texts) and all(map(_are_places, data["places"].values()))


def _are_places(found: object) -> bool:
    return isinstance(found, list) and all(
        isinstance(pair, list) and len(pair) == 2 and all(type(k) is int for k in pair) and 0 <= pair[0] <= pair[1]
        for pair in found
    )


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= 40 else f"{flat[:40].rstrip()}…"


def _one_of(names: Iterable[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} or {last}" if others else last
