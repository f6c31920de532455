"""Model bundles: nothing in a folder is used before every file was checked against the card."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from scorer.bundle import Card, find_bundle, library_versions, models_folder, read_card, verify, write_card
from scorer.errors import ModelError


def card(**fields: object) -> Card:
    given = {
        "id": "essays", "version": "1.0", "kind": "traits", "description": "", "licence": "our own",
        "trained_on": [], "command": "scorer train essays.csv -o essays",
    }  # fmt: skip
    return Card.model_validate(given | fields)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A bundle of two files, one of them in a folder of its own."""
    bundle = tmp_path / "essays"
    (bundle / "parts").mkdir(parents=True)
    (bundle / "weights.bin").write_bytes(b"weights")
    (bundle / "parts" / "words.txt").write_text("one\ntwo\n")
    write_card(bundle, card())
    return bundle


def test_an_untouched_bundle_is_accepted_and_its_card_lists_every_file(folder: Path) -> None:
    assert verify(folder).files == {
        "parts/words.txt": hashlib.sha256(b"one\ntwo\n").hexdigest(),
        "weights.bin": hashlib.sha256(b"weights").hexdigest(),
    }


@pytest.mark.parametrize(
    ("harm", "sentence"),
    [
        (
            lambda f: (f / "weights.bin").write_bytes(b"Weights"),
            "The file weights.bin of the model 'essays' was changed: install it again.",
        ),
        (
            lambda f: (f / "parts" / "words.txt").unlink(),
            "The file parts/words.txt is missing from the model 'essays': install the model again.",
        ),
        (
            lambda f: (f / "parts" / "more.txt").write_text("three"),
            "The file parts/more.txt does not belong to the model 'essays': install the model again.",
        ),
        (
            lambda f: (f / "model.json").write_text("{"),
            "The card of the model 'essays' cannot be read: install it again.",
        ),
        (
            lambda f: (f / "model.json").write_text('{"id": "essays"}'),
            "The card of the model 'essays' cannot be read: install it again.",
        ),
    ],
    ids=["changed", "missing", "unlisted", "card is no JSON", "card is incomplete"],
)
def test_a_harmed_bundle_is_refused_in_one_sentence(
    folder: Path, harm: Callable[[Path], object], sentence: str
) -> None:
    harm(folder)
    with pytest.raises(ModelError) as caught:
        verify(folder)
    assert (caught.value.code, caught.value.message) == ("model_damaged", sentence)


@pytest.mark.parametrize(
    ("library", "lowest", "below", "fits"),
    [
        ("numpy", "1.0", "99", True),
        ("numpy", "98.0", "99", False),
        ("numpy", "0.1", "0.2", False),
        ("no-such-library", "1.0", "2.0", False),
    ],
)
def test_a_library_that_cannot_load_it_is_named_with_the_command_that_makes_it_again(
    folder: Path, library: str, lowest: str, below: str, fits: bool
) -> None:
    write_card(folder, card(compatible={library: (lowest, below)}))
    if fits:
        assert verify(folder).id == "essays"
        return
    installed = "none" if library.startswith("no-") else library_versions(library)[library]
    with pytest.raises(ModelError) as caught:
        verify(folder)
    assert caught.value.code == "model_incompatible"
    assert caught.value.message == (
        f"The model 'essays' needs {library} {lowest} or newer, below {below}, but {installed} is installed: "
        "install a fitting version, or make the model again with `scorer train essays.csv -o essays`."
    )


@pytest.mark.parametrize("name", ["no-such-model", "", "x" * 5000, "a/b/c"])
def test_an_unknown_name_says_where_names_are(name: str) -> None:
    with pytest.raises(ModelError) as caught:
        find_bundle(name)
    assert caught.value.code == "model_not_found"
    assert "`scorer model list`" in caught.value.message


def test_a_bundle_is_found_by_folder_and_by_shipped_name(folder: Path) -> None:
    assert find_bundle(folder) == folder
    assert find_bundle("en_essay") == models_folder() / "en_essay"


def test_the_digest_tells_bundles_apart_by_content_alone(folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(folder, copy)
    assert read_card(copy).sha256 == read_card(folder).sha256
    (copy / "weights.bin").write_bytes(b"others")
    assert write_card(copy, card()).sha256 != read_card(folder).sha256


@pytest.mark.parametrize("name", ["en_essay", "argument", "corrections", "embeddings", "references", "traits"])
def test_shipped_bundles_are_whole(name: str) -> None:
    assert verify(find_bundle(name)).id == name
