"""The few sentences that the page's script says itself."""

from __future__ import annotations

from essay_scorer_xblock.rendering import Translate

N = str
"""Marks a sentence for translation where it is written."""
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


def script_words(say: Translate) -> dict[str, str]:
    """The sentences by name, in the reader's language."""
    return {name: say(words) for name, words in SCRIPT.items()}
