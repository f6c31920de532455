"""What every part of the block needs: its settings, the server's, and the reader's language."""

from __future__ import annotations

import hashlib

from markupsafe import Markup
from pydantic import ValidationError
from xblock.utils.settings import XBlockWithSettingsMixin

from essay_scorer_xblock.executors import Server
from essay_scorer_xblock.fields import Fields
from essay_scorer_xblock.options import Options
from essay_scorer_xblock.rendering import rendered


class Base(Fields, XBlockWithSettingsMixin):
    """The parts' common ground."""

    @property
    def options(self) -> Options:
        """The author's settings; one that a course file holds wrongly has its default."""
        chosen = {name: getattr(self, name) for name in Options.model_fields}
        try:
            return Options.model_validate(chosen)
        except ValidationError as error:
            wrong = {str(fault["loc"][0]) for fault in error.errors()}
            return Options.model_validate({name: value for name, value in chosen.items() if name not in wrong})

    @property
    def server(self) -> Server:
        """The server's settings."""
        return Server.model_validate(self.get_xblock_settings(default={}) or {})

    @property
    def prefix(self) -> str:
        """What stands before ids, so that several blocks can stand on one page."""
        return f"es{hashlib.sha256(str(self.scope_ids.usage_id).encode()).hexdigest()[:8]}-"

    def say(self, text: str) -> str:
        """A sentence in the reader's language."""
        return str(self.runtime.service(self, "i18n").gettext(text)) if text else ""

    def render_html(self, template: str, **values: object) -> Markup:
        """A template in the reader's language."""
        service = self.runtime.service(self, "i18n")
        return rendered(template, self.say, service.ngettext, **values)
