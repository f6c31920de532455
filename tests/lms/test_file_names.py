"""Properties of the layouts: whatever names hold, the number is the student's, and nothing crashes."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from scorer.reading.downloads import blackboard, canvas, moodle
from scorer.reading.downloads.hand_in import Part, hand_ins, recognised
from scorer.reading.failures import reading_error

ANY = st.text(st.characters(exclude_characters="/\0\n\r", exclude_categories=["Cs"]), min_size=1, max_size=20)
WORDS = st.from_regex(re.compile(r"[^\W\d_][^\W_]{0,8}(_[^\W\d_][^\W_]{0,8}){0,2}"), fullmatch=True)
NUMBER = st.integers(1_000, 10_000_000).map(str)


@given(
    WORDS.filter(lambda name: not re.search(r"(^|_)(late|anon)(_|$)", name, re.I)), NUMBER, NUMBER, ANY, st.booleans()
)
def test_canvas_names_may_hold_anything_after_the_two_numbers(
    name: str, student: str, file: str, shown: str, late: bool
) -> None:
    path = f"{name}_{'LATE_' if late else ''}{student}_{file}_{shown}"
    (made,) = canvas.attribute([path]).values()
    assert (made.student, made.id, made.name, made.late) == (name, student, shown, late)


@given(
    ANY.filter(lambda name: "_" not in name and not any(word in name.casefold() for word in moodle._BLIND)),
    NUMBER, ANY, st.booleans(),
)  # fmt: skip
def test_moodle_names_may_hold_anything_but_underscores(name: str, student: str, file: str, folder: bool) -> None:
    path = f"{name}_{student}_assignsubmission_file{'/' if folder else '_'}{file}"
    if file == ".":
        return
    (made,) = moodle.attribute([path]).values()
    assert (made.student, made.id, made.name) == (name, student, file)


@given(ANY, st.from_regex(r"[a-zé0-9.]{1,12}", fullmatch=True), ANY)
def test_blackboard_names_may_hold_anything_around_the_date(title: str, user: str, file: str) -> None:
    path = f"{title.strip() or 'x'}_{user}_attempt_2024-03-04-10-11-12_{file}"
    (made,) = blackboard.attribute([path], _nothing).values()
    assert (made.id, made.name) == (user, file)


@given(st.lists(st.text(max_size=60), max_size=8, unique=True))
def test_no_name_makes_a_layout_fail(paths: list[str]) -> None:
    said = recognised(paths, _nothing)
    made = hand_ins({path: Part(path, path) for path in paths}, said)
    assert sorted(part.path for one in made for part in one.parts) == sorted(paths)


def _nothing(path: str) -> bytes:
    raise reading_error("missing", path)
