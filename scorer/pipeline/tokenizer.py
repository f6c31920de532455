"""spaCy's tokenizer, guarded against long runs of punctuation: on them its time grows with the square of the length."""

from __future__ import annotations

import re
from collections.abc import Callable

from spacy.tokens import Doc
from spacy.vocab import Vocab

from scorer.pipeline.annotations import with_text

RUN = re.compile(r"(?:[^\w\s]|_){200,}")
"""A run that no essay needs; the tokenizer takes 10 ms for 200 signs, 4 s for 5,000."""


class GuardedTokenizer:
    """Makes each such run one token, and leaves the rest of the text to ``tokenizer``.

    >>> import spacy
    >>> nlp = spacy.blank("en")
    >>> doc = GuardedTokenizer(nlp.vocab, nlp.tokenizer)("So" + "!" * 300 + " It is.")
    >>> [token.text[:3] for token in doc], doc.text == "So" + "!" * 300 + " It is."
    (['So', '!!!', ' ', 'It', 'is', '.'], True)
    """

    def __init__(self, vocab: Vocab, tokenizer: Callable[[str], Doc]) -> None:
        self.vocab = vocab
        self.tokenizer = tokenizer

    def __call__(self, text: str) -> Doc:
        """The document; its text is ``text``, which ``text_of`` need not put together again."""
        runs = list(RUN.finditer(text))
        if not runs:
            return with_text(self.tokenizer(text), text)
        words: list[str] = []
        spaces: list[bool] = []
        place = 0
        for run in runs:
            self._add(text[place : run.start()], words, spaces)
            words.append(run.group())
            spaces.append(False)
            place = run.end()
        self._add(text[place:], words, spaces)
        return with_text(Doc(self.vocab, words, spaces), text)

    def _add(self, text: str, words: list[str], spaces: list[bool]) -> None:
        for token in self.tokenizer(text):
            words.append(token.text)
            spaces.append(bool(token.whitespace_))
