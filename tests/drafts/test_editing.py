"""What a teacher may do to a draft, and what comes of it in the report."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from made_drafts import ESSAY, TEXT, draft_text, messages, reread

from scorer.assessment import Assessment
from scorer.drafts import applied, released
from scorer.errors import DraftError

FIRST = "You say early where you stand: “School should start later”."
UNKNOWN = "“- praise 2: Say why.” does not say what it is: begin with strength:, improve: or fix:."
ABOVE = (
    "“- strength 1: You say early where you st…” stands above the first part of the rubric: move it below a heading."
)
PERHAPS = "Line {} of edited.md: after “Approved:” stands “perhaps”: write yes or no."


def edited(tmp_path: Path, *changes: tuple[str, str]) -> Assessment:
    text = draft_text(tmp_path)
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    essay = reread(tmp_path, text).of(ESSAY)
    assert essay is not None
    return applied(ESSAY, essay)


def test_an_untouched_draft_changes_nothing(tmp_path: Path) -> None:
    assert edited(tmp_path) == ESSAY


@pytest.mark.parametrize(
    ("before", "after", "criterion", "expected"),
    [
        ("Say why.", "Say why, Ann!", "thesis", [FIRST, "Say why, Ann!"]),
        ("- improve 2: Say why.\n", "", "thesis", [FIRST]),
        ("- improve 2: Say why.", "- improve 2:", "thesis", [FIRST]),
        ("- improve 2: Say why.", "- ", "thesis", [FIRST]),
        ("- improve 2: Say why.", "  *", "thesis", [FIRST]),
        ("Say why.", "Say why.\n  Two reasons\nare enough.", "thesis", [
            FIRST, "Say why. Two reasons are enough.",
        ]),
        ("### Voice", "### Voice\n* Strength: I hear you.", "voice", ["I hear you."]),
        ("### Voice", "### VOICE\n\nfix: Louder.", "voice", ["Louder."]),
        ("### Use of sources", "", "use-of-sources", []),
        ("- fix 3: Name a source <b>here</b>.", "- fix 3: A\n- fix: B\n- fix 3: C", "use-of-sources", ["A", "B", "C"]),
    ],
)  # fmt: skip
def test_the_report_has_the_teachers_words(
    tmp_path: Path, before: str, after: str, criterion: str, expected: list[str]
) -> None:
    if "### Use" in before:
        before, after = "### Use of sources\n> 2.6 of 4, Proficient\n- fix 3: Name a source <b>here</b>.", ""
    assert messages(edited(tmp_path, (before, after)))[criterion] == expected


def test_an_edited_sentence_keeps_its_places_and_may_change_its_kind(tmp_path: Path) -> None:
    made = edited(tmp_path, ("- improve 2: Say why.", "- fix 2: Why?")).criterion("thesis").feedback[1]
    assert (made.kind, made.message, [(p.start, p.end) for p in made.spans]) == ("fix", "Why?", [(0, 25)])


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("See “makes pupils learn” again.", ["makes pupils learn"]),
        ('See "let us sleep." again.', ["let us sleep"]),
        ("See “sleep” again.", []),  # it stands there three times
        ("See “nothing of the kind” again.", []),
        ("No quotation.", []),
    ],
)
def test_a_sentence_of_the_teachers_own_points_at_what_it_quotes(
    tmp_path: Path, sentence: str, words: list[str]
) -> None:
    made = edited(tmp_path, ("### Voice", f"### Voice\n- improve: {sentence}")).criterion("voice").feedback[0]
    assert [TEXT[place.start : place.end] for place in made.spans] == words


@pytest.mark.parametrize(
    ("changes", "approved"),
    [
        ((), False),
        ((("\nApproved: no", "\nApproved: yes"),), True),
        ((("\nApproved: no", "\napproved:  Yes."),), True),
        ((("All approved: no", "All approved: yes"),), True),
    ],
)
def test_a_student_sees_what_is_approved(tmp_path: Path, changes: tuple[tuple[str, str], ...], approved: bool) -> None:
    text = draft_text(tmp_path)
    for before, after in changes:
        text = text.replace(before, after)
    essay = reread(tmp_path, text).of(ESSAY)
    shown = messages(released(ESSAY, essay))
    assert shown == (messages(ESSAY) if approved else {id: [] for id in shown})
    assert [flag.code for flag in released(ESSAY, essay).flags] == ([] if approved else ["not_approved"])


def test_without_a_draft_a_student_sees_none() -> None:
    assert not any(messages(released(ESSAY, None)).values())


def test_another_version_of_the_essay_is_told_apart(tmp_path: Path) -> None:
    draft = reread(tmp_path, draft_text(tmp_path))
    changed = ESSAY.model_copy(update={"submission": ESSAY.submission.model_copy(update={"sha256": "00" * 32})})
    other = ESSAY.model_copy(update={"submission": ESSAY.submission.model_copy(update={"id": "ben"})})
    assert draft.of(changed) is None and draft.is_outdated(changed)
    assert draft.of(other) is None and not draft.is_outdated(other)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("\nApproved: no", "\nApproved: perhaps", PERHAPS),
        ("- improve 2:", "- praise 2:", UNKNOWN),
        ("### Thesis", "### Theses", "the rubric has no part called “Theses”: write Thesis, Use of sources or Voice."),
        ('"sha256"', '"sha"', "the line in <!-- --> has been changed: copy it from a new draft."),
        ('"places": {', '"places": [', "the line in <!-- --> has been changed: copy it from a new draft."),
        ("### Thesis\n", "", ABOVE),
        ("## Ann Lee (ann)", "", "“Thesis” stands above the first essay: essays begin with “## ” and a name."),
        ("Say why.", "Say why. " * 300, "is longer than 2000 characters: split it."),
    ],
)  # fmt: skip
def test_an_edit_that_cannot_be_read_gets_one_sentence(tmp_path: Path, before: str, after: str, told: str) -> None:
    text = draft_text(tmp_path)
    assert before in text
    text = text.replace(before, after, 1)
    with pytest.raises(DraftError) as caught:
        reread(tmp_path, text)
    assert caught.value.code == "draft_invalid"
    line = next((n for n, words in enumerate(text.splitlines(), 1) if after.strip() and after.strip() in words), 0)
    assert told.format(line) in caught.value.message
    assert re.match(r"Line \d+ of edited\.md: ", caught.value.message)
    assert "\n" not in caught.value.message


def test_a_lost_data_line_is_missed(tmp_path: Path) -> None:
    text = re.sub(r"<!--.*-->\n", "", draft_text(tmp_path))
    with pytest.raises(DraftError, match="below the heading “Ann Lee \\(ann\\)” is missing: copy it from a new draft"):
        reread(tmp_path, text)


def test_a_file_without_an_essay_is_no_draft(tmp_path: Path) -> None:
    with pytest.raises(DraftError, match="no essay stands in it"):
        reread(tmp_path, "# Shopping\n\nmilk, bread\n")
