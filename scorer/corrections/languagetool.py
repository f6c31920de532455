"""What a LanguageTool server finds beside our own corrections, with the same shape.

Only asked for by name (``--languagetool URL``): the essay is sent to that server. Nothing of it goes into features
or scores, whose figures were measured without it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from http.client import HTTPException
from ipaddress import ip_address
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode, urlsplit
from urllib.request import ProxyHandler, Request, build_opener

from scorer.assessment import Assessment, Correction, Flag, Place
from scorer.errors import ScorerError

CODE = "languagetool"
UNMEASURED = 0.5
"""Confidence of every mark: how often LanguageTool is right on students' essays was not measured here."""
PATIENCE = 60.0
"""Seconds for one essay."""
SUGGESTIONS = 3
_DIRECT = build_opener(ProxyHandler({}))  # never by way of a proxy


def stays_here(url: str) -> bool:
    """Whether the address is this computer's own."""
    host = urlsplit(url).hostname or ""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def reachable(url: str) -> None:
    """Raise ``ScorerError`` (``languagetool_failed``) where no LanguageTool server answers at the address."""
    if urlsplit(url).scheme not in {"http", "https"} or not urlsplit(url).hostname:
        raise _failed(url, "that is no address of a server, such as http://localhost:8081")
    languages = _asked(url, "languages", None)
    if not isinstance(languages, list):
        raise _failed(url, "what answers there is no LanguageTool")


def checked(assessment: Assessment, text: str, url: str) -> Assessment:
    """The assessment with LanguageTool's matches among its corrections, in text order.

    Left out is what stands in the prompt, in quotations, citations and references, and what a correction of ours
    touches. Where the server fails, a flag of severity ``info`` says so and nothing else changes.
    """
    if assessment.error:
        return assessment
    try:
        matches = _asked(url, "check", {"language": "en-US", "text": text})["matches"]
        found = list(_corrections(matches, text, _not_the_students(assessment)))
    except (ScorerError, KeyError, TypeError, ValueError, AttributeError):
        note = Flag(
            code=CODE,
            severity="info",
            message="LanguageTool gave no answer for this essay: the corrections are those of this program alone.",
        )
        return assessment.model_copy(update={"flags": (*assessment.flags, note)})
    every = sorted((*assessment.corrections, *found), key=lambda mark: (mark.start, mark.end))
    return assessment.model_copy(update={"corrections": tuple(every)})


def _not_the_students(assessment: Assessment) -> list[Place]:
    structure = assessment.structure
    prompt = [structure.prompt] if structure.prompt else []
    quoted = [*structure.quotations, *structure.citations, *structure.references]
    return [*prompt, *quoted, *assessment.corrections]


def _corrections(matches: Sequence[Mapping[str, Any]], text: str, taken: Sequence[Place]) -> Iterator[Correction]:
    places = _code_points(text)
    for match in matches:
        start, end = places[match["offset"]], places[match["offset"] + match["length"]]
        words = text[start:end]
        start, end = start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
        if start >= end or any(place.start < end and start < place.end for place in taken):
            continue
        yield Correction(
            start=start,
            end=end,
            text=text[start:end],
            confidence=UNMEASURED,
            code=CODE,
            message=f"{match['message']} (LanguageTool)",
            suggestions=tuple(one["value"] for one in match["replacements"][:SUGGESTIONS]),
        )


def _code_points(text: str) -> list[int]:
    """For each offset in UTF-16 units, which LanguageTool counts, that in code points."""
    places: list[int] = []
    for place, character in enumerate(text):
        places += [place] * (2 if ord(character) > 0xFFFF else 1)
    return [*places, len(text)]


def _asked(url: str, what: str, form: Mapping[str, str] | None) -> Any:
    """The server's answer. Raises ``ScorerError``."""
    data = urlencode(form, errors="replace").encode() if form is not None else None
    base = url.rstrip("/").removesuffix("/v2")
    try:
        with _DIRECT.open(Request(f"{base}/v2/{what}", data), timeout=PATIENCE) as answer:
            return json.load(answer)
    except HTTPError as error:
        raise _failed(url, f"it answers {error.code}") from error
    except (OSError, HTTPException, ValueError) as error:
        raise _failed(url, "nothing answers there: start the server, or check the address") from error


def _failed(url: str, why: str) -> ScorerError:
    return ScorerError("languagetool_failed", f"LanguageTool at {url} cannot be asked: {why}.")
