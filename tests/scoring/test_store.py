"""Trait bundles on disk: what is saved comes back, and nothing strange is let in."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from made_model import made_model
from spacy.language import Language

from scorer.bundle import Card, find_bundle, write_card
from scorer.errors import ModelError
from scorer.scoring import store

ESSAY = "We should walk because it is healthy. However, it may rain. However, that is rare."
CARD = Card(
    id="mine", version="1", kind="traits", description="", licence="", trained_on=[],
    command="scorer train mine.csv -o mine",
)  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    store.save(made_model(), tmp_path / "mine")
    write_card(tmp_path / "mine", CARD)
    return tmp_path / "mine"


def rewritten(folder: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Change what the bundle holds, with a card that fits."""
    plain = store.read(folder / store.FITTED)
    change(plain)
    store.write(plain, folder / store.FITTED)
    write_card(folder, CARD)


def refused(folder: Path) -> ModelError:
    with pytest.raises(ModelError) as caught:
        store.load(folder)
    assert "\n" not in caught.value.message
    return caught.value


def test_a_model_comes_back_as_it_was(folder: Path, nlp: Language) -> None:
    before, (after, card) = made_model(), store.load(folder)
    assert card.id == "mine"
    assert (after.traits, after.scales, after.features) == (before.traits, before.scales, before.features)
    doc = nlp(ESSAY)
    one, other = before.predict(doc), after.predict(doc)
    assert other.inputs == pytest.approx(one.inputs, abs=1e-3)
    assert other.values == pytest.approx(one.values, abs=1e-3)
    style = np.array([1.0, 0.0])
    assert after.radius(style, other) == pytest.approx(before.radius(style, one), abs=1e-3)
    assert after.grade(0, 0.5) == before.grade(0, 0.5) == 3.0


def test_saving_twice_gives_equal_models(folder: Path, tmp_path: Path, nlp: Language) -> None:
    model, _ = store.load(folder)
    store.save(model, tmp_path / "again")
    write_card(tmp_path / "again", CARD)
    again, _ = store.load(tmp_path / "again")
    assert np.array_equal(again.predict(nlp(ESSAY)).values, model.predict(nlp(ESSAY)).values)


def test_nothing_that_runs_when_it_is_read_is_let_in(folder: Path, tmp_path: Path) -> None:
    ran = tmp_path / "ran"

    class Touch:
        def __reduce__(self) -> tuple[Callable[[Path], None], tuple[Path]]:
            return Path.touch, (ran,)

    rewritten(folder, lambda plain: plain["table"].update(base=np.array([Touch()], dtype=object)))
    assert refused(folder).code == "model_damaged"
    assert not ran.exists()


@pytest.mark.parametrize(
    "change",
    [
        lambda plain: plain.pop("table"),
        lambda plain: plain.update(scales=[{"low": 1}]),
        lambda plain: plain.update(views=[{"kind": "word_ngrams"}]),
        lambda plain: plain.update(residuals=[0.1, 0.2]),
        lambda plain: plain.update(table=[1.0]),
        lambda plain: plain.update(traits=None),
    ],
    ids=["no table", "half a scale", "half a view", "residuals are no array", "no table but a list", "no traits"],
)
def test_a_file_of_another_shape_is_damaged(folder: Path, change: Callable[[dict[str, Any]], object]) -> None:
    rewritten(folder, change)
    assert refused(folder).code == "model_damaged"


@pytest.mark.parametrize("content", [b"", b"not a zip file", b"PK\x03\x04" + b"\0" * 40])
def test_a_file_of_another_format_is_damaged(folder: Path, content: bytes) -> None:
    (folder / store.FITTED).write_bytes(content)
    write_card(folder, CARD)
    assert refused(folder).code == "model_damaged"


def test_a_zip_of_something_else_is_damaged(folder: Path) -> None:
    with zipfile.ZipFile(folder / store.FITTED, "w") as archive:
        archive.writestr("readme.txt", "nothing")
    write_card(folder, CARD)
    assert refused(folder).code == "model_damaged"


def test_a_changed_byte_is_found_by_the_cards_digest(folder: Path) -> None:
    data = bytearray((folder / store.FITTED).read_bytes())
    data[len(data) // 2] ^= 1
    (folder / store.FITTED).write_bytes(bytes(data))
    assert refused(folder).code == "model_damaged"


def test_a_model_of_another_versions_features_says_how_to_make_it_again(folder: Path) -> None:
    rewritten(folder, lambda plain: plain.update(features=["words", "elegance"]))
    error = refused(folder)
    assert error.code == "model_incompatible"
    assert "'elegance'" in error.message
    assert "`scorer train mine.csv -o mine`" in error.message


def test_a_bundle_of_another_kind_is_no_scoring_model() -> None:
    error = refused(find_bundle("argument"))
    assert (error.code, error.message) == (
        "model_not_found", "'argument' is not a scoring model: give one made by `scorer train`.",
    )  # fmt: skip
