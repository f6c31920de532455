"""What the runtime stores for a block: the author's settings, a student's state, and what its users share."""

from __future__ import annotations

from xblock.core import XBlockMixin
from xblock.fields import Boolean, Dict, Float, Integer, List, Scope, String

from essay_scorer_xblock.options import Options

_DEFAULT = Options()


class Fields(XBlockMixin):
    """The fields of :class:`~essay_scorer_xblock.block.EssayScorerXBlock`; the settings are those of ``Options``.

    ``rows`` and ``decisions`` are shared by all users of the block: they hold figures, flags and teachers' words under
    the student's key, and never an essay. A student's own state is read by that student and by teachers.
    """

    display_name = String(default=_DEFAULT.display_name, scope=Scope.settings)
    prompt = String(default=_DEFAULT.prompt, scope=Scope.content)
    rubric = String(default=_DEFAULT.rubric, scope=Scope.settings)
    rubric_toml = String(default=_DEFAULT.rubric_toml, scope=Scope.content)
    release = String(default=_DEFAULT.release, scope=Scope.settings)
    attempts_allowed = Integer(default=_DEFAULT.attempts_allowed, scope=Scope.settings)
    min_words = Integer(default=_DEFAULT.min_words, scope=Scope.settings)
    show_scores = Boolean(default=_DEFAULT.show_scores, scope=Scope.settings)
    show_marks = Boolean(default=_DEFAULT.show_marks, scope=Scope.settings)
    show_corrections = Boolean(default=_DEFAULT.show_corrections, scope=Scope.settings)
    weight = Float(default=_DEFAULT.weight, scope=Scope.settings)

    attempts = List(help="The student's attempts, oldest first.", scope=Scope.user_state)
    draft_text = String(default="", help="The student's unfinished essay.", scope=Scope.user_state)
    pending = Dict(default=None, help="The essay that is being scored.", scope=Scope.user_state)
    published = Dict(default=None, help="The grade that the platform was told last.", scope=Scope.user_state)
    set_by_platform = Dict(default=None, help="A grade that was set in the platform.", scope=Scope.user_state)

    rows = Dict(help="The last attempt of each student, in figures.", scope=Scope.user_state_summary)
    decisions = Dict(help="Teachers' decisions, by student and attempt.", scope=Scope.user_state_summary)
