"""Words that are translated, and stand in no template: those of the page's script, and names that the scorer gives."""

from __future__ import annotations

from essay_scorer_xblock.rendering import Translate
from essay_scorer_xblock.texts import N

SCRIPT = {
    "reading": N("Your essay is being read. This takes a few seconds."),
    "done": N("Your feedback is here."),
    "received": N("Your essay was received."),
    "saved": N("Saved."),
    "saving": N("Saving …"),
    "unsaved": N("Not saved: the connection failed. Copy your text before you leave."),
    "failed": N("The server did not answer. Your text is still here: try again."),
    "words": N("{n} words"),
    "word": N("1 word"),
    "least": N("{n} words, {least} are asked for"),
    "released": N("Released."),
    "changed": N("Changed."),
    "settings": N("Saved."),
    "loading": N("Loading …"),
}
NAMES = (
    N("Feedback"),
    N("Thesis"),
    N("Reasons"),
    N("Other side"),
    N("Evidence"),
    N("Citations"),
    N("Quotations"),
    N("References"),
    N("Corrections"),
    N("Works well"),
    N("To improve"),
    N("To mend"),
)
"""The legend's entries and the kinds of feedback, which templates translate by what the scorer calls them."""


def script_words(say: Translate) -> dict[str, str]:
    """The sentences by name, in the reader's language."""
    return {name: say(words) for name, words in SCRIPT.items()}
