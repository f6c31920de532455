"""Whether the plugin can be tested here, and is found as a platform finds it."""

from __future__ import annotations

import importlib.util

import pytest


def test_the_block_is_found_by_its_entry_point() -> None:
    for name in ("xblock", "essay_scorer_xblock"):
        if importlib.util.find_spec(name) is None:
            pytest.skip(f"{name} is not installed: pip install . plugins/xblock")
    from essay_scorer_xblock import EssayScorerXBlock
    from xblock.core import XBlock

    assert XBlock.load_class("essay_scorer") is EssayScorerXBlock
