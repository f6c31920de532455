"""The block: what it shows to whom. The server decides; the page only asks."""

from __future__ import annotations

from markupsafe import Markup
from pydantic import ValidationError
from web_fragments.fragment import Fragment
from xblock.core import XBlock
from xblock.exceptions import InvalidScopeError, XBlockSaveError

from essay_scorer_xblock import people, requests
from essay_scorer_xblock.handing_in import HandingIn
from essay_scorer_xblock.options import OWN, Options
from essay_scorer_xblock.rendering import resource
from essay_scorer_xblock.requests import RefusedError, takes
from essay_scorer_xblock.scoring import engine_for
from essay_scorer_xblock.teaching import Teaching
from essay_scorer_xblock.words import script_words
from scorer.rubric import builtin_names


@XBlock.needs("i18n")
@XBlock.wants("user", "user_state", "settings", "studio_user_permissions")
class EssayScorerXBlock(HandingIn, Teaching, XBlock):
    """Essays with feedback, revision and a teacher's last word."""

    has_author_view = True
    show_in_read_only_mode = True
    icon_class = "problem"
    block_settings_key = "essay_scorer"

    def student_view(self, context: object = None) -> Fragment:
        """The student's page; for staff, the class is above it."""
        me = people.viewer(self, self.server)
        notice = self._settle(me) if me.key else ""
        board = self._board() if me.staff else None
        body = self.render_html(
            "block.html", panel=self._panel(me, notice=notice), board=board, title=self.display_name
        )
        return self._fragment(body, "EssayScorerXBlock", self._words())

    def author_view(self, context: object = None) -> Fragment:
        """Studio's preview: the assignment and what was chosen."""
        return self._fragment(self.render_html("author.html", options=self.options, title=self.display_name))

    def studio_view(self, context: object = None) -> Fragment:
        """The author's settings."""
        rubrics = [*builtin_names(), OWN]
        body = self.render_html("studio.html", options=self.options, rubrics=rubrics, own=OWN, prefix=self.prefix)
        return self._fragment(body, "EssayScorerXBlockStudio", self._words())

    @XBlock.handler
    @takes(requests.Settings)
    def studio_save(self, asked: requests.Settings) -> object:
        """Check the settings and keep them."""
        if not people.may_author(self, self.server):
            raise RefusedError(403, "not_allowed", "These settings are for the authors of the course, in Studio.")
        try:
            chosen = Options.model_validate(asked.model_dump())
        except ValidationError as error:
            raise RefusedError(400, "not_valid", requests.sentence(error)) from error
        content = chosen.rubric_content.decode("utf-8", "replace")
        if chosen.rubric == OWN:
            engine_for(content)  # an unusable one is refused here, by the sentence that says what is wrong with it
        try:
            for name, value in chosen.model_dump().items():
                setattr(self, name, value)
            self.save()
        except (InvalidScopeError, XBlockSaveError) as error:
            raise RefusedError(403, "not_allowed", "These settings cannot be changed here: use Studio.") from error
        return {"saved": True}

    @staticmethod
    def workbench_scenarios() -> list[tuple[str, str]]:
        """One block, as an author finds it."""
        return [("Essay scorer", "<essay_scorer/>")]

    def _fragment(self, body: Markup, script: str = "", arguments: object = None) -> Fragment:
        fragment = Fragment(str(body))
        fragment.add_css(resource("essay.css"))
        if script:
            fragment.add_javascript(resource("essay.js"))
            fragment.initialize_js(script, arguments)
        return fragment

    def _words(self) -> dict[str, str]:
        return script_words(self.say)
