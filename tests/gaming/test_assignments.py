"""Which assignment an essay answers, by its cues or by being near essays that have them."""

from __future__ import annotations

import numpy as np
from assignments import answered

VENUS = "The planet Venus has a hot surface, and NASA knows its dangers."
CURFEW = "Dear council, a curfew at midnight is good for teenagers."


def test_an_essay_near_those_with_cues_answers_their_assignment():
    essays = [VENUS] * 4 + [CURFEW] * 4 + ["It rains acid there.", "Half of this, half of that."]
    vectors = np.array([[1, 0]] * 4 + [[0, 1]] * 4 + [[0.98, 0.2], [0.7, 0.71]], dtype=np.float32)
    found = answered(essays, vectors)
    assert "Venus" in found[0]
    assert "curfew" in found[4]
    assert found[8] == found[0]
    assert found[9] == ""
